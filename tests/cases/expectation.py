# SPDX-License-Identifier: Apache-2.0
"""An expectation and an answer go in; what differs comes out, as sentences. It refuses to know who answered.

Of an object only the members stated are compared; lists are complete and in order, and so are `amounts`.
"""

from case_files import quoted

OK_VERDICTS = ("verified", "valid")
REPORT_KEYS = ["verdict", "profile", "snapshotAt", "wallets", "totals", "findings", "summary"]
FINDING_KEYS = ["code", "outcome", "wallet", "path", "offset", "line", "column", "expected", "actual", "delta", "cause",
                "term", "reason", "header", "message"]
RECONCILE_KEYS = ["same", "verdict", "tolerance", "entries", "unexpected"]
ENTRY_KEYS = ["wallet", "currency", "amount", "expected", "actual", "delta", "outcome", "cause", "term", "message"]
FAILED_OUTCOMES = ("invalid", "fail", "stale")


def differences(stated, actual, where="report", body=b""):
    if isinstance(stated, dict) and isinstance(actual, dict):
        yield from _object(stated, actual, where, body)
    elif isinstance(stated, list) and isinstance(actual, list):
        if len(stated) != len(actual):
            yield f"{where} has {len(actual)} entries, not {len(stated)}: {actual}"
        for index, (one, other) in enumerate(zip(stated, actual)):
            yield from differences(one, other, f"{where}[{index}]", body)
    elif type(stated) is not type(actual) or stated != actual:
        yield f"{where} is {actual!r}, not {stated!r}"


def _object(stated, actual, where, body):
    for name, value in stated.items():
        if name == "absent":
            yield from (f"{where} has {key}: {actual[key]!r}" for key in value if key in actual)
        elif name == "at":
            yield from _place(value, actual.get("offset"), where, body)
        elif name not in actual:
            yield f"{where} has no {name}"
        elif name == "amounts":
            if list(value.items()) != list(actual[name].items()):
                yield f"{where}.amounts is {actual[name]}, not {value}"
        else:
            yield from differences(value, actual[name], f"{where}.{name}", body)


def _place(text, offset, where, body):
    """`at` is a text that stands once in the body; the finding's offset is where it begins."""
    wanted = quoted(text).encode()
    if body.count(wanted) != 1:
        yield f"{where}.at: {text} stands {body.count(wanted)} times in the body"
    elif body.find(wanted) != offset:
        yield f"{where}.offset is {offset}, not {body.find(wanted)}"


def breaches(report):
    """What every report keeps, whatever the case: its keys, the order of findings, the counts of its summary."""
    wanted = REPORT_KEYS + ["error"] * (report["verdict"] == "provider_error")
    if list(report) != wanted:
        yield f"the report's keys are {list(report)}"
    findings = report["findings"]
    for finding in findings:
        if list(finding) != [key for key in FINDING_KEYS if key in finding] or not finding["message"]:
            yield f"the keys of a finding are {list(finding)}"
    places = [finding.get("offset", float("inf")) for finding in findings]
    if places != sorted(places):
        yield "the findings do not stand in the order of their offsets"
    outcomes = [finding["outcome"] for finding in findings]
    counts = {
        "wallets": len(report["wallets"]),
        "failed": sum(outcomes.count(outcome) for outcome in FAILED_OUTCOMES),
        "unverifiable": outcomes.count("unverifiable"),
        "warnings": outcomes.count("warn"),
    }
    yield from differences(counts, report["summary"], "summary")


def reconcile_breaches(answer):
    """What every answer of `reconcile` keeps: its keys, and that `same` is what its entries say."""
    if list(answer) != RECONCILE_KEYS:
        yield f"the answer's keys are {list(answer)}"
    for entry in answer["entries"]:
        if list(entry) != ENTRY_KEYS or not entry["message"]:
            yield f"the keys of an entry are {list(entry)}"
        if (entry["cause"] is None) != (entry["outcome"] not in ("within", "differs")):
            yield f"an entry that is {entry['outcome']} has the cause {entry['cause']}"
    if answer["same"] and any(entry["outcome"] not in ("same", "within") for entry in answer["entries"]):
        yield "the answer is the same, its entries are not"
