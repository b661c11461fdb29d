# SPDX-License-Identifier: Apache-2.0
"""Bodies that fit a random profile, most of them, and the options beside them; or an extension of a built-in profile.

What comes in is a `profile_maker.Plan`; what goes out is `(options, body)` of a case, the profile among the options.
"""

import copy
import random

from oracle import decimals

from . import amounts, moments, mutate, profile_extensions, profile_limits, profile_maker, profile_samples
from .simple_providers import set_clock
from .tree import Num, Obj, Writer
from .wallets import Case, extras, pick_code, uuid

ONE = decimals.ONE
_WHOLE = ("wallets", "id", "currency", "unit", "amounts", "flags", "texts")   # what a base's own rules may name
VALUES_OF_CODES = {"TRY": ("1", "TL"), "USD": ("2", "US Dollar"), "EUR": ("usd",), "JPY": ("3", ""),
                   "ZZZ": ("9", "zzz")}
UNIX_POWERS = {"unix_seconds": 0, "unix_milliseconds": 3, "unix_microseconds": 6, "unix_nanoseconds": 9}


def draw(seed, index, wrong_scale=100):
    """(options, body) of one case."""
    rng = random.Random("profile/%d/%d" % (seed, index))
    case = Case(rng)
    way = rng.random()
    if way < 0.06:
        profile_extensions.of_built_in(case)
    elif way < 0.26 and profile_samples.SAMPLES:
        profile_samples.fill(case)
    else:
        _own(case)
    _options(case)
    if case.chance(0.3 * wrong_scale / 100):
        mutate.mutate_tree(case)
    body = Writer(rng).write(case.tree)
    if case.chance(0.04 * wrong_scale / 100):
        body = mutate.mutate_text(case, body)
    return case.options, body


# --- which profile, and how it is given ------------------------------------------------------------

def _own(case):
    plan = profile_maker.make(case, case.rng.choice(("t", "acme", "payop", "x_1")))
    if any(unit_of(plan, entry) == "option" for entry in plan.amounts.values()) and case.chance(0.6):
        case.options["unit"] = case.rng.choice(("major", "minor"))
    Filler(plan).fill()
    way = case.rng.random()
    if way < 0.55:
        case.options["profile"] = plan.profile
    elif way < 0.7:
        case.options.update(profile=plan.name, profiles=_among_others(case, plan.profile))
    elif way < 0.85:
        _detected(case, plan)
    else:
        _split(case, plan.profile)


def _among_others(case, *profiles):
    others = [profile_maker.make(Case(case.rng), "other").profile] if case.chance(0.3) else []
    profiles = list(profiles) + others
    case.rng.shuffle(profiles)
    return profiles


def _detected(case, plan):
    """`auto` with detection by a member at the top; now and then with a test, or a second one that fits, too."""
    rng = case.rng
    tree = case.tree
    entry = {"rank": rng.choice((5, 10, 50, 100, 1000))}
    if isinstance(tree, list):
        entry["orFirstOfList"] = True
        tree = tree[0] if tree and isinstance(tree[0], Obj) else Obj()
    names = [name for name, _ in tree.pairs] or ["none"]
    entry["has"] = rng.sample(names, min(len(names), rng.choice((1, 1, 2))))
    if case.chance(0.2):
        entry["without"] = [rng.choice(("note", "meta", "version", rng.choice(names)))]
    if case.chance(0.3):
        entry["where"] = {"at": "/" + rng.choice(("kindOfBody", "object")), "is": rng.choice(("balance", ["a", 7]))}
        if case.chance(0.8):
            tree.set(entry["where"]["at"][1:], rng.choice(("balance", "a", Num("7.0"))))
    plan.profile["detect"] = [entry]
    other = copy.deepcopy(plan.profile)
    other["profile"] = "rival"
    other["detect"][0]["rank"] = rng.choice((5, 50, 100))
    profiles = [plan.profile] + ([other] if case.chance(0.3) else [])
    case.options["profiles"] = _among_others(case, *profiles)
    if case.chance(0.5):
        case.options["profile"] = "auto"


