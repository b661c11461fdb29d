# SPDX-License-Identifier: Apache-2.0
"""paywall: wallets with gifts, a block and an overdraft; three formulas. Source: providers.md, "paywall"."""

import re

from . import gifts
from .json_strict import ARRAY, NULL, NUMBER, OBJECT, STRING, TWIN
from .judge import Field, ABSENT, Place
from .wallet import Wallet, check_sum

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

AMOUNTS = (("WalletBalance", "cash"), ("TotalGiftBalance", "gift"), ("BlockedBalance", "blocked"),
           ("TotalBalance", "total"), ("AvailableBalance", "available"))


def read_time(judge, top):
    """The provider gives no time."""
    return Field(ABSENT, None)


def flags_decide(judge, top):
    """Exactly one of the flags is true; otherwise nothing behind the envelope is read."""
    success = judge.required_boolean(top, "IsSuccess")
    failure = judge.required_boolean(top, "IsFailure")
    if not (success.has_value and failure.has_value):
        return False
    if success.value == failure.value:
        judge.find("paywall.envelope", "invalid", None, "", top.node.offset)
        return False
    return True


def read_wallets(judge, top):
    _judge_errors(judge, top)
    node = top.node.value.get("Value")
    if node is not None and node.kind == NULL:
        judge.find("no_data", "unverifiable", None, "/Value", node.offset)
        return []
    value = judge.required(top, "Value", OBJECT, ARRAY)
    if not value.has_value:
        return []
    if node.kind == OBJECT:
        return [_read_wallet(judge, Place(node, "/Value", 0))]
    if not value.value:
        judge.find_at("no_data", "unverifiable", top, value)
    wallets = []
    for place in judge.objects_of(value, top):
        if place is not None:
            place.wallet = len(wallets)
            wallets.append(_read_wallet(judge, place))
    return wallets


def _judge_errors(judge, top):
    """Success with a non-empty `Errors` (list, object or string) is a warning."""
    node = top.node.value.get("Errors")
    if node is not None and node is not TWIN and node.kind in (ARRAY, OBJECT, STRING) and node.value:
        judge.find("paywall.errors", "warn", None, "/Errors", node.offset)


def _read_wallet(judge, place):
    wallet = Wallet(place.path)
    owner = _read_id(judge, place, wallet)
    judge.currency_of_options(judge.settings.currency)
    wallet.set_currency(judge.settings.currency, judge.book)
    fields = {name: judge.required_amount(place, member, NUMBER) for member, name in AMOUNTS}
    fields["overdraftLimit"] = judge.optional_amount(place, "OverdraftLimit", NUMBER)
    for name, field in fields.items():
        wallet.give(name, field)
        judge.judge_precision(place, field, wallet.minor_units)
    gifts.read_and_check(judge, place, wallet, owner, fields["gift"])
    _check_formulas(judge, place, wallet, fields)
    _check_bounds(judge, place, wallet, fields)
    return wallet


def _read_id(judge, place, wallet):
    """The wallet's uuid, printed in lower case."""
    field = judge.required_string(place, "Id")
    if field.has_value and not _UUID.fullmatch(field.value):
        judge.find_at("id.syntax", "invalid", place, field)
    elif field.has_value:
        wallet.id = field.value.lower()
    return wallet.id


def _check_formulas(judge, place, wallet, fields):
    cash, gift = ("cash", 1, fields["cash"]), ("gift", 1, fields["gift"])
    blocked = ("blocked", -1, fields["blocked"])
    check_sum(judge, place, wallet, "paywall.total", fields["total"], [cash, gift])
    check_sum(judge, place, wallet, "paywall.available", fields["available"], [cash, gift, blocked])


def _check_bounds(judge, place, wallet, fields):
    """Negative block and limit, and the overdraft; exactly at the limit holds."""
    allowed = judge.optional_boolean(place, "AllowOverdraft")
    blocked, available, limit = fields["blocked"], fields["available"], fields["overdraftLimit"]
    if blocked.has_value and blocked.value < 0:
        judge.find_at("paywall.blocked_negative", "fail", place, blocked)
    if limit.has_value and limit.value < 0:
        judge.find_at("paywall.limit_negative", "fail", place, limit)
    if not (allowed.has_value and limit.has_value and available.has_value) or limit.value < 0:
        return
    credit = limit.value if allowed.value else 0
    wallet.derive("spendable", available.value + credit)
    if available.value < -credit:
        judge.find_at("paywall.overdraft", "fail", place, available)
