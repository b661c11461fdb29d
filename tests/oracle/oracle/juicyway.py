# SPDX-License-Identifier: Apache-2.0
"""juicyway: an amount whose unit is not documented, a status and its history. Source: providers.md, "juicyway"."""

from . import times
from .json_strict import ARRAY, NUMBER, OBJECT
from .judge import ABSENT, VOID, Field, Place
from .wallet import Wallet

STATUSES = ("active", "frozen", "deleted")
STATUS_AFTER = {"create": "active", "unfreeze": "active", "freeze": "frozen", "delete": "deleted"}


def read_time(judge, top):
    """The provider gives no time."""
    return Field(ABSENT, None)


def flags_decide(judge, top):
    """There are no flags; an error envelope was dealt with before."""
    return True


def read_wallets(judge, top):
    data = judge.required(top, "data", OBJECT, ARRAY)
    if not data.has_value:
        return []
    node = top.node.value["data"]
    if node.kind == OBJECT:
        return [_read_wallet(judge, Place(node, "/data", 0))]
    if not data.value:
        judge.find_at("no_data", "unverifiable", top, data)
    wallets = []
    for place in judge.objects_of(data, top):
        if place is not None:
            place.wallet = len(wallets)
            wallets.append(_read_wallet(judge, place))
    return wallets


def _read_wallet(judge, place):
    wallet = Wallet(place.path)
    identity = judge.required_string(place, "id")
    wallet.id = identity.value
    status = judge.required_string(place, "status")
    wallet.status = status.value
    if status.has_value and status.value not in STATUSES:
        judge.find_at("status.unknown", "warn", place, status)
    outer_currency = judge.optional_string(place, "currency")
    balance = judge.required(place, "balance", OBJECT)
    if balance.has_value:
        inner = place.inside(place.node.value["balance"], balance.path)
        _read_balance(judge, inner, wallet, place, outer_currency)
    else:
        wallet.unit = _unit(judge, wallet)
    read_events(judge, place, wallet, identity, status)
    return wallet


def _unit(judge, wallet):
    """`major` where amounts can be said in it; minor units that are not known leave the unit unknown."""
    unit = judge.settings.unit
    if unit == "minor" and wallet.minor_units is None:
        return None
    return None if unit is None else "major"


def _read_balance(judge, place, wallet, outer, outer_currency):
    amount = judge.required_amount(place, "amount", NUMBER)
    field, code = judge.currency_in_body(place, "currency")
    wallet.set_currency(code, judge.book)
    if outer_currency.has_value and field.has_value and outer_currency.value != field.value:
        judge.find_at("juicyway.currency", "fail", outer, outer_currency)
    wallet.unit = _unit(judge, wallet)
    if wallet.unit is not None and judge.settings.unit == "minor":
        _divide_minor(judge, place, amount, wallet)
    elif wallet.unit is not None:
        judge.judge_precision(place, amount, wallet.minor_units)
    elif amount.has_value and code is not None:
        judge.find_at("amount.unit", "unverifiable", place, amount)
    wallet.give("total", amount)
    if wallet.unit is not None and wallet.status == "active":
        wallet.give("spendable", amount)


def _divide_minor(judge, place, amount, wallet):
    """Minor units to major ones; a quotient beyond scale 38 cannot be written: `amount.range`."""
    if not amount.has_value:
        return
    quotient, rest = divmod(amount.value, 10 ** wallet.minor_units)
    if rest:
        amount.state, amount.value = VOID, None
        judge.find_at("amount.range", "invalid", place, amount)
        return
    judge.judge_precision(place, amount, 0)
    amount.value = quotient


def read_events(judge, place, wallet, identity, status):
    listed = judge.optional(place, "events", ARRAY)
    if not listed.has_value:
        return
    history, complete = [], True
    for event in judge.objects_of(listed, place):
        fact = None if event is None else _read_event(judge, event, identity)
        if fact is None:
            complete = False
        else:
            history.append(fact)
    if complete and history and status.has_value:
        _check_lifecycle(judge, place, status, history)


def _read_event(judge, place, identity):
    """(instant, action), or None where the event lacks its action or a time that parses."""
    action = judge.optional_string(place, "action")
    owner = judge.optional_string(place, "wallet_id")
    inserted = judge.moment(place, judge.optional_string(place, "inserted_at"), times.parse_rfc3339)
    if identity.has_value and owner.has_value and owner.value != identity.value:
        judge.find_at("juicyway.event_owner", "warn", place, owner)
    if not (action.has_value and inserted.has_value):
        return None
    return inserted.value.instant, action.value


def _check_lifecycle(judge, place, status, history):
    """What the last event says; nothing where last events at one instant do not agree."""
    last = max(instant for instant, _ in history)
    said = {STATUS_AFTER.get(action) for instant, action in history if instant == last}
    if len(said) == 1 and None not in said and status.value not in said:
        judge.find_at("juicyway.lifecycle", "warn", place, status)
