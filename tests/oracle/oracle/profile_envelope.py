# SPDX-License-Identifier: Apache-2.0
"""What stands around the wallets, as a profile says it: the members to know a body by, flags, errors, a time.

core/profiles/README.md, `detect`, `envelope`, `snapshot`; contract, "provider_error". Wallets are not known here.
"""

from . import decimals, times
from .judge import ABSENT, VALUE, VOID, Field, Place
from .json_strict import ARRAY, BOOLEAN, NULL, NUMBER, OBJECT, STRING, TWIN, Node, pointer_token
from .profile_expression import can_hold, child, find_quietly
from .profile_language import read_test, tokens_of

_UNIX = {"unix_seconds": 0, "unix_milliseconds": 3, "unix_microseconds": 6, "unix_nanoseconds": 9}
FORMS_OF_CARRIER = {"number": (NUMBER,), "string": (STRING,), "either": (NUMBER, STRING)}


# --- detection -------------------------------------------------------------------------------------

def rank(data, top):
    """The least rank of the profile's entries that fit, or None."""
    return min((entry.get("rank", 0) for entry in data.get("detect", []) if _fits(entry, top)), default=None)


def _fits(entry, top):
    node = top
    if top.kind == ARRAY and entry.get("orFirstOfList") and top.value:
        node = top.value[0]
    if node.kind != OBJECT:
        return False
    names = node.value
    if not all(name in names for name in entry["has"]) or any(name in names for name in entry.get("without", [])):
        return False
    if "inside" in entry:
        holder = names[entry["has"][0]]
        if holder.kind != OBJECT or entry["inside"] not in holder.value:
            return False
    return "where" not in entry or read_test(entry["where"]).holds(node)


# --- twins and errors ------------------------------------------------------------------------------

def _flag_pointer(flag):
    return flag["at"] if isinstance(flag, dict) else flag


def _pointers(profile):
    """Every pointer of the envelope, of the time and of the wallets."""
    envelope = profile.envelope
    found = [_flag_pointer(envelope[name]) for name in ("success", "failure") if name in envelope]
    error = envelope.get("error", {})
    found += [error["at"]] if "at" in error else []
    found += [_flag_pointer(error["code"])] if "code" in error else []
    found += [message["at"] for message in error.get("messages", [])]
    found += [envelope["warning"]["at"]] if "warning" in envelope else []
    found += [profile.snapshot.spec["at"]] if profile.snapshot else []
    wallets = profile.wallets
    found += [held["at"] for held in wallets["lists"].values()] if "lists" in wallets else [wallets["at"]]
    return [tokens_of(pointer) for pointer in found]


def has_twin(profile, top):
    """A twin of a member of the envelope, at the top or directly in its error object."""
    if top.kind != OBJECT:
        return False
    if any(tokens and top.value.get(tokens[0]) is TWIN for tokens in _pointers(profile)):
        return True
    held = _error_member(profile, top)
    return held is not None and held.kind == OBJECT and any(value is TWIN for value in held.value.values())


def _error_member(profile, top):
    """What stands at the error's place, where nothing says that it is none."""
    error = profile.envelope.get("error", {})
    if "at" not in error or any(_stands(top, pointer) for pointer in error.get("unless", [])):
        return None
    held = find_quietly(top, tokens_of(error["at"]))
    if held is None or held.kind == NULL or (error.get("unlessEmpty") and _is_empty(held)):
        return None
    return held


def _is_empty(node):
    return node.kind in (ARRAY, OBJECT, STRING) and not node.value


def _stands(top, pointer):
    *before, last = tokens_of(pointer)
    holder = find_quietly(top, before)
    return holder is not None and child(holder, last) is not None


def may_be_error(profile, top):
    """An error's member that stands there, given twice or not."""
    if _error_member(profile, top) is not None:
        return True
    error = profile.envelope.get("error", {})
    tokens = tokens_of(error.get("at", ""))
    return len(tokens) == 1 and child(top, tokens[0]) is TWIN \
        and not any(_stands(top, pointer) for pointer in error.get("unless", []))


def read_error(profile, top):
    """(code, messages) where the body is an error, else None."""
    if top.kind != OBJECT or not (_flags_say_error(profile, top) or _error_member(profile, top) is not None):
        return None
    error = profile.envelope.get("error", {})
    try:
        code = _code(top, error["code"]) if "code" in error else None
        messages = [line for entry in error.get("messages", []) for line in _lines(top, entry)]
    except _Undocumented:
        return None, []
    return (None if code is None else code.value), messages


def _code(top, code):
    """A text, or a number as it stands where the profile says that numbers come."""
    carrier = code.get("carrier", "string") if isinstance(code, dict) else "string"
    return _part(top, _flag_pointer(code), *FORMS_OF_CARRIER[carrier])


def _flags_say_error(profile, top):
    success, failure = (_quiet_flag(profile.envelope.get(name), top) for name in ("success", "failure"))
    if "success" in profile.envelope and "failure" in profile.envelope:
        return success is False and failure is True
    return success is False or failure is True


def _quiet_flag(flag, top):
    if flag is None:
        return None
    node = find_quietly(top, tokens_of(_flag_pointer(flag)))
    if node is None:
        return None
    if isinstance(flag, dict):
        return read_test(flag).of(node)
    return node.value if node.kind == BOOLEAN else None


class _Undocumented(Exception):
    """A part of an error has another type than documented."""


