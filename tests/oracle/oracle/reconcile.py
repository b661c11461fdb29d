# SPDX-License-Identifier: Apache-2.0
"""A report and a ledger in; what became of each amount that the ledger expects, out. Entries without `message`.

The rules stand in the package's types (`Reconciliation`) and in core/src/queries/reconcile_cause.c; amounts are ticks here
(see `decimals`), wallets are found by looking at each, and sums are Python's own integers.
"""

import json

from . import causes, decimals
from .snapshot import refuse_without
from .wallet import AMOUNT_NAMES

_TOP = ("tolerance", "complete", "wallets", "currencies")
_WALLET = ("id", "currency", "unit", "amounts", "minorUnits", "kind", "status", "gifts", "limits")


class ExpectedError(Exception):
    """`call.argument`: the ledger is not what this call takes."""

    code = "call.argument"


class _Number(str):
    """A number as written: no amount, whatever it says."""


def _object(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ExpectedError()
    return members


def read(text):
    """The ledger: (tolerance or None, complete, expectations)."""
    try:
        ledger = json.loads(text, object_pairs_hook=_object, parse_int=_Number, parse_float=_Number)
    except ValueError as error:
        raise ExpectedError() from error
    _members(ledger, _TOP)
    tolerance = _amount(ledger["tolerance"]) if "tolerance" in ledger else None
    complete = ledger.get("complete", False)
    if not isinstance(complete, bool) or (tolerance and tolerance[0] < 0):
        raise ExpectedError()
    expectations = _wallets(ledger.get("wallets", {})) + _currencies(ledger.get("currencies", {}))
    if not expectations and not complete:
        raise ExpectedError()
    return tolerance and tolerance[0], complete, expectations


def _members(value, names):
    if not isinstance(value, dict) or set(value) - set(names):
        raise ExpectedError()


def _amount(value):
    """(ticks, as the ledger writes it)."""
    if not isinstance(value, str) or isinstance(value, _Number) or not decimals.is_string_amount(value):
        raise ExpectedError()
    ticks, scale = decimals.read(value)
    if ticks is None:
        raise ExpectedError()
    kept = scale <= decimals.SCALE_MAX and abs(ticks) < decimals.COEFFICIENT_LIMIT * 10 ** (decimals.SCALE_MAX - scale)
    return ticks, decimals.write(ticks, scale if kept else 0)


def _amounts(value):
    _members(value, AMOUNT_NAMES)
    if not value:
        raise ExpectedError()
    return {name: _amount(value[name]) for name in AMOUNT_NAMES if name in value}


def _expectation(wallet, currency, amounts, unit="major", is_sum=False):
    return {"id": wallet, "currency": currency, "amounts": amounts, "unit": unit, "is_sum": is_sum}


def _wallets(value):
    if isinstance(value, dict):
        return [_expectation(name, None, _amounts(amounts)) for name, amounts in value.items()]
    if not isinstance(value, list):
        raise ExpectedError()
    return [_listed_wallet(wallet) for wallet in value]


def _listed_wallet(wallet):
    _members(wallet, _WALLET)
    texts = [wallet.get("id"), wallet.get("currency"), wallet.get("unit", "major")]
    if any(not (text is None or type(text) is str) for text in texts) or texts[2] not in (None, "major"):
        raise ExpectedError()
    return _expectation(texts[0], texts[1], _amounts(wallet.get("amounts")), texts[2])


def _currencies(value):
    if not isinstance(value, dict):
        raise ExpectedError()
    return [_expectation(None, code, _amounts(amounts), is_sum=True) for code, amounts in value.items()]


# --- judging ---------------------------------------------------------------------------------------

def reconcile(report, expected):
    """The answer; raises NoCanonical and ExpectedError."""
    refuse_without(report)
    tolerance, complete, expectations = read(expected)
    fits = [_fitting(report, expectation) for expectation in expectations]
    claims = [found[0] for found, wanted in zip(fits, expectations) if len(found) == 1 and not wanted["is_sum"]]
    entries = []
    for wanted, found in zip(expectations, fits):
        disputed = len(found) == 1 and claims.count(found[0]) > 1
        entries += [_entry(report, wanted, found, disputed, name, tolerance) for name in wanted["amounts"]]
    named = {index for found in fits for index in found}
    unexpected = [{"id": wallet["id"], "currency": wallet["currency"]}
                  for index, wallet in enumerate(report["wallets"]) if index not in named]
    same = all(entry["outcome"] in ("same", "within") for entry in entries) and not (complete and unexpected)
    return {"same": same, "verdict": report.get("verdict"),
            "tolerance": None if tolerance is None else decimals.write(tolerance),
            "entries": entries, "unexpected": unexpected}


def _fitting(report, wanted):
    return [index for index, wallet in enumerate(report["wallets"])
            if all(wanted[key] is None or wallet[key] == wanted[key] for key in ("id", "currency"))]


def _obstacle(wallets, wanted, disputed, name):
    if not wallets:
        return "no_wallet"
    if not wanted["is_sum"] and (len(wallets) > 1 or disputed):
        return "several_wallets"
    if len(wallets) > 1 and name == "overdraftLimit":
        return "several_wallets"
    if any(name not in wallet["amounts"] for wallet in wallets):
        return "absent"
    if wanted["unit"] is None or any(wallet["unit"] is None for wallet in wallets):
        return "unit_unknown"
    return None


def _entry(report, wanted, found, disputed, name, tolerance):
    wallets = [report["wallets"][index] for index in found]
    ticks, written = wanted["amounts"][name]
    obstacle = _obstacle(wallets, wanted, disputed, name)
    is_one = not wanted["is_sum"] and len(found) == 1 and not disputed
    named = wallets[0] if is_one else wanted
    entry = {"wallet": named["id"], "currency": named["currency"], "amount": name, "expected": written, "actual": None,
             "delta": None, "outcome": obstacle, "cause": None, "term": None}
    if not obstacle:
        entry.update(_compare(wallets, found, wanted["is_sum"], name, ticks, tolerance))
    return entry


def _sum(wallets, name):
    return sum(decimals.read(wallet["amounts"][name])[0] for wallet in wallets)


def _print(ticks, digits):
    return decimals.write(ticks, digits) if decimals.fits(ticks) else None


def _compare(wallets, found, is_sum, name, expected, tolerance):
    minor_units = wallets[0]["minorUnits"]
    digits = minor_units or 0
    actual = _sum(wallets, name)
    delta = actual - expected
    outcome = "same" if delta == 0 else "within" if tolerance is not None and abs(delta) <= tolerance else "differs"
    cause = term = None
    if delta:
        cause, term = "unknown", None
        if decimals.fits(actual) and decimals.fits(delta):
            others = _others(wallets, name)
            shares = [(index, _sum([wallet], name)) for index, wallet in zip(found, wallets)] if is_sum else []
            cause, term = _cause(expected, actual, minor_units, others, shares)
    return {"expected": _print(expected, digits), "actual": _print(actual, digits), "delta": _print(delta, digits),
            "outcome": outcome, "cause": cause, "term": term}


def _others(wallets, name):
    """The other amounts that every wallet states, added up, in the order of the table of words."""
    names = [other for other in AMOUNT_NAMES if other != name and all(other in wallet["amounts"] for wallet in wallets)]
    return [(other, _sum(wallets, other)) for other in names if other != "overdraftLimit" or len(wallets) == 1]


def _cause(expected, actual, minor_units, others, shares):
    delta = actual - expected
    cause = _of_size(expected, delta, minor_units) or _of_shape(expected, actual, minor_units)
    if cause:
        return cause, None
    for name, ticks in others:
        if expected and ticks == expected:
            return "other_amount", name
    trials = [("omitted", name, ticks) for name, ticks in others]
    trials += [("omitted", "wallets/%d" % index, ticks) for index, ticks in shares]
    trials += [("included", name, -ticks) for name, ticks in others]
    trials += [("double_counted", "wallets/%d" % index, -ticks) for index, ticks in shares]
    for name, ticks in others:
        trials += [("flipped", name, 2 * ticks), ("flipped", name, -2 * ticks)]
    trials += [("flipped", "wallets/%d" % index, 2 * ticks) for index, ticks in shares]
    for cause, term, explained in trials:
        if explained == delta:
            return cause, term
    return ("transposed" if causes.is_transposed(actual, expected) else "unknown"), None


def _of_size(expected, delta, minor_units):
    """Below half a minor unit, or below one."""
    if minor_units is None:
        return None
    unit = 10 ** (decimals.SCALE_MAX - minor_units)
    if 2 * abs(delta) < unit and expected % unit:
        return "float_drift"
    return "rounding" if abs(delta) < unit else None


def _of_shape(expected, actual, minor_units):
    if expected and actual == -expected:
        return "sign"
    power = 10 ** (causes.MINOR_UNITS_ASSUMED if minor_units is None else minor_units)
    if expected and power > 1 and (actual == expected * power or expected == actual * power):
        return "minor_units"
    return None
