# SPDX-License-Identifier: Apache-2.0
"""Calls beside `verify`: decimal operations, amounts and choices for `canSpend`, a second body for `diff`."""

import random
import re

from oracle import decimals

from . import amounts, conductor

_OPERATIONS = ("add", "add", "subtract", "multiply", "compare", "negate", "abs", "quantize", "quantize", "sum")
_BAD_NUMBERS = ("", "+1", ".5", "1.", "01", "1e", "1e+", "--1", "0x1", "NaN", "Infinity", " 1", "1 ", "1,0", "-",
                "\uff11", "1.e5", "1_0", "e5", "1e5.0",
                "1.2.3", "-.1", "null", "\u22121", "1\n", "00.1")
_RANDOM_DIGITS = (1, 1, 2, 3, 5, 9, 18, 19, 20, 37, 38)


# --- decimal ---------------------------------------------------------------------------------------

def _digits(rng, count):
    return "".join(rng.choices("0123456789", k=count))


def _random_number(rng):
    whole = _digits(rng, rng.choice(_RANDOM_DIGITS)).lstrip("0") or "0"
    text = rng.choice(("", "", "-")) + whole
    if rng.random() < 0.6:
        text += "." + _digits(rng, rng.choice(_RANDOM_DIGITS + (40,)))
    if rng.random() < 0.15:
        text += rng.choice(("e", "E")) + rng.choice(("", "-", "+")) + str(rng.randrange(rng.choice((3, 10, 45))))
    return text


def _small_number(rng):
    return "%s%d.%s" % (rng.choice(("", "-")), rng.randrange(1000), _digits(rng, rng.choice((1, 2, 3, 4))))


def _halfway(rng):
    """A value that ends in 5, or beside it: where rounding modes part ways."""
    text = "%s%d.%s5%s" % (rng.choice(("", "-")), rng.randrange(100), _digits(rng, rng.randrange(5)),
                           rng.choice(("", "", "0", "00", "1", "0001")))
    return text if rng.random() < 0.8 else text[:-1] + "49999999999999999999"


def _number(rng):
    way = rng.random()
    if way < 0.40:
        return _small_number(rng)
    if way < 0.85:
        return _random_number(rng)
    if way < 0.90:
        return _halfway(rng)
    return rng.choice(amounts.EXTREME_NUMBERS) if way < 0.992 else rng.choice(_BAD_NUMBERS)


def decimal_call(seed, index):
    """(operation, arguments) of one call of `decimal`."""
    rng = random.Random("decimal/%d/%d" % (seed, index))
    operation = rng.choice(_OPERATIONS)
    if operation == "sum":
        return operation, [_one_kind_of_wrong([_number(rng) for _ in range(rng.choice((0, 1, 2, 3, 5, 8)))])]
    if operation == "quantize":
        return operation, _quantize_arguments(rng)
    first = _number(rng)
    if operation in ("negate", "abs"):
        return operation, [first]
    return operation, _one_kind_of_wrong([first, _second(rng, first)])


def _one_kind_of_wrong(texts):
    """The contract does not say which error goes first: beside a text that is no number none is out of range."""
    if all(decimals.is_json_number(text) for text in texts):
        return texts
    return ["1" if decimals.is_json_number(text) and decimals.read(text)[0] is None else text for text in texts]


def _quantize_arguments(rng):
    text = _halfway(rng) if rng.random() < 0.6 else _number(rng)
    scale = rng.choice((0, 1, 2, 2, 3, 4, 6, 8, 18, 37, 38)) if rng.random() < 0.9 else rng.randrange(39)
    arguments = [text, scale]
    return arguments + [rng.choice(decimals.MODES)] if rng.random() < 0.95 else arguments


def _second(rng, first):
    """Often related to the first: equal, opposite, or written otherwise."""
    way = rng.random()
    if way < 0.88 or not decimals.is_json_number(first):
        return _number(rng)
    if way < 0.92:
        return first
    if way < 0.96:
        return first[1:] if first.startswith("-") else "-" + first
    ticks = decimals.read(first)[0]
    return _number(rng) if ticks is None else decimals.write(ticks, rng.randrange(39))


# --- canSpend --------------------------------------------------------------------------------------

_WRONG_AMOUNTS = ("0", "-1", "0.00", "", "+1", "1e3", "abc", "1.", " 1", "-0",
                  "100000000000000000000000000000000000000", "0." + "0" * 38 + "1")


def spend_call(seed, index, wallets):
    """(amount, selector) for a body whose report has these wallets."""
    rng = random.Random("spend/%d/%d" % (seed, index))
    selector = {}
    if wallets and rng.random() < 0.6:
        wallet = rng.choice(wallets)
        if wallet["id"] is not None and rng.random() < 0.6:
            selector["wallet"] = wallet["id"]
        if wallet["currency"] is not None and rng.random() < 0.6:
            selector["currency"] = wallet["currency"]
    if rng.random() < 0.15:
        selector[rng.choice(("wallet", "currency"))] = rng.choice(("nobody", "USD", "EUR", "101", "1"))
    if selector.get("currency") in ("nobody", "101", "1"):
        selector["currency"] = "TRY"
    if rng.random() < 0.01:
        selector["walet"] = "1"
    return _spend_amount(rng, wallets), selector


def _spend_amount(rng, wallets):
    if rng.random() < 0.04:
        return rng.choice(_WRONG_AMOUNTS)
    known = [wallet["amounts"]["spendable"] for wallet in wallets if "spendable" in wallet["amounts"]]
    if known and rng.random() < 0.7:
        ticks = decimals.read(rng.choice(known))[0] + rng.choice((0, 0, 1, -1, 10 ** 36, -(10 ** 36), 10 ** 38))
        if ticks > 0 and decimals.fits(ticks):
            return decimals.write(ticks, rng.choice((0, 2)))
    return rng.choice(("10.00", "0.01", "1", "0.00000001", "99999999999999999999999999999999999999"))


# --- diff ------------------------------------------------------------------------------------------

def second_body(seed, index, body):
    """The body a while later: some digits, some texts, or an unrelated one of the same kind."""
    rng = random.Random("later/%d/%d" % (seed, index))
    way = rng.random()
    if way < 0.12:
        return body
    if way < 0.25:
        return conductor.draw(seed, index + 1)[1]
    later = body
    for _ in range(rng.choice((1, 1, 2, 4))):
        later = _changed(rng, later)
    return later


def _changed(rng, body):
    """One digit behind another replaced, a status turned, or an element moved or lost."""
    way = rng.random()
    if way < 0.15:
        return body.replace(b'"active"', b'"frozen"', 1) if rng.random() < 0.5 else body.replace(b"POSTPAID",
                                                                                                 b"PREPAID", 1)
    if way < 0.3:
        return _without_element(rng, body)
    places = [match.start() for match in re.finditer(rb"(?<=[0-9.])[0-9]", body)]
    if not places:
        return body
    place = rng.choice(places)
    return body[:place] + rng.choice((b"0", b"1", b"4", b"9")) + body[place + 1:]


def _without_element(rng, body):
    """Cuts one `},` element boundary's first half away where the text then still stands, else changes nothing."""
    cuts = [match.end() for match in re.finditer(rb"\[\s*", body)]
    for start in cuts:
        end = body.find(b"},", start)
        if end > 0 and body[start:start + 1] == b"{" and b"{" not in body[start + 1:end]:
            return body[:start] + body[end + 2:]
    return body
