#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The cases that judge a body, or a ledger against one, through a command line: options in a file, the body on standard input, JSON back.

    STEELYARD_COMMAND="build/native/core/steelyard" python3 tests/cases/run_command.py [--documented]

STEELYARD_COMMAND names the program as a shell would. --documented runs the providers' documented examples alone.
"""

import argparse
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

import case_files
from expectation import OK_VERDICTS, breaches, differences, reconcile_breaches
from run_cases import options_of

SECONDS_MAX = 60
NOT_ASKED_HERE = ("canonical", "canonicalWithoutTime", "canSpend", "json", "jsonLacks")
OK, NOT_OK, WRONG_USAGE = 0, 1, 2


def command_line():
    words = shlex.split(os.environ.get("STEELYARD_COMMAND", ""))
    if not words:
        raise SystemExit("STEELYARD_COMMAND says which program to test")
    return [str(pathlib.Path(word).resolve()) if os.path.exists(word) else word for word in words]


def run(command, options_path, case):
    options_path.write_bytes(options_of(case))
    arguments = [case_files.kind_of(case), "--format", "json", "--options", str(options_path)]
    if "expected" in case:
        ledger_path = options_path.with_name("ledger.json")
        ledger_path.write_bytes(case_files.ledger_of(case))
        arguments += ["--expected", str(ledger_path)]
    return subprocess.run([*command, *arguments], input=case["bytes"], capture_output=True, timeout=SECONDS_MAX, check=False)


def refusal_differences(result, throws):
    """
    Wrong options and ledgers are wrong usage, a report without a snapshot is not ok: nothing on standard output, and the
    option is named on standard error.
    """
    status = NOT_OK if throws["code"] == "report.no_canonical" else WRONG_USAGE
    yield from differences([status, ""], [result.returncode, result.stdout.decode()], "status and output")
    if throws.get("option") and throws["option"] not in result.stderr.decode():
        yield f"standard error does not name {throws['option']}: {result.stderr.decode()}"
    if throws.get("path", "") not in result.stderr.decode():
        yield f"standard error does not name {throws['path']}: {result.stderr.decode()}"


def answer_differences(result, case):
    """One line of JSON, and nothing else."""
    lines = result.stdout.decode().split("\n")
    if len(lines) != 2 or lines[1]:
        yield f"standard output is no single line, standard error {result.stderr.decode()!r}"
    elif "expected" in case:
        yield from reconcile_differences(result, json.loads(lines[0]), case)
    else:
        yield from report_differences(result, json.loads(lines[0]), lines, case)


def reconcile_differences(result, answer, case):
    yield from differences(case["expect"]["reconcile"], answer, "reconcile")
    yield from reconcile_breaches(answer)
    wanted = OK if answer["same"] and answer["verdict"] in OK_VERDICTS else NOT_OK
    yield from differences([wanted, ""], [result.returncode, result.stderr.decode()], "status and standard error")


def report_differences(result, report, lines, case):
    stated = {name: value for name, value in case["expect"].items() if name not in NOT_ASKED_HERE}
    yield from differences(stated, report, body=case["bytes"])
    yield from breaches(report)
    wanted = OK if report["verdict"] in OK_VERDICTS else NOT_OK
    yield from differences([wanted, ""], [result.returncode, result.stderr.decode()], "status and standard error")
    if "json" in case["expect"] and lines[0] != case["expect"]["json"]:
        yield "the report's JSON is another"


def is_for_command(case):
    """A program has no memory of so many bytes, and a clock of its own."""
    if case_files.kind_of(case) not in ("verify", "reconcile") or "memory" in case or case.get("only") == "javascript":
        return False
    options = case.get("options", {})
    return "now" in options or "maxAge" not in options


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documented", action="store_true", help="the documented examples alone")
    arguments = parser.parse_args()
    command = command_line()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as directory:
        options_path = pathlib.Path(directory) / "options.json"
        for case in filter(is_for_command, case_files.load()):
            if arguments.documented and case["file"] != "documented":
                continue
            result = run(command, options_path, case)
            throws = case["expect"].get("throws")
            found = list(refusal_differences(result, throws) if throws else answer_differences(result, case))
            passed, failed = passed + (not found), failed + bool(found)
            if found:
                print(f"NOT OK  {case['name']} ({case['file']}.json): {'; '.join(found)}")
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
