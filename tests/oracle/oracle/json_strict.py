# SPDX-License-Identifier: Apache-2.0
"""Bytes in, a tree with byte offsets and a list of twins out; or the first error with its code and offset.

Strict RFC 8259 over UTF-8 (contract, "Reading JSON" and "Malformed"). This module knows nothing of
providers, amounts or options. Every member name that an object gives twice maps to TWIN: it has no value.
"""

import re

DEPTH_MAX = 128  # contract: "nesting deeper than 128" is refused

OBJECT, ARRAY, STRING, NUMBER, BOOLEAN, NULL = "object", "array", "string", "number", "boolean", "null"

# RFC 3629, section 4: the well-formed sequences of two to four bytes.
_MULTIBYTE = (
    rb"[\xc2-\xdf][\x80-\xbf]"
    rb"|\xe0[\xa0-\xbf][\x80-\xbf]"
    rb"|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}"
    rb"|[\xf1-\xf3][\x80-\xbf]{3}"
    rb"|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_SEQUENCE = re.compile(_MULTIBYTE)
_PLAIN_STRING = re.compile(rb'"([\x20\x21\x23-\x5b\x5d-\x7f]*)"')
_STRING_RUN = re.compile(rb"[\x20\x21\x23-\x5b\x5d-\x7f]+|(?:" + _MULTIBYTE + rb")+")
_NUMBER = re.compile(rb"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_DIGITS = re.compile(rb"[0-9]*")
_SPACE = re.compile(rb"[ \t\n\r]*")
_HEX4 = re.compile(rb"[0-9a-fA-F]{4}")

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SIMPLE_ESCAPES = {
    0x22: '"', 0x5C: "\\", 0x2F: "/", 0x62: "\b", 0x66: "\f", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
}
_LITERALS = {0x74: (b"true", BOOLEAN, True), 0x66: (b"false", BOOLEAN, False), 0x6E: (b"null", NULL, None)}


class JsonError(Exception):
    """The first error of a body: a `json.*` code and the byte offset that the contract gives it."""

    def __init__(self, code, offset):
        super().__init__(code, offset)
        self.code = code
        self.offset = offset


class Node:
    """A value: its kind, the offset of its first byte, and its Python form (a number keeps its text)."""

    __slots__ = ("kind", "offset", "value")

    def __init__(self, kind, offset, value):
        self.kind = kind
        self.offset = offset
        self.value = value


TWIN = Node("twin", -1, None)


class Document:
    """A parsed body: the top value, and each later twin as (JSON Pointer, offset of the later value)."""

    def __init__(self, top, twins):
        self.top = top
        self.twins = twins


def pointer_token(name):
    """One reference token of a JSON Pointer (RFC 6901, section 3)."""
    return name.replace("~", "~0").replace("/", "~1")


def parse(body, nbytes_max):
    """Read a whole body; raises JsonError. The size is judged before anything else."""
    if len(body) > nbytes_max:
        raise JsonError("json.size", nbytes_max)
    return _Parser(body).document()


def line_and_column(body, offset):
    """Line and column of an offset, from 1; a line ends with LF and a byte order mark counts."""
    before = body[:offset]
    return before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1


class _Parser:
    def __init__(self, body):
        self.body = body
        self.end = len(body)
        self.path = []
        self.twins = []

    def document(self):
        start = 3 if self.body.startswith(_BYTE_ORDER_MARK) else 0
        pos = self.skip_space(start)
        if pos == self.end:
            raise JsonError("json.empty", self.end)
        top, pos = self.value(pos, 0)
        pos = self.skip_space(pos)
        if pos != self.end:
            raise JsonError("json.trailing", pos)
        return Document(top, self.twins)

    def skip_space(self, pos):
        return _SPACE.match(self.body, pos).end()

    def byte(self, pos):
        """The byte at pos, or -1 at the end."""
        return self.body[pos] if pos < self.end else -1

    def refuse(self, pos):
        """The byte at pos cannot continue a JSON text; outside strings a broken sequence is json.utf8."""
        if pos < self.end and self.body[pos] >= 0x80 and not _SEQUENCE.match(self.body, pos):
            raise JsonError("json.utf8", pos)
        raise JsonError("json.syntax", min(pos, self.end))

    def value(self, pos, depth):
        first = self.byte(pos)
        if first == 0x22:
            text, after = self.string(pos)
            return Node(STRING, pos, text), after
        if first == 0x7B or first == 0x5B:
            if depth == DEPTH_MAX:
                raise JsonError("json.depth", pos)
            return self.object(pos, depth + 1) if first == 0x7B else self.array(pos, depth + 1)
        if first in _LITERALS:
            return self.literal(pos, first)
        return self.number(pos)

    def object(self, start, depth):
        members = {}
        pos = self.skip_space(start + 1)
        if self.byte(pos) == 0x7D:
            return Node(OBJECT, start, members), pos + 1
        while True:
            if self.byte(pos) != 0x22:
                self.refuse(pos)
            pos = self.member(pos, depth, members)
            mark = self.byte(pos)
            if mark == 0x7D:
                return Node(OBJECT, start, members), pos + 1
            if mark != 0x2C:
                self.refuse(pos)
            pos = self.skip_space(pos + 1)

    def member(self, pos, depth, members):
        """One `"name": value`; the names of one object are compared after unescaping."""
        name, pos = self.string(pos)
        pos = self.skip_space(pos)
        if self.byte(pos) != 0x3A:
            self.refuse(pos)
        start = self.skip_space(pos + 1)
        self.path.append(name)
        if name in members:
            self.twins.append((self.pointer(), start))
        node, pos = self.value(start, depth)
        self.path.pop()
        members[name] = TWIN if name in members else node
        return self.skip_space(pos)

    def array(self, start, depth):
        items = []
        pos = self.skip_space(start + 1)
        if self.byte(pos) == 0x5D:
            return Node(ARRAY, start, items), pos + 1
        while True:
            self.path.append(len(items))
            item, pos = self.value(pos, depth)
            self.path.pop()
            items.append(item)
            pos = self.skip_space(pos)
            mark = self.byte(pos)
            if mark == 0x5D:
                return Node(ARRAY, start, items), pos + 1
            if mark != 0x2C:
                self.refuse(pos)
            pos = self.skip_space(pos + 1)

    def pointer(self):
        return "".join("/" + pointer_token(str(token)) for token in self.path)

    def literal(self, pos, first):
        word, kind, value = _LITERALS[first]
        for index, byte in enumerate(word):
            if self.byte(pos + index) != byte:
                self.refuse(pos + index)
        return Node(kind, pos, value), pos + len(word)

    def number(self, pos):
        match = _NUMBER.match(self.body, pos)
        after = match.end() if match else pos
        if match is None or self.byte(after) in (0x2E, 0x45, 0x65):
            after = self.number_slowly(pos)
        return Node(NUMBER, pos, self.body[pos:after].decode("ascii")), after

    def number_slowly(self, pos):
        """Walk the grammar of RFC 8259, section 6, to find the byte that breaks it."""
        if self.byte(pos) == 0x2D:
            pos += 1
        pos = pos + 1 if self.byte(pos) == 0x30 else self.digits(pos)
        if self.byte(pos) == 0x2E:
            pos = self.digits(pos + 1)
        if self.byte(pos) in (0x45, 0x65):
            pos += 1
            if self.byte(pos) in (0x2B, 0x2D):
                pos += 1
            pos = self.digits(pos)
        return pos

    def digits(self, pos):
        after = _DIGITS.match(self.body, pos).end()
        if after == pos:
            self.refuse(pos)
        return after

    def string(self, start):
        plain = _PLAIN_STRING.match(self.body, start)
        if plain:
            return plain.group(1).decode("ascii"), plain.end()
        pieces = []
        pos = start + 1
        while True:
            run = _STRING_RUN.match(self.body, pos)
            if run:
                pieces.append(run.group().decode("utf-8"))
                pos = run.end()
                continue
            mark = self.byte(pos)
            if mark == 0x22:
                return "".join(pieces), pos + 1
            if mark != 0x5C:
                self.refuse_in_string(pos)
            piece, pos = self.escape(pos)
            pieces.append(piece)

    def refuse_in_string(self, pos):
        if pos < self.end and self.body[pos] >= 0x80:
            raise JsonError("json.utf8", pos)
        raise JsonError("json.syntax", pos)

    def escape(self, backslash):
        """One escape, or a surrogate pair of two; errors point at the backslash, a cut at the end."""
        mark = self.byte(backslash + 1)
        if mark == 0x75:
            return self.escape_unicode(backslash)
        if mark == -1:
            raise JsonError("json.syntax", self.end)
        if mark not in _SIMPLE_ESCAPES:
            raise JsonError("json.syntax", backslash)
        return _SIMPLE_ESCAPES[mark], backslash + 2

    def escape_unicode(self, backslash):
        unit = self.code_unit(backslash)
        after = backslash + 6
        if not 0xD800 <= unit <= 0xDFFF:
            return chr(unit), after
        if unit >= 0xDC00:
            raise JsonError("json.surrogate", backslash)
        low = self.low_surrogate(backslash, after)
        return chr(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)), after + 6

    def low_surrogate(self, high_backslash, pos):
        """The second half of a pair; a text that ends within it is a cut text, not a lone surrogate."""
        if pos == self.end or (self.byte(pos) == 0x5C and pos + 1 == self.end):
            raise JsonError("json.syntax", self.end)
        if self.byte(pos) != 0x5C or self.byte(pos + 1) != 0x75:
            raise JsonError("json.surrogate", high_backslash)
        low = self.code_unit(pos)
        if not 0xDC00 <= low <= 0xDFFF:
            raise JsonError("json.surrogate", high_backslash)
        return low

    def code_unit(self, backslash):
        r"""The four digits of `\uXXXX`; a digit that is none is an error of the escape."""
        digits = self.body[backslash + 2:backslash + 6]
        if _HEX4.fullmatch(digits):
            return int(digits, 16)
        if len(digits) < 4 and re.fullmatch(rb"[0-9a-fA-F]*", digits):
            raise JsonError("json.syntax", self.end)
        raise JsonError("json.syntax", backslash)
