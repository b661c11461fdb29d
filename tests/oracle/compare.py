#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare an engine's answers with the predicted ones, byte for byte but for `message`.

  compare.py CASES ANSWERS [--show N]

CASES is a stream of cases.py. ANSWERS holds one line for each case, in the same order: the JSON text of the
report, of canSpend's answer or of the object of diff or reconcile; the canonical text itself; {"result": ...} or {"error": ...} for
decimals; {"error": code, "option": name} for wrong options. Every line must be exactly the compact JSON that it
parses to; `message` is taken out of findings, entries and errors, where it must be a text and the last key.
Ends with 1 on any difference.
"""

import argparse
import base64
import itertools
import json
import sys

ANSWER_KEYS = ("report", "answer", "diff", "canonical", "reconciliation")
LISTS_WITH_MESSAGES = ("findings", "entries")
BODY_SHOWN_MAX = 3000


class Pairs(list):
    """The members of an object in order, twins included."""


class Literal(str):
    """A number as written."""


def read(text):
    return json.loads(text, object_pairs_hook=Pairs, parse_int=Literal, parse_float=Literal)


def write(value):
    """Compact JSON of what `read` gave, numbers as written."""
    if isinstance(value, Pairs):
        return "{" + ",".join(write(name) + ":" + write(member) for name, member in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    if isinstance(value, Literal):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def without_messages(value, complaints):
    """The answer without the messages of its findings, or of the error that it is."""
    if not isinstance(value, Pairs):
        return value
    if any(name == "verdict" for name, _ in value) or any(name == "findings" for name, _ in value):
        return Pairs((name, [_strip(item, complaints, True) for item in member] if name in LISTS_WITH_MESSAGES else member)
                     for name, member in value)
    return _strip(value, complaints, False)


def _strip(value, complaints, is_required):
    if not isinstance(value, Pairs):
        return value
    messages = [index for index, (name, _) in enumerate(value) if name == "message"]
    if is_required and messages != [len(value) - 1]:
        complaints.append("a finding's message is not its last key")
    for index in messages:
        if not isinstance(value[index][1], str) or isinstance(value[index][1], Literal) or not value[index][1]:
            complaints.append("a message is no text")
    return Pairs(pair for pair in value if pair[0] != "message")


def predicted_text(case):
    """What the oracle predicts, as the text that the stripped engine line must be."""
    names = dict(case)
    for key in ANSWER_KEYS:
        if key in names:
            answer = names[key]
            return answer if isinstance(answer, str) else write(answer)
    return write(Pairs(pair for pair in case if pair[0] in ("result", "error")))


def judge(case, line):
    """(predicted, given without messages, complaints)."""
    predicted, complaints = predicted_text(case), []
    try:
        text = line.decode("utf-8")
        value = read(text)
    except ValueError as error:
        return predicted, repr(line), ["not JSON: %s" % error]
    if write(value) != text:
        complaints.append("not the compact JSON that it parses to")
    return predicted, write(without_messages(value, complaints)), complaints


def show(number, case, predicted, given, complaints):
    print("--- case %d" % number)
    for name, value in case:
        if name in ("body", "before", "after"):
            body = base64.b64decode(value)
            print("%s (%d bytes): %s" % (name, len(body), ascii(body[:BODY_SHOWN_MAX])[2:-1]))
        elif name not in ANSWER_KEYS:
            print("%s: %s" % (name, write(value)))
    for complaint in complaints:
        print("complaint: " + complaint)
    print("oracle: " + predicted)
    print("engine: " + given)
    show_findings(predicted, given)


def show_findings(predicted, given):
    """Findings that only one side has: usually the whole story."""
    try:
        sides = [[write(f) for f in dict(read(text))["findings"]] for text in (predicted, given)]
    except (ValueError, KeyError, TypeError):
        return
    for name, mine, others in (("oracle", *sides), ("engine", *reversed(sides))):
        for finding in mine:
            if finding not in others:
                print("  only %s: %s" % (name, finding))


def compare(cases, answers, shown_max):
    """The number of differences over the number of cases."""
    different = total = 0
    for case_line, answer_line in itertools.zip_longest(cases, answers):
        total += 1
        if case_line is None or answer_line is None:
            print("the files have different numbers of lines, from line %d on" % total)
            return different + 1, total
        case = read(case_line.decode("utf-8"))
        predicted, given, complaints = judge(case, answer_line.rstrip(b"\n"))
        if predicted != given or complaints:
            different += 1
            if different <= shown_max:
                show(total - 1, case, predicted, given, complaints)
    return different, total


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases")
    parser.add_argument("answers")
    parser.add_argument("--show", type=int, default=10, help="how many differences to print")
    wanted = parser.parse_args()
    with open(wanted.cases, "rb") as cases, open(wanted.answers, "rb") as answers:
        different, total = compare(cases, answers, wanted.show)
    print("%d cases, %d different" % (total, different))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
