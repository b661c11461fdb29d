# SPDX-License-Identifier: Apache-2.0
"""Limits of use: the facet of a random profile, and the limits in the wallets of its bodies, most of them right.

The ends of periods lie around the case's `now`: at it, a little beside it, and dates alone at the bounds of 14 hours.
"""

import copy

from oracle import decimals

from . import amounts, moments
from .tree import Num, Obj

NAMES = ("daily", "monthly", "", "G\u00fcnl\u00fck", "daily")
WORDS = ("name", "limit", "used", "remaining", "resetsAt")
STRANGE = (None, True, [], Obj(), "", "1,00", Num("5"))


# --- the facet of a profile ------------------------------------------------------------------------

def add_to(plan):
    """Give the profile the facet, and mostly something to spend that limits may lower."""
    if plan.is_bare or not plan.amounts or not plan.chance(0.3):
        return
    of = plan.rng.choice(sorted(plan.amounts))
    entry = {"at": plan.stand("limits", "wallet"), "of": of}
    entry.update((word, plan.fresh()) for word in WORDS if word == "limit" or plan.chance(0.85))
    codes = {word: "limit_" + word for word in ("remaining", "exceeded") if plan.chance(0.8)}
    if codes or plan.chance(0.5):
        entry["codes"] = codes
    if plan.chance(0.4):
        entry["required"] = plan.chance(0.8)
    plan.limits = entry
    plan.profile["limits"] = _wrong(plan, entry) if plan.chance(0.01) else entry
    if plan.chance(0.75):
        _derive_spendable(plan, of)


def _derive_spendable(plan, of):
    derived = plan.profile.setdefault("derive", [])
    if all(rule["amount"] != "spendable" for rule in derived):
        derived.append({"amount": "spendable", "as": of})


def _wrong(plan, entry):
    """A facet that is refused."""
    wrong = copy.deepcopy(entry)
    way = plan.rng.randrange(6)
    if way < 3:
        del wrong[("at", "of", "limit")[way]]
    elif way == 3:
        wrong[plan.rng.choice(("limits", "left", "id"))] = "left"
    elif way == 4:
        name = plan.rng.choice(("at", "of", "limit", "used", "name", "codes", "required"))
        wrong[name] = plan.rng.choice((7, [], 1.5))
    else:
        wrong.update(plan.rng.choice(({"of": "nobody"}, {"codes": {"owner": "x"}}, {"codes": {"exceeded": 1}},
                                      {"codes": {"remaining": "a b"}}, {"at": "x"}, {"at": ""})))
    return wrong


# --- limits in a body ------------------------------------------------------------------------------

def set_now(case):
    """A `now` among the options, mostly, so that the ends of periods can lie around it; its seconds."""
    rng = case.rng
    now = rng.choice(moments.NOWS)
    if case.chance(0.4):
        now = moments.now_at_bound(rng, now)
    now = min(max(now, -62167219200), 253402300799)
    if case.chance(0.65):
        case.options["now"] = moments.rfc3339(rng, now)
    return now


class Limits:
    """Makes the limits of one wallet: `write(ticks)` writes an amount as the profile says that it comes."""

    def __init__(self, case, entry, now, digits, write):
        self.case = case
        self.rng = case.rng
        self.entry = entry
        self.now = now
        self.digits = digits
        self.write = write

    def make(self):
        """A list, or one object; now and then an element that is none."""
        if self.case.chance(0.35):
            return self._limit()
        listed = [self._limit() for _ in range(self.rng.choice((0, 1, 1, 2, 2, 3)))]
        if self.case.chance(0.02):
            listed.insert(self.rng.randrange(len(listed) + 1), copy.deepcopy(self.rng.choice((None, [], "x", True))))
        return listed

    def _limit(self):
        limit, used = self._amount(0.05), self._amount(0.1)
        if self.case.chance(0.85):
            limit, used = max(limit, used), min(limit, used)
        elif self.case.chance(0.15):
            used = limit
        left = limit - used
        if self.case.chance(0.2):
            left = amounts.tampered(self.rng, left, [limit, -used], self.digits, self.rng.choice(amounts.CAUSES))
        values = {"name": self.rng.choice(NAMES), "limit": self.write(limit), "used": self.write(used),
                  "remaining": self.write(left if decimals.fits(left) else limit), "resetsAt": self._end()}
        made = Obj(*((self.entry[word], values[word]) for word in WORDS if word in self.entry and self._is_there(word)))
        return self._spoilt(made)

    def _is_there(self, word):
        return not self.case.chance(0.2 if word in ("remaining", "resetsAt") else 0.07)

    def _amount(self, negative_share):
        if self.case.chance(0.015):
            return self.rng.choice((amounts.huge(self.rng), amounts.fine(self.rng)))
        return amounts.signed(self.rng, self.digits, negative_share)

    def _end(self):
        if self.case.chance(0.03):
            return self.rng.choice(moments.BAD + moments.BAD_DATES + moments.EDGES + moments.LEAP)
        if self.case.chance(0.4):
            return moments.date_near(self.rng, self.now)
        return moments.rfc3339(self.rng, moments.near(self.rng, self.now + self.rng.choice((0, 0, 40 * 86400))),
                               moments.fraction(self.rng))

    def _spoilt(self, limit):
        """A member that is null, of another type, or there twice."""
        if limit.pairs and self.case.chance(0.06):
            self.rng.choice(limit.pairs)[1] = None
        if limit.pairs and self.case.chance(0.015):
            self.rng.choice(limit.pairs)[1] = copy.deepcopy(self.rng.choice(STRANGE))
        if limit.pairs and self.case.chance(0.015):
            again = copy.deepcopy(self.rng.choice(limit.pairs))
            limit.pairs.insert(self.rng.randrange(len(limit.pairs) + 1), again)
        return limit
