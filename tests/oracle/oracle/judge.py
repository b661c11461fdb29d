# SPDX-License-Identifier: Apache-2.0
"""The bench on which one body is judged: settings, findings so far, and how a member is asked for.

Contract, "Reading JSON": a named member of the wrong type is `member.type`; null is the wrong type for a
required member and absence for an optional one; a member given twice has no value and is not missing.
Providers' rules live elsewhere; this module only knows members, amounts, times and where findings go.
"""

from . import decimals, times
from .json_strict import BOOLEAN, NULL, NUMBER, OBJECT, STRING, TWIN

VALUE, ABSENT, VOID = "value", "absent", "void"   # void: there, but without a value that can be used


class Field:
    """A member that was asked for: its state, its place, and its value where the state is VALUE."""

    __slots__ = ("state", "path", "offset", "value", "written", "text")

    def __init__(self, state, path, offset=None, value=None, written=0, text=None):
        self.state = state
        self.path = path
        self.offset = offset
        self.value = value
        self.written = written      # of an amount: its scale as written
        self.text = text            # of a number: its digits

    @property
    def has_value(self):
        return self.state == VALUE


class Place:
    """An object in the body, its JSON Pointer, and the index of the wallet it stands in, if any."""

    __slots__ = ("node", "path", "wallet")

    def __init__(self, node, path, wallet=None):
        self.node = node
        self.path = path
        self.wallet = wallet

    def inside(self, node, path):
        return Place(node, path, self.wallet)


