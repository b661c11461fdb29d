# SPDX-License-Identifier: Apache-2.0
"""Decimals as plain integers: every value is held as value * 10^38, so no scale is ever aligned.

Contract, "Decimals": a coefficient below 10^38 and a scale from 0 to 38. `Decimal` texts come in, exact
integers ("ticks" of 10^-38) go out, and back. Nothing here rounds, except `quantize`, which is asked to.
"""

import re

DIGITS_MAX = 38
SCALE_MAX = 38
ONE = 10 ** SCALE_MAX            # the ticks of the value 1
COEFFICIENT_LIMIT = 10 ** DIGITS_MAX
SCALE_WRITTEN_CAP = 10 ** 18     # beyond any body's length; keeps work bounded

_STRING_AMOUNT = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_JSON_NUMBER = re.compile(r"(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?)([0-9]+))?")


class DecimalError(Exception):
    """`decimal.syntax` or `decimal.range`."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def is_string_amount(text):
    """Contract: `-?(0|[1-9][0-9]*)(\\.[0-9]+)?` and nothing else."""
    return _STRING_AMOUNT.fullmatch(text) is not None


def is_json_number(text):
    return _JSON_NUMBER.fullmatch(text) is not None


def read(text):
    """(ticks or None where out of range, scale as written) of a text in JSON number syntax."""
    sign, whole, fraction, exponent_sign, exponent_digits = _JSON_NUMBER.fullmatch(text).groups()
    fraction = fraction or ""
    exponent = _exponent(exponent_sign, exponent_digits)
    written = max(0, len(fraction) - exponent)
    return _ticks(sign, whole + fraction, exponent - len(fraction)), written


def _exponent(sign, digits):
    digits = (digits or "").lstrip("0")
    size = SCALE_WRITTEN_CAP if len(digits) > 18 else int(digits or "0")
    return -size if sign == "-" else size


def _ticks(sign, digits, exponent):
    """digits * 10^exponent in ticks, or None where no coefficient and scale in range write it."""
    significant = digits.lstrip("0")
    coefficient = significant.rstrip("0")
    if not coefficient:
        return 0
    exponent += len(significant) - len(coefficient)
    if exponent < -SCALE_MAX or len(coefficient) + max(exponent, 0) > DIGITS_MAX:
        return None
    ticks = int(coefficient) * 10 ** (exponent + SCALE_MAX)
    return -ticks if sign else ticks


def scale_of(ticks):
    """The least scale that writes the value: its digits after the point without superfluous zeros."""
    fraction = "%038d" % (abs(ticks) % ONE)
    return len(fraction.rstrip("0"))


def fits(ticks):
    """Whether some coefficient below 10^38 with a scale from 0 to 38 is this value."""
    coefficient = abs(ticks) // 10 ** (SCALE_MAX - scale_of(ticks))
    return coefficient < COEFFICIENT_LIMIT


def write(ticks, scale_min=0):
    """Printed form: plain digits, no superfluous zeros, but at least scale_min digits; never -0."""
    whole, fraction = divmod(abs(ticks), ONE)
    digits = ("%038d" % fraction).rstrip("0").ljust(scale_min, "0")
    sign = "-" if ticks < 0 else ""
    return sign + str(whole) + ("." + digits if digits else "")


# --- the arithmetic that JavaScript users see as `steelyard.decimal` ------------------------------

def _operand(text):
    if not is_json_number(text):
        raise DecimalError("decimal.syntax")
    ticks, written = read(text)
    if ticks is None:
        raise DecimalError("decimal.range")
    return ticks, written


def _result(ticks, scale):
    """Plain text at the scale that exact arithmetic gives; where that does not fit, without zeros."""
    if not fits(ticks):
        raise DecimalError("decimal.range")
    kept = scale <= SCALE_MAX and abs(ticks) < COEFFICIENT_LIMIT * 10 ** (SCALE_MAX - scale)
    return write(ticks, scale if kept else 0)


def add(a, b):
    (x, x_scale), (y, y_scale) = _operand(a), _operand(b)
    return _result(x + y, max(x_scale, y_scale))


def subtract(a, b):
    (x, x_scale), (y, y_scale) = _operand(a), _operand(b)
    return _result(x - y, max(x_scale, y_scale))


def multiply(a, b):
    (x, x_scale), (y, y_scale) = _operand(a), _operand(b)
    ticks, lost = divmod(abs(x * y), ONE)
    if lost:
        raise DecimalError("decimal.range")
    return _result(ticks if (x < 0) == (y < 0) else -ticks, x_scale + y_scale)


def sum_list(texts):
    operands = [_operand(text) for text in texts]
    return _result(sum(ticks for ticks, _ in operands), max((scale for _, scale in operands), default=0))


def compare(a, b):
    x, y = _operand(a)[0], _operand(b)[0]
    return str((x > y) - (x < y))


def negate(a):
    ticks, scale = _operand(a)
    return _result(-ticks, scale)


def absolute(a):
    ticks, scale = _operand(a)
    return _result(abs(ticks), scale)


def _rounds_away(mode, negative, odd, lost, step):
    """Whether the size of a value cut at a step goes up by one; `lost` is what the cut dropped."""
    if mode in ("up", "down"):
        return mode == "up"
    if mode in ("ceiling", "floor"):
        return negative == (mode == "floor")
    if 2 * lost != step:
        return 2 * lost > step
    return mode == "half_up" or (mode == "half_even" and odd)


def quantize(a, scale, mode="half_even"):
    """The value at exactly `scale` digits after the point, rounded by one of seven modes."""
    ticks, _ = _operand(a)
    step = 10 ** (SCALE_MAX - scale)
    size, lost = divmod(abs(ticks), step)
    if lost and _rounds_away(mode, ticks < 0, size % 2 == 1, lost, step):
        size += 1
    if size >= COEFFICIENT_LIMIT:
        raise DecimalError("decimal.range")
    return write(-size * step if ticks < 0 else size * step, scale)


OPERATIONS = {
    "add": add, "subtract": subtract, "multiply": multiply, "compare": compare,
    "negate": negate, "abs": absolute, "quantize": quantize, "sum": sum_list,
}
MODES = ("half_even", "half_up", "half_down", "up", "down", "ceiling", "floor")
