# SPDX-License-Identifier: Apache-2.0
"""A report, an amount and a choice of wallet in; whether it may be spent, and the first reason, out.

Contract, `canSpend` and its fine print: `wallet` and `spendable` are told from `wallet_not_active` on.
"""

from . import decimals

_NOT_OK = ("malformed", "provider_error", "invalid", "mismatch", "stale")


class CallError(Exception):
    """A wrong call: `call.amount`, or `option.unknown` for another key."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def can_spend(report, amount, selector):
    """The answer with its keys in the contract's order; raises CallError."""
    wanted = _wanted(amount)
    if any(key not in ("wallet", "currency") for key in selector):
        raise CallError("option.unknown")
    wallet, reason = _choose(report, selector.get("wallet"), selector.get("currency"))
    if wallet is None:
        return _answer(report, reason)
    return _judge(report, wallet, wanted)


def _wanted(amount):
    """A decimal string above zero, in ticks."""
    ticks = decimals.read(amount)[0] if decimals.is_string_amount(amount) else None
    if ticks is None or ticks <= 0:
        raise CallError("call.amount")
    return ticks


def _answer(report, reason, wallet=None, shortfall=None):
    return {"allowed": reason == "ok", "reason": reason, "verdict": report["verdict"],
            "wallet": wallet["id"] if wallet else None,
            "spendable": wallet["amounts"].get("spendable") if wallet else None,
            "shortfall": shortfall}


def _choose(report, wallet_id, currency):
    """(wallet, None) or (None, reason): by id, by currency, or the only one."""
    if report["verdict"] in _NOT_OK:
        return None, "not_ok"
    chosen = [w for w in report["wallets"] if wallet_id is None or w["id"] == wallet_id]
    if wallet_id is None and currency is not None:
        chosen = [w for w in chosen if w["currency"] == currency]
    if not chosen:
        return None, "no_wallet"
    if wallet_id is not None and currency is not None:
        chosen = [w for w in chosen if w["currency"] == currency]
        if not chosen:
            return None, "currency_mismatch"
    return (chosen[0], None) if len(chosen) == 1 else (None, "several_wallets")


def _judge(report, wallet, wanted):
    if wallet["status"] not in (None, "active"):
        return _answer(report, "wallet_not_active", wallet)
    if wallet["unit"] is None:
        return _answer(report, "unit_unknown", wallet)
    spendable = wallet["amounts"].get("spendable")
    if spendable is None:
        return _answer(report, "limit_unknown", wallet)
    index = next(i for i, candidate in enumerate(report["wallets"]) if candidate is wallet)
    if _is_unverifiable(report, index):
        return _answer(report, "not_ok", wallet)
    missing = wanted - decimals.read(spendable)[0]
    if missing <= 0:
        return _answer(report, "ok", wallet)
    scale = wallet["minorUnits"] or 0
    return _answer(report, "insufficient", wallet, decimals.write(missing, scale) if decimals.fits(missing) else None)


def _is_unverifiable(report, index):
    """An unverifiable finding names this wallet or none."""
    return any(finding["outcome"] == "unverifiable" and finding.get("wallet", index) == index
               for finding in report["findings"])
