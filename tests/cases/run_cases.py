#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every case of this folder against the native library, through its C API.

    python3 tests/cases/run_cases.py --library build/shared/core/libsteelyard.so [--verbose]
"""

import argparse
import ctypes
import json
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "oracle"))

import case_files  # noqa: E402
import run_native  # noqa: E402
from expectation import breaches, differences, reconcile_breaches  # noqa: E402
from run_native import CallFailed, compact, span  # noqa: E402


class Failed(Exception):
    """The answer is not the one expected."""


def thrown(failure):
    return dict(zip(("code", "option", "path"), failure.args))


def options_of(case):
    if "optionsText" in case:
        return case["optionsText"].encode()
    return compact(case.get("options", {}))


def lend_little(engine, nbytes):
    """The engine gets so many bytes, and no more of them."""
    engine.library.steelyard_arena_lend(ctypes.byref(engine.arena), engine.memory, ctypes.c_size_t(nbytes))
    engine.compiled_options = None


def answer_report(engine, case):
    engine.compile(options_of(case))
    handle = engine.verify(case["bytes"])
    return handle, engine.text("steelyard_report_json", handle)


def answer_diff(engine, case):
    engine.compile(options_of(case))
    before, after = (engine.verify(body) for body in case["bodies"])
    out = run_native.RawSpan()
    engine.call("steelyard_diff", before, after, ctypes.byref(out), None)
    return out.text()


def answer_reconcile(engine, case):
    engine.compile(options_of(case))
    handle = engine.verify(case["bytes"])
    out = run_native.RawSpan()
    engine.call("steelyard_reconcile", handle, span(case_files.ledger_of(case)), ctypes.byref(out), None)
    return out.text()


def answer_decimal(engine, case):
    (operation, arguments), = case["decimal"].items()
    line = run_native.answer_decimal(engine, {"op": operation, "args": arguments})
    engine.compiled_options = None  # the arena was reset under the verifier
    return json.loads(line)["result"]


def canonical(engine, handle, with_time):
    return engine.text("steelyard_report_canonical", handle, ctypes.c_bool(with_time))


def spend(engine, handle, question):
    query = compact({"amount": question["amount"], **question.get("selector", {})})
    out = run_native.RawSpan()
    engine.call("steelyard_can_spend", handle, span(query), ctypes.byref(out), None)
    return json.loads(out.text())


def or_thrown(function, *arguments):
    try:
        return function(*arguments)
    except CallFailed as failure:
        return {"throws": thrown(failure)}


def complain(complaints):
    complaints = list(complaints)
    if complaints:
        raise Failed("; ".join(complaints))


def check_verify(engine, case):
    expect = dict(case["expect"])
    handle, text = answer_report(engine, case)
    report = json.loads(text)
    asked = expect.pop("canSpend", [])
    texts = {name: expect.pop(name) for name in case_files.TEXTS_EXPECTED if name in expect}
    secrets = [secret for secret in expect.pop("jsonLacks", []) if secret in text]
    complain(f"the report tells {secret}" for secret in secrets)
    complain(differences(expect, report, body=case["bytes"]))
    complain(breaches(report))
    if json.dumps(report, ensure_ascii=False, separators=(",", ":")) != text:
        raise Failed("the report's JSON is not as a plain printer would print it")
    answers = {"json": lambda: text, "canonical": lambda: or_thrown(canonical, engine, handle, True),
               "canonicalWithoutTime": lambda: or_thrown(canonical, engine, handle, False)}
    for name, wanted in texts.items():
        complain(differences(wanted, answers[name](), name))
    for question in asked:
        answer = or_thrown(spend, engine, handle, question)
        complain(differences(question["answer"], answer, f"canSpend({question['amount']})"))


def check_diff(engine, case):
    complain(differences(case["expect"]["diff"], json.loads(answer_diff(engine, case)), "diff"))


def check_reconcile(engine, case):
    answer = json.loads(answer_reconcile(engine, case))
    complain(differences(case["expect"]["reconcile"], answer, "reconcile"))
    complain(reconcile_breaches(answer))


def check_decimal(engine, case):
    complain(differences(case["expect"]["result"], answer_decimal(engine, case), "result"))


CHECKS = {"verify": check_verify, "diff": check_diff, "reconcile": check_reconcile, "decimal": check_decimal}
ANSWERS = {"verify": answer_report, "diff": answer_diff, "reconcile": answer_reconcile, "decimal": answer_decimal}


def check(engine, case):
    kind = case_files.kind_of(case)
    lend_little(engine, case.get("memory", run_native.ARENA_NBYTES))
    if "throws" not in case["expect"]:
        CHECKS[kind](engine, case)
        return
    try:
        answer = ANSWERS[kind](engine, case)
    except CallFailed as failure:
        complain(differences(case["expect"]["throws"], thrown(failure), "the error"))
        return
    raise Failed(f"no error, but {answer}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", required=True, help="a shared build of the core")
    parser.add_argument("--verbose", action="store_true", help="name the cases that pass, too")
    arguments = parser.parse_args()
    engine = run_native.Engine(arguments.library)
    passed = failed = 0
    for case in case_files.load():
        if case.get("only", "native") != "native":
            continue
        try:
            check(engine, case)
        except (Failed, CallFailed) as failure:
            failed += 1
            print(f"NOT OK  {case['name']} ({case['file']}.json): {' '.join(str(word) for word in failure.args)}")
            continue
        passed += 1
        if arguments.verbose:
            print(f"ok      {case['name']} ({case['file']}.json)")
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
