# SPDX-License-Identifier: Apache-2.0
"""Why a stated amount differs from the recomputed one: the first of the contract's causes that fits.

Contract, "Causes of a failed equality". All amounts are ticks (see `decimals`). The profile's own causes
come in as a list of (name, value that the formula would have given); this module does not know providers.
"""

from . import decimals

MINOR_UNITS_ASSUMED = 2        # contract, cause 4: "or 2 where unknown"
FINEST_SCALE_CAP = 100         # far finer than any difference in range, so the comparison is the same


class Term:
    """One right-hand term of a formula: its name, its sign (+1 or -1), its ticks and written scale."""

    __slots__ = ("name", "sign", "ticks", "written")

    def __init__(self, name, sign, ticks, written):
        self.name = name
        self.sign = sign
        self.ticks = ticks
        self.written = written

    @property
    def signed(self):
        return self.sign * self.ticks


def find(stated, expected, terms, minor_units, own_causes=()):
    """(cause, term name or None) of stated != expected."""
    cause = _of_rounding(stated - expected, terms, minor_units) or _of_shape(stated, expected, minor_units)
    if cause:
        return cause, None
    cause, term = _of_terms(stated, expected, terms)
    if cause:
        return cause, term
    for name, value in own_causes:
        if value == stated:
            return name, None
    return ("transposed" if is_transposed(stated, expected) else "unknown"), None


def _of_rounding(difference, terms, minor_units):
    """Causes 1 and 2: below half a minor unit, or within half a minor unit for each term."""
    if len(terms) < 2:
        return None
    scale = minor_units
    if scale is None:
        scale = min(max(term.written for term in terms), FINEST_SCALE_CAP)
    doubled = 2 * abs(difference) * 10 ** scale       # in units of u: 2|D| against 1 and n
    if doubled < decimals.ONE:
        return "float_drift"
    return "rounding" if doubled <= len(terms) * decimals.ONE else None


def _of_shape(stated, expected, minor_units):
    """Causes 3 and 4: the sign turned, or the point moved by the minor units."""
    if expected == 0:
        return None
    if stated == -expected:
        return "sign"
    power = 10 ** (MINOR_UNITS_ASSUMED if minor_units is None else minor_units)
    if power > 1 and (stated == expected * power or expected == stated * power):
        return "minor_units"
    return None


def _of_terms(stated, expected, terms):
    """Causes 5 to 7; terms that are zero explain nothing."""
    for cause, weight in (("omitted", -1), ("double_counted", 1), ("flipped", -2)):
        for term in terms:
            if term.ticks and expected + weight * term.signed == stated:
                return cause, term.name
    return None, None


def is_transposed(stated, expected):
    """Cause 9: same sign, one scale, and the digits differ by one swap of neighbours."""
    if (stated < 0) != (expected < 0):
        return False
    scale = max(decimals.scale_of(stated), decimals.scale_of(expected))
    step = 10 ** (decimals.SCALE_MAX - scale)
    a, b = str(abs(stated) // step), str(abs(expected) // step)
    width = max(len(a), len(b))
    a, b = a.zfill(width), b.zfill(width)
    places = [index for index in range(width) if a[index] != b[index]]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return a[first] == b[second] and a[second] == b[first]
