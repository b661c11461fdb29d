# SPDX-License-Identifier: Apache-2.0
"""A profile of the language in, a table of what it says out; or `ProfileError` where it is none.

core/profiles/README.md. Extensions are put together here (RFC 7396, rules joined by their codes); bodies are not seen.
This reference reads right profiles; of wrong ones it refuses what it would otherwise have to guess.
"""

import json
import pathlib
import re

from .profile_expression import ExpressionError, Test, parse_condition, parse_sum
from .wallet import AMOUNT_NAMES

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "core" / "profiles"
EXTENDS_MAX = 8
JOINED = {"formulas": "code", "derive": "amount", "checks": "code"}
NOT_INHERITED = ("detect", "profile")
BODY = "body"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_WORDS = ("not", "is", "known", "unit")
_OWN_TEXTS = ("id", "currency", "status", "kind")


class ProfileError(Exception):
    """The profile is refused: `option.value`."""


def tokens_of(pointer):
    """The reference tokens of a JSON Pointer (RFC 6901)."""
    if pointer == "":
        return ()
    if not isinstance(pointer, str) or not pointer.startswith("/"):
        raise ProfileError(pointer)
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/"))


def read_test(value):
    wanted = value["is"]
    return Test(tokens_of(value["at"]), wanted if isinstance(wanted, list) else [wanted])


# --- extensions ------------------------------------------------------------------------------------

def merge_patch(base, patch):
    """JSON Merge Patch, RFC 7396; a null that takes nothing away is a mistake."""
    if not isinstance(patch, dict):
        return patch
    result = dict(base) if isinstance(base, dict) else {}
    for name, value in patch.items():
        if value is None and name not in result:
            raise ProfileError(name)
        if value is None:
            del result[name]
        else:
            result[name] = merge_patch(result.get(name), value)
    return result


def _join(base, own, key):
    """The base's entries that the extension has none of its own for, then the extension's."""
    named = {entry[key] for entry in own}
    return [entry for entry in base if entry[key] not in named] + own


def _over(base, profile):
    base = {name: value for name, value in base.items() if name not in NOT_INHERITED}
    result = merge_patch(base, profile)
    for name, key in JOINED.items():
        if isinstance(profile.get(name), list):
            result[name] = _join(base.get(name, []), profile[name], key)
    return result


def extended(profile, find, seen=()):
    """The profile over what it extends; `find` leads from a name to a profile."""
    name = profile.get("extends")
    if name is None:
        return profile
    own = seen + (profile.get("profile"),)
    if name in own or len(own) > EXTENDS_MAX:
        raise ProfileError("extends")
    base = find(name)
    if base is None:
        raise ProfileError("extends")
    whole = _over(extended(base, find, own), profile)
    whole.pop("extends", None)
    return whole


def built_in(name):
    """A built-in profile as data, or None."""
    path = FOLDER / (name + ".json")
    return json.loads(path.read_text("utf-8")) if _NAME.fullmatch(name) and path.exists() else None


def built_in_names():
    return sorted(path.stem for path in FOLDER.glob("*.json"))


# --- the table -------------------------------------------------------------------------------------

class Member:
    """Where a member stands, and what it is for: the profile's object is kept for the rest."""

    def __init__(self, spec, pointer="at"):
        self.tokens = tokens_of(spec[pointer]) if pointer in spec else ()
        self.stands_in = spec.get("in")
        self.is_required = spec.get("required", False)
        self.is_key = spec.get("from") == "key"
        self.spec = spec


class Unit:
    """How the amounts are counted: `major`, `option`, `minor`, a number of digits, or a member that says it."""

    def __init__(self, spec):
        self.word = spec if isinstance(spec, str) else None
        self.digits = spec.get("digits") if isinstance(spec, dict) else None
        self.minor = spec.get("minor", {}) if isinstance(spec, dict) else {}
        self.member = Member(spec) if isinstance(spec, dict) and "at" in spec else None
        if isinstance(spec, dict) and "minor" in spec:
            self.word = "minor"
        self.text = json.dumps(spec, sort_keys=True)


class Amount:
    """One entry of `amounts`."""

    def __init__(self, name, spec, profile):
        self.name = name
        self.is_option = "option" in spec
        self.is_sum = "sum" in spec
        self.member = Member(spec, "sum" if self.is_sum else "at")
        self.of = tokens_of(spec.get("of", ""))
        self.where = read_test(spec["where"]) if "where" in spec else None
        self.carrier = spec.get("carrier", profile.get("carrier", "number"))
        self.unit = Unit(spec.get("unit", profile.get("unit", "major")))
        self.when = spec.get("when", [])


