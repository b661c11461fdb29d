# SPDX-License-Identifier: Apache-2.0
"""payop: a list of balances by currency, decimal strings, one formula. Source: providers.md, "payop"."""

from . import times
from .json_strict import ARRAY, NULL, OBJECT, STRING
from .judge import ABSENT, VOID, Field
from .wallet import Wallet, check_sum

# documented member, canonical name; the order is the formula's
PARTS = (("available", "available"), ("referral", "referral"), ("pending", "pending"), ("reserve", "reserved"))


def read_time(judge, top):
    """`snapshotAt`: required, RFC 3339, always UTC as documented; not missed where a doubtful error stands."""
    if _is_doubtful_error(top.node.value):
        return Field(VOID, "/snapshotAt")
    field = judge.moment(top, judge.required_string(top, "snapshotAt"), times.parse_rfc3339)
    if field.has_value and not field.value.is_utc:
        judge.find_at("timestamp.not_utc", "warn", top, field)
    return field


def _is_doubtful_error(members):
    """A `message` that would be an error, were it not (or something in it) given twice."""
    message = members.get("message")
    if message is None or message.kind == NULL:
        return False
    return "snapshotAt" not in members and "currencies" not in members


def flags_decide(judge, top):
    return True


def read_wallets(judge, top):
    currencies = judge.required(top, "currencies", ARRAY)
    if not currencies.has_value:
        return []
    if not currencies.value:
        judge.find_at("no_data", "unverifiable", top, currencies)
    wallets, codes = [], set()
    for place in judge.objects_of(currencies, top):
        if place is not None:
            place.wallet = len(wallets)
            wallets.append(_read_wallet(judge, place, codes))
    return wallets


def _read_wallet(judge, place, codes):
    wallet = Wallet(place.path)
    field, code = judge.currency_in_body(place, "code")
    wallet.set_currency(code, judge.book)
    if code is not None and code in codes:
        judge.find_at("payop.duplicate_currency", "fail", place, field)
    codes.add(code)
    balance = judge.required(place, "balance", OBJECT)
    if balance.has_value:
        inner = place.inside(place.node.value["balance"], balance.path)
        _read_balance(judge, inner, wallet)
    return wallet


def _read_balance(judge, place, wallet):
    terms = [(name, 1, judge.required_amount(place, member, STRING)) for member, name in PARTS]
    total = judge.optional_amount(place, "total", STRING)
    for name, _, field in terms + [("total", 1, total)]:
        wallet.give(name, field)
        judge.judge_precision(place, field, wallet.minor_units)
    wallet.give("spendable", terms[0][2])
    if total.state == ABSENT and all(field.has_value for _, _, field in terms):
        wallet.derive("total", sum(field.value for _, _, field in terms))
    check_sum(judge, place, wallet, "payop.total", total, terms)
