# SPDX-License-Identifier: Apache-2.0
"""Bodies of paywint, payop and juicyway: right ones for the most part, with amounts gone wrong on purpose."""

from oracle import decimals

from . import amounts, moments
from .tree import Num, Obj
from .wallets import NAMES, extras, maybe_list, pick_code, uuid


def set_clock(case, share_now=0.7):
    """A `now`, often a `maxAge` with it; returns the seconds of now."""
    rng = case.rng
    now = rng.choice(moments.NOWS) + rng.choice((0, 0, rng.randrange(86400)))
    now = min(now, 253402300799)
    if case.chance(share_now):
        case.options["now"] = moments.rfc3339(rng, now, rng.choice(("", "", "5", "350897", "000")))
        if case.chance(0.6):
            age = rng.choice((0, 1, 60, 3600, 86400, 40 * 86400))
            case.options["maxAge"] = rng.choice((age, str(age), "%d.0" % age, "%d.350897" % age, "0.5"))
    return now


# --- paywint ---------------------------------------------------------------------------------------

def paywint(case):
    rng = case.rng
    now = set_clock(case, 0.5)
    if case.chance(0.25):
        case.options["currency"] = pick_code(case, 0.0)
    code = case.options.get("currency", "USD")
    digits = case.minor_units(code)
    current = _amount(case, digits)
    available = current - rng.choice((0, 0, amounts.ordinary(rng, digits), -amounts.ordinary(rng, digits)))
    data = Obj(("id", rng.choice((uuid(rng), "not a uuid", "", rng.choice(NAMES)))),
               ("user_id", uuid(rng)), ("wallet_type", "user"),
               ("current_balance", _number(case, current, digits)),
               ("available_balance", _number(case, available, digits)))
    case.tree = Obj(("success", True), ("message", "Operation completed."),
                    ("data", None if case.chance(0.04) else extras(case, data)),
                    ("queryGeneratedTime", _unix_time(case, now)))
    extras(case, case.tree)


def _unix_time(case, now):
    rng = case.rng
    way = rng.random()
    if way < 0.1:
        return None
    if way < 0.16:
        return Num(rng.choice(("-1", "-0", "-0.0", "0", "0e-31", "0e-30", "253402300799", "253402300800",
                               "1718006400350",
                               "1.7180064e9", "17180064000e-1", "1718006400.0", "1e400", "1e-400", "1e-38", "1e-30",
                               "1e-31",
                               "0.1234567890123456789012345678901", "253402300799.99999999999999999999999999",
                               "-1e-400", "0.5")))
    seconds = min(max(moments.near(rng, now), 0), 253402300799)
    digits = moments.fraction(rng)[:20]
    return Num("%d%s" % (seconds, "." + digits if digits else ""))


def _amount(case, digits, negative_share=0.08):
    rng = case.rng
    if case.chance(0.02):
        return amounts.huge(rng)
    if case.chance(0.03):
        return amounts.fine(rng)
    return amounts.signed(rng, digits, negative_share)


def _number(case, ticks, digits):
    if case.chance(0.012):
        return amounts.odd(case.rng, False)
    return amounts.number(case.rng, ticks, digits)


# --- payop -----------------------------------------------------------------------------------------

def payop(case):
    rng = case.rng
    now = set_clock(case)
    time = moments.any_text(rng, moments.near(rng, now))
    count = rng.choice((1, 1, 2, 2, 3, 4)) if not case.chance(0.04) else 0
    case.tree = Obj(("snapshotAt", time), ("currencies", [_payop_wallet(case) for _ in range(count)]))
    if case.chance(0.02):
        case.tree.set("message", rng.choice(("ok", None, ["x"])))
    extras(case, case.tree)


def _payop_wallet(case):
    code = pick_code(case)
    digits = case.minor_units(code)
    terms = [_amount(case, digits, 0.15) for _ in range(4)]
    balance = Obj(*((name, _string(case, ticks, digits))
                    for name, ticks in zip(("available", "referral", "pending", "reserve"), terms)))
    if case.chance(0.85):
        balance.set("total", _string(case, _stated(case, terms, digits), digits))
    return extras(case, Obj(("code", code), ("balance", extras(case, balance))))


def _stated(case, terms, digits):
    """The total that the terms make, or one gone wrong."""
    expected = sum(terms)
    if case.chance(0.4):
        return amounts.tampered(case.rng, expected, terms, digits, case.rng.choice(amounts.CAUSES))
    return expected if decimals.fits(expected) else amounts.huge(case.rng)


def _string(case, ticks, digits):
    if case.chance(0.008):
        return amounts.odd(case.rng, True)
    return amounts.string(case.rng, ticks, digits)


# --- juicyway --------------------------------------------------------------------------------------

def juicyway(case):
    if case.chance(0.65):
        case.options["unit"] = case.rng.choice(("major", "minor", "minor"))
    if case.chance(0.08):
        set_clock(case, 1.0)
    case.tree = Obj(("data", maybe_list(case, lambda: _juicyway_wallet(case))))
    extras(case, case.tree)


def _juicyway_wallet(case):
    rng = case.rng
    code = pick_code(case)
    identity = rng.choice((uuid(rng), uuid(rng), "w-1", rng.choice(NAMES)))
    status = rng.choice(("active", "active", "active", "frozen", "deleted", "Active", "closed"))
    digits = 0 if case.options.get("unit") == "minor" else case.minor_units(code)
    balance = Obj(("amount", _number(case, _amount(case, digits), digits)), ("currency", code))
    wallet = Obj(("account_id", uuid(rng)), ("balance", extras(case, balance)), ("customer_id", uuid(rng)),
                 ("id", identity), ("payment_methods", [Obj(("account_number", "3515200757"), ("address", None))]),
                 ("status", status))
    if case.chance(0.8):
        wallet.set("events", _events(case, identity, status))
    if case.chance(0.35):
        wallet.set("currency", code if case.chance(0.8) else rng.choice(("USD", "EUR", "usd", None)))
    return extras(case, wallet)


def _events(case, identity, status):
    rng = case.rng
    if case.chance(0.04):
        return rng.choice((None, []))
    seconds = rng.choice(moments.NOWS[:4])
    events = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        events.append(_event(case, identity, seconds))
        seconds += rng.choice((0, 0, 1, 86400, -3600))
    if case.chance(0.6):
        told = {"active": rng.choice(("create", "unfreeze")), "frozen": "freeze", "deleted": "delete"}.get(status,
                                                                                                           "create")
        events[-1].set("action", told)
    if case.chance(0.3):
        rng.shuffle(events)
    return events


def _event(case, identity, seconds):
    rng = case.rng
    action = rng.choice(("create", "create", "unfreeze", "freeze", "delete", "create", "unfreeze", "freeze", "audit",
                         "", None))
    time = moments.rfc3339(rng, seconds, moments.fraction(rng), 0.3) if case.chance(0.9) else moments.any_text(rng,
                                                                                                               seconds)
    if case.chance(0.03):
        time = rng.choice(("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", None))
    owner = identity if case.chance(0.8) else rng.choice((uuid(rng), None, identity.upper()))
    return Obj(("action", action), ("id", uuid(rng)), ("inserted_at", time), ("reason", None), ("wallet_id", owner))
