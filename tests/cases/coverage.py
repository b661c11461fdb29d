#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Is there a case for everything that the engine may say? Fails on what no case expects.

    python3 tests/cases/coverage.py [--cases DIR] [--verbose]

What there is to say is read where the engine has it: statuses and verdicts in the public header, causes in cause.h, the
rules of the providers in their profiles. What only the contract lists (reasons, outcomes, states) is written down here.
It refuses to run an engine: that the expectations hold is for the runners to prove.
"""

import argparse
import json
import pathlib
import re
import sys

import case_files

CORE = pathlib.Path(__file__).resolve().parents[2] / "core"
TABLE_ROW = re.compile(r'^    X\(([0-9]+), ([A-Z0-9_]+), "([a-z0-9_.]+)"(?:, "(?:[^"\\]|\\.)*")?\)$')
CAUSE_ROW = re.compile(r'X\([A-Z_]+, "([a-z_]+)"\)')
BUILTIN = ("juicyway", "paywall", "paywint", "payop", "popup", "adyen", "paypal", "stripe", "paywall_payout",
           "modern_treasury", "wise", "square_gift_card", "mangopay", "didww")

# The contract, in its order.
SPEND_REASONS = ("not_ok", "no_wallet", "currency_mismatch", "several_wallets", "wallet_not_active", "unit_unknown",
                 "limit_unknown", "insufficient", "ok")
UNDECIDED_REASONS = ("out_of_range", "expiry_ambiguous", "now_unknown", "limit_unknown")
OUTCOMES = ("invalid", "fail", "stale", "unverifiable", "warn", "pass")
GIFT_STATES = ("used", "expired", "ambiguous", "unknown", "active", None)
OPTIONS = ("profile", "currency", "currencies", "minorUnits", "unit", "creditLimit", "status", "headers", "now",
           "maxAge", "maxBytes", "explain")
HEADERS = ("X-Page", "X-Per-Page", "X-Total-Count", "X-Total-Pages", "X-Page-Size", "X-Has-More")
ORDERS = ("forward", "same", "reversed", "unknown")
CHANGES = ("added", "removed", "changed", "same")
LEDGER_OUTCOMES = ("same", "within", "differs", "absent", "no_wallet", "several_wallets", "unit_unknown")
LEDGER_CAUSES = ("float_drift", "rounding", "sign", "minor_units", "other_amount", "omitted", "included", "double_counted",
                 "flipped", "transposed", "unknown")
OPERATIONS = ("add", "subtract", "multiply", "sum", "compare", "negate", "abs", "quantize")
MODES = ("half_even", "half_up", "half_down", "up", "down", "ceiling", "floor")


def table(header, name):
    """Codes of an X table of the header; a line that is no row is an error, so that none is passed over."""
    body = header.split(f"#define {name}(X)", 1)[1].split("\n\n", 1)[0]
    rows = [line.rstrip("\\").rstrip() for line in body.split("\n")[1:] if line.strip(" \\")]
    matches = [TABLE_ROW.match(row) for row in rows]
    if not rows or None in matches:
        raise SystemExit(f"coverage: {name} has a row that cannot be read: {rows[matches.index(None)] if rows else name}")
    return [match.group(3) for match in matches]


def causes():
    header = (CORE / "src/report/cause.h").read_text()
    body = header.split("#define SY_CAUSE_TABLE(X)", 1)[1].split("\n\n", 1)[0]
    named = CAUSE_ROW.findall(body)
    if len(named) != body.count("X("):
        raise SystemExit(f"coverage: of SY_CAUSE_TABLE only {named} can be read")
    return named


def codes_in(value):
    """Codes of rules in a profile; where an error has its code, a pointer or an object with one stands instead."""
    if isinstance(value, list):
        for element in value:
            yield from codes_in(element)
    elif isinstance(value, dict):
        for name, member in value.items():
            if name == "code" and isinstance(member, str) and not member.startswith("/"):
                yield member
            elif name == "codes":
                yield from member.values()
            else:
                yield from codes_in(member)


def rules():
    for name in BUILTIN:
        profile = json.loads((CORE / f"profiles/{name}.json").read_text())
        yield from sorted({f"{name}.{code}" for code in codes_in(profile)})


def everything():
    header = (CORE / "include/steelyard.h").read_text()
    return {
        "status": table(header, "STEELYARD_STATUS_TABLE"),
        "verdict": table(header, "STEELYARD_VERDICT_TABLE"),
        "cause": causes(),
        "rule": list(rules()),
        "outcome": OUTCOMES,
        "reason of an unverifiable finding": UNDECIDED_REASONS,
        "reason of canSpend": SPEND_REASONS,
        "state of a gift": GIFT_STATES,
        "wrong option": OPTIONS,
        "header": HEADERS,
        "order of diff": ORDERS,
        "change of diff": CHANGES,
        "outcome of reconcile": LEDGER_OUTCOMES,
        "cause of reconcile": LEDGER_CAUSES,
        "cause of reconcile that blames a wallet": ("omitted", "double_counted", "flipped"),
        "operation of decimal": OPERATIONS,
        "mode of quantize": MODES,
        "provider's error": BUILTIN,
    }


def reached_by_findings(findings):
    for finding in findings:
        yield "status", finding["code"]
        yield "rule", finding["code"]
        yield "outcome", finding.get("outcome")
        yield "cause", finding.get("cause")
        yield "header", finding.get("header")
        yield "reason of an unverifiable finding", finding.get("reason")
        if finding["code"].split(".")[0] in BUILTIN:
            yield "status", "profile.rule"


def reached_by_report(expect):
    yield "status", "ok"
    yield "verdict", expect["verdict"]
    if expect["verdict"] == "provider_error":
        yield "provider's error", expect.get("profile")
    yield from reached_by_findings(expect["findings"])
    for wallet in expect.get("wallets", []):
        yield from (("state of a gift", gift["state"]) for gift in wallet.get("gifts", []) if "state" in gift)
    for question in expect.get("canSpend", []):
        yield "reason of canSpend", question["answer"].get("reason")
        yield from reached_by_throws(question["answer"].get("throws", {}))
    for name in ("canonical", "canonicalWithoutTime"):
        if isinstance(expect.get(name), dict):
            yield from reached_by_throws(expect[name]["throws"])


def reached_by_throws(throws):
    yield "status", throws.get("code")
    yield "wrong option", throws.get("option")


def reached_by_diff(diff):
    yield "order of diff", diff.get("order")
    yield from (("change of diff", wallet.get("change")) for wallet in diff["wallets"])
    yield from (("status", finding["code"]) for finding in diff.get("findings", []))


def reached_by_reconcile(answer):
    for entry in answer["entries"]:
        yield "outcome of reconcile", entry.get("outcome")
        yield "cause of reconcile", entry.get("cause")
        if (entry.get("term") or "").startswith("wallets/"):
            yield "cause of reconcile that blames a wallet", entry["cause"]


def reached_by(case):
    expect = case["expect"]
    yield from reached_by_throws(expect.get("throws", {}))
    if "verdict" in expect:
        yield from reached_by_report(expect)
    if "diff" in expect:
        yield from reached_by_diff(expect["diff"])
    if "reconcile" in expect:
        yield from reached_by_reconcile(expect["reconcile"])
    for operation, operands in case.get("decimal", {}).items():
        yield "operation of decimal", operation
        yield "mode of quantize", operands[2] if operation == "quantize" and len(operands) > 2 else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=pathlib.Path, default=case_files.HERE, help="another folder of cases")
    parser.add_argument("--verbose", action="store_true", help="say how many cases reach each")
    arguments = parser.parse_args()
    counts = {}
    for case in case_files.load(arguments.cases):
        for reached in set(reached_by(case)):
            counts[reached] = counts.get(reached, 0) + 1
    wanted = [(kind, name) for kind, names in everything().items() for name in names]
    for kind, name in wanted:
        if (kind, name) not in counts:
            print(f"NOT OK  no case reaches the {kind} {name}")
        elif arguments.verbose:
            print(f"{counts[kind, name]:5} {kind} {name}")
    missed = sum(reached not in counts for reached in wanted)
    print(f"{len(wanted) - missed} passed, {missed} failed")
    return 0 if wanted and not missed else 1


if __name__ == "__main__":
    sys.exit(main())
