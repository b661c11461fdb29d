# SPDX-License-Identifier: Apache-2.0
"""What a profile promises of one wallet, or of all of them: formulas, derived amounts, checks, unique texts, an order.

core/profiles/README.md; contract, "Report" and "Causes of a failed equality". A rule one of whose terms is missing or
did not parse is not evaluated. Derived amounts come first, so that formulas and checks may use them.
"""

import copy

from . import causes, decimals
from .judge import VALUE
from .profile_language import BODY
from .profile_expression import add, all_hold, says
from .profile_members import Fact, is_integer
from .texts import byte_order


class Facts:
    """All that is known of one wallet, by the names that rules use."""

    def __init__(self, profile, wallet, index):
        self.profile = profile
        self.wallet = wallet
        self.index = index
        self.amounts = {}
        self.flags = {}
        self.texts = {}
        self.shared = {name for name, amount in profile.amounts.items()
                       if not amount.is_option and amount.member.stands_in == BODY}

    def amount(self, name):
        """In ticks; of a sum also where it does not fit, since it counts by its elements."""
        fact = self.amounts.get(name)
        return fact.value if fact is not None and fact.has_value else None

    def flag(self, name):
        return self.flags[name].value if self.flags[name].has_value else None

    def text(self, name):
        fact = self.texts.get(name)
        return fact.value if fact is not None and fact.has_value else None

    def subject(self, name):
        """The fact of any of the names, as it stands for this wallet; None where there is none."""
        fact = self.amounts.get(name) or self.flags.get(name) or self.texts.get(name)
        return fact and self.of_wallet(fact)

    def of_wallet(self, fact):
        """A fact whose findings name the wallet, also where the member stands in the body."""
        fact = copy.copy(fact)
        fact.wallet = self.index
        return fact

    def is_known(self, name):
        if name in self.amounts:
            ticks = self.amount(name)
            return ticks is not None and decimals.fits(ticks)
        known = self.subject(name)
        return known is not None and known.has_value

    def is_unit_known(self):
        return self.wallet.unit is not None

    def comparable(self, names):
        """Amounts that are not divided can stand in one sum only where all of them have the same unit."""
        if self.wallet.unit is not None:
            return True
        amounts = [self.profile.amounts[name] for name in names if name in self.profile.amounts]
        return len({amount.unit.text for amount in amounts if not amount.is_option}) < 2


def _is_comparable(rule, facts, *names):
    return facts.comparable([term.name for term in rule.sum if term.name is not None] + list(names))


# --- formulas --------------------------------------------------------------------------------------

def judge_formulas(judge, profile, facts):
    for rule in profile.formulas:
        stated = facts.amounts.get(rule.spec["amount"])
        if stated is None or not stated.has_value or stated.path is None or not all_hold(rule.when, facts):
            continue
        if add(rule.sum, facts) is not None and _is_comparable(rule, facts, rule.spec["amount"]):
            terms = _terms(rule, facts)
            decide(judge, profile.code(rule.spec), rule.outcome, facts.of_wallet(stated), terms, facts.wallet)


def _minor_units(wallet):
    """Those of the amounts as they are: not known where their unit is not."""
    return None if wallet.unit is None else wallet.minor_units


def _terms(rule, facts):
    """The terms of a cause: a sum counts as its elements, a decimal has no name."""
    terms = []
    for term in rule.sum:
        fact = facts.amounts.get(term.name)
        if fact is None:
            terms.append(causes.Term(None, term.sign, term.ticks, term.written))
        elif fact.parts is not None and fact.amount.member.stands_in == BODY:
            written = max((part.written for _, part in fact.parts), default=0)
            terms.append(causes.Term(term.name, term.sign, fact.value, written))
        elif fact.parts is not None:
            terms += [causes.Term(name, term.sign, part.value, part.written) for name, part in fact.parts]
        else:
            terms.append(causes.Term(term.name, term.sign, fact.value, fact.written))
    return terms


def decide(judge, code, outcome, stated, terms, wallet):
    """Pass, the outcome with a cause, or unverifiable where the recomputed value is out of range."""
    expected, actual = sum(term.signed for term in terms), stated.value
    scale = wallet.scale_min
    rest = {"expected": decimals.write(expected, scale)} if decimals.fits(expected) else {}
    rest["actual"] = decimals.write(actual, scale)
    if not decimals.fits(expected):
        judge.find_of(code, "unverifiable", stated, **rest, reason="out_of_range")
        return
    judge.formulas += 1
    if expected == actual:
        if judge.settings.explain:
            judge.find_of(code, "pass", stated, **rest)
        return
    delta = actual - expected
    cause, term = causes.find(actual, expected, terms, _minor_units(wallet))
    if not decimals.fits(delta):
        rest.update(delta=None, cause="unknown")
    else:
        rest.update(delta=decimals.write(delta, scale), cause=cause)
        if term is not None:
            rest["term"] = term
    judge.find_of(code, outcome, stated, **rest)


# --- derived amounts -------------------------------------------------------------------------------

def _is_shared(rule, facts):
    """Whether every amount that is added stands in the body, so that the sum counts for all wallets, too."""
    names = [term.name for term in rule.sum if term.name is not None]
    return bool(names) and all(name in facts.shared for name in names)


def derive(profile, facts):
    """Amounts that the provider does not give, one after the other; the first that fits stands."""
    for rule in profile.derive:
        name = rule.spec["amount"]
        given = facts.amounts.get(name)
        if given is not None and given.state != "absent":
            continue
        ticks = add(rule.sum, facts)
        if ticks is None or not decimals.fits(ticks) or not _is_comparable(rule, facts):
            continue
        if all_hold(rule.when, facts):
            facts.amounts[name] = Fact(VALUE, None, None, None, ticks)
            facts.amounts[name].written = decimals.scale_of(ticks)
            facts.shared |= {name} if _is_shared(rule, facts) else set()


# --- checks ----------------------------------------------------------------------------------------

def judge_checks(judge, profile, facts):
    for rule in profile.checks:
        fact = facts.subject(rule.spec["at"])
        if fact is None or fact.path is None or not facts.is_known(rule.spec["at"]) or not all_hold(rule.when, facts):
            continue
        holds = says(rule.that, facts)
        code = profile.code(rule.spec)
        if holds is False:
            judge.find_of(code, rule.outcome, fact)
        elif holds is None and "unknown" in rule.spec:
            judge.find_of(code, "unverifiable", fact, reason=rule.spec["unknown"])


# --- all wallets -----------------------------------------------------------------------------------

def judge_unique(judge, profile, all_facts):
    """Each later twin of a text."""
    rule = profile.data.get("unique")
    seen = set()
    for fact in _texts(rule, all_facts):
        if fact.value in seen:
            judge.find_of(profile.code(rule), rule.get("outcome", "fail"), fact)
        seen.add(fact.value)


def _texts(rule, all_facts):
    if rule is None:
        return []
    found = [facts.texts.get(rule["of"]) for facts in all_facts]
    return [fact for fact in found if fact is not None and fact.has_value and fact.path is not None]


def judge_order(judge, profile, all_facts):
    """The first text that stands on the wrong side of the one before it."""
    rule = profile.data.get("order")
    before = None
    for fact in _texts(rule, all_facts):
        if before is not None and _is_wrong(before, fact.value, rule["direction"]):
            judge.find_of(profile.code(rule), rule.get("outcome", "fail"), fact)
            return
        before = fact.value


def _is_wrong(before, after, direction):
    least, most = (after, before) if direction == "descending" else (before, after)
    if is_integer(least) and is_integer(most):
        return int(least) > int(most)
    return byte_order(least) > byte_order(most)
