# SPDX-License-Identifier: Apache-2.0
"""Bodies of paywall: balances, gifts around `now`, overdrafts, and stated totals gone wrong on purpose."""

from oracle import decimals

from . import amounts, moments
from .simple_providers import set_clock
from .tree import Num, Obj
from .wallets import NAMES, extras, maybe_list, pick_code, uuid

CAUSES = amounts.CAUSES + ("counted_original", "counted_expired")


class _Gift:
    """A gift being made: what it states, and whether a sum counts it, cannot tell, or leaves it out."""

    def __init__(self, node, amount, remaining, standing):
        self.node = node
        self.amount = amount
        self.remaining = remaining
        self.standing = standing


def paywall(case):
    rng = case.rng
    if case.chance(0.6):
        case.options["currency"] = pick_code(case, 0.0)
    now = rng.choice(moments.NOWS[:6])
    if case.chance(0.7):
        now = moments.now_at_bound(rng, now) if case.chance(0.4) else now + rng.randrange(86400)
        case.options["now"] = moments.rfc3339(rng, now, rng.choice(("", "", "000", "001")))
    elif case.chance(0.1):
        set_clock(case, 1.0)
    value = None if case.chance(0.02) else maybe_list(case, lambda: _wallet(case, now), 0.25)
    case.tree = Obj(("IsSuccess", True), ("IsFailure", False), ("Value", value))
    if case.chance(0.08):
        case.tree.set("Errors", rng.choice((None, [], ["limited"], Obj(), Obj(("a", Num("1"))), "", "late", Num("0"),
                                            False)))
    extras(case, case.tree)


def _wallet(case, now):
    code = case.options.get("currency")
    digits = 2 if code is None else case.minor_units(code)
    identity = uuid(case.rng)
    gifts = [_gift(case, identity, now, digits) for _ in range(case.rng.choice((0, 0, 0, 1, 1, 2, 2, 3, 4)))]
    cash, blocked = _amount(case, digits, 0.1), _amount(case, digits, 0.04)
    gift = _gift_total(case, gifts, digits)
    total = _stated(case, [cash, gift], digits, 0.15)
    available = _stated(case, [cash, gift, -blocked], digits, 0.15)
    wallet = Obj(("Id", identity), ("Name", case.rng.choice(NAMES)), ("Alias", "2816220769"),
                 ("WalletBalance", _number(case, cash, digits)), ("GiftBalances", [g.node for g in gifts]),
                 ("TotalGiftBalance", _number(case, gift, digits)), ("BlockedBalance", _number(case, blocked, digits)),
                 ("TotalBalance", _number(case, total, digits)), ("AvailableBalance", _number(case, available, digits)))
    _overdraft(case, wallet, available, digits)
    return extras(case, wallet)


def _overdraft(case, wallet, available, digits):
    rng = case.rng
    if case.chance(0.92):
        wallet.set("AllowOverdraft", rng.choice((True, False, False, None)))
    if case.chance(0.92):
        limit = rng.choice((0, 0, amounts.ordinary(rng, digits), abs(available), abs(available) - amounts.unit(digits)))
        if case.chance(0.03):
            limit = -amounts.ordinary(rng, digits)
        wallet.set("OverdraftLimit", None if case.chance(0.02) else _number(case, limit, digits))


def _amount(case, digits, negative_share):
    if case.chance(0.012):
        return amounts.huge(case.rng)
    if case.chance(0.015):
        return amounts.fine(case.rng)
    return amounts.signed(case.rng, digits, negative_share)


def _number(case, ticks, digits):
    if case.chance(0.004):
        return amounts.odd(case.rng, False)
    return amounts.number(case.rng, ticks, digits)


def _stated(case, terms, digits, wrong_share):
    expected = sum(terms)
    if case.chance(wrong_share):
        return amounts.tampered(case.rng, expected, terms, digits, case.rng.choice(amounts.CAUSES))
    return expected if decimals.fits(expected) else amounts.huge(case.rng)