def _part(top, pointer, *kinds):
    """A part of an error, or None where it is absent or null."""
    node = top
    for token in tokens_of(pointer):
        if not can_hold(node, token):
            raise _Undocumented()
        node = child(node, token)
        if node is None or node.kind == NULL:
            return None
        if node is TWIN:
            raise _Undocumented()
    if node.kind not in kinds:
        raise _Undocumented()
    return node


def _lines(top, entry):
    forms = entry["as"]
    node = _part(top, entry["at"], STRING, ARRAY, OBJECT)
    if node is None:
        return []
    if node.kind == STRING and "text" in forms:
        return [node.value]
    if node.kind == ARRAY and ("texts" in forms or "messages" in forms):
        lines = [_line(element, forms, entry) for element in node.value]
        return [line for line in lines if line is not None]
    if node.kind == OBJECT and "fields" in forms:
        return [line for field, texts in node.value.items() for line in _lines_of_field(field, texts)]
    if node.kind == OBJECT and "named" in forms:
        return [line for field, text in node.value.items() for line in _lines_of_field(field, _list_of(text))]
    raise _Undocumented()


def _list_of(node):
    return Node(ARRAY, node.offset, [node])


def _line(node, forms, entry):
    if node.kind == STRING and "texts" in forms:
        return node.value
    if node.kind != OBJECT or "messages" not in forms or TWIN in node.value.values():
        raise _Undocumented()
    message, field = _own_text(node, entry, "message"), _own_text(node, entry, "field")
    if message is None and "message" in entry:
        return None
    if message is None:
        raise _Undocumented()
    return message if field is None else field + ": " + message


def _own_text(node, entry, word):
    """By the profile's own names, where what is no text is passed over, or by the usual ones."""
    if word not in entry:
        return _first_text(node, [word.capitalize(), word])
    names = entry[word] if isinstance(entry[word], list) else [entry[word]]
    found = [node.value[name] for name in names if name in node.value and node.value[name].kind == STRING]
    return found[0].value if found else None


def _first_text(node, names):
    for name in names:
        found = _part(node, "/" + pointer_token(name), STRING)
        if found is not None:
            return found.value
    return None


def _lines_of_field(field, texts):
    if texts.kind != ARRAY or any(text.kind != STRING for text in texts.value):
        raise _Undocumented()
    return [field + ": " + text.value for text in texts.value]


# --- a body that is read ---------------------------------------------------------------------------

def of_body(judge, top, tokens, is_required):
    """A Field with a node; a way through what is no object is a missing member of it."""
    node, path = top, ""
    for token in tokens:
        inner = child(node, token)
        path += "/" + pointer_token(token)
        if inner is TWIN:
            return Field(VOID, path)
        if inner is None:
            if is_required:
                judge.find("member.missing", "invalid", None, path, node.offset)
            return Field(VOID if is_required else ABSENT, path)
        node = inner
    if node.kind == NULL and not is_required:
        return Field(ABSENT, path)
    return Field(VALUE, path, node.offset, node)


def flags_decide(judge, profile, top):
    """Whether the flags let the wallets be read; what is wrong with them is said."""
    envelope = profile.envelope
    flags = [_flag(judge, envelope[name], top) for name in ("success", "failure") if name in envelope]
    if len(flags) < 2:
        return True
    if None in flags:
        return False
    if flags[0] == flags[1]:
        judge.find(profile.code(envelope), "invalid", None, "", top.offset)
        return False
    return True


def _flag(judge, flag, top):
    field = of_body(judge, top, tokens_of(_flag_pointer(flag)), True)
    if field.state != VALUE:
        return None
    if isinstance(flag, dict):
        return read_test(flag).of(field.value)
    if field.value.kind != BOOLEAN:
        judge.find("member.type", "invalid", None, field.path, field.offset)
        return None
    return field.value.value


def judge_warning(judge, profile, top):
    """A list, an object or a text that is not empty although the answer says success."""
    if "warning" not in profile.envelope:
        return
    warning = profile.envelope["warning"]
    node = find_quietly(top, tokens_of(warning["at"]))
    if node is not None and node.kind in (ARRAY, OBJECT, STRING) and node.value:
        judge.find(profile.code(warning), "warn", None, warning["at"], node.offset)


def read_time(judge, profile, top):
    """The body's time; of what may be an error it is not missed."""
    snapshot = profile.snapshot
    if snapshot is None:
        return Field(ABSENT, None)
    is_required = snapshot.is_required
    if is_required and may_be_error(profile, top):
        is_required = False
    field = of_body(judge, top, snapshot.tokens, is_required)
    if field.state == ABSENT and snapshot.is_required:
        field.state = VOID
    if not field.has_value:
        return field
    return _moment(judge, snapshot.spec, field, Place(top, ""))


def _moment(judge, spec, field, place):
    node, kind = field.value, spec["type"]
    kinds = (STRING,) if kind == "rfc3339" else FORMS_OF_CARRIER[spec.get("carrier", "number")]
    if node.kind not in kinds:
        field.state = VOID
        judge.find_at("member.type", "invalid", place, field)
        return field
    field.value = node.value
    if kind == "rfc3339":
        judge.moment(place, field, times.parse_rfc3339)
    else:
        is_text = node.kind == STRING
        judge.moment(place, field, lambda text: _parse_unix(text, _UNIX[kind], is_text))
    if field.has_value and spec.get("utc") and not field.value.is_utc:
        judge.find_at("timestamp.not_utc", "warn", place, field)
    return field


def _parse_unix(text, digits, is_text):
    """Unix time in units of 10^-digits seconds, printed to its written scale; a text is a string amount."""
    if is_text and not decimals.is_string_amount(text):
        raise times.TimeError("timestamp.syntax")
    return times.parse_unix(text, digits)
