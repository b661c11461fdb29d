# SPDX-License-Identifier: Apache-2.0
"""One wrong thing at a time: in the members of a tree, in the text of a body, in the options."""

import copy

from . import amounts
from .tree import Escaped, Num, Obj, lists_in, objects_in

OTHER_TYPES = (None, None, True, False, Num("0"), Num("12.5"), "", "text", "7", [], [Num("1")], Obj(), Obj(("a", None)))


# --- trees -----------------------------------------------------------------------------------------

def _pair(case, wanted=lambda pair: True):
    """(object, index of a pair) somewhere in the tree, or None."""
    objects = [o for o in objects_in(case.tree) if any(wanted(pair) for pair in o.pairs)]
    if not objects:
        return None
    chosen = case.rng.choice(objects)
    return chosen, case.rng.choice([i for i, pair in enumerate(chosen.pairs) if wanted(pair)])


def drop_member(case):
    found = _pair(case)
    if found:
        del found[0].pairs[found[1]]


def retype_member(case):
    found = _pair(case)
    if found:
        found[0].pairs[found[1]][1] = copy.deepcopy(case.rng.choice(OTHER_TYPES))


def twin_member(case):
    """The same name again: with the same value, with another, once or twice."""
    found = _pair(case)
    if not found:
        return
    chosen, index = found
    name, value = chosen.pairs[index]
    for _ in range(case.rng.choice((1, 1, 1, 2))):
        again = copy.deepcopy(value if case.chance(0.5) else case.rng.choice(OTHER_TYPES))
        chosen.pairs.insert(case.rng.randrange(len(chosen.pairs) + 1), [name, again])


def twin_escaped(case):
    """The same name again with its first letter escaped: equal after unescaping."""
    found = _pair(case, lambda pair: pair[0])
    if found:
        chosen, index = found
        name, value = chosen.pairs[index]
        chosen.pairs.append([Escaped(name), copy.deepcopy(value)])


def odd_amount(case):
    found = _pair(case, lambda pair: isinstance(pair[1], Num)
                  or pair[0] in ("available", "referral", "pending", "reserve", "total"))
    if found:
        pair = found[0].pairs[found[1]]
        pair[1] = amounts.odd(case.rng, isinstance(pair[1], str) and not isinstance(pair[1], Num))


def list_element(case):
    """A list gains an element that is no object, loses one, or has one twice."""
    lists = lists_in(case.tree)
    if not lists:
        return
    chosen = case.rng.choice(lists)
    way = case.rng.random()
    if way < 0.5 or not chosen:
        chosen.insert(case.rng.randrange(len(chosen) + 1), copy.deepcopy(case.rng.choice(OTHER_TYPES)))
    elif way < 0.75:
        chosen.append(copy.deepcopy(case.rng.choice(chosen)))
    else:
        del chosen[case.rng.randrange(len(chosen))]


def empty_something(case):
    found = _pair(case, lambda pair: isinstance(pair[1], (list, Obj)))
    if found:
        pair = found[0].pairs[found[1]]
        pair[1] = case.rng.choice(([], Obj(), None)) if case.chance(0.5) else type(pair[1])()


def flags(case):
    """The flags of an envelope: both, none, other types; an error beside the data."""
    rng = case.rng
    if not isinstance(case.tree, Obj):
        return
    names = [pair[0] for pair in case.tree.pairs]
    for name in ("success", "IsSuccess", "IsFailure"):
        if name in names and case.chance(0.6):
            case.tree.set(name, rng.choice((True, True, False, None, "true", Num("1"))))
    if case.chance(0.3):
        name = rng.choice(("error", "message", "IsSuccess", "snapshotAt", "data"))
        case.tree.set(name, copy.deepcopy(rng.choice(OTHER_TYPES)))


TREE_MUTATIONS = (drop_member, drop_member, retype_member, retype_member, twin_member, twin_member, twin_escaped,
                  odd_amount,
                  odd_amount, list_element, empty_something, flags)


