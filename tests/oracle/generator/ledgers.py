# SPDX-License-Identifier: Apache-2.0
"""Ledgers for `reconcile`: what a client expects of the wallets of a report, right, nearly right or wrong."""

import json
import random

from oracle import decimals
from oracle.wallet import AMOUNT_NAMES

_WRONG_AMOUNTS = ("", "1.", "01", "+1", "1e3", " 1", "100000000000000000000000000000000000000", 1, 1.5, None, True, [])
_STRANGE = ("0", "-0.00", "99999999999999999999999999999999999999", "0.0000000000000000000000000000000000001",
            "-99999999999999999999999999999999999999", "12.340", "7", "0.80", "100000000000000000000.50")
_TOLERANCES = ("0", "0.00", "0.01", "0.005", "1", "100.0", "0.004", "199999999999999999999999999999999999999"[:38])
_CODES = ("USD", "EUR", "TRY", "XXX", "nobody")


def _write(ticks, digits):
    return decimals.write(ticks, digits) if decimals.fits(ticks) else "1.00"


def _swapped(rng, text):
    """Two neighbouring digits change places."""
    places = [i for i in range(len(text) - 1) if text[i].isdigit() and text[i + 1].isdigit()]
    if not places:
        return text
    place = rng.choice(places)
    swapped = text[:place] + text[place + 1] + text[place] + text[place + 2:]
    return swapped if decimals.is_string_amount(swapped) else text


def _near(rng, actual, others, digits):
    """What a ledger may say of an amount, in ticks; the ways are those that causes know, and some that none does."""
    unit = 10 ** (decimals.SCALE_MAX - digits)
    other = rng.choice(others) if others else unit
    return rng.choice((
        actual, actual, actual, actual + unit, actual - unit, actual + unit // 1000, actual - unit // 3,
        actual + unit // 2, actual - 6 * unit // 10, actual + unit // 10 ** 9, -actual, actual * 100, actual * unit,
        actual // 100, actual // 10 ** digits, other, other, actual + other, actual - other, actual + 2 * other,
        actual - 2 * other, actual + 3 * unit, 0, rng.randrange(10 ** 6) * unit))


def _sums(wallets):
    return {name: sum(decimals.read(wallet["amounts"][name])[0] for wallet in wallets)
            for name in AMOUNT_NAMES if wallets and all(name in wallet["amounts"] for wallet in wallets)}


def _amounts(rng, wallets):
    """Expected amounts of these wallets together."""
    known = _sums(wallets)
    digits = (wallets[0]["minorUnits"] if wallets else None) or rng.choice((0, 2))
    names = rng.sample(AMOUNT_NAMES, rng.choice((1, 1, 2, 3)))
    if known and rng.random() < 0.9:
        names = rng.sample(sorted(known), min(len(known), rng.choice((1, 2, 4))))
    return {name: _amount(rng, name, known, wallets, digits) for name in names}


def _amount(rng, name, known, wallets, digits):
    if name not in known or rng.random() < 0.03:
        return rng.choice(_STRANGE)
    others = [ticks for other, ticks in known.items() if other != name]
    others += [decimals.read(wallet["amounts"][name])[0] for wallet in wallets if rng.random() < 0.5]
    text = _write(_near(rng, known[name], others, digits), rng.choice((0, digits, digits, digits, 3)))
    return _swapped(rng, text) if rng.random() < 0.08 else text


def _by_id(rng, wallets):
    chosen = [wallet for wallet in wallets if wallet["id"] is not None and rng.random() < 0.8]
    named = {wallet["id"]: _amounts(rng, [wallet]) for wallet in chosen}
    if rng.random() < 0.1:
        named["nobody"] = _amounts(rng, [])
    return named


def _listed(rng, wallets):
    listed = [_listed_wallet(rng, wallet) for wallet in wallets if rng.random() < 0.8]
    if listed and rng.random() < 0.1:
        listed.append(json.loads(json.dumps(rng.choice(listed))))
    if rng.random() < 0.1:
        listed.append({"id": rng.choice((None, "nobody")), "currency": rng.choice(_CODES), "amounts": {"total": "1.00"}})
    rng.shuffle(listed)
    return listed


def _listed_wallet(rng, wallet):
    """As the snapshot has it, or a part of that."""
    way = rng.random()
    if way < 0.2 and wallet["amounts"]:
        names = ("id", "currency", "minorUnits", "unit", "kind", "status", "amounts", "gifts", "limits")
        return {name: wallet[name] for name in names if name in wallet}
    listed = {"amounts": _amounts(rng, [wallet])}
    for key in ("id", "currency"):
        if rng.random() < 0.7:
            listed[key] = wallet[key]
    if way < 0.25:
        listed["unit"] = rng.choice(("major", None))
    return listed


def _currencies(rng, wallets):
    codes = sorted({wallet["currency"] for wallet in wallets if wallet["currency"] is not None})
    named = {code: _amounts(rng, [wallet for wallet in wallets if wallet["currency"] == code])
             for code in codes if rng.random() < 0.7}
    if rng.random() < 0.1:
        named.setdefault(rng.choice(_CODES), {"available": "1.00"})
    return named


def _spoil(rng, ledger):
    """One thing that no ledger may say."""
    way = rng.randrange(8)
    if way == 0:
        ledger["tolerance"] = rng.choice(("-0.01",) + _WRONG_AMOUNTS)
    elif way == 1:
        ledger["complete"] = rng.choice(("true", 1, None))
    elif way == 2:
        ledger["walets"] = {}
    elif way == 3:
        ledger["wallets"] = rng.choice(({"a": {}}, {"a": {"totl": "1"}}, [{"id": 1, "amounts": {"total": "1"}}], [7], "a",
                                        [{"id": "a"}], [{"id": "a", "unit": "minor", "amounts": {"total": "1"}}]))
    elif way == 4:
        ledger["currencies"] = rng.choice(([], {"EUR": None}, {"EUR": {}}, None))
    elif way == 5:
        ledger["wallets"] = {"a": {"total": rng.choice(_WRONG_AMOUNTS)}}
    elif way == 6:
        return rng.choice(("", "[]", "{", "null", '{"wallets":{"a":{"total":"1","total":"1"}}}', '{}'))
    else:
        return json.dumps(ledger)[:-1]
    return json.dumps(ledger, ensure_ascii=False)


def ledger(seed, index, wallets):
    """The JSON text of a ledger for a report with these wallets."""
    rng = random.Random("ledger/%d/%d" % (seed, index))
    made = {}
    if rng.random() < 0.35:
        made["tolerance"] = rng.choice(_TOLERANCES)
    if rng.random() < 0.2:
        made["complete"] = rng.random() < 0.8
    if rng.random() < 0.75:
        made["wallets"] = _by_id(rng, wallets) if rng.random() < 0.4 else _listed(rng, wallets)
    if rng.random() < 0.6:
        made["currencies"] = _currencies(rng, wallets)
    if rng.random() < 0.03:
        return _spoil(rng, made)
    return json.dumps(made, ensure_ascii=False)
