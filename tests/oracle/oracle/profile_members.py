# SPDX-License-Identifier: Apache-2.0
"""Members as a profile names them: pointers followed in a wallet or in the body, texts, flags, ids and currencies read.

What comes in are `profile_language` members and the places where a wallet stands; what goes out are `Fact`s, and
findings on the judge. Amounts and rules live elsewhere.
"""

import re

from . import judge as bench
from .currencies import Book
from .judge import ABSENT, VALUE, VOID, Field, Place
from .json_strict import BOOLEAN, NULL, NUMBER, STRING, TWIN, pointer_token
from .profile_expression import can_hold, child
from .profile_language import BODY

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class ProfileJudge(bench.Judge):
    """A judge that says once what several members of one wallet, or several wallets of one body, would say."""

    def __init__(self, settings, name, minor_units):
        super().__init__(settings)
        self.book = Book({**minor_units, **settings.book.overrides})
        self.name = name
        self.said = set()

    def find(self, code, outcome, wallet=None, path=None, offset=None, **rest):
        for provider in ("paywall.", "juicyway.", "popup."):      # the facets' own codes, under this profile's name
            if code.startswith(provider):
                code = self.name + "." + code[len(provider):]
        key = (code, outcome, wallet, path, offset, tuple(sorted(rest.items())))
        if path is not None and (wallet is None or code.startswith("member.")) and key in self.said:
            return
        self.said.add(key)
        super().find(code, outcome, wallet, path, offset, **rest)

    def find_of(self, code, outcome, fact, **rest):
        self.find(code, outcome, fact.wallet, fact.path, fact.offset, **rest)


class Fact(Field):
    """A member as read, with the wallet in which it stands (None in the body) and, of an amount, its unit and parts."""

    __slots__ = ("wallet", "parts", "amount", "kind")

    def __init__(self, state, wallet=None, path=None, offset=None, value=None, kind=None):
        super().__init__(state, path, offset, value)
        self.wallet = wallet
        self.kind = kind
        self.parts = None      # of a sum: (name, Fact) of each element
        self.amount = None     # what the profile says of it

    def void(self):
        self.state, self.value = VOID, None


def follow(judge, place, tokens, is_required):
    """A Fact whose value is the node at the pointer. What is missing or of the wrong type on the way is said."""
    node, path = place.node, place.path
    fact = Fact(VOID, place.wallet, path, node.offset)
    if path == "" and tokens and not can_hold(node, tokens[0]):     # the body itself: it lacks the member
        fact.path = "/" + pointer_token(tokens[0])
        return _missing(judge, fact, is_required)
    for token in tokens:
        if node.kind == NULL and not is_required:
            fact.state = ABSENT
            return fact
        if not can_hold(node, token):
            judge.find("member.type", "invalid", place.wallet, path, node.offset)
            return fact
        inner = child(node, token)
        path += "/" + pointer_token(token)
        fact.path, fact.offset = path, node.offset
        if inner is None:
            return _missing(judge, fact, is_required)
        if inner is TWIN:
            return fact
        node = inner
    fact.offset = node.offset
    if node.kind == NULL and not is_required:
        fact.state = ABSENT
    elif node.kind == NULL:
        judge.find("member.type", "invalid", place.wallet, path, node.offset)
    else:
        fact.state, fact.value, fact.kind = VALUE, node, node.kind
    return fact


def _missing(judge, fact, is_required):
    if is_required:
        judge.find_of("member.missing", "invalid", fact)
    else:
        fact.state = ABSENT
    return fact


def typed(judge, fact, *kinds):
    """The fact with the node's own value, where it is of one of the types."""
    if not fact.has_value:
        return fact
    node = fact.value
    if node.kind not in kinds:
        fact.void()
        judge.find_of("member.type", "invalid", fact)
        return fact
    fact.value = node.value
    return fact


class Standing:
    """Where one wallet stands: its index, its places by list (None for wallets of one list), its key."""

    def __init__(self, top, index):
        self.top = top
        self.index = index
        self.places = {}
        self.key = None

    @property
    def first(self):
        return next(iter(self.places.values()), None)

    def place(self, member):
        """The object at which the member's pointer begins, or None where its list does not hold the wallet."""
        if member.stands_in == BODY:
            return Place(self.top, "")
        if member.stands_in is None:
            return self.first
        return self.places.get(member.stands_in)


