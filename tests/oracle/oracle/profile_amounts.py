# SPDX-License-Identifier: Apache-2.0
"""The amounts of one wallet: read, summed over lists, brought to major units, and judged for their digits.

core/profiles/README.md, `amounts` and `unit`; contract, "Decimals" and "Currencies". Rules are not known here.
"""

import copy

from . import decimals
from .judge import ABSENT, VALUE, VOID, Place
from .json_strict import ARRAY, NUMBER, OBJECT, STRING, TWIN, pointer_token
from .profile_expression import all_hold
from .profile_language import BODY
from .profile_members import Fact, follow, is_integer

DIGITS_MAX = 38


# --- reading ---------------------------------------------------------------------------------------

def parse(judge, fact, carrier):
    """A Fact of a node to one of ticks; what does not parse, and the other form, are said."""
    if not fact.has_value:
        return fact
    node, form = fact.value, fact.kind
    fact.void()
    if form not in (NUMBER, STRING):
        judge.find_of("member.type", "invalid", fact)
    elif form == STRING and not decimals.is_string_amount(node.value):
        judge.find_of("amount.syntax", "invalid", fact)
    else:
        ticks, fact.written = decimals.read(node.value)
        if ticks is None:
            judge.find_of("amount.range", "invalid", fact)
            return fact
        fact.state, fact.value = VALUE, ticks
        if carrier != "either" and form != carrier:
            judge.find_of("amount.form", "warn", fact)
    return fact


def _read_single(reader, amount, place):
    judge, member = reader.judge, amount.member
    return parse(judge, follow(judge, place, member.tokens, member.is_required), amount.carrier)


def _read_sum(reader, amount, place):
    """A Fact with parts: the elements that count, by index or by name."""
    judge, member = reader.judge, amount.member
    fact = follow(judge, place, member.tokens, member.is_required)
    fact.parts = []
    if not fact.has_value:
        return fact
    node = fact.value
    if node.kind not in (ARRAY, OBJECT):
        fact.void()
        judge.find_of("member.type", "invalid", fact)
        return fact
    elements = node.value.items() if node.kind == OBJECT else enumerate(node.value)
    for name, element in elements:
        part = _read_part(reader, amount, place, fact.path, name, element)
        if part is not None:
            fact.parts.append(("%s/%s" % (amount.name, name), part))
    _add_parts(fact)
    if member.stands_in == BODY and fact.has_value and not decimals.fits(fact.value):   # not taken apart for each wallet
        fact.void()
    return fact


def _read_part(reader, amount, place, path, name, element):
    """One element, or None where `where` does not hold for it."""
    path = "%s/%s" % (path, pointer_token(str(name)))
    if element is TWIN or (amount.where is not None and amount.where.meets_twin(element)):
        return Fact(VOID, place.wallet, path)
    if amount.where is not None and not amount.where.holds(element):
        return None
    part = follow(reader.judge, Place(element, path, place.wallet), amount.of, True)
    return parse(reader.judge, part, amount.carrier)


def _add_parts(fact):
    if all(part.has_value for _, part in fact.parts):
        fact.state, fact.value = VALUE, sum(part.value for _, part in fact.parts)
    else:
        fact.void()


def _read(reader, amount, standing):
    read = _read_sum if amount.is_sum else _read_single
    fact = reader.once(amount.member, standing, lambda place: read(reader, amount, place))
    fact = copy.copy(fact)
    fact.amount = amount
    if fact.parts:
        fact.parts = [(name, copy.copy(part)) for name, part in fact.parts]
    return fact


def read_all(reader, standing):
    """Facts of the amounts that stand in the body or the wallet; those that the options give come later."""
    return {name: _read(reader, amount, standing)
            for name, amount in reader.profile.amounts.items() if not amount.is_option}


def of_options(profile, facts, settings, wallet_id):
    """The credit limit, where the options say it and its conditions hold."""
    for name, amount in profile.amounts.items():
        if not amount.is_option:
            continue
        limit = settings.credit_limit
        limit = limit.get(wallet_id) if isinstance(limit, dict) else limit
        fact = Fact(ABSENT)
        if limit is not None and all_hold(amount.when, facts):
            fact = Fact(VALUE, None, None, None, limit)
            fact.written = decimals.scale_of(limit)
        fact.amount = amount
        facts.amounts[name] = fact