def mutate_tree(case):
    for _ in range(case.rng.choice((1, 1, 1, 2, 3))):
        case.rng.choice(TREE_MUTATIONS)(case)


# --- texts -----------------------------------------------------------------------------------------

BAD_SEQUENCES = (
    b"\xff", b"\x80", b"\xc0\xaf", b"\xc1\x81", b"\xe0\x80\x80", b"\xe0\x9f\xbf", b"\xed\xa0\x80", b"\xed\xbf\xbf",
    b"\xf0\x8f\xbf\xbf",
    b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xe2\x82", b"\xf0\x9f\x92", b"\xc3", b"\xe2\x28\xa1", b"\xfe",
    b"\xf8\x88\x80\x80\x80",
)
GOOD_SEQUENCES = (b"\xc2\x80", b"\xdf\xbf", b"\xe0\xa0\x80", b"\xed\x9f\xbf", b"\xee\x80\x80", b"\xef\xbf\xbf",
                  b"\xf0\x90\x80\x80",
                  b"\xf4\x8f\xbf\xbf", b"\x7f", b"\xef\xbb\xbf", b"\xe2\x80\xa8")
ESCAPES = (b"\\ud800", b"\\uDFFF", b"\\ud83d\\ude00", b"\\ud83d\\u0041", b"\\ud83dx", b"\\ud83d\\n",
           b"\\ud83d\\uZZZZ", b"\\ud83d\\",
           b"\\u12G4", b"\\u", b"\\u00", b"\\x41", b"\\'", b"\\0", b"\\u0000", b"\\ud83d\\ud83d\\ude00",
           b"\\udE00\\ud83d", b"\\/", b"\\U0041",
           b"\\ud83d\\u", b"\\ud83d\\ude0", b"\\b\\f\\n\\r\\t\\\"\\\\", b"\\ud83d\\x", b"\\\xc3\xa9", b"\\u\xff")
WRONG_TOKENS = (b"01", b"1.", b".5", b"+1", b"NaN", b"Infinity", b"-", b"0x10", b"1e", b"1e+", b"-01", b"--1",
                b"1.5.2", b"1e5e", b"tru",
                b"True", b"nul", b"nulL", b"undefined", b"'a'", b"// c", b"/* c */", b",", b":", b"]", b"}", b"{",
                b"[", b"\"", b"\x00", b"\x0b",
                b"\xc2\xa0", b"\xe2\x80\xa8", b"1_000", b"-.5", b"1.e3", b"00", b"falsy", b"-Infinity",
                b"\xef\xbb\xbf", b"\x1f", b"\x7f")
TRAILING = (b" ", b"\n", b"\r\n\t ", b"x", b"{}", b",", b"\x00", b"]", b"}", b" null", b"\n1", b"\xef\xbb\xbf",
            b"\xff", b" \xc2\xa0", b"//", b"\x0c")


def _somewhere(case, body):
    return case.rng.randrange(len(body) + 1)


def _in_string(case, body):
    """A place just behind a quotation mark, mostly within a string."""
    marks = [index + 1 for index, byte in enumerate(body) if byte == 0x22]
    return case.rng.choice(marks) if marks else 0


def _insert(body, place, piece):
    return body[:place] + piece + body[place:]


def truncate(case, body):
    return body[:_somewhere(case, body)]


def flip_byte(case, body):
    if not body:
        return body
    place = case.rng.randrange(len(body))
    return body[:place] + bytes([case.rng.randrange(256)]) + body[place + 1:]


def drop_byte(case, body):
    place = case.rng.randrange(max(1, len(body)))
    return body[:place] + body[place + 1:]


def bad_sequence(case, body):
    return _insert(body, _in_string(case, body) if case.chance(0.8) else _somewhere(case, body),
                   case.rng.choice(BAD_SEQUENCES))


def good_sequence(case, body):
    return _insert(body, _in_string(case, body), case.rng.choice(GOOD_SEQUENCES))


