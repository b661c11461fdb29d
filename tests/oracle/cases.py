#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write seeded cases with the answer that the oracle predicts, one JSON object a line.

  (default)     {"options", "body", "report"}     report: the report JSON as text, findings without message
  --profiles    the same with random profiles among the options
  --decimals    {"op", "args", "result"} or {"op", "args", "error"}
  --canspend    {"options", "body", "amount", "selector", "answer"}
  --diff        {"options", "before", "after", "diff"}
  --canonical   {"options", "body", "time", "canonical"}
  --reconcile   {"options", "body", "expected", "reconciliation"}     expected: the ledger's JSON as text

Bodies are base64. Wrong options give {"error": code, "option": name} in the place of the answer, wrong calls
and reports without a snapshot {"error": code}. The stream depends on seed and count alone.
"""

import argparse
import base64
import functools
import multiprocessing
import os
import sys

import steelyard_oracle as oracle
from generator import calls, conductor, ledgers, profile_bodies

CHUNK = 500            # cases per task; no effect on what is written
CALM = 35              # streams that need whole reports take a third of the usual mutations


def _text(body):
    return base64.b64encode(body).decode("ascii")


def _answer_text(answer):
    """A report travels as text, an error as an object."""
    return answer if "verdict" not in answer else oracle.to_json(answer)


def _calm_draw(seed, index):
    """A body of the five providers, every fourth time one of a random profile: limits of use stand in these alone."""
    return (profile_bodies if index % 4 == 3 else conductor).draw(seed, index, CALM)


def report_line(seed, index):
    options, body = conductor.draw(seed, index)
    return {"options": options, "body": _text(body), "report": _answer_text(oracle.report(options, body))}


def profile_line(seed, index):
    options, body = profile_bodies.draw(seed, index)
    return {"options": options, "body": _text(body), "report": _answer_text(oracle.report(options, body))}


def decimal_line(seed, index):
    operation, arguments = calls.decimal_call(seed, index)
    key, value = oracle.decimal(operation, arguments)
    return {"op": operation, "args": arguments, key: value}


def canspend_line(seed, index):
    options, body = _calm_draw(seed, index)
    wallets = oracle.report(options, body).get("wallets", [])
    amount, selector = calls.spend_call(seed, index, wallets)
    return {"options": options, "body": _text(body), "amount": amount, "selector": selector,
            "answer": oracle.can_spend(options, body, amount, selector)}


def diff_line(seed, index):
    options, before = _calm_draw(seed, index)
    after = calls.second_body(seed, index, before)
    if index % 2:
        before, after = after, before
    return {"options": options, "before": _text(before), "after": _text(after),
            "diff": oracle.diff(options, before, after)}


def canonical_line(seed, index):
    options, body = _calm_draw(seed, index)
    time = index % 3 != 0
    return {"options": options, "body": _text(body), "time": time, "canonical": oracle.canonical(options, body, time)}


def reconcile_line(seed, index):
    options, body = _calm_draw(seed, index)
    expected = ledgers.ledger(seed, index, oracle.report(options, body).get("wallets", []))
    return {"options": options, "body": _text(body), "expected": expected,
            "reconciliation": oracle.reconcile(options, body, expected)}


def chunk_text(line_of, seed, start_and_end):
    lines = [oracle.to_json(line_of(seed, index)) for index in range(*start_and_end)]
    return "".join(line + "\n" for line in lines)


def write(line_of, seed, count, jobs, out):
    """Write `count` lines in order; with two jobs the chunks are made side by side."""
    chunks = [(start, min(start + CHUNK, count)) for start in range(0, count, CHUNK)]
    make = functools.partial(chunk_text, line_of, seed)
    if jobs == 1:
        for text in map(make, chunks):
            out.write(text.encode("utf-8"))
        return
    with multiprocessing.Pool(jobs) as pool:
        try:
            for text in pool.imap(make, chunks):
                out.write(text.encode("utf-8"))
        except BrokenPipeError:
            os._exit(1)      # the reader is gone; a pool that is still fed does not always end by itself


STREAMS = {"profiles": profile_line, "decimals": decimal_line, "canspend": canspend_line, "diff": diff_line,
           "canonical": canonical_line, "reconcile": reconcile_line}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=1)
    kind = parser.add_mutually_exclusive_group()
    for name in STREAMS:
        kind.add_argument("--" + name, dest="line_of", action="store_const", const=STREAMS[name])
    wanted = parser.parse_args()
    write(wanted.line_of or report_line, wanted.seed, wanted.count, wanted.jobs, sys.stdout.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
