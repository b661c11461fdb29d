# SPDX-License-Identifier: Apache-2.0
"""The gifts of a paywall wallet: their state at `now`, their flags, and the formula of their sum.

Source: providers.md, "paywall"; contract, "Gifts" in the fine print. Amounts are ticks (see `decimals`).
"""

from . import causes, decimals, times
from .json_strict import ARRAY, NUMBER
from .judge import ABSENT, VOID
from .texts import ascii_lower
from .wallet import decide

EXPIRED, COUNTED, UNDECIDED = "expired", "counted", "undecided"


class Gift:
    """One gift as read: its fields, what counts of it, and its standing at `now`."""

    def __init__(self, judge, place, index):
        self.name = "gifts/%d" % index
        self.place = place
        self.id = judge.optional_string(place, "Id")
        self.owner = judge.optional_string(place, "WalletId")
        self.amount = judge.optional_amount(place, "Amount", NUMBER)
        self.remaining = judge.optional_amount(place, "RemainingAmount", NUMBER)
        expiration = judge.optional_string(place, "ExpirationDate")
        self.expiration = judge.moment(place, expiration, times.parse_expiration)
        self.is_unlimited = judge.optional_boolean(place, "IsUnlimited")
        self.is_fully_used = judge.optional_boolean(place, "IsFullyUsed")
        self.counts = self.amount if self.remaining.state == ABSENT else self.remaining
        self.standing = _standing(self.expiration, judge.settings.now)

    @property
    def is_date_unusable(self):
        return self.expiration.state == VOID

    def state(self, now):
        """The first that fits of used, expired, ambiguous, unknown, active; None where it cannot be said."""
        if not self.counts.has_value:
            return None
        if self.counts.value == 0:
            return "used"
        if self.is_date_unusable:
            return None
        if self.standing == UNDECIDED:
            return "unknown" if now is None else "ambiguous"
        return "expired" if self.standing == EXPIRED else "active"

    def printed(self, now, scale_min):
        return {"id": self.id.value, "amount": _printed(self.amount, scale_min),
                "remaining": _printed(self.remaining, scale_min),
                "expiresAt": self.expiration.value.printed if self.expiration.has_value else None,
                "state": self.state(now)}


def _printed(field, scale_min):
    return decimals.write(field.value, scale_min) if field.has_value else None


def _standing(expiration, now):
    """A gift is expired from its instant on; a date alone is ambiguous for 14 hours either side."""
    if not expiration.has_value:
        return COUNTED
    if now is None:
        return UNDECIDED
    end = expiration.value
    if isinstance(end, times.Moment):
        return EXPIRED if now.instant >= end.instant else COUNTED
    if now.instant < end.ambiguous_from:
        return COUNTED
    return EXPIRED if now.instant > end.ambiguous_to else UNDECIDED


def read_and_check(judge, place, wallet, owner, stated):
    """Read `GiftBalances` into the wallet and decide TotalGiftBalance = the sum of the gifts."""
    listed = judge.required(place, "GiftBalances", ARRAY)
    if not listed.has_value:
        return
    gifts, complete = [], True
    for index, gift_place in enumerate(judge.objects_of(listed, place)):
        if gift_place is None:
            complete = False
            continue
        gift = Gift(judge, gift_place, index)
        gifts.append(gift)
        _check_gift(judge, wallet, owner, gift)
    wallet.gifts = [gift.printed(judge.settings.now, wallet.scale_min) for gift in gifts]
    if complete and stated.has_value:
        _check_total(judge, place, wallet, stated, gifts)


def _check_gift(judge, wallet, owner, gift):
    place = gift.place
    judge.judge_precision(place, gift.amount, wallet.minor_units)
    judge.judge_precision(place, gift.remaining, wallet.minor_units)
    if gift.amount.state == ABSENT and gift.remaining.state == ABSENT:
        judge.find("member.missing", "invalid", place.wallet, gift.amount.path, place.node.offset)
    if owner is not None and gift.owner.has_value and ascii_lower(gift.owner.value) != owner:
        judge.find_at("paywall.gift_owner", "fail", place, gift.owner)
    if _is_remaining_wrong(gift):
        judge.find_at("paywall.gift_remaining", "fail", place, gift.remaining)
    if gift.is_fully_used.value and gift.counts.has_value and gift.counts.value != 0:
        judge.find_at("paywall.gift_flags", "warn", place, gift.is_fully_used)
    if gift.is_unlimited.value and gift.expiration.has_value:
        judge.find_at("paywall.gift_flags", "warn", place, gift.is_unlimited)


def _is_remaining_wrong(gift):
    """RemainingAmount below zero or above Amount."""
    if not gift.remaining.has_value:
        return False
    return gift.remaining.value < 0 or (gift.amount.has_value and gift.remaining.value > gift.amount.value)


def _check_total(judge, place, wallet, stated, gifts):
    """A sum of gifts needs only what it adds, and the date of every gift."""
    if any(gift.is_date_unusable for gift in gifts):
        return
    counted = [gift for gift in gifts if gift.standing != EXPIRED]
    if not all(gift.counts.has_value for gift in counted):
        return
    terms = [causes.Term(gift.name, 1, gift.counts.value, gift.counts.written) for gift in counted]
    expected = sum(term.ticks for term in terms)
    reason = _undecided_reason(judge, stated.value, expected, counted)
    if reason and decimals.fits(expected):
        judge.undecided("paywall.gift_total", place, stated, expected, reason, wallet.scale_min)
    else:
        decide(judge, place, wallet, "paywall.gift_total", stated, terms, _own_causes(gifts, counted, expected))


def _undecided_reason(judge, stated, expected, counted):
    """Why a total between the least and the greatest sum cannot be decided; None where it can."""
    doubtful = [gift.counts.value for gift in counted if gift.standing == UNDECIDED and gift.counts.value]
    if not doubtful:
        return None
    if judge.settings.now is None and stated == expected:
        return None
    low = expected - sum(value for value in doubtful if value > 0)
    high = expected - sum(value for value in doubtful if value < 0)
    if not low <= stated <= high:
        return None
    return "now_unknown" if judge.settings.now is None else "expiry_ambiguous"


def _own_causes(gifts, counted, expected):
    """The profile's causes, in the order of the page, with the sum that each would have given."""
    found = []
    if counted and all(gift.amount.has_value and gift.remaining.has_value for gift in counted):
        found.append(("counted_original", sum(gift.amount.value for gift in counted)))
    expired = [gift for gift in gifts if gift.standing == EXPIRED]
    if expired and all(gift.counts.has_value for gift in expired):
        found.append(("counted_expired", expected + sum(gift.counts.value for gift in expired)))
    return found
