# SPDX-License-Identifier: Apache-2.0
"""paywint: one wallet in USD, no formula. Source: providers.md, "paywint"."""

from . import times
from .json_strict import NULL, NUMBER, OBJECT
from .judge import Place
from .wallet import Wallet

CURRENCY_DEFAULT = "USD"


def read_time(judge, top):
    """`queryGeneratedTime`: unix seconds with a fraction, or null."""
    field = judge.optional(top, "queryGeneratedTime", NUMBER)
    return judge.moment(top, field, times.parse_unix_seconds)


def flags_decide(judge, top):
    """`success` has to be a boolean (a false one is an error envelope and was dealt with before); the rest is read."""
    judge.required_boolean(top, "success")
    return True


def read_wallets(judge, top):
    node = top.node.value.get("data")
    if node is not None and node.kind == NULL:
        judge.find("no_data", "unverifiable", None, "/data", node.offset)
        return []
    data = judge.required(top, "data", OBJECT)
    if not data.has_value:
        return []
    return [_read_wallet(judge, Place(top.node.value["data"], "/data", 0))]


def _read_wallet(judge, place):
    wallet = Wallet(place.path)
    wallet.id = judge.optional_string(place, "id").value
    code = judge.settings.currency or CURRENCY_DEFAULT
    judge.currency_of_options(code)
    wallet.set_currency(code, judge.book)
    current = judge.required_amount(place, "current_balance", NUMBER)
    available = judge.required_amount(place, "available_balance", NUMBER)
    for name, field in (("total", current), ("available", available), ("spendable", available)):
        wallet.give(name, field)
        if name != "spendable":
            judge.judge_precision(place, field, wallet.minor_units)
    if current.has_value and available.has_value:
        wallet.derive("blocked", current.value - available.value)
        if available.value > current.value:
            judge.find_at("paywint.available_exceeds_current", "warn", place, available)
    return wallet
