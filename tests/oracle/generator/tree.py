# SPDX-License-Identifier: Apache-2.0
"""A JSON tree that may hold twins and exotic numbers, and a writer with many hands.

Objects are lists of pairs, so that a name can stand twice; numbers are texts, so that nothing is rounded.
"""


class Num(str):
    """A JSON number as it is to be written."""


class Escaped(str):
    """A text whose first character is to be written as an escape."""


class Obj:
    """An object in the order of its pairs; a name may stand twice."""

    __slots__ = ("pairs",)

    def __init__(self, *pairs):
        self.pairs = [list(pair) for pair in pairs]

    def get(self, name):
        return next((value for key, value in self.pairs if key == name), None)

    def set(self, name, value):
        for pair in self.pairs:
            if pair[0] == name:
                pair[1] = value
                return
        self.pairs.append([name, value])

    def drop(self, name):
        self.pairs = [pair for pair in self.pairs if pair[0] != name]


_MUST_ESCAPE = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escape(char):
    """`\\uXXXX`, as a surrogate pair where the character needs one."""
    number = ord(char)
    if number < 0x10000:
        return "\\u%04x" % number
    number -= 0x10000
    return "\\u%04X\\u%04x" % (0xD800 + (number >> 10), 0xDC00 + (number & 0x3FF))


class Writer:
    """Writes one tree; how much space and how many escapes it uses is drawn once for a body."""

    def __init__(self, rng):
        self.rng = rng
        self.style = rng.choice(("tight", "tight", "spaced", "lines", "ragged"))
        self.escapes = rng.random() < 0.06
        self.shuffles = rng.random() < 0.3

    def write(self, value):
        pieces = []
        self._value(value, pieces, 0)
        return b"".join(pieces)

    def _gap(self, depth, before_close=False):
        if self.style == "tight":
            return b""
        if self.style == "spaced":
            return b"" if before_close else b" "
        if self.style == "lines":
            return b"\n" + b"  " * (depth - before_close)
        return self.rng.choice((b"", b"", b" ", b"\t", b"\r\n", b"\n\n", b"   "))

    def _value(self, value, pieces, depth):
        if isinstance(value, Obj):
            self._object(value, pieces, depth + 1)
        elif isinstance(value, list):
            self._array(value, pieces, depth + 1)
        elif isinstance(value, Num):
            pieces.append(value.encode())
        elif isinstance(value, str):
            pieces.append(self.string(value))
        else:
            pieces.append({True: b"true", False: b"false", None: b"null"}[value])

    def _object(self, value, pieces, depth):
        pairs = value.pairs
        if self.shuffles:
            pairs = list(pairs)
            self.rng.shuffle(pairs)
        pieces.append(b"{")
        for index, (name, member) in enumerate(pairs):
            pieces.append((b"," if index else b"") + self._gap(depth))
            pieces.append(self.string(name) + (b":" if self.style == "tight" else b": "))
            self._value(member, pieces, depth)
        pieces.append((self._gap(depth, True) if pairs else b"") + b"}")

    def _array(self, value, pieces, depth):
        pieces.append(b"[")
        for index, item in enumerate(value):
            pieces.append((b"," if index else b"") + self._gap(depth))
            self._value(item, pieces, depth)
        pieces.append((self._gap(depth, True) if value else b"") + b"]")

    def string(self, text):
        chars = []
        for index, char in enumerate(text):
            if index == 0 and isinstance(text, Escaped):
                chars.append(_escape(char))
            elif char in _MUST_ESCAPE:
                chars.append(_MUST_ESCAPE[char])
            elif char < " " or (self.escapes and self.rng.random() < 0.2):
                chars.append(_escape(char))
            else:
                chars.append(char)
        return b'"' + "".join(chars).encode("utf-8") + b'"'


def objects_in(value, found=None):
    """Every object of a tree, the outer ones first."""
    found = [] if found is None else found
    if isinstance(value, Obj):
        found.append(value)
        for _, member in value.pairs:
            objects_in(member, found)
    elif isinstance(value, list):
        for item in value:
            objects_in(item, found)
    return found


def lists_in(value, found=None):
    """Every list of a tree."""
    found = [] if found is None else found
    if isinstance(value, list):
        found.append(value)
    for child in [m for _, m in value.pairs] if isinstance(value, Obj) else value if isinstance(value, list) else ():
        lists_in(child, found)
    return found
