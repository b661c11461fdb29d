# SPDX-License-Identifier: Apache-2.0
"""popup: prepaid and postpaid wallets, a list or one object. Source: providers.md, "popup"."""

import re

from . import pagination
from .json_strict import ARRAY, NUMBER
from .judge import ABSENT, VOID, Field, Place
from .wallet import Wallet

KINDS = {"PREPAID": "prepaid", "POSTPAID": "postpaid"}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")


def read_time(judge, top):
    """The provider gives no time."""
    return Field(ABSENT, None)


def flags_decide(judge, top):
    return True


def read_wallets(judge, top):
    if top.node.kind != ARRAY:
        return [_read_wallet(judge, Place(top.node, "", 0))[0]]
    pagination.check(judge, len(top.node.value))
    if not top.node.value:
        judge.find("no_data", "unverifiable", None, "", top.node.offset)
    wallets, ids = [], []
    for place in judge.objects_of(Field("value", "", top.node.offset, top.node.value), top):
        if place is not None:
            place.wallet = len(wallets)
            wallet, identity = _read_wallet(judge, place)
            wallets.append(wallet)
            ids.append((place, identity))
    _check_ids(judge, [(place, identity) for place, identity in ids if identity.has_value])
    return wallets


def _integer(judge, place, name):
    """A JSON integer without fraction or exponent, as its digits; another number is `id.syntax`."""
    field = judge.required(place, name, NUMBER)
    if field.has_value and (not _INTEGER.fullmatch(field.value) or field.value == "-0"):
        field.state, field.value = VOID, None
        judge.find_at("id.syntax", "invalid", place, field)
    return field


def _read_wallet(judge, place):
    wallet = Wallet(place.path)
    identity = _integer(judge, place, "id")
    wallet.id = identity.value
    _read_currency(judge, place, wallet)
    amount = judge.required_amount(place, "amount", NUMBER)
    judge.judge_precision(place, amount, wallet.minor_units)
    wallet.give("total", amount)
    kind = judge.required_string(place, "type")
    if kind.has_value and kind.value not in KINDS:
        judge.find_at("popup.type", "invalid", place, kind)
    wallet.kind = KINDS.get(kind.value)
    if wallet.kind == "prepaid":
        _check_prepaid(judge, place, wallet, amount)
    elif wallet.kind == "postpaid":
        _check_postpaid(judge, place, wallet, amount)
    return wallet, identity


def _read_currency(judge, place, wallet):
    """The option `currencies` maps ids; without it nothing is known and nothing is said."""
    field = _integer(judge, place, "currency_id")
    mapped = judge.settings.currency_of_id
    if not field.has_value or mapped is None:
        return
    code = mapped.get(field.value)
    if code is None:
        judge.find_at("currency.unmapped", "warn", place, field)
    judge.currency_of_options(code)
    wallet.set_currency(code, judge.book)


def _check_prepaid(judge, place, wallet, amount):
    wallet.give("spendable", amount)
    if amount.has_value and amount.value < 0:
        judge.find_at("popup.prepaid", "fail", place, amount)


def _credit_limit(judge, wallet):
    limit = judge.settings.credit_limit
    return limit.get(wallet.id) if isinstance(limit, dict) else limit


def _check_postpaid(judge, place, wallet, amount):
    """Not below −limit; a negative amount whose limit is not known cannot be judged."""
    limit = _credit_limit(judge, wallet)
    if limit is not None:
        wallet.amounts["overdraftLimit"] = limit
    if not amount.has_value:
        return
    if limit is not None:
        wallet.derive("spendable", amount.value + limit)
        if amount.value < -limit:
            judge.find_at("popup.credit_limit", "fail", place, amount)
    elif amount.value < 0:
        judge.find_at("popup.credit_limit", "unverifiable", place, amount, reason="limit_unknown")


def _check_ids(judge, ids):
    """Each later twin of an id fails; the order is descending and is named once where it breaks."""
    seen, broken, before = set(), False, None
    for place, field in ids:
        if field.value in seen:
            judge.find_at("popup.duplicate_id", "fail", place, field)
        seen.add(field.value)
        number = int(field.value)
        if before is not None and number > before and not broken:
            broken = True
            judge.find_at("popup.order", "warn", place, field)
        before = number