class Judge:
    """Findings and settings of one body."""

    def __init__(self, settings):
        self.settings = settings
        self.book = settings.book
        self.findings = []
        self.formulas = 0
        self.unknown_option_codes = set()

    # --- findings --------------------------------------------------------------------------------

    def find(self, code, outcome, wallet=None, path=None, offset=None, **rest):
        """Add a finding; `rest` may hold expected, actual, delta, cause, term, reason, header."""
        self.findings.append((code, outcome, wallet, path, offset, rest))

    def find_at(self, code, outcome, place, field, **rest):
        self.find(code, outcome, place.wallet, field.path, field.offset, **rest)

    # --- members ---------------------------------------------------------------------------------

    def required(self, place, name, *kinds):
        """A Field; a missing member and one of the wrong type (null included) are findings."""
        path = place.path + "/" + name
        node = place.node.value.get(name)
        if node is None:
            self.find("member.missing", "invalid", place.wallet, path, place.node.offset)
            return Field(VOID, path)
        return self._typed(place, path, node, kinds)

    def optional(self, place, name, *kinds):
        """A Field; absent and null are the same, a wrong type is a finding."""
        path = place.path + "/" + name
        node = place.node.value.get(name)
        if node is None or node.kind == NULL:
            return Field(ABSENT, path)
        return self._typed(place, path, node, kinds)

    def _typed(self, place, path, node, kinds):
        if node is TWIN:
            return Field(VOID, path)
        if node.kind not in kinds:
            self.find("member.type", "invalid", place.wallet, path, node.offset)
            return Field(VOID, path, node.offset)
        return Field(VALUE, path, node.offset, node.value, text=node.kind)

    def required_string(self, place, name):
        return self.required(place, name, STRING)

    def optional_string(self, place, name):
        return self.optional(place, name, STRING)

    def required_boolean(self, place, name):
        return self.required(place, name, BOOLEAN)

    def optional_boolean(self, place, name):
        return self.optional(place, name, BOOLEAN)

    def objects_of(self, field, place):
        """The elements of a list as Places, None for one that is no object (`member.type`)."""
        for index, node in enumerate(field.value):
            path = "%s/%d" % (field.path, index)
            if node.kind != OBJECT:
                self.find("member.type", "invalid", place.wallet, path, node.offset)
                yield None
            else:
                yield place.inside(node, path)

    # --- amounts ---------------------------------------------------------------------------------

    def required_amount(self, place, name, documented):
        return self._amount(place, self.required(place, name, NUMBER, STRING), documented)

    def optional_amount(self, place, name, documented):
        return self._amount(place, self.optional(place, name, NUMBER, STRING), documented)

    def _amount(self, place, field, documented):
        """Turn the text into ticks; `documented` is the form (NUMBER or STRING) the provider sends."""
        if not field.has_value:
            return field
        form, text = field.text, field.value
        field.state, field.value = VOID, None
        if form == STRING and not decimals.is_string_amount(text):
            self.find_at("amount.syntax", "invalid", place, field)
            return field
        ticks, field.written = decimals.read(text)
        if ticks is None:
            self.find_at("amount.range", "invalid", place, field)
            return field
        field.state, field.value = VALUE, ticks
        if form != documented:
            self.find_at("amount.form", "warn", place, field)
        return field

    def judge_precision(self, place, field, minor_units):
        """Digits beyond the minor units: `amount.precision` fails, only zeros warn (`amount.scale`)."""
        if minor_units is None or not field.has_value or field.written <= minor_units:
            return
        if decimals.scale_of(field.value) > minor_units:
            self.find_at("amount.precision", "fail", place, field)
        else:
            self.find_at("amount.scale", "warn", place, field)

    # --- currencies ------------------------------------------------------------------------------

    def currency_in_body(self, place, name):
        """A required code: (Field, code or None). Syntax is invalid, a code in no table warns."""
        field = self.required_string(place, name)
        if not field.has_value:
            return field, None
        if not self.book.is_code(field.value):
            field.state = VOID
            self.find_at("currency.syntax", "invalid", place, field)
            return field, None
        if not self.book.is_known(field.value):
            self.find_at("currency.unknown", "warn", place, field)
        return field, field.value

    def currency_of_options(self, code):
        """A code that the options gave to a wallet; one in no table warns once, without a place."""
        if code is None or self.book.is_known(code) or code in self.unknown_option_codes:
            return
        self.unknown_option_codes.add(code)
        self.find("currency.unknown", "warn")

    # --- times -----------------------------------------------------------------------------------

    def moment(self, place, field, parse):
        """Turn the text of a time into what `parse` makes of it; a bad one is invalid."""
        if not field.has_value:
            return field
        try:
            field.value = parse(field.value)
        except times.TimeError as error:
            field.state, field.value = VOID, None
            self.find_at(error.code, "invalid", place, field)
        return field

    def judge_age(self, field, place):
        """`snapshot.future` needs `now`; `snapshot.stale` needs `maxAge` too, and exactly it is not."""
        now, max_age = self.settings.now, self.settings.max_age
        if field.state == ABSENT and max_age is not None:
            self.age_unknown()
        if not field.has_value or now is None:
            return
        age = now.instant - field.value.instant
        if age < 0:
            self.find_at("snapshot.future", "stale", place, field)
        elif max_age is not None and age > max_age:
            self.find_at("snapshot.stale", "stale", place, field)

    def age_unknown(self):
        self.find("snapshot.age_unknown", "unverifiable")

    # --- equalities ------------------------------------------------------------------------------

    def undecided(self, code, place, stated, expected, reason, scale):
        """An equality that cannot be decided: `actual`, and `expected` where it fits."""
        rest = {"expected": decimals.write(expected, scale)} if decimals.fits(expected) else {}
        rest.update(actual=decimals.write(stated.value, scale), reason=reason)
        self.find_at(code, "unverifiable", place, stated, **rest)

    def held(self, code, place, stated, expected, scale):
        self.formulas += 1
        if self.settings.explain:
            self.find_at(code, "pass", place, stated, expected=decimals.write(expected, scale),
                         actual=decimals.write(stated.value, scale))

    def failed(self, code, place, stated, expected, scale, cause):
        """`cause` is (name, term or None); a delta that does not fit is null, its cause unknown."""
        self.formulas += 1
        delta = stated.value - expected
        rest = {"expected": decimals.write(expected, scale), "actual": decimals.write(stated.value, scale)}
        if decimals.fits(delta):
            rest.update(delta=decimals.write(delta, scale), cause=cause[0])
            if cause[1] is not None:
                rest["term"] = cause[1]
        else:
            rest.update(delta=None, cause="unknown")
        self.find_at(code, "fail", place, stated, **rest)
