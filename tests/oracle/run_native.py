# SPDX-License-Identifier: Apache-2.0
"""Answers a stream of cases with the native library, through its C API.

    python3 tests/oracle/run_native.py LIBRARY [--kind reports|profiles|decimals|canspend|diff|canonical|reconcile] < cases > answers

LIBRARY is a shared build of the core. One line out for each line in, in the form that compare.py reads.
"""

import argparse
import base64
import ctypes
import json
import sys

ARENA_NBYTES = 64 * 1024 * 1024


class Span(ctypes.Structure):
    """steelyard_span."""

    _fields_ = [("bytes", ctypes.c_char_p), ("nbytes", ctypes.c_size_t)]


class RawSpan(ctypes.Structure):
    """steelyard_span as it comes back: the bytes are no C string."""

    _fields_ = [("bytes", ctypes.c_void_p), ("nbytes", ctypes.c_size_t)]

    def text(self):
        return ctypes.string_at(self.bytes, self.nbytes).decode("utf-8") if self.nbytes else ""


class Arena(ctypes.Structure):
    """steelyard_arena."""

    _fields_ = [
        ("bytes", ctypes.c_void_p),
        ("nbytes", ctypes.c_size_t),
        ("used_nbytes", ctypes.c_size_t),
        ("touched_nbytes", ctypes.c_size_t),
        ("extend", ctypes.c_void_p),
    ]


class Fault(ctypes.Structure):
    """steelyard_fault."""

    _fields_ = [
        ("status", ctypes.c_int),
        ("option", RawSpan),
        ("message", RawSpan),
        ("path", RawSpan),
        ("offset", ctypes.c_size_t),
        ("found", RawSpan),
        ("nearest", RawSpan),
        ("allowed", RawSpan),
        ("arena_nbytes", ctypes.c_size_t),
    ]


class CallFailed(Exception):
    """A status other than STEELYARD_OK."""


class Engine:
    """The native library with one arena lent to it."""

    def __init__(self, path):
        self.library = ctypes.CDLL(path)
        self.library.steelyard_status_code.restype = RawSpan
        self.memory = ctypes.create_string_buffer(ARENA_NBYTES)
        self.arena = Arena()
        self.library.steelyard_arena_lend(
            ctypes.byref(self.arena), self.memory, ctypes.c_size_t(ARENA_NBYTES))
        self.compiled_options = None
        self.verifier = None
        self.mark = 0
        self.bodies = []  # reports refer to their bytes

    def call(self, name, *arguments):
        fault = Fault()
        function = getattr(self.library, name)
        status = function(ctypes.byref(self.arena), *arguments, ctypes.byref(fault))
        if status != 0:
            code = self.library.steelyard_status_code(ctypes.c_int(status)).text()
            raise CallFailed(code, fault.option.text(), fault.path.text())

    def reset(self, mark):
        self.bodies = []
        self.library.steelyard_arena_reset(ctypes.byref(self.arena), ctypes.c_size_t(mark))

    def compile(self, options):
        if options == self.compiled_options:
            self.reset(self.mark)
            return
        self.compiled_options = None
        self.reset(0)
        self.verifier = ctypes.c_void_p()
        self.call("steelyard_compile", span(options), ctypes.byref(self.verifier))
        self.compiled_options = options
        self.mark = self.arena.used_nbytes

    def verify(self, body):
        report = ctypes.c_void_p()
        self.bodies.append(body)
        self.call("steelyard_verify", self.verifier, span(b""), span(body), ctypes.byref(report))
        return report

    def text(self, name, *arguments):
        out = RawSpan()
        self.call(name, *arguments, ctypes.byref(out))
        return out.text()


def span(data):
    return Span(data, len(data))


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def report_of(engine, case, member="body"):
    return engine.verify(base64.b64decode(case[member]))


def answer_report(engine, case):
    engine.compile(compact(case["options"]))
    return engine.text("steelyard_report_json", report_of(engine, case))


def answer_canonical(engine, case):
    engine.compile(compact(case["options"]))
    return engine.text("steelyard_report_canonical", report_of(engine, case), ctypes.c_bool(case["time"]))


def answer_canspend(engine, case):
    engine.compile(compact(case["options"]))
    report = report_of(engine, case)
    query = dict(case["selector"], amount=case["amount"])
    out = RawSpan()
    try:
        engine.call("steelyard_can_spend", report, span(compact(query)), ctypes.byref(out), None)
    except CallFailed as failure:
        raise CallFailed(failure.args[0], None) from failure  # the oracle names no argument
    return out.text()


def answer_diff(engine, case):
    engine.compile(compact(case["options"]))
    before = report_of(engine, case, "before")
    after = report_of(engine, case, "after")
    out = RawSpan()
    engine.call("steelyard_diff", before, after, ctypes.byref(out), None)
    return out.text()


def answer_reconcile(engine, case):
    engine.compile(compact(case["options"]))
    out = RawSpan()
    expected = case["expected"].encode("utf-8")
    engine.call("steelyard_reconcile", report_of(engine, case), span(expected), ctypes.byref(out), None)
    return out.text()


OPERATIONS = ["add", "subtract", "multiply", "compare", "negate", "abs", "sum", "quantize"]


def answer_decimal(engine, case):
    operation, arguments = case["op"], case["args"]
    engine.reset(0)
    left, right = arguments[0], ""
    if operation == "sum":
        left = compact(left).decode("utf-8")
    elif operation == "quantize":
        right = " ".join(str(word) for word in arguments[1:])
    elif len(arguments) > 1:
        right = arguments[1]
    text = engine.text("steelyard_decimal", ctypes.c_int(OPERATIONS.index(operation)),
                       span(left.encode("utf-8")), span(right.encode("utf-8")))
    return json.dumps({"result": text}, separators=(",", ":"))


ANSWERS = {
    "reports": answer_report,
    "profiles": answer_report,
    "canonical": answer_canonical,
    "canspend": answer_canspend,
    "diff": answer_diff,
    "reconcile": answer_reconcile,
    "decimals": answer_decimal,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("library")
    parser.add_argument("--kind", choices=sorted(ANSWERS), default="reports")
    arguments = parser.parse_args()
    engine = Engine(arguments.library)
    answer = ANSWERS[arguments.kind]
    for line in sys.stdin:
        case = json.loads(line)
        try:
            print(answer(engine, case))
        except CallFailed as failure:
            code, option = failure.args[:2]
            error = {"error": code}
            if code.startswith("option.") and option is not None:
                error["option"] = option
            print(json.dumps(error, separators=(",", ":")))


if __name__ == "__main__":
    main()