def cut_in_sequence(case, body):
    return body[:_in_string(case, body)] + case.rng.choice(BAD_SEQUENCES[-7:-3] + ESCAPES)


def escape(case, body):
    return _insert(body, _in_string(case, body), case.rng.choice(ESCAPES))


def control(case, body):
    return _insert(body, _in_string(case, body), bytes([case.rng.randrange(32)]))


def wrong_token(case, body):
    """A wrong token where a value stood, or anywhere."""
    colons = [index + 1 for index, byte in enumerate(body) if byte in b":[,"]
    if colons and case.chance(0.8):
        place = case.rng.choice(colons)
        after = place + (case.rng.randrange(6) if case.chance(0.3) else 0)
        return body[:place] + case.rng.choice(WRONG_TOKENS) + body[after:]
    return _insert(body, _somewhere(case, body), case.rng.choice(WRONG_TOKENS))


def trailing(case, body):
    return body + case.rng.choice(TRAILING)


def leading(case, body):
    return case.rng.choice((b"\xef\xbb\xbf", b"\xef\xbb\xbf", b" \n", b"\xef\xbb\xbf\xef\xbb\xbf", b" \xef\xbb\xbf",
                            b"\xef\xbb", b"\xff\xfe", b"\x00",
                            b"\xef\xbb\xbf \r\n", b"\x0b")) + body