def _gift(case, owner, now, digits):
    rng = case.rng
    amount = amounts.ordinary(rng, digits) if not case.chance(0.01) else amounts.huge(rng)
    remaining = _remaining(case, amount, digits)
    expiration, standing = _expiration(case, now)
    node = Obj(("Id", uuid(rng)), ("WalletId", owner if case.chance(0.95) else rng.choice((uuid(rng), owner.lower(),
                                                                                           owner.upper(), None))),
               ("Amount", _number(case, amount, digits)), ("RemainingAmount", _number(case, remaining, digits)),
               ("ExpirationDate", expiration), ("IsUnlimited", expiration is None or case.chance(0.03)),
               ("Description", rng.choice(NAMES)), ("IsUsed", remaining != amount),
               ("IsFullyUsed", (remaining == 0) != case.chance(0.03)), ("IsPartiallyUsed", None))
    if case.chance(0.12):
        node.drop(rng.choice(("Id", "WalletId", "ExpirationDate", "IsUnlimited", "IsFullyUsed")))
    if case.chance(0.15):
        remaining = amount
        node.drop("RemainingAmount") if case.chance(0.5) else node.set("RemainingAmount", None)
    elif case.chance(0.04):
        node.drop("Amount") if case.chance(0.7) else node.set("Amount", None)
    if case.chance(0.005):
        node.drop("Amount"), node.drop("RemainingAmount")
    return _Gift(extras(case, node, 0.04), amount, remaining, standing)


def _remaining(case, amount, digits):
    """All of it, a part in whole minor units, nothing, or what cannot be: below zero or above the amount."""
    rng, unit = case.rng, amounts.unit(digits)
    part = amount if case.chance(0.4) else amount * rng.randrange(11) // 10 // unit * unit
    if case.chance(0.02):
        return rng.choice((-part, amount + unit))
    return 0 if case.chance(0.08) else part


def _expiration(case, now):
    """(text or None, standing): `now` stands for the clock only where the options name it."""
    rng = case.rng
    way = rng.random()
    if way < 0.35:
        return None, "counted"
    if way < 0.40:
        return rng.choice(moments.BAD + moments.BAD_DATES + moments.LEAP + moments.EDGES), "counted"
    if way < 0.62:
        return _date(rng, now)
    seconds = moments.near(rng, now)
    text = moments.rfc3339(rng, seconds, rng.choice(("", "000", "123", "123456", "1234567")), 0.2)
    return text, "expired" if seconds <= now else "counted"


def _date(rng, now):
    text = moments.date_near(rng, now)
    begin = [now // 86400 + step for step in range(-32, 32) if moments.date(now // 86400 + step) == text]
    if not begin:
        return text, "counted"
    begin = begin[0] * 86400
    if begin - 14 * 3600 <= now <= begin + 38 * 3600:
        return text, "doubtful"
    return text, "counted" if now < begin else "expired"


def _gift_total(case, gifts, digits):
    """The sum that is due, a sum that doubt allows, or one gone wrong."""
    if case.chance(0.03):
        return _amount(case, digits, 0.1)
    counted = [gift for gift in gifts if gift.standing != "expired"]
    terms = [gift.remaining for gift in counted]
    expected = sum(terms)
    if case.chance(0.25):
        cause = case.rng.choice(CAUSES + ("counted_original", "counted_expired"))
        expected = _gone_wrong(case, gifts, counted, terms, digits, cause)
    elif case.chance(0.5):
        expected -= sum(gift.remaining for gift in counted if gift.standing == "doubtful" and case.chance(0.5))
    return expected if decimals.fits(expected) else amounts.huge(case.rng)


def _gone_wrong(case, gifts, counted, terms, digits, cause):
    if cause == "counted_original":
        return sum(gift.amount for gift in counted)
    if cause == "counted_expired":
        return sum(gift.remaining for gift in gifts)
    return amounts.tampered(case.rng, sum(terms), terms, digits, cause)
