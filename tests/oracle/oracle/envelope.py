# SPDX-License-Identifier: Apache-2.0
"""Which profile a body has, whether its envelope has a twin, and what its error envelope says.

Sources: providers.md (the order of `auto`, the error shapes of each provider); contract, "provider_error"
and "Named members" in the fine print. Wallets and amounts are not known here.
"""

from .json_strict import ARRAY, BOOLEAN, NULL, OBJECT, STRING, TWIN

# Members of each envelope, at the top.
ENVELOPE_MEMBERS = {
    "paywint": ("success", "message", "data", "queryGeneratedTime"),
    "payop": ("snapshotAt", "currencies", "message"),
    "paywall": ("IsSuccess", "IsFailure", "Errors", "Value"),
    "juicyway": ("data", "error"),
    "popup": ("error",),
}

_NAMED_BY_AUTO = ("IsSuccess", "snapshotAt", "currencies", "success", "data", "currency_id", "error")


# --- detection -------------------------------------------------------------------------------------

def detect(top):
    """The first profile that fits by the members at the top, twins and nulls included; or None."""
    if top.kind == ARRAY:
        first = top.value[0] if top.value else None
        return "popup" if first is not None and first.kind == OBJECT and "currency_id" in first.value else None
    if top.kind != OBJECT:
        return None
    names = top.value
    if "IsSuccess" in names:
        return "paywall"
    if "snapshotAt" in names or "currencies" in names or _is_bare_message(names):
        return "payop"
    for name, profile in (("success", "paywint"), ("data", "juicyway"), ("currency_id", "popup")):
        if name in names:
            return profile
    return _detect_error(names.get("error"))


def _is_bare_message(names):
    return "message" in names and not any(name in names for name in _NAMED_BY_AUTO)


def _detect_error(error):
    if error is None:
        return None
    return "popup" if error.kind == OBJECT and "name" in error.value else "juicyway"


# --- twins -----------------------------------------------------------------------------------------

def has_twin(profile, top):
    """A twin of a member of the envelope, at the top or directly in its error object."""
    if top.kind != OBJECT:
        return False
    if any(top.value.get(name) is TWIN for name in ENVELOPE_MEMBERS[profile]):
        return True
    error = _error_object(profile, top.value)
    return error is not None and any(value is TWIN for value in error.values())


def _error_object(profile, members):
    name = {"juicyway": "error", "popup": "error", "payop": "message"}.get(profile)
    if name is None or (profile == "payop" and _is_payop_snapshot(members)):
        return None
    node = members.get(name)
    return node.value if node is not None and node.kind == OBJECT else None


def _is_payop_snapshot(members):
    return "snapshotAt" in members or "currencies" in members


# --- error envelopes -------------------------------------------------------------------------------

class _Undocumented(Exception):
    """A part of an envelope has another type than documented."""


def read_error(profile, top):
    """(code, messages) where the body is the profile's error envelope, else None.

    Where a part has another type than documented, the code is None and there are no messages.
    """
    if top.kind != OBJECT or not _is_error(profile, top.value):
        return None
    try:
        return _READERS[profile](top.value)
    except _Undocumented:
        return None, []


def _is_error(profile, members):
    if profile == "paywint":
        return _is_flag(members, "success", False)
    if profile == "paywall":
        return _is_flag(members, "IsFailure", True) and _is_flag(members, "IsSuccess", False)
    if profile == "payop":
        return _is_given(members, "message") and not _is_payop_snapshot(members)
    return _is_given(members, "error")


def _is_flag(members, name, wanted):
    node = members.get(name)
    return node is not None and node.kind == BOOLEAN and node.value is wanted


def _is_given(members, name):
    """There, not null, and not given twice."""
    node = members.get(name)
    return node is not None and node is not TWIN and node.kind != NULL


def _part(members, name, *kinds):
    """A part of an envelope, or None where it is absent or null."""
    node = members.get(name)
    if node is None or node.kind == NULL:
        return None
    if node is TWIN or node.kind not in kinds:
        raise _Undocumented()
    return node


def _text(members, name):
    node = _part(members, name, STRING)
    return None if node is None else node.value


def _one(text):
    return [] if text is None else [text]


def _read_paywint(members):
    return None, _one(_text(members, "message"))


def _read_paywall(members):
    errors = _part(members, "Errors", STRING, ARRAY)
    if errors is None:
        return None, []
    if errors.kind == STRING:
        return None, [errors.value]
    return None, [node.value if node.kind == STRING else _field_message(node, ("Message", "message"),
                                                                        ("Field", "field"))
                  for node in errors.value]


def _field_message(node, message_names, field_names):
    """`text`, or `field: text` where the message belongs to a field; nothing is taken from an object with a twin."""
    if node.kind != OBJECT or TWIN in node.value.values():
        raise _Undocumented()
    message = _first_text(node.value, message_names)
    field = _first_text(node.value, field_names)
    if message is None:
        raise _Undocumented()
    return message if field is None else field + ": " + message


def _first_text(members, names):
    for name in names:
        text = _text(members, name)
        if text is not None:
            return text
    return None


def _read_payop(members):
    message = _part(members, "message", STRING, OBJECT, ARRAY)
    if message.kind == STRING:
        return None, [message.value]
    if message.kind == ARRAY:
        return None, [_field_message(node, ("message",), ()) for node in message.value]
    return None, [line for field, texts in message.value.items() for line in _lines_of_field(field, texts)]


def _lines_of_field(field, texts):
    if texts.kind != ARRAY or any(text.kind != STRING for text in texts.value):
        raise _Undocumented()
    return [field + ": " + text.value for text in texts.value]


def _read_juicyway(members):
    error = _part(members, "error", OBJECT).value
    code, messages = _text(error, "code"), _one(_text(error, "message"))
    errors = _part(error, "errors", ARRAY)
    for node in errors.value if errors else []:
        messages.append(_field_message(node, ("message",), ("field",)))
    return code, messages


def _read_popup(members):
    error = _part(members, "error", OBJECT).value
    return _text(error, "code"), _one(_text(error, "message"))


_READERS = {
    "paywint": _read_paywint, "payop": _read_payop, "paywall": _read_paywall,
    "juicyway": _read_juicyway, "popup": _read_popup,
}
