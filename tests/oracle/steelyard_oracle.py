# SPDX-License-Identifier: Apache-2.0
"""The reference as one function for each thing that users can ask for.

What comes in: options as Python's own JSON types, a body as bytes. What goes out: JSON texts and answers,
findings without `message`. Wrong options and wrong calls are answers too: {"error": code, "option": name}.
"""

from oracle import can_spend as _can_spend
from oracle import decimals, options as _options, reconcile as _reconcile, report as _report, snapshot, verify as _verify

to_json = _report.to_json


def _compiled(options):
    """(Settings, None) or (None, the answer to wrong options)."""
    try:
        return _options.compile_options(options), None
    except _options.OptionError as error:
        return None, {"error": error.code, "option": error.option}


def report(options, body):
    """The report as a dict, or {"error", "option"}."""
    settings, wrong = _compiled(options)
    return wrong or _verify.verify(body, settings)


def canonical(options, body, time=True):
    """The canonical snapshot as text, or {"error", ...}."""
    made = report(options, body)
    if "verdict" not in made:
        return made
    try:
        return snapshot.canonical(made, time)
    except snapshot.NoCanonical as error:
        return {"error": error.code}


def diff(options, before, after):
    """The object of `diff` for two bodies read with the same options, or {"error", ...}."""
    old, new = report(options, before), report(options, after)
    if "verdict" not in old:
        return old
    try:
        return snapshot.diff(old, new)
    except snapshot.NoCanonical as error:
        return {"error": error.code}


def reconcile(options, body, expected):
    """The answer of `reconcile` to a ledger given as text, entries without `message`, or {"error", ...}."""
    made = report(options, body)
    if "verdict" not in made:
        return made
    try:
        return _reconcile.reconcile(made, expected)
    except (snapshot.NoCanonical, _reconcile.ExpectedError) as error:
        return {"error": error.code}


def can_spend(options, body, amount, selector):
    """The answer of `canSpend`, or {"error", ...}."""
    made = report(options, body)
    if "verdict" not in made:
        return made
    try:
        return _can_spend.can_spend(made, amount, selector)
    except _can_spend.CallError as error:
        return {"error": error.code}


def decimal(operation, arguments):
    """("result", text) or ("error", code)."""
    try:
        return "result", decimals.OPERATIONS[operation](*arguments)
    except decimals.DecimalError as error:
        return "error", error.code