class Reader:
    """Members of one body; those of the body itself are read once."""

    def __init__(self, judge, profile, has_wallets):
        self.has_wallets = has_wallets
        self.judge = judge
        self.profile = profile
        self.of_body = {}
        self.said_of_body = {}  # of an amount's name the codes that an earlier wallet has said

    def once(self, member, standing, read):
        """What `read(place)` makes of a member; of one in the body the same Fact for every wallet."""
        if member.stands_in != BODY:
            place = standing.place(member)
            return Fact(ABSENT) if place is None else read(place)
        if id(member) not in self.of_body:
            self.of_body[id(member)] = read(standing.place(member))
        return self.of_body[id(member)]

    def plain(self, member, standing, *kinds):
        def read(place):
            return typed(self.judge, follow(self.judge, place, member.tokens, member.is_required), *kinds)
        return self.once(member, standing, read)

    def key(self, standing):
        place = standing.first
        return Fact(VALUE, standing.index, place.path, place.node.offset, standing.key, STRING)

    # --- ids, words ------------------------------------------------------------------------------

    def identity(self, standing):
        """The id as printed."""
        member = self.profile.id
        if member is None:
            return Fact(ABSENT)
        if member.is_key:
            return self._checked_id(self.key(standing), member.spec["type"])

        def read(place):
            fact = follow(self.judge, place, member.tokens, member.is_required)
            fact = typed(self.judge, fact, NUMBER if member.spec["type"] == "integer" else STRING)
            return self._checked_id(fact, member.spec["type"])
        return self.once(member, standing, read)

    def _checked_id(self, fact, kind):
        if not fact.has_value:
            return fact
        if (kind == "integer" and not is_integer(fact.value)) or (kind == "uuid" and not _UUID.fullmatch(fact.value)):
            fact.void()
            self.judge.find_of("id.syntax", "invalid", fact)
        elif kind == "uuid":
            fact.value = fact.value.lower()
        return fact

    def status(self, standing):
        """The report's word; a text that is not among the documented ones stands as it is."""
        return self._word(self.profile.status, standing, lambda fact: self.judge.find_of(
            "status.unknown", "warn", fact))

    def kind(self, standing):
        """The report's word; another text has none."""
        member = self.profile.kind

        def unknown(fact):
            self.judge.find_of(self.profile.code(member.spec), member.spec.get("outcome", "fail"), fact)
            fact.void()
        return self._word(member, standing, unknown)

    def _word(self, member, standing, unknown):
        if member is None:
            return Fact(ABSENT)

        def read(place):
            fact = follow(self.judge, place, member.tokens, member.is_required)
            fact = typed(self.judge, fact, STRING)
            values = member.spec.get("values")
            if values is None or not fact.has_value:
                return fact
            if fact.value in values:
                fact.value = values[fact.value]
            else:
                unknown(fact)
            return fact
        return self.once(member, standing, read)

    # --- currencies ------------------------------------------------------------------------------

    def currency(self, standing):
        """The code; a Fact without a path where the options give it."""
        member = self.profile.currency
        if member is None:
            return Fact(ABSENT)
        source = member.spec["from"]
        if source == "option":
            return self._of_options(self.judge.settings.currency or member.spec.get("default"))
        if source == "key":
            return self._code(self.key(standing), member.spec)

        def read(place):
            fact = follow(self.judge, place, member.tokens, member.is_required)
            if source == "id":
                return self._currency_of_id(typed(self.judge, fact, NUMBER), member.spec)
            return self._code(typed(self.judge, fact, STRING), member.spec)
        return self.once(member, standing, read)

    def _of_options(self, code):
        self.judge.currency_of_options(code)
        return Fact(ABSENT) if code is None else Fact(VALUE, None, None, None, code)

    def _code(self, fact, spec):
        """A text to a code: `values` first, then the code in the case that the provider writes."""
        if not fact.has_value:
            return fact
        code = spec.get("values", {}).get(fact.value)
        if code is None:
            code = in_capitals(fact.value, spec.get("case", "upper"))
        if code is None or not self.judge.book.is_code(code):
            fact.void()
            self.judge.find_of("currency.syntax", "invalid", fact)
            return fact
        return self._known(fact, code)

    def _known(self, fact, code):
        fact.value = code
        if self.has_wallets and not self.judge.book.is_known(code):     # a code that nothing uses is nothing to say
            self.judge.find_of("currency.unknown", "warn", fact)
        return fact

    def _currency_of_id(self, fact, spec):
        if not fact.has_value:
            return fact
        if not is_integer(fact.value):
            fact.void()
            self.judge.find_of("id.syntax", "invalid", fact)
            return fact
        mapped = self.judge.settings.currency_of_id
        if mapped is not None and fact.value in mapped:
            fact.value = mapped[fact.value]
            if self.has_wallets:
                self.judge.currency_of_options(fact.value)
            return fact
        if fact.value in spec.get("values", {}):
            return self._known(fact, spec["values"][fact.value])
        if mapped is not None or "values" in spec:
            self.judge.find_of("currency.unmapped", "warn", fact)
        fact.state, fact.value = ABSENT, None
        return fact


def is_integer(text):
    """An integer without fraction or exponent; `-0` is none."""
    return _INTEGER.fullmatch(text) is not None and text != "-0"


def in_capitals(text, case):
    """The code in capitals where the text is written in the provider's case, else None."""
    capitals = "".join(chr(ord(char) - 32) if "a" <= char <= "z" else char for char in text)
    if case == "upper":
        return text
    if case == "lower" and any("A" <= char <= "Z" for char in text):
        return None
    return capitals


def flag_or_text(reader, members, standing, kind):
    return {name: reader.plain(member, standing, kind) for name, member in members.items()}


def flags(reader, standing):
    return flag_or_text(reader, reader.profile.flags, standing, BOOLEAN)


def texts(reader, standing):
    return flag_or_text(reader, reader.profile.texts, standing, STRING)
