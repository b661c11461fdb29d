# SPDX-License-Identifier: Apache-2.0
"""Bodies of popup: lists with pagination headers, single wallets, currencies by id, credit limits."""

from oracle import decimals

from . import amounts
from .simple_providers import set_clock
from .tree import Num, Obj
from .wallets import COMMON_CODES, OVERRIDE_CODES, UNKNOWN_CODES, NO_MINOR_UNITS, extras

ODD_IDS = ("-0", "0", "-5", "1.0", "1e2", "10E0", "123456789012345678901234567890", "9007199254740993", "0.5", "-1.5",
           "1e400")
HEADER_ORDER = ("X-Page", "X-Per-Page", "X-Total-Count", "X-Total-Pages", "X-Page-Size", "X-Has-More")
ODD_HEADERS = ("", " 1", "1 ", "+1", "-1", "1.0", "0x1", "TRUE", "True", "yes", "\uff11", "1e1", "007", "0", "00",
               "123456789012345678901234567890", "99999999999999999999", "10000", "10001", "true", "false")


def popup(case):
    rng = case.rng
    if case.chance(0.65):
        case.options["currencies"] = _currencies(case)
    if case.chance(0.1):
        case.options["minorUnits"] = {"USDT": 6, "JPY": rng.randrange(3)}
    if case.chance(0.07):
        set_clock(case, 1.0)
    if case.chance(0.25):
        case.tree = _wallet(case, rng.randrange(1, 200))
    else:
        _list(case)
    if case.chance(0.45):
        _credit_limit(case)
    if case.chance(0.5) or (isinstance(case.tree, list) and case.chance(0.3)):
        case.options["headers"] = _headers(case)


def _currencies(case):
    rng = case.rng
    entries = {}
    for number in rng.sample(range(1, 6), rng.choice((0, 2, 3, 4, 5))):
        code = rng.choice(COMMON_CODES + UNKNOWN_CODES[:3] + NO_MINOR_UNITS[:2])
        entries[str(number)] = code
        if case.chance(0.25):
            entries[str(number)] = {"code": code}
        if case.chance(0.1):
            code = rng.choice(sorted(set(OVERRIDE_CODES) - {"JPY", "USD"}))
            entries[str(number)] = {"code": code, "minorUnits": OVERRIDE_CODES[code]}
    if case.chance(0.1):
        entries.update({"3": {"code": "JPY", "minorUnits": 0}, "4": {"minorUnits": 1, "code": "ZZZ"}})
    return entries


def _list(case):
    rng = case.rng
    count = 0 if case.chance(0.04) else rng.choice((1, 2, 3, 3, 4, 5))
    ids = sorted((rng.randrange(1, 300) for _ in range(count)), reverse=True)
    if case.chance(0.2):
        rng.shuffle(ids)
    if count > 1 and case.chance(0.1):
        ids[1] = ids[0]
    case.tree = [_wallet(case, number) for number in ids]


def _wallet(case, number):
    rng = case.rng
    currency_id = rng.choice((1, 1, 2, 3, 4, 5, 9))
    code = case.options.get("currencies", {}).get(str(currency_id))
    digits = case.minor_units(code if isinstance(code, str) else "USD")
    kind = rng.choice(("PREPAID", "PREPAID", "POSTPAID",
                       "POSTPAID")) if not case.chance(0.015) else rng.choice(("prepaid", "", "CREDIT"))
    ticks = amounts.signed(rng, digits, 0.1 if kind == "PREPAID" else 0.5)
    if case.chance(0.02):
        ticks = rng.choice((amounts.huge(rng), amounts.fine(rng)))
    amount = amounts.odd(rng, False) if case.chance(0.01) else amounts.number(rng, ticks, digits)
    return extras(case, Obj(("id", _id(case, number)), ("currency_id", _id(case, currency_id)),
                            ("amount", amount), ("type", kind)), 0.06)


def _id(case, number):
    if case.chance(0.012):
        return Num(case.rng.choice(ODD_IDS))
    return Num(str(number))


def _credit_limit(case):
    """One limit for all, or by id; often exactly at or beside a negative amount of the body."""
    rng = case.rng
    wallets = case.tree if isinstance(case.tree, list) else [case.tree]
    limits = {}
    for wallet in wallets:
        text = wallet.get("amount")
        ticks = decimals.read(text)[0] if isinstance(text, str) and decimals.is_json_number(text) else 0
        ticks = abs(ticks or 0) + rng.choice((0, 0, 1, -1, 1000)) * amounts.unit(2)
        limits[str(wallet.get("id"))] = decimals.write(max(ticks, 0) % (10 ** 38 * decimals.ONE), rng.choice((0, 2)))
    if case.chance(0.4) or not limits:
        case.options["creditLimit"] = rng.choice(sorted(limits.values()) + ["0", "500.00"])
    else:
        case.options["creditLimit"] = {key: value for key, value in limits.items() if case.chance(0.8)}


def _headers(case):
    """Headers that agree with the rows, then one or two of them changed."""
    rng = case.rng
    rows = len(case.tree) if isinstance(case.tree, list) else 1
    per_page = rng.choice((rows or 1, rows or 1, 50, 10, 20000, 10000))
    page = 1 if per_page > rows else rng.choice((1, 2, 3))
    count = (page - 1) * per_page + rows + (rng.choice((0, 1, 5)) if per_page == rows else 0)
    pages = -(-count // per_page)
    values = (page, per_page, count, pages, rows, "true" if page < pages else "false")
    headers = {name: str(value) for name, value in zip(HEADER_ORDER, values) if case.chance(0.85)}
    for name in list(headers):
        if case.chance(0.08):
            headers[name] = rng.choice(ODD_HEADERS) if case.chance(0.5) else str(rng.randrange(8))
    if "X-Has-More" in headers and case.chance(0.1):
        headers["X-Has-More"] = rng.choice(("true", "false"))
    if case.chance(0.3):
        headers = {rng.choice((name.lower(), name.upper(), name)): value for name, value in headers.items()}
    if case.chance(0.1):
        headers["Content-Type"] = "application/json"
    return headers