def limit_size(case, body):
    case.options["maxBytes"] = max(1, len(body) + case.rng.choice((-1, -1, 0, 0, 1, -len(body) // 2, 1000)))
    return body


def deep(case, body):
    """Nesting at the cap, one past it, and far past it, as an ignored member or alone."""
    depth = case.rng.choice((127, 128, 129, 126, 130, 2000))
    opening, closing = case.rng.choice(((b"[", b"]"), (b'{"a":', b"}"), (b'[{"b":', b"}]")))
    depth = depth // 2 if len(opening) == 6 and closing == b"}]" else depth
    nest = opening * depth + case.rng.choice((b"1", b"null", b"[]", b"")) + closing * depth
    if body.startswith(b"{") and case.chance(0.7):
        return b'{"deep":' + nest + b"," + body[1:]
    return nest


TEXT_MUTATIONS = (truncate, truncate, flip_byte, flip_byte, drop_byte, bad_sequence, bad_sequence, good_sequence,
                  cut_in_sequence,
                  escape, escape, control, wrong_token, wrong_token, trailing, trailing, leading, leading, limit_size,
                  deep)


def mutate_text(case, body):
    for _ in range(case.rng.choice((1, 1, 1, 1, 2))):
        body = case.rng.choice(TEXT_MUTATIONS)(case, body)
    return body


ODD_BODIES = (
    b"", b" ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n\t\r", b"null", b"true", b"0", b"-0", b"01", b"1.5.2", b"1e", b"-",
    b'""', b'"a', b"[]", b"{}", b"[{}]",
    b"[[]]", b"[1]", b"[null]", b'{"":{}}', b'{"message":"x"}', b'{"message":null}', b'{"message":{}}',
    b'{"error":null}', b'{"error":{}}',
    b'{"error":{"name":null}}', b'{"error":"x"}', b'{"error":{"code":"c"},"error":{"name":"n"}}', b'{"data":[]}',
    b'{"data":null}', b'{"data":[null]}',
    b'{"success":true}', b'{"success":false}', b'{"success":true,"data":null}', b'{"success":true,"data":[]}',
    b'{"currencies":[]}', b'{"snapshotAt":null}',
    b'{"currencies":null,"snapshotAt":"2025-01-01T00:00:00Z"}', b'{"IsSuccess":true,"IsFailure":true}',
    b'{"IsSuccess":true}', b'{"IsFailure":true}',
    b'{"IsSuccess":true,"IsFailure":false,"Value":[]}', b'{"IsSuccess":true,"IsFailure":false}',
    b'[{"currency_id":1}]', b'[null,{"currency_id":1}]',
    b'{"currency_id":null}', b'[{"currency_id":1},2]', b"\xff", b"\xef\xbb", b"{", b"[", b'{"a":1,}', b"[1,]",
    b'{"a"}', b"{1:2}", b"nul", b"truex", b'"\\ud800"',
    b'{"a":1,"a":2,"\\u0061":3}', b'{"a/b":{"~":1,"~":2}}', b'[{"x":1,"x":2},{"y":{"z":1,"z":2}}]',
    b'{"IsFailure":true,"IsSuccess":false,"message":"x"}',
)


# --- options ---------------------------------------------------------------------------------------

WRONG_OPTIONS = (
    ("currency", "usd"), ("currency", 5), ("currency", None), ("currency", ""), ("currency", "US"),
    ("currency", "USDT"),
    ("profile", "nobody"), ("profile", ""), ("profile", True), ("profile", None), ("profile", "Auto"), ("profile", []),
    ("currencies", []), ("currencies", "USD"), ("currencies", {"1": 5}), ("currencies", {"1": "usd"}),
    ("currencies", {"1": None}),
    ("currencies", {"1": {"code": "JPY", "minorUnits": 39}}), ("currencies", {"1": {"code": "JPY", "minorUnits": -1}}),
    ("currencies", {"1": {"code": "JPY", "minorUnits": "0"}}), ("currencies", {"1": {"code": "u", "minorUnits": 2}}),
    ("currencies", {"1": {"code": "JPY", "minorUnits": 0}, "2": {"code": "JPY", "minorUnits": 2}}),
    ("currencies", {"1": "USDT"}),
    ("currencies", {"1": {"code": 5}}), ("minorUnits", {"USD": 39}), ("minorUnits", {"USD": -1}),
    ("minorUnits", {"usd": 2}),
    ("minorUnits", {"U": 2}), ("minorUnits", {"ABCDEFGHIJK": 2}), ("minorUnits", {"USD": "2"}), ("minorUnits", 2),
    ("minorUnits", {"USD": None}),
    ("unit", "cents"), ("unit", 1), ("unit", ""), ("unit", None), ("creditLimit", "-1"), ("creditLimit", 5),
    ("creditLimit", "1e3"),
    ("creditLimit", ""), ("creditLimit", {"1": "-0.01"}), ("creditLimit", {"1": 5}),
    ("creditLimit", "100000000000000000000000000000000000000"),
    ("creditLimit", []), ("creditLimit", True), ("status", 99), ("status", 600), ("status", "200"), ("status", -1),
    ("status", True),
    ("headers", []), ("headers", {"X-Page": 1}), ("headers", {"X-Page": "1", "x-page": "1"}),
    ("headers", {"X-Page": None}), ("headers", "X-Page: 1"),
    ("now", "2025-02-30T00:00:00Z"), ("now", 5), ("now", "2025-01-01"), ("now", "0000-01-01T00:00:00+00:01"),
    ("now", None), ("now", ""),
    ("maxAge", -1), ("maxAge", "-1"), ("maxAge", "1e3"), ("maxAge", ""), ("maxAge", True), ("maxAge", []),
    ("maxAge", " 1"),
    ("maxBytes", 0), ("maxBytes", -5), ("maxBytes", "100"), ("maxBytes", None), ("explain", 1), ("explain", "true"),
    ("explain", None),
    ("curency", "USD"), ("", True), ("max_age", 5), ("Profile", "payop"), ("explain ", True), ("x\"y", 1),
)


def wrong_option(case):
    """Exactly one option that is wrong; the others stay right, whatever they are."""
    name, value = case.rng.choice(WRONG_OPTIONS)
    if name == "currency" and value == "USDT":
        case.options.pop("minorUnits", None)
        case.options.pop("currencies", None)
    if name in ("currencies", "minorUnits"):
        case.options.pop("minorUnits", None)
        case.options.pop("currencies", None)
        case.options.pop("currency", None)
    if name == "maxAge":
        case.options["now"] = "2025-09-15T12:34:56Z"
    case.options[name] = copy.deepcopy(value)