def _split(case, profile):
    """A base and an extension that together are the profile, but for what the extension takes away."""
    rng = case.rng
    base = {"profile": "base"}
    own = {"profile": profile["profile"], "extends": "base"}
    for name, value in profile.items():
        if name == "profile":
            continue
        if name in _WHOLE or case.chance(0.6):
            base[name] = value
        else:
            own[name] = value
    for name in ("formulas", "checks", "derive"):
        if len(profile.get(name, ())) > 1 and case.chance(0.6):
            base[name], own[name] = copy.deepcopy(profile[name]), [copy.deepcopy(profile[name][-1])]
            base[name][-1].update({"when": ["unit is known"]} if name == "derive" else {"outcome": "warn"})
    for name in ("unique", "order", "snapshot", "formulas", "checks", "carrier", "limits"):
        if name in base and case.chance(0.1):
            own[name] = None
    if "unique" in base and case.chance(0.3):
        own["unique"] = {"outcome": rng.choice(("warn", None))}
        base["unique"] = {**base["unique"], "outcome": "fail"}
    case.options["profiles"] = _among_others(case, base)
    case.options["profile"] = own
    if case.chance(0.3):
        case.options["profiles"].append(own)
        case.options["profile"] = own["profile"]


# --- options ---------------------------------------------------------------------------------------

def _options(case):
    rng = case.rng
    if case.chance(0.5):
        case.options.setdefault("currency", pick_code(case, 0.0))
    if case.chance(0.3):
        case.options.setdefault("currencies", {"1": "USD", "2": rng.choice(("JPY", "ZZZ")), "7": "EUR"})
    if case.chance(0.3):
        case.options.setdefault("creditLimit", rng.choice(("0", "500.00", {"w-1": "10.00", "101": "5"})))
    if case.chance(0.4):
        case.options["explain"] = True
    if case.chance(0.1) and "now" not in case.options:
        set_clock(case, 1.0)
    if case.chance(0.03):
        case.options["status"] = rng.choice((200, 404, 500))


# --- bodies ----------------------------------------------------------------------------------------

def unit_of(plan, entry):
    return entry.get("unit", plan.profile["unit"])


def put(root, tokens, value):
    """Set a member at a pointer, its holders made where they are not there."""
    if tokens[-1] == "0":
        put(root, tokens[:-1], [value])
        return
    for token in tokens[:-1]:
        inner = root.get(token)
        if not isinstance(inner, Obj):
            inner = Obj()
            root.set(token, inner)
        root = inner
    root.set(tokens[-1], value)


