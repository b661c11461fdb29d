# SPDX-License-Identifier: Apache-2.0
"""Sums, conditions and tests of the profile language: texts in, small trees out, and what they say of a wallet's facts.

core/profiles/README.md, the language. A condition says True, False, or None where one of its terms is not known.
Facts come in through an object with `amount`, `flag`, `text`, `is_known` and `comparable`; no provider is known here.
"""

import re

from . import decimals
from .json_strict import ARRAY, BOOLEAN, NULL, NUMBER, OBJECT, STRING, TWIN

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_TERM = re.compile(r"\s*(?:(%s)|([0-9]+(?:\.[0-9]+)?))\s*" % _NAME)
_NOT_FLAG = re.compile(r"not\s+(%s)" % _NAME)
_KNOWN = re.compile(r"(%s)\s+is\s+(not\s+)?known" % _NAME)
_LITERAL = re.compile(r"(%s)\s+is\s+(not\s+)?'([^']*)'" % _NAME)
_TEXTS = re.compile(r"(%s)\s+is\s+(not\s+)?(%s)" % (_NAME, _NAME))
_RELATION = re.compile(r"(.*?)(<=|>=|<|>|=)(.*)")
_DIGITS = re.compile(r"[0-9]+")
_INDEX = re.compile(r"0|[1-9][0-9]*")
_HOLDS = {"<": lambda d: d < 0, "<=": lambda d: d <= 0, ">": lambda d: d > 0, ">=": lambda d: d >= 0,
          "=": lambda d: d == 0}


class ExpressionError(Exception):
    """The text is no sum or condition of the language, or names what the profile has not."""


class Summand:
    """One term of a sum: a name of an amount, or (name None) a decimal."""

    __slots__ = ("sign", "name", "ticks", "written")

    def __init__(self, sign, name, ticks=None, written=0):
        self.sign = sign
        self.name = name
        self.ticks = ticks
        self.written = written


def parse_sum(text, amounts):
    """The summands of `-a + b - 1.50`; `amounts` are the names that there are."""
    summands, rest = [], text.strip()
    while rest or not summands:
        sign = rest[:1] if rest[:1] in ("+", "-") else ""
        if (sign == "+" and not summands) or (sign == "" and summands):
            raise ExpressionError(text)
        match = _TERM.match(rest[len(sign):])
        if match is None or (match.group(1) and match.group(1) not in amounts):
            raise ExpressionError(text)
        summands.append(_summand(-1 if sign == "-" else 1, *match.groups()))
        rest = rest[len(sign) + match.end():]
    return summands


def _summand(sign, name, number):
    return Summand(sign, name) if name else Summand(sign, None, *decimals.read(number))


def parse_condition(text, names):
    """A condition as a tuple whose first member says which; `names` has `amounts`, `flags` and `texts`."""
    text = text.strip()
    relation = None if "'" in text else _RELATION.fullmatch(text)
    if relation:
        left, sign, right = relation.groups()
        return "compare", parse_sum(left, names.amounts), sign, parse_sum(right, names.amounts)
    if re.fullmatch(_NAME, text):
        return "flag", _one_of(text, names.flags), True
    match = _NOT_FLAG.fullmatch(text)
    if match:
        return "flag", _one_of(match.group(1), names.flags), False
    match = _KNOWN.fullmatch(text)
    if match:
        return _parse_known(match, names)
    match = _LITERAL.fullmatch(text)
    if match:
        return "literal", _one_of(match.group(1), names.texts), not match.group(2), match.group(3)
    match = _TEXTS.fullmatch(text)
    if match:
        return "texts", _one_of(match.group(1), names.texts), not match.group(2), _one_of(match.group(3), names.texts)
    raise ExpressionError(text)


def _parse_known(match, names):
    name, wanted = match.group(1), not match.group(2)
    if name == "unit":
        return "unit", wanted
    return "known", _one_of(name, list(names.amounts) + list(names.flags) + list(names.texts)), wanted


def _one_of(name, names):
    if name not in names:
        raise ExpressionError(name)
    return name


# --- what they say ---------------------------------------------------------------------------------

def add(summands, facts):
    """The sum in ticks, or None where one of its amounts has no value."""
    total = 0
    for term in summands:
        ticks = term.ticks if term.name is None else facts.amount(term.name)
        if ticks is None:
            return None
        total += term.sign * ticks
    return total


def names_in(condition):
    """The amounts that a condition compares."""
    if condition[0] != "compare":
        return []
    return [term.name for term in condition[1] + condition[3] if term.name is not None]


def says(condition, facts):
    """True, False, or None where a term is missing or did not parse."""
    kind = condition[0]
    if kind == "compare":
        return _says_relation(condition, facts)
    if kind == "flag":
        flag = facts.flag(condition[1])
        return None if flag is None else flag is condition[2]
    if kind == "unit":
        return facts.is_unit_known() is condition[1]
    if kind == "known":
        return facts.is_known(condition[1]) is condition[2]
    text = facts.text(condition[1])
    other = condition[3] if kind == "literal" else facts.text(condition[3])
    return None if text is None or other is None else (text == other) is condition[2]


def _says_relation(condition, facts):
    left, right = add(condition[1], facts), add(condition[3], facts)
    if left is None or right is None or not facts.comparable(names_in(condition)):
        return None
    return _HOLDS[condition[2]](left - right)


def all_hold(conditions, facts):
    return all(says(condition, facts) is True for condition in conditions)


# --- tests -----------------------------------------------------------------------------------------

def can_hold(node, token):
    """Whether a value can have a member of this name: an object, or a list where the name is made of digits."""
    return node.kind == OBJECT or (node.kind == ARRAY and _DIGITS.fullmatch(token) is not None)


def child(node, token):
    """The member of that name, or None; also where the value cannot have one."""
    if node.kind == ARRAY and _INDEX.fullmatch(token):
        return node.value[int(token)] if len(token) < 18 and int(token) < len(node.value) else None
    return node.value.get(token) if node.kind == OBJECT else None


def find_quietly(node, tokens):
    """The value at a pointer, or None: absent, given twice, or through what cannot hold it."""
    for token in tokens:
        node = child(node, token)
        if node is None or node is TWIN:
            return None
    return node


def equals(node, value):
    """Whether a value of the body is one of the profile's values: texts as text, numbers exactly by value."""
    if value is None or isinstance(value, bool):
        return node.kind == (NULL if value is None else BOOLEAN) and node.value is value
    if isinstance(value, str):
        return node.kind == STRING and node.value == value
    if node.kind != NUMBER:
        return False
    given, wanted = decimals.read(node.value)[0], decimals.read(repr(value))[0]
    return given is not None and given == wanted


class Test:
    """`{"at": pointer, "is": value or list of values}`."""

    def __init__(self, tokens, values):
        self.tokens = tokens
        self.values = values

    def of(self, node):
        return any(equals(node, value) for value in self.values)

    def holds(self, top):
        node = find_quietly(top, self.tokens)
        return node is not None and self.of(node)

    def meets_twin(self, node):
        """Whether the way to the member leads through one that is given twice, which has no value."""
        for token in self.tokens:
            node = child(node, token)
            if node is None or node is TWIN:
                return node is TWIN
        return False
