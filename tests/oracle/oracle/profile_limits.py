# SPDX-License-Identifier: Apache-2.0
"""The limits of use of one wallet: read, judged, and what they leave of what the wallet may spend.

core/profiles/README.md, the facet `limits`. A limit is judged like a gift: its amounts have the unit and the carrier of
one of the wallet's amounts, its end is an instant or a date alone. It is read after all rules, so that rules see what
the provider says, and only the report has the lesser `spendable`.
"""

from . import decimals, times
from . import profile_amounts as amounts
from . import profile_rules as rules
from .causes import Term
from .judge import ABSENT, Place
from .json_strict import ARRAY, OBJECT, STRING
from .profile_members import Fact, follow, typed


class Limit:
    """One limit as read; `index` is its place among the report's limits of the wallet."""

    def __init__(self, judge, spec, place, index):
        self.place = place
        self.index = index
        self.name = typed(judge, _member(judge, spec, place, "name"), STRING)
        self.limit, self.used, self.stated = (
            amounts.parse(judge, _member(judge, spec, place, word), spec.amount.carrier)
            for word in ("limit", "used", "remaining"))
        self.resets_at = typed(judge, _member(judge, spec, place, "resetsAt"), STRING)
        judge.moment(place, self.resets_at, times.parse_expiration)

    @property
    def amounts(self):
        return self.limit, self.used, self.stated

    @property
    def limits_nothing(self):
        return self.limit.state == ABSENT and self.stated.state == ABSENT

    @property
    def remaining(self):
        """In ticks, stated or else limit - used; None where it is not known."""
        if self.stated.state != ABSENT:
            return self.stated.value if self.stated.has_value else None
        if not (self.limit.has_value and self.used.has_value):
            return None
        left = self.limit.value - self.used.value
        return left if decimals.fits(left) else None

    def may_be_over(self, now):
        """Whether `now` may lie in another period; a date alone may end 14 hours before its day begins in UTC."""
        if self.resets_at.state == ABSENT:
            return False
        if not self.resets_at.has_value:
            return True
        end = self.resets_at.value
        first = end.instant if isinstance(end, times.Moment) else end.ambiguous_from
        return now is not None and now.instant >= first

    def printed(self, scale_min):
        def amount(ticks):
            return None if ticks is None else decimals.write(ticks, scale_min)
        return {"name": self.name.value, "limit": amount(self.limit.value), "used": amount(self.used.value),
                "remaining": amount(self.remaining),
                "resetsAt": self.resets_at.value.printed if self.resets_at.has_value else None}


def _member(judge, spec, place, word):
    """A Fact of one of a limit's members; absent where the profile does not name it."""
    name = spec.names.get(word)
    return Fact(ABSENT) if name is None else follow(judge, place, (name,), False)


def read_and_check(reader, standing, wallet):
    """Read the limits into the wallet, judge them, and lower its `spendable` to what they leave."""
    judge, spec = reader.judge, reader.profile.limits
    places, is_complete = _places(judge, spec, standing.first)
    limits = [Limit(judge, spec, place, index) for index, place in enumerate(places)]
    _settle(reader, spec, standing, wallet, limits)
    for limit in limits:
        _check_remaining(judge, spec, wallet, limit)
        _check_exceeded(judge, spec, limit)
    wallet.limits = [limit.printed(wallet.scale_min) for limit in limits]
    _cap(wallet, limits, is_complete, judge.settings.now)


def _places(judge, spec, place):
    """(places of the limits, whether all could be read): one object, or the objects of a list."""
    held = follow(judge, place, spec.member.tokens, spec.member.is_required)
    if held.has_value and held.kind == OBJECT:
        return [Place(held.value, held.path, place.wallet)], True
    if not typed(judge, held, ARRAY).has_value:
        return [], held.state == ABSENT
    elements = [Place(node, "%s/%d" % (held.path, index), place.wallet) for index, node in enumerate(held.value)]
    for element in elements:
        if element.node.kind != OBJECT:
            judge.find("member.type", "invalid", place.wallet, element.path, element.node.offset)
    objects = [element for element in elements if element.node.kind == OBJECT]
    return objects, len(objects) == len(elements)


# --- units -----------------------------------------------------------------------------------------

def _settle(reader, spec, standing, wallet, limits):
    """Bring the amounts to major units. Where the wallet's unit is not known they stay as they are, as gifts do."""
    if wallet.unit is None or not limits:
        return
    unit = spec.amount.unit
    digits = amounts.digits_of(reader, unit, standing, wallet.currency, wallet.minor_units)
    is_counted = amounts.is_counted(unit, reader.judge.settings)
    for fact in [fact for limit in limits for fact in limit.amounts]:
        if digits is None and fact.has_value:      # the wallet's other amounts have a unit, these do not
            reader.judge.find_of("amount.unit", "unverifiable", fact)
            fact.void()
        else:
            amounts.in_major(reader.judge, fact, digits, wallet.minor_units, is_counted)


# --- checks ----------------------------------------------------------------------------------------

def _check_remaining(judge, spec, wallet, limit):
    """remaining = limit - used, where the provider states all three."""
    if "remaining" not in spec.codes or not all(fact.has_value for fact in limit.amounts):
        return
    terms = [Term("limits/%d/%s" % (limit.index, word), sign, fact.value, fact.written)
             for word, sign, fact in (("limit", 1, limit.limit), ("used", -1, limit.used))]
    rules.decide(judge, spec.code("remaining"), "fail", limit.stated, terms, wallet)


def _check_exceeded(judge, spec, limit):
    if "exceeded" not in spec.codes or not (limit.limit.has_value and limit.used.has_value):
        return
    if limit.used.value > limit.limit.value:
        judge.find_of(spec.code("exceeded"), "fail", limit.used)


# --- what may be spent -----------------------------------------------------------------------------

def _cap(wallet, limits, is_complete, now):
    """The least of `spendable` and of what remains of each limit, and nothing where less than nothing remains.

    It is not known where a limit is not: one that could not be read, or whose period may be over.
    """
    if "spendable" not in wallet.amounts:
        return
    limits = [limit for limit in limits if not limit.limits_nothing]
    if not is_complete or any(limit.remaining is None or limit.may_be_over(now) for limit in limits):
        del wallet.amounts["spendable"]
        return
    for limit in limits:
        wallet.amounts["spendable"] = min(wallet.amounts["spendable"], max(limit.remaining, 0))