class Filler:
    """Makes the tree of one body for a plan."""

    def __init__(self, plan):
        self.plan = plan
        self.case = plan.case
        self.rng = plan.rng
        self.root = Obj()
        self.in_body = {}        # amounts that stand in the body: ticks
        self.now = profile_limits.set_now(plan.case) if plan.limits else None

    def fill(self):
        plan, rng = self.plan, self.rng
        count = rng.choice((0, 1, 1, 2, 2, 3, 4)) if plan.shape != "object" else 1
        if count == 0 and self.case.chance(0.6):
            count = 1
        held = self._joined(count) if plan.is_joined else self._single(count)
        self._around()
        if not plan.is_joined:
            tokens = plan.tokens["wallets"]
            if tokens:
                put(self.root, tokens, held)
            elif isinstance(held, Obj):
                held.pairs += [pair for pair in self.root.pairs if held.get(pair[0]) is None]
                self.root = held
            else:
                self.root = held
        self.case.tree = self.root if not isinstance(self.root, Obj) else extras(self.case, self.root, 0.08)

    # --- where wallets stand ---------------------------------------------------------------------

    def _single(self, count):
        plan = self.plan
        if plan.is_keyed:
            held = Obj()
            for index in range(count):
                key, wallet = self._keyed(index)
                if held.get(key) is None:
                    held.pairs.append([key, wallet])
            for name in plan.profile["wallets"].get("skip", ()):
                if self.case.chance(0.5):
                    held.set(name, self.rng.choice((Num("5"), "2025", None, Obj(("a", Num("1"))))))
            return held
        wallets = [self._wallet(index, {None: Obj()})[None] for index in range(max(count, 1))]
        if plan.shape == "object" or (plan.shape == "both" and self.case.chance(0.4)):
            return wallets[0]
        return wallets[:count]

    def _keyed(self, index):
        wallet = {None: Obj()}
        key = self._wallet(index, wallet)["key"]
        return key, wallet.get("bare", wallet[None]) if self.plan.is_bare else wallet[None]

    def _joined(self, count):
        plan, rng = self.plan, self.rng
        held = {name: Obj() if plan.is_keyed else [] for name in plan.lists}
        for index in range(count):
            names = [name for name in plan.lists if self.case.chance(0.75)] or plan.lists[:1]
            wallet = self._wallet(index, {name: Obj() for name in names})
            for name in names:
                if plan.is_keyed:
                    element = wallet.get("bare " + name, Num("1")) if plan.is_bare else wallet[name]
                    held[name].set(wallet["key"], element)
                else:
                    held[name].insert(rng.randrange(len(held[name]) + 1) if self.case.chance(0.3)
                                      else len(held[name]), wallet[name])
        for name, value in held.items():
            if value or self.case.chance(0.5):
                put(self.root, plan.tokens["list " + name], value)

    def _put(self, member, entry, wallet, value):
        """A member at its place in a wallet, in one of its lists, or in the body."""
        if entry.get("required") is not True and self.case.chance(0.15):
            return
        tokens = self.plan.tokens[member]
        if entry.get("in") == "body":
            put(self.root, tokens, value)
        elif "in" in entry:
            if entry["in"] in wallet:
                put(wallet[entry["in"]], tokens, value)
        else:
            for name in [name for name in wallet if isinstance(wallet[name], Obj)]:
                put(wallet[name], tokens, copy.deepcopy(value))

    # --- one wallet ------------------------------------------------------------------------------

    def _wallet(self, index, wallet):
        plan, profile, rng = self.plan, self.plan.profile, self.rng
        code = self._currency(wallet)
        if "id" in profile:
            value = self._id(index, profile["id"]["type"])
            if profile["id"].get("from") == "key":
                wallet["key"] = str(value)
            else:
                self._put("id", profile["id"], wallet, value)
        wallet.setdefault("key", rng.choice(("one", "two", "USD", "")))
        for word in ("status", "kind"):
            if word in profile:
                known = sorted(profile[word].get("values", ("active", "")))
                value = rng.choice(known * 4 + ["unheard of", "active"])
                self._put(word, profile[word], wallet, value)
        for name, entry in profile.get("flags", {}).items():
            self._put(name, entry, wallet, self.case.chance(0.5))
        for name, entry in profile.get("texts", {}).items():
            self._put(name, entry, wallet, rng.choice(("A", "B", "", code, "USD", "10", "9")))
        self._amounts(wallet, code)
        for name in [name for name in wallet if isinstance(wallet[name], Obj)]:
            extras(self.case, wallet[name], 0.04)
        return wallet

    def _id(self, index, kind):
        rng = self.rng
        number = rng.choice((100 + index, 100 + index, 110 - index, rng.randrange(95, 110)))
        if kind == "integer":
            return Num(rng.choice(("1.0", "-0", "1e2", "007"))) if self.case.chance(0.02) and \
                self.plan.key != "id" else Num(str(number))
        if kind == "uuid":
            return uuid(rng) if self.case.chance(0.97) else "no uuid"
        return rng.choice(("w-%d" % index, "w-%d" % index, str(number), "a%d" % number))

    def _currency(self, wallet):
        """The code that the wallet shall have; its text is put where the profile reads it."""
        entry, rng = self.plan.profile["currency"], self.rng
        if entry["from"] == "option":
            return self.case.options.get("currency", entry.get("default", "USD"))
        if entry["from"] == "id":
            number = rng.choice(("1", "1", "2", "3", "7", "9"))
            self._put("currency", entry, wallet, Num(number) if self.case.chance(0.97) else rng.choice(
                ("1", Num("1.0"), Num("-0"))))
            return {"1": "USD", "2": "JPY", "3": "JPY", "7": "EUR"}.get(number, "ZZZ")
        code = pick_code(self.case)
        if "minorUnits" in entry and self.case.chance(0.5):
            code = rng.choice(sorted(entry["minorUnits"]))
        text = self._text_of_code(entry, code)
        if entry["from"] == "key":
            wallet["key"] = text
        else:
            self._put("currency", entry, wallet, text)
        return code

    def _text_of_code(self, entry, code):
        texts = [text for text in VALUES_OF_CODES.get(code, ()) if entry.get("values", {}).get(text) == code]
        if texts and self.case.chance(0.7):
            return self.rng.choice(texts)
        if self.case.chance(0.03):
            return self.rng.choice((code.lower(), code.title(), code.upper()))
        case = entry.get("case", "upper")
        return {"upper": code, "lower": code.lower()}.get(case) or self.rng.choice((code, code.lower(), code.title()))

    # --- amounts ---------------------------------------------------------------------------------

    def _amounts(self, wallet, code):
        entries = self.plan.amounts
        digits = {name: self._digits(name, entry, code, wallet) for name, entry in entries.items()}
        least = min(list(digits.values()) + [self.case.minor_units(code)])
        ticks = {name: self._ticks(least) for name in entries}
        ticks.update({name: self.in_body.setdefault(name, ticks[name]) for name in entries
                      if entries[name].get("in") == "body"})
        for name, terms in self.plan.terms.items():
            expected = sum(sign * (ticks.get(other, 0) if other else decimals.read(literal)[0])
                           for other, sign, literal in terms)
            if self.case.chance(0.25):
                signed = [sign * ticks.get(other, 0) for other, sign, _ in terms]
                expected = amounts.tampered(self.rng, expected, signed, least, self.rng.choice(amounts.CAUSES))
            ticks[name] = expected if decimals.fits(expected) else ONE
        for name, entry in entries.items():
            self._put_amount(name, entry, wallet, ticks[name], digits[name])
        if self.plan.limits:
            self._put_limits(wallet, entries[self.plan.limits["of"]], digits[self.plan.limits["of"]], code)

    def _put_limits(self, wallet, of, digits, code):
        entry = self.plan.limits
        made = profile_limits.Limits(self.case, entry, self.now, min(digits, self.case.minor_units(code)),
                                     lambda ticks: self._text(of, ticks, digits)).make()
        self._put("limits", {"required": entry.get("required", False)}, wallet, made)

    def _ticks(self, least):
        if self.case.chance(0.02):
            return self.rng.choice((amounts.huge(self.rng), amounts.fine(self.rng)))
        return amounts.signed(self.rng, least, 0.15)

    def _digits(self, name, entry, code, wallet):
        """How finely the amount is counted; the member that says it is put where it stands."""
        unit = unit_of(self.plan, entry)
        if unit == "major" or (unit == "option" and self.case.options.get("unit") != "minor"):
            return 2
        if unit in ("minor", "option"):
            return self.case.minor_units(code)
        if "minor" in unit:
            return unit["minor"].get(code, self.case.minor_units(code))
        if "digits" in unit:
            return unit["digits"]
        digits = self.rng.choice((2, 2, 2, 0, 3, 6))
        value = Num(str(digits)) if self.case.chance(0.97) else self.rng.choice(
            (Num("39"), Num("2.0"), Num("-0"), "2", Num("-1"), None, Num("1e0")))
        self._put("unit of " + name if "unit" in entry else "unit", unit, wallet, value)
        return digits

    def _text(self, entry, ticks, digits):
        """The amount as the profile says that it comes."""
        unit = unit_of(self.plan, entry)
        is_counted = unit != "major" and not (unit == "option" and self.case.options.get("unit") != "minor")
        if self.case.chance(0.006):
            return amounts.odd(self.rng, self.case.chance(0.5))
        if is_counted:
            ticks = ticks * 10 ** digits
            ticks = ticks if decimals.fits(ticks) else self.rng.randrange(10 ** 6) * ONE
            digits = 0
        carrier = entry.get("carrier", self.plan.profile.get("carrier", "number"))
        if carrier == "either":
            carrier = self.rng.choice(("number", "string"))
        write = amounts.string if carrier == "string" else amounts.number
        return write(self.rng, ticks, digits)

    def _put_amount(self, name, entry, wallet, ticks, digits):
        if entry.get("at") == "":
            wallet["bare " + entry["in"] if "in" in entry else "bare"] = self._text(entry, ticks, digits)
        elif "sum" in entry:
            self._put(name, entry, wallet, self._elements(entry, ticks, digits))
        else:
            self._put(name, entry, wallet, self._text(entry, ticks, digits))

    def _elements(self, entry, ticks, digits):
        """A list (or an object) whose elements sum to the amount, and others that do not count."""
        rng = self.rng
        count = rng.choice((0, 1, 1, 2, 3))
        parts = [rng.randrange(1, 10 ** 4) * amounts.unit(min(digits, 20)) for _ in range(max(count - 1, 0))]
        if count:
            parts.append(ticks - sum(parts))
        elements = [self._element(entry, self._text(entry, part, digits), True) for part in parts]
        if "where" in entry:
            for _ in range(rng.choice((0, 1, 2))):
                odd = self._element(entry, rng.choice((Num("5"), "x", None, Num("1e999"))), False)
                elements.insert(rng.randrange(len(elements) + 1), odd)
        if self.case.chance(0.2):
            return Obj(*(("%s%d" % (rng.choice(("k", "a/b", "")), index), element)
                         for index, element in enumerate(elements)))
        return elements

    def _element(self, entry, value, counts):
        tokens = tuple(entry.get("of", "").split("/")[1:])
        if not tokens:
            return value
        element = Obj()
        put(element, tokens, value)
        if "where" in entry:
            wanted = entry["where"]["is"]
            wanted = wanted if isinstance(wanted, list) else [wanted]
            chosen = self.rng.choice(wanted) if counts else self.rng.choice(("other", False, Num("2.5"), "1", None))
            if not (not counts and self.case.chance(0.3)):
                put(element, tuple(entry["where"]["at"].split("/")[1:]), _json(self.rng, chosen))
        return element

    # --- what stands around ----------------------------------------------------------------------

    def _around(self):
        profile = self.plan.profile
        if "snapshot" in profile and self.case.chance(0.92):
            put(self.root, self.plan.tokens["snapshot"], self._time(profile["snapshot"]))
        envelope = profile.get("envelope", {})
        for name, good in (("success", True), ("failure", False)):
            if name in envelope and self.case.chance(0.97):
                put(self.root, self.plan.tokens[name], self._flag(envelope[name], good))
        if "error" in envelope and self.case.chance(0.12):
            put(self.root, self.plan.tokens["error"], self._error(envelope["error"]))
        if "warning" in envelope and self.case.chance(0.5):
            value = self.rng.choice(("", "slow", [], [Num("1")], Obj(), None, True))
            put(self.root, self.plan.tokens["warning"], value)

    def _flag(self, flag, good):
        if self.case.chance(0.12):
            good = not good
        if isinstance(flag, str):
            return good
        wanted = flag["is"] if isinstance(flag["is"], list) else [flag["is"]]
        return _json(self.rng, self.rng.choice(wanted)) if good else self.rng.choice(
            ("failed", Num("201"), False, "0", "true"))

    def _error(self, entry):
        rng = self.rng
        if self.case.chance(0.1):
            return rng.choice((None, "down", [], "", Obj(), Num("5")))
        error = Obj(("message", rng.choice(("It is down.", "", None, Num("5")) if self.case.chance(0.2) else ("No.",))))
        if "code" in entry and self.case.chance(0.8):
            error.set("code", rng.choice(("E_1", Num("40.10"), None, True) if self.case.chance(0.6) else ("E_2",)))
        if len(entry["messages"]) > 1:
            error.set("more", self._more(entry["messages"][1]))
        return error

    def _more(self, entry):
        rng = self.rng
        own = entry.get("message", ())
        names = (own if isinstance(own, str) else rng.choice(own) if own else rng.choice(("message", "Message")),
                 entry.get("field", rng.choice(("field", "Field"))))
        listed = [Obj((names[0], "bad"), (names[1], rng.choice(("amount", None)))), Obj(("message", "worse"))]
        shapes = {"text": "once", "texts": ["one", "two"], "fields": Obj(("a", ["x", "y"]), ("b", [])),
                  "named": Obj(("a", "x"), ("b", "y")), "messages": listed[:rng.choice((1, 1, 2))]}
        form = rng.choice(entry["as"]) if self.case.chance(0.85) else rng.choice(sorted(shapes))
        return shapes[form]

    def _time(self, entry):
        rng = self.rng
        if entry["type"] == "rfc3339":
            return moments.any_text(rng, moments.near(rng, rng.choice(moments.NOWS)))
        power = UNIX_POWERS[entry["type"]]
        text = str(rng.choice(moments.NOWS) * 10 ** power + rng.randrange(10 ** power))
        text += rng.choice(("", "", "", ".5", ".000", "e0"))
        if self.case.chance(0.05):
            text = rng.choice(("-1", "0", "1e400", "1e-20", "253402300800", "9" * 30, "0." + "0" * 29 + "1"))
        is_string = entry.get("carrier") == "string" or (entry.get("carrier") == "either" and self.case.chance(0.5))
        return text if is_string != self.case.chance(0.03) else Num(text)


def _json(rng, value):
    """A value of a test as it may be written: numbers in several ways."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        text = repr(value)
        return Num(rng.choice((text, text + "e0", text + ("0" if "." in text else ".0"))))
    return value
