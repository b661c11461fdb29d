# SPDX-License-Identifier: Apache-2.0
"""Reports in; the canonical snapshot and the exact changes between two reports out.

Contract, "JavaScript" (`canonical`, `diff`) and "Order in canonical() and diff" in the fine print.
"""

import json

from . import decimals, times
from .report import INVALID, MALFORMED, PROVIDER_ERROR
from .texts import byte_order
from .wallet import AMOUNT_NAMES

_WITHOUT = (MALFORMED, PROVIDER_ERROR, INVALID)
_WALLET_KEYS = ("amounts", "currency", "gifts", "id", "kind", "minorUnits", "status", "unit")
_GIFT_KEYS = ("amount", "expiresAt", "id", "remaining")
_LIMIT_KEYS = ("limit", "name", "remaining", "resetsAt", "used")


class NoCanonical(Exception):
    """`report.no_canonical`: the report is malformed, a provider error or invalid."""

    code = "report.no_canonical"


def refuse_without(report):
    if report["verdict"] in _WITHOUT:
        raise NoCanonical()


def _null_first(text):
    return b"" if text is None else b"\x00" + byte_order(text)


def _key(wallet):
    """Byte order of currency, then id, null first; a stable sort keeps equal ones in document order."""
    return _null_first(wallet["currency"]), _null_first(wallet["id"])


def canonical(report, time=True):
    """The canonical snapshot as text; raises NoCanonical."""
    refuse_without(report)
    snapshot = {"profile": report["profile"]}
    if time:
        snapshot["snapshotAt"] = report["snapshotAt"]
    snapshot["wallets"] = [_canonical_wallet(wallet) for wallet in sorted(report["wallets"], key=_key)]
    return json.dumps(snapshot, ensure_ascii=False, separators=(",", ":"))


def _canonical_wallet(wallet):
    chosen = {name: wallet[name] for name in _WALLET_KEYS}
    chosen["amounts"] = {name: wallet["amounts"][name] for name in sorted(wallet["amounts"])}
    chosen["gifts"] = [{name: gift[name] for name in _GIFT_KEYS} for gift in wallet["gifts"]]
    if "limits" in wallet:
        chosen["limits"] = [{name: limit[name] for name in _LIMIT_KEYS} for limit in wallet["limits"]]
    return {name: chosen[name] for name in sorted(chosen)}


# --- diff ------------------------------------------------------------------------------------------

def diff(before, after):
    """The object of `diff`, findings without `message`; raises NoCanonical."""
    refuse_without(before)
    refuse_without(after)
    order = _time_order(before["snapshotAt"], after["snapshotAt"])
    wallets = [_diff_wallet(old, new) for old, new in _pairs(before["wallets"], after["wallets"])]
    same = all(wallet["change"] == "same" for wallet in wallets)
    findings = []
    if order == "reversed":
        findings.append({"code": "diff.time_reversed"})
    if order == "same" and not same:
        findings.append({"code": "diff.same_time"})
    return {"same": same, "order": order, "wallets": wallets, "findings": findings}


def _time_order(before, after):
    if before is None or after is None:
        return "unknown"
    old, new = times.parse_rfc3339(before).instant, times.parse_rfc3339(after).instant
    return "same" if old == new else "forward" if old < new else "reversed"


def _pairs(before, after):
    """Wallets matched by currency and id, the first with the first; None where a side lacks one."""
    places = {}
    for side, wallets in enumerate((before, after)):
        for wallet in wallets:
            places.setdefault(_key(wallet), ([], []))[side].append(wallet)
    for key in sorted(places):
        old, new = places[key]
        for index in range(max(len(old), len(new))):
            yield (old[index] if index < len(old) else None), (new[index] if index < len(new) else None)


def _diff_wallet(old, new):
    amounts = _diff_amounts(old, new)
    named = new or old
    return {"id": named["id"], "currency": named["currency"],
            "change": _change(old, new, amounts), "amounts": amounts}


def _change(old, new, amounts):
    """Amounts (by value), gifts, limits, status and unit."""
    if old is None or new is None:
        return "added" if old is None else "removed"
    changed = (amounts or _gift_values(old) != _gift_values(new) or _limit_values(old) != _limit_values(new)
               or old["status"] != new["status"] or old["unit"] != new["unit"])
    return "changed" if changed else "same"


def _value(text):
    return None if text is None else decimals.read(text)[0]


def _gift_values(wallet):
    return [(gift["id"], _value(gift["amount"]), _value(gift["remaining"]), gift["expiresAt"])
            for gift in wallet["gifts"]]


def _limit_values(wallet):
    """A wallet whose profile knows no limits is as one that has none."""
    return [(limit["name"], limit["resetsAt"], *(_value(limit[name]) for name in ("limit", "used", "remaining")))
            for limit in wallet.get("limits", ())]


def _diff_amounts(old, new):
    """The amounts that changed, in byte order of their names, as in a canonical snapshot."""
    changed = {}
    for name in sorted(AMOUNT_NAMES):
        before = old["amounts"].get(name) if old else None
        after = new["amounts"].get(name) if new else None
        if _value(before) != _value(after):
            changed[name] = {"before": before, "after": after, "delta": _delta(old, new, before, after)}
    return changed


def _delta(old, new, before, after):
    """after − before; null where a side lacks it, the units differ, or it does not fit."""
    if before is None or after is None or old["unit"] != new["unit"]:
        return None
    ticks = _value(after) - _value(before)
    scale = new["minorUnits"] if new["unit"] is not None and new["minorUnits"] is not None else 0
    return decimals.write(ticks, scale) if decimals.fits(ticks) else None
