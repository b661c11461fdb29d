# SPDX-License-Identifier: Apache-2.0
"""Amounts to put into bodies, in ticks of 10^-38: ordinary ones, extreme ones, and stated totals gone wrong."""

from oracle import decimals

from .tree import Num

ONE = decimals.ONE

BAD_STRINGS = (
    "+1", ".5", "1.", "007", "00", "1e3", "1E3", "1,000.00", "1.000,00", " 1", "1 ", "", "\uff11\uff12", "0x1F", "NaN",
    "Infinity", "-", "--1", "1.0.0", "-.5", "1_000", "-01", "1.-5", "\u0661", "1\u00a0000", "ten", "null", "0.",
    "1\n", "\u221210",
)
EXTREME_STRINGS = (
    "99999999999999999999999999999999999999", "100000000000000000000000000000000000000",
    "0.00000000000000000000000000000000000001", "0.000000000000000000000000000000000000001",
    "0.0000000000000000000000000000000000000000000000000000", "-99999999999999999999999999999999999999.0",
    "1.0000000000000000000000000000000000000000000000000000", "-0", "-0.00", "0.0",
    "1234567890123456789012345678901234567.8", "123456789012345678901234567890123456789.0",
    "9999999999999999999.9999999999999999999", "99999999999999999999.9999999999999999999",
)
EXTREME_NUMBERS = EXTREME_STRINGS + (
    "1e400", "1e-400", "-1e400", "0e400", "0e-400", "0E+5", "-0e-7", "1e37", "1e38", "-1E37", "1e-38", "1e-39",
    "9.9e37", "10e37", "100000000000000000000000000000000000000e-1", "1.5E1", "15e-1", "1500E-2", "0.00015e4",
    "1e99999999999999999999", "1e-99999999999999999999", "0e99999999999999999999", "0e-99999999999999999999",
    "1e+00000000000000000000000000000000002", "1e-0000000000000000001", "12e0", "1.0e-1", "1.230e1",
    "0.1000000000000000055511151231257827021181583404541015625", "0.30000000000000004", "2.675e2",
)

CAUSES = ("float_drift", "rounding", "rounding_edge", "sign", "minor_units", "minor_units_less", "omitted",
          "double_counted", "flipped", "transposed", "unknown", "tiny", "range")


def unit(minor_units):
    """One minor unit in ticks."""
    return 10 ** (decimals.SCALE_MAX - min(minor_units, decimals.SCALE_MAX))


def ordinary(rng, minor_units):
    """An amount of whole minor units, zero and small ones included."""
    size = rng.choice((0, 10, 100, 10 ** 4, 10 ** 4, 10 ** 5, 10 ** 7, 10 ** 11))
    value = rng.randrange(size) if size else 0
    if rng.random() < 0.05:
        value = 10 ** rng.randrange(1, 34) + rng.randrange(100)
    return value * unit(minor_units)


def signed(rng, minor_units, negative_share):
    value = ordinary(rng, minor_units)
    return -value if rng.random() < negative_share else value


def huge(rng):
    """Near the limit of the range, so that sums leave it."""
    value = rng.choice((10 ** 38 - 1, 9 * 10 ** 37, 5 * 10 ** 37, 10 ** 37 * 3, 10 ** 36)) * ONE
    return rng.choice((1, 1, -1)) * value


def fine(rng):
    """A value with all 38 fraction digits: beside a large one the sum does not fit."""
    return rng.randrange(1, 10 ** rng.randrange(1, 38)) * rng.choice((1, -1))


def text_of(rng, ticks, minor_units, is_string):
    """One way to write a value: filled to the minor units, bare, padded, or with an exponent."""
    way = rng.random()
    if way < 0.7:
        return decimals.write(ticks, minor_units)
    if way < 0.85:
        return decimals.write(ticks)
    if way < 0.93 or is_string:
        return decimals.write(ticks, decimals.scale_of(ticks) + rng.randrange(4))
    return _with_exponent(rng, ticks)


def _with_exponent(rng, ticks):
    scale = decimals.scale_of(ticks)
    coefficient = abs(ticks) // 10 ** (decimals.SCALE_MAX - scale) * (-1 if ticks < 0 else 1)
    zeros = rng.randrange(3)
    sign = rng.choice(("", "+")) if zeros == scale else ""
    return "%d%s%s%s%d" % (coefficient, "0" * zeros, rng.choice("eE"), sign, -scale - zeros)


def number(rng, ticks, minor_units):
    """A JSON number, now and then the string form that the provider does not send."""
    text = text_of(rng, ticks, minor_units, False)
    if rng.random() < 0.01 and decimals.is_string_amount(text):
        return str(text)
    return Num(text)


def string(rng, ticks, minor_units):
    """A decimal string, now and then the number form that the provider does not send."""
    if rng.random() < 0.015:
        return Num(text_of(rng, ticks, minor_units, False))
    return text_of(rng, ticks, minor_units, True)


def odd(rng, documented_is_string):
    """An amount that does not parse, is out of range, or sits at the edge of what is possible."""
    if rng.random() < 0.3:
        return rng.choice(BAD_STRINGS)
    if documented_is_string != (rng.random() < 0.15):
        return rng.choice(EXTREME_STRINGS)
    return Num(rng.choice(EXTREME_NUMBERS))


def tampered(rng, expected, terms, minor_units, cause):
    """A stated total that should get the cause; `terms` are the signed terms, not necessarily non-zero."""
    u = unit(minor_units)
    n = max(2, len(terms))
    term = rng.choice([t for t in terms if t] or [u])
    sign = rng.choice((1, -1))
    made = {
        "float_drift": lambda: expected + sign * rng.choice((1, u // 2 - 1, u // 10 ** 5 + 1, u // 3, 4 * 10 ** 21)),
        "rounding": lambda: expected + sign * rng.choice((u, u // 2, u * (n // 2))),
        "rounding_edge": lambda: expected + sign * (n * u // 2 + rng.choice((0, 1))),
        "sign": lambda: -expected,
        "minor_units": lambda: expected * 10 ** (minor_units or 2),
        "minor_units_less": lambda: expected // 10 ** (minor_units or 2),
        "omitted": lambda: expected - term,
        "double_counted": lambda: expected + term,
        "flipped": lambda: expected - 2 * term,
        "transposed": lambda: _transposed(rng, expected, minor_units),
        "unknown": lambda: expected + sign * rng.randrange(1, 10 ** 6) * u * 7,
        "tiny": lambda: expected + sign * 10 ** rng.randrange(38),
        "range": lambda: huge(rng),
    }
    value = made[cause]()
    return value if decimals.fits(value) else expected + u


def _transposed(rng, ticks, minor_units):
    digits = list(decimals.write(abs(ticks), minor_units).replace(".", ""))
    scale = max(minor_units, decimals.scale_of(ticks))
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]]
    if places:
        i = rng.choice(places)
        digits[i], digits[i + 1] = digits[i + 1], digits[i]
    value = int("".join(digits)) * unit(scale)
    return -value if ticks < 0 else value