# --- units -----------------------------------------------------------------------------------------

def digits_of(reader, unit, standing, code, minor_units):
    """How many digits an integer of this unit is moved by, 0 for major ones; None where that is not known."""
    word = unit.word
    if word == "option":
        word = reader.judge.settings.unit
    if word == "major":
        return 0
    if word == "minor":
        return unit.minor.get(code, minor_units)
    if unit.digits is not None:
        return unit.digits
    return _stated_digits(reader, unit, standing) if unit.member else None


def is_counted(unit, settings):
    """Whether its amounts are integers that count something smaller than the major unit."""
    return unit.word != "major" and not (unit.word == "option" and settings.unit == "major")


def _stated_digits(reader, unit, standing):
    def read(place):
        fact = follow(reader.judge, place, unit.member.tokens, unit.member.is_required)
        if not fact.has_value:
            return fact
        node = fact.value
        if node.kind != NUMBER or not is_integer(node.value) or not 0 <= int(node.value) <= DIGITS_MAX:
            fact.void()
            reader.judge.find_of("member.type", "invalid", fact)
        else:
            fact.value = int(node.value)
        return fact
    return reader.once(unit.member, standing, read).value


def settle(reader, facts, standing, wallet, currency):
    """Decide the wallet's unit, then bring every amount to major units, or say that this cannot be done."""
    settings = reader.judge.settings
    digits = {name: digits_of(reader, fact.amount.unit, standing, wallet.currency, wallet.minor_units)
              for name, fact in facts.items()}
    parsed = [digits[name] for name, fact in facts.items() if fact.has_value]
    wallet.unit = None if None in (parsed or digits.values()) else "major"
    for name, fact in facts.items():
        in_body = fact.amount.member.stands_in == BODY
        judge = _Once(reader.judge, reader.said_of_body.setdefault(name, set())) if in_body else reader.judge
        if wallet.unit is None:
            _unit_unknown(judge, fact, currency)
        else:
            in_major(judge, fact, digits[name], wallet.minor_units, is_counted(fact.amount.unit, settings))
        if in_body:
            judge.end()


def in_major(judge, fact, digits, minor_units, counted):
    """One amount, or the parts of a sum: integers are divided, what comes in major units is judged for its digits."""
    for single in [fact] if fact.parts is None else [part for _, part in fact.parts]:
        if counted:
            _divide(judge, single, digits, minor_units)
        else:
            judge.judge_precision(Place(None, single.path, single.wallet), single, minor_units)
    if fact.parts and fact.state == VALUE:
        _add_parts(fact)


class _Once:
    """The judge of an amount of the body: what is wrong with it is said for the first wallet for which it is wrong."""

    def __init__(self, judge, said):
        self.judge = judge
        self.said = said
        self.saying = set()

    def find_of(self, code, outcome, fact, **rest):
        if code not in self.said:
            self.saying.add(code)
            self.judge.find_of(code, outcome, fact, **rest)

    def judge_precision(self, _, fact, minor_units):
        if minor_units is None or not fact.has_value or fact.written <= minor_units:
            return
        if decimals.scale_of(fact.value) > minor_units:
            self.find_of("amount.precision", "fail", fact)
        else:
            self.find_of("amount.scale", "warn", fact)

    def end(self):
        self.said |= self.saying


def _unit_unknown(judge, fact, currency):
    """Not where the currency's member is there, or is required, and has no value: that was said."""
    if fact.has_value and decimals.fits(fact.value) and currency.state != VOID:
        judge.find_of("amount.unit", "unverifiable", fact)


def _divide(judge, fact, digits, minor_units):
    """An integer of 10^-digits: its own fraction first, then digits that the currency does not have."""
    if not fact.has_value or digits is None:      # None: of an element whose sum did not parse
        return
    quotient, rest = divmod(fact.value, 10 ** digits)
    if rest:
        fact.void()
        judge.find_of("amount.range", "invalid", fact)
        return
    too_fine = minor_units is not None and decimals.scale_of(quotient) > minor_units
    if decimals.scale_of(fact.value) > 0 or too_fine:
        judge.find_of("amount.precision", "fail", fact)
    elif fact.written > 0:
        judge.find_of("amount.scale", "warn", fact)
    fact.value = quotient
    fact.written += digits
