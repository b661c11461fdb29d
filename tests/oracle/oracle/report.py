# SPDX-License-Identifier: Apache-2.0
"""The report JSON, byte for byte but for `message`, which a comparison strips from both sides.

Contract, "Report". Keys stand in the contract's order; findings are ordered by offset, then path, then code.
"""

import json

from . import decimals
from .pagination import HEADERS
from .texts import byte_order
from .wallet import AMOUNT_NAMES

MALFORMED, PROVIDER_ERROR, INVALID, MISMATCH = "malformed", "provider_error", "invalid", "mismatch"
STALE, UNVERIFIABLE, VALID, VERIFIED = "stale", "unverifiable", "valid", "verified"

_VERDICT_OF_OUTCOME = (("invalid", INVALID), ("fail", MISMATCH), ("stale", STALE), ("unverifiable", UNVERIFIABLE))
_FINDING_KEYS = ("expected", "actual", "delta", "cause", "term", "reason", "header")


def to_json(value):
    """`JSON.stringify`'s own escapes, no insignificant white space, UTF-8 kept as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _summary(wallets=0, formulas=0, failed=0, unverifiable=0, warnings=0):
    return {"wallets": wallets, "formulas": formulas, "failed": failed,
            "unverifiable": unverifiable, "warnings": warnings}


def malformed(profile, code, offset, line, column):
    finding = {"code": code, "outcome": "invalid", "offset": offset, "line": line, "column": column}
    return {"verdict": MALFORMED, "profile": profile, "snapshotAt": None, "wallets": [], "totals": [],
            "findings": [finding], "summary": _summary(failed=1)}


def provider_error(profile, status, code, messages):
    return {"verdict": PROVIDER_ERROR, "profile": profile, "snapshotAt": None, "wallets": [], "totals": [],
            "findings": [], "summary": _summary(),
            "error": {"status": status, "code": code, "messages": messages}}


def judged(judge, profile, snapshot_at, wallets):
    """The report of a body that was read: verdict by the worst outcome."""
    findings = [_finding(entry) for entry in sorted(judge.findings, key=_order)]
    outcomes = [finding["outcome"] for finding in findings]
    verdict = _verdict(outcomes, judge.formulas)
    failed = sum(outcomes.count(outcome) for outcome in ("fail", "invalid", "stale"))
    return {"verdict": verdict, "profile": profile, "snapshotAt": snapshot_at,
            "wallets": [wallet.printed() for wallet in wallets],
            "totals": [] if verdict == INVALID else _totals(judge.book, wallets),
            "findings": findings,
            "summary": _summary(len(wallets), judge.formulas, failed,
                                outcomes.count("unverifiable"), outcomes.count("warn"))}


def _verdict(outcomes, formulas):
    for outcome, verdict in _VERDICT_OF_OUTCOME:
        if outcome in outcomes:
            return verdict
    return VERIFIED if formulas else VALID


def _order(entry):
    """By offset; those without one last, options before headers; ties by path, then code."""
    code, _, _, path, offset, rest = entry
    if offset is not None:
        return 0, offset, byte_order(path), byte_order(code)
    if "header" in rest:
        return 2, HEADERS.index(rest["header"]), b"", byte_order(code)
    return 1, 0, b"", byte_order(code)


def _finding(entry):
    code, outcome, wallet, path, offset, rest = entry
    finding = {"code": code, "outcome": outcome}
    for key, value in (("wallet", wallet), ("path", path), ("offset", offset)):
        if value is not None:
            finding[key] = value
    finding.update((key, rest[key]) for key in _FINDING_KEYS if key in rest)
    return finding


def _totals(book, wallets):
    """One entry for each currency that is known, in the order in which the wallets name them."""
    groups = {}
    for wallet in wallets:
        if wallet.currency is not None and wallet.unit is not None and book.is_known(wallet.currency):
            groups.setdefault(wallet.currency, []).append(wallet)
    return [{"currency": code, "wallets": len(group), "amounts": _total_amounts(group)}
            for code, group in groups.items()]


def _total_amounts(group):
    """Every amount but the limit that all of the wallets have; a sum out of range is null."""
    amounts = {}
    for name in AMOUNT_NAMES:
        if name == "overdraftLimit" or not all(name in wallet.amounts for wallet in group):
            continue
        if any(name in wallet.shared for wallet in group[1:]):      # adding it up would count it more than once
            continue
        total = sum(wallet.amounts[name] for wallet in group)
        amounts[name] = decimals.write(total, group[0].scale_min) if decimals.fits(total) else None
    return amounts
