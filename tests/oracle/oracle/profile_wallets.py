# SPDX-License-Identifier: Apache-2.0
"""Where the wallets of a body stand: one object, a list, an object by key, or several lists put together.

core/profiles/README.md, `wallets`. What goes out are `Standing`s in the order of the report; members are read
elsewhere.
"""

from .judge import ABSENT, Place
from .json_strict import ARRAY, NULL, NUMBER, OBJECT, STRING, TWIN, pointer_token
from .profile_envelope import of_body
from .profile_expression import find_quietly
from .profile_language import tokens_of
from .profile_members import Standing, is_integer


def top_kinds(profile):
    """The types that the body itself may have."""
    wallets = profile.wallets
    if "lists" in wallets or wallets["at"] != "":
        return (OBJECT,)
    return tuple(ARRAY if form == "list" else OBJECT for form in wallets["as"])


def find(judge, profile, top):
    """(standings, rows of a list or None)."""
    if "lists" in profile.wallets:
        return _joined(judge, profile, top), None
    node, path = _container(judge, profile, top)
    if node is None:
        return [], None
    forms = profile.wallets["as"]
    if node.kind == ARRAY and "list" in forms:
        return _of_list(judge, top, node, path), len(node.value)
    if node.kind == OBJECT and "keyed" in forms:
        return _of_members(judge, profile, top, node, path), None
    if node.kind == OBJECT and "object" in forms:
        return [_standing(top, 0, Place(node, path, 0))], None
    judge.find("member.type", "invalid", None, path, node.offset)
    return [], None


def _container(judge, profile, top):
    """The value that holds the wallets; a way through what is no object is a missing member of it."""
    field = of_body(judge, top, tokens_of(profile.wallets["at"]), True)
    if not field.has_value:
        return None, field.path
    node, path = field.value, field.path
    if node.kind == NULL and profile.wallets.get("null") == "no_data":
        judge.find("no_data", "unverifiable", None, path, node.offset)
        return None, path
    return node, path


def _standing(top, index, place, key=None):
    standing = Standing(top, index)
    standing.places[None] = place
    standing.key = key
    return standing


def _of_list(judge, top, node, path):
    if not node.value:
        judge.find("no_data", "unverifiable", None, path, node.offset)
    standings = []
    for index, element in enumerate(node.value):
        place = Place(element, "%s/%d" % (path, index), len(standings))
        if element.kind == OBJECT:
            standings.append(_standing(top, place.wallet, place))
        else:
            judge.find("member.type", "invalid", None, place.path, element.offset)
    return standings


def _is_wallet(element, is_bare):
    """An object; where wallets are bare amounts, what is no object and no list."""
    return element.kind not in (OBJECT, ARRAY) if is_bare else element.kind == OBJECT


def _of_members(judge, profile, top, node, path):
    standings = []
    members = [pair for pair in node.value.items() if pair[0] not in profile.wallets.get("skip", ())]
    if not members and TWIN not in node.value.values():
        judge.find("no_data", "unverifiable", None, path, node.offset)
    for key, element in members:
        place = Place(element, path + "/" + pointer_token(key), len(standings))
        if element is TWIN:
            continue
        if _is_wallet(element, profile.has_bare_amount):
            standings.append(_standing(top, place.wallet, place, key))
        else:
            judge.find("member.type", "invalid", None, place.path, element.offset)
    return standings


# --- wallets out of several lists ------------------------------------------------------------------

class _Joining:
    """Wallets by key and count, in the order in which they first appear."""

    def __init__(self, top):
        self.top = top
        self.standings = []
        self.by_key = {}

    def add(self, name, place, key, counts):
        standing = None
        if key is not None:
            counts[key] = counts.get(key, 0) + 1
            standing = self.by_key.get((key, counts[key]))
        if standing is None:
            standing = Standing(self.top, len(self.standings))
            standing.key = key
            self.standings.append(standing)
            if key is not None:
                self.by_key[key, counts[key]] = standing
        place.wallet = standing.index
        standing.places[name] = place


def _joined(judge, profile, top):
    joining = _Joining(top)
    is_silent = True
    for name, member in profile.lists.items():
        held = of_body(judge, top, member.tokens, member.is_required)
        if not held.has_value:
            is_silent = is_silent and held.state == ABSENT
            continue
        wanted = OBJECT if _key_member(profile).is_key else ARRAY
        node = held.value
        if node.kind != wanted:
            judge.find("member.type", "invalid", None, held.path, held.offset)
        is_silent = is_silent and node.kind == wanted and not node.value
        if node.kind == wanted:
            _join_list(judge, profile, joining, name, node, held.path)
    if is_silent:
        judge.find("no_data", "unverifiable", None, "", top.offset)
    return joining.standings


def _key_member(profile):
    return profile.id if profile.wallets["join"] == "id" else profile.currency


def _join_list(judge, profile, joining, name, node, path):
    is_keyed = node.kind == OBJECT
    counts = {}
    is_bare = is_keyed and profile.has_bare_amount
    for key, element in node.value.items() if is_keyed else enumerate(node.value):
        place = Place(element, "%s/%s" % (path, pointer_token(str(key))))
        if element is TWIN:
            continue
        if not _is_wallet(element, is_bare):
            judge.find("member.type", "invalid", None, place.path, element.offset)
            continue
        joining.add(name, place, key if is_keyed else _text_of_key(profile, element), counts)


def _text_of_key(profile, element):
    """The text of the joining member, or None where it has no usable one."""
    member = _key_member(profile)
    node = find_quietly(element, member.tokens)
    if node is None:
        return None
    if member.spec.get("type") == "integer" or member.spec.get("from") == "id":
        return node.value if node.kind == NUMBER and is_integer(node.value) else None
    return node.value if node.kind == STRING else None