class Profile:
    """A whole profile, ready to read bodies with."""

    def __init__(self, data):
        self.data = data
        self.name = data["profile"]
        self.unit = Unit(data.get("unit", "major"))
        self.amounts = {name: Amount(name, spec, data) for name, spec in data.get("amounts", {}).items()}
        self.flags = {name: Member(spec) for name, spec in data.get("flags", {}).items()}
        self.texts = {name: Member(spec) for name, spec in data.get("texts", {}).items()}
        self.id, self.status, self.kind = (self._member(name) for name in ("id", "status", "kind"))
        self.currency = self._member("currency")
        self.wallets = data["wallets"]
        self.lists = {name: Member(spec) for name, spec in self.wallets.get("lists", {}).items()}
        self.snapshot = self._member("snapshot")
        self.envelope = data.get("envelope", {})
        self.limits = Limits(data["limits"], self) if "limits" in data else None
        self._read_rules(data)

    def _member(self, name):
        return Member(self.data[name]) if name in self.data else None

    def code(self, rule):
        return self.name + "." + rule["code"]

    def _read_rules(self, data):
        self.amount_names = set(self.amounts) | {rule["amount"] for rule in data.get("derive", [])}
        own_texts = {name for name in _OWN_TEXTS if name in data}
        names = _Names(self.amount_names, set(self.flags), set(self.texts) | own_texts)
        for name in list(self.amounts) + list(self.flags) + list(self.texts):
            if not _NAME.fullmatch(name) or name in _WORDS:
                raise ProfileError(name)
        self.formulas = [Rule(rule, names) for rule in data.get("formulas", [])]
        self.derive = [Rule(rule, names) for rule in data.get("derive", [])]
        self.checks = [Rule(rule, names) for rule in data.get("checks", [])]
        for amount in self.amounts.values():
            amount.when = [parse_condition(text, names) for text in amount.when]

    @property
    def has_bare_amount(self):
        return any(self.is_bare(amount) for amount in self.amounts.values())

    @staticmethod
    def is_bare(amount):
        return not amount.is_option and not amount.is_sum and not amount.member.tokens \
            and amount.member.stands_in != BODY


class Limits:
    """The facet `limits`: where limits of use stand, what their members are called, whose unit their amounts have."""

    NAMES = ("limit", "used", "remaining", "resetsAt", "name")
    CODES = ("remaining", "exceeded")

    def __init__(self, spec, profile):
        _members(spec, ("at", "of", "limit"), ("required", "codes") + self.NAMES)
        of = spec["of"]
        if not isinstance(of, str) or of not in AMOUNT_NAMES + tuple(profile.amounts):
            raise ProfileError("of")
        self.profile = profile
        self.member = Member(spec)
        self.names = {word: spec[word] for word in self.NAMES if word in spec}
        self.codes = spec.get("codes", {})
        _members(self.codes, (), self.CODES)
        if not all(isinstance(text, str) and text for text in (*self.names.values(), *self.codes.values())):
            raise ProfileError("limits")
        if not isinstance(self.member.is_required, bool) or not all(map(_CODE.fullmatch, self.codes.values())):
            raise ProfileError("limits")
        if not self.member.tokens:      # the wallet itself is none of its limits, as it is none of its gifts
            raise ProfileError("at")
        self.amount = profile.amounts.get(of) or Amount(of, {}, profile.data)

    def code(self, word):
        return self.profile.name + "." + self.codes[word]


def _members(spec, needed, others):
    """An object that has what it needs, and nothing that there is not."""
    if not isinstance(spec, dict) or set(needed) - set(spec) or set(spec) - set(needed) - set(others):
        raise ProfileError(str(spec))


class _Names:
    def __init__(self, amounts, flags, texts):
        self.amounts = amounts
        self.flags = flags
        self.texts = texts


class Rule:
    """A formula, a derived amount or a check, its texts parsed."""

    def __init__(self, spec, names):
        self.spec = spec
        self.outcome = spec.get("outcome", "fail")
        self.when = [parse_condition(text, names) for text in spec.get("when", [])]
        text = spec.get("is", spec.get("as"))
        self.sum = parse_sum(text, names.amounts) if text is not None else None
        self.that = parse_condition(spec["that"], names) if "that" in spec else None


def compile_profile(data, others=()):
    """A Profile; `others` are the profiles of the option `profiles`, which stand in front of the built-in ones."""
    own = {other["profile"]: other for other in others}
    try:
        return Profile(extended(data, lambda name: own.get(name) or built_in(name)))
    except (KeyError, AttributeError, ExpressionError) as error:
        raise ProfileError(str(error)) from error
