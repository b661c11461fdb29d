# SPDX-License-Identifier: Apache-2.0
"""Random profiles of the language: where wallets stand, what their members are, and which rules they keep.

A `Plan` holds the profile and remembers what a body needs to fit it: the pointers by member, the lists, the terms of
formulas. Names at one place are all different, so that no member has two meanings. Bodies are made in `profile_bodies`.
"""

from . import profile_limits

WORDS = ("cash", "gift", "blocked", "pending", "reserved", "referral", "total", "available", "overdraftLimit",
         "spendable")
OWN_AMOUNTS = ("fee", "held_back", "Z9", "_x", "adjustments")
MEMBER_NAMES = ("bal", "state", "ccy", "amt", "a/b", "t~e", "\u00fc", "net", "Gross", "x y", "sum", "n", "0k", "data",
                "when", "'q'", "\u20ba", "val", "of", "kindOf")
TEXT_NAMES = ("region", "tier", "label_2")
FLAG_NAMES = ("mayOverdraw", "locked")
SHAPES = ("object", "list", "list", "both", "keyed", "keyed", "bare", "joined", "joined", "joined_keyed", "joined_bare")


def pointer(tokens):
    return "".join("/" + token.replace("~", "~0").replace("/", "~1") for token in tokens)


class Plan:
    """A profile being made."""

    def __init__(self, case, name):
        self.case = case
        self.rng = case.rng
        self.name = name
        self.profile = {"profile": name}
        self.shape = self.rng.choice(SHAPES)
        self.used = 0
        self.holders = {}       # origin to the objects in which members may stand
        self.tokens = {}        # member to its tokens
        self.amounts = {}       # amounts that stand in the body, with their entries
        self.lists = []         # of joined wallets: names
        self.limits = None      # the facet, where the profile has it; in the profile it may be spoilt
        self.terms = {}         # stated amount to the names and signs that it must equal

    def chance(self, share):
        return self.rng.random() < share

    def fresh(self):
        self.used += 1
        return self.rng.choice(MEMBER_NAMES) + str(self.used)

    def stand(self, member, origin):
        """A new pointer at an origin: a wallet, a list of its, or the body."""
        holders = self.holders.setdefault(origin, [()])
        if len(holders) < 3 and self.chance(0.25):
            holders.append(self.rng.choice(holders) + (self.fresh(),))
        tokens = self.rng.choice(holders) + (self.fresh(),)
        if self.chance(0.03) and member != "wallets":
            tokens += ("0",)      # the first of a list
        self.tokens[member] = tokens
        return pointer(tokens)

    @property
    def is_joined(self):
        return self.shape.startswith("joined")

    @property
    def is_keyed(self):
        return self.shape in ("keyed", "bare", "joined_keyed", "joined_bare")

    @property
    def is_bare(self):
        return self.shape in ("bare", "joined_bare")

    def member(self, member, required_share=0.6, in_body_share=0.12, in_list_share=0.0):
        """`at`, and perhaps `in` and `required`, of a member."""
        entry = {}
        where = "wallet"
        if self.is_bare or (self.tokens.get("wallets") != () and self.chance(in_body_share)):
            entry["in"] = where = "body"
        elif self.is_joined and self.chance(in_list_share):
            entry["in"] = where = self.rng.choice(self.lists)
        entry["at"] = self.stand(member, where)
        if self.chance(required_share):
            entry["required"] = True
        elif self.chance(0.2):
            entry["required"] = False
        return entry


def make(case, name):
    """A Plan with a whole profile."""
    plan = Plan(case, name)
    _wallets(plan)
    _identity(plan)
    _currency(plan)
    _words(plan)
    _units(plan)
    _amounts(plan)
    _flags_and_texts(plan)
    _around(plan)
    _rules(plan)
    _over_all(plan)
    profile_limits.add_to(plan)
    members = list(plan.profile.items())
    case.rng.shuffle(members)
    plan.profile = dict(members)
    return plan


# --- wallets and what names them -------------------------------------------------------------------

def _wallets(plan):
    rng = plan.rng
    if plan.is_joined:
        plan.lists = rng.sample(("open", "waiting", "Third_3"), rng.choice((1, 2, 2, 3)))
        lists = {}
        for name in plan.lists:
            lists[name] = {"at": plan.stand("list " + name, "body")}
            if plan.chance(0.4):
                lists[name]["required"] = True
        plan.profile["wallets"] = {"join": rng.choice(("currency", "currency", "id")), "lists": lists}
        return
    forms = {"object": ["object"], "list": ["list"], "both": rng.choice((["object", "list"], ["list", "object"]))}
    forms = forms.get(plan.shape) or (["keyed"] if plan.chance(0.8) else ["keyed", "list"])
    at_top = plan.chance(0.15) and not plan.is_bare
    wallets = {"at": "" if at_top else plan.stand("wallets", "body"), "as": forms}
    if at_top:
        plan.tokens["wallets"] = ()
    if plan.chance(0.25):
        wallets["null"] = "no_data"
    if plan.is_keyed and plan.chance(0.5):
        wallets["skip"] = rng.sample(("updated", "object", "x"), rng.choice((1, 2)))
    plan.profile["wallets"] = wallets


def _joins(plan, word):
    return plan.profile["wallets"].get("join") == word


def _identity(plan):
    """Which of id and currency is the key of keyed wallets is drawn here."""
    plan.key = None
    if plan.is_keyed:
        plan.key = plan.profile["wallets"].get("join") or plan.rng.choice(("currency", "currency", "id"))
        if "list" in plan.profile["wallets"].get("as", ()):
            plan.profile["wallets"]["as"] = ["keyed"]
    kind = plan.rng.choice(("text", "text", "integer", "uuid"))
    if plan.key == "id":
        plan.profile["id"] = {"from": "key", "type": kind}
    elif _joins(plan, "id"):
        plan.profile["id"] = {**plan.member("id", 0.6, 0), "type": kind}
    elif plan.chance(0.6):
        plan.profile["id"] = {**plan.member("id", 0.5, 0.03), "type": kind}


def _currency(plan):
    rng = plan.rng
    if plan.key == "currency":
        entry = {"from": "key"}
    elif _joins(plan, "currency"):
        entry = {"from": rng.choice(("member", "member", "member", "id")), **plan.member("currency", 0.7, 0)}
    else:
        way = rng.choice(("option", "member", "member", "member", "id"))
        entry = {"from": way} if way == "option" else {"from": way, **plan.member("currency", 0.7, 0.2)}
        if way == "option" and plan.chance(0.4):
            entry["default"] = rng.choice(("USD", "JPY", "KWD", "ZZZ"))
    if entry["from"] in ("member", "key"):
        if plan.chance(0.5):
            entry["case"] = rng.choice(("upper", "lower", "lower", "any", "any"))
        if plan.chance(0.2):
            entry["values"] = rng.choice(({"1": "TRY", "2": "USD"}, {"usd": "EUR", "US Dollar": "USD", "": "JPY"},
                                          {"TL": "TRY", "zzz": "ZZZ"}))
    if entry["from"] == "id" and plan.chance(0.5):
        entry["values"] = {"1": "TRY", "2": "USD", "3": "JPY", "9": "ZZZ"}
    if plan.chance(0.12):
        entry["minorUnits"] = rng.choice(({"USDT": 6, "BTC": 8}, {"JPY": 2, "USD": 0, "ZZZ": 1}, {"KWD": 38}))
    plan.profile["currency"] = entry


def _words(plan):
    if plan.chance(0.4):
        plan.profile["status"] = {**plan.member("status", 0.4), "values": plan.rng.choice((
            {"active": "active", "frozen": "frozen"}, {"ACTIVE": "active", "": "odd", "Closed": "closed"}))}
        if plan.chance(0.15):
            del plan.profile["status"]["values"]
    if plan.chance(0.3):
        kind = {**plan.member("kind", 0.4), "values": {"PRE": "prepaid", "POST": "postpaid", "X": "prepaid"},
                "code": "kind_unknown"}
        if plan.chance(0.7):
            kind["outcome"] = plan.rng.choice(("fail", "warn", "invalid"))
        plan.profile["kind"] = kind


# --- amounts ---------------------------------------------------------------------------------------

def _unit(plan, member):
    rng = plan.rng
    way = rng.random()
    if way < 0.34:
        return "major"
    if way < 0.5:
        return "option"
    if way < 0.7:
        return "minor"
    if way < 0.77:
        return {"minor": rng.choice(({"CLP": 2, "JPY": 1, "ZZZ": 3}, {"USD": 4, "KWD": 2}, {"TRY": 0}))}
    if way < 0.9:
        return {"digits": rng.choice((0, 1, 2, 2, 3, 4, 6, 8, 18, 38))}
    entry = plan.member(member, 0, 0.3, 0.3)
    return {name: entry[name] for name in ("at", "in") if name in entry}


def _units(plan):
    plan.profile["unit"] = _unit(plan, "unit")
    if plan.chance(0.7):
        plan.profile["carrier"] = plan.rng.choice(("number", "string", "either"))


def _amounts(plan):
    rng = plan.rng
    words = [word for word in WORDS if word != "spendable"]
    names = rng.sample(words, rng.choice((2, 3, 3, 4, 5))) + rng.sample(OWN_AMOUNTS, rng.choice((0, 0, 1, 2)))
    entries = {}
    for index, name in enumerate(names):
        if plan.is_bare and index == 0:
            entries[name] = _bare(plan)
        elif name == "overdraftLimit" and plan.chance(0.5):
            entries[name] = {"option": "creditLimit"}
        elif plan.chance(0.22):
            entries[name] = _sum(plan, name)
        else:
            entries[name] = _amount(plan, name)
    if plan.shape == "joined_bare":
        _bare_in_each(plan, entries)
    plan.amounts = {name: entry for name, entry in entries.items() if "option" not in entry}
    plan.profile["amounts"] = entries


def _bare(plan):
    entry = {"at": ""}
    if plan.is_joined:
        entry["in"] = plan.lists[0]
    if plan.chance(0.7):
        entry["required"] = True
    return entry


def _bare_in_each(plan, entries):
    """Every list of bare amounts has an amount of its own."""
    for name, held in zip(("pending", "reserved"), plan.lists[1:]):
        entries[name] = {"at": "", "in": held}


def _own_ways(plan, name, entry):
    if plan.chance(0.2):
        entry["carrier"] = plan.rng.choice(("number", "string", "either"))
    if plan.chance(0.15):
        entry["unit"] = _unit(plan, "unit of " + name)
    return entry


def _amount(plan, name):
    return _own_ways(plan, name, plan.member(name, 0.5, 0.08, 0.75))


def _sum(plan, name):
    entry = plan.member(name, 0.5, 0.15, 0.75)
    entry["sum"] = entry.pop("at")
    if plan.chance(0.75):
        entry["of"] = plan.rng.choice(("/v", "/v/w", "/amount"))
        if plan.chance(0.6):
            entry["where"] = {"at": plan.rng.choice(("/t", "/t/u")), "is": plan.rng.choice(
                ("hold", ["hold", "lock", 1], True, [False, None], 2, ["1", 1.5], None, -7))}
    return _own_ways(plan, name, entry)


def _flags_and_texts(plan):
    for table, names, share in (("flags", FLAG_NAMES, 0.3), ("texts", TEXT_NAMES, 0.3)):
        chosen = [name for name in names if plan.chance(share)]
        if chosen:
            plan.profile[table] = {name: plan.member(name, 0.3, 0.2, 0.2) for name in chosen}


# --- what stands around ----------------------------------------------------------------------------

def _around(plan):
    if plan.profile["wallets"].get("at") == "" and plan.shape != "object":
        return
    if plan.chance(0.4):
        _snapshot(plan)
    if plan.chance(0.35):
        _envelope(plan)


def _snapshot(plan):
    kind = plan.rng.choice(("rfc3339", "unix_seconds", "unix_milliseconds", "unix_microseconds", "unix_nanoseconds"))
    entry = {"at": plan.stand("snapshot", "body"), "type": kind}
    if plan.chance(0.4):
        entry["required"] = True
    if kind == "rfc3339" and plan.chance(0.3):
        entry["utc"] = True
    if kind != "rfc3339" and plan.chance(0.5):
        entry["carrier"] = plan.rng.choice(("number", "string", "either"))
    plan.profile["snapshot"] = entry


def _flag(plan, name):
    at = plan.stand(name, "body")
    if plan.chance(0.4):
        return at
    return {"at": at, "is": plan.rng.choice(("ok", ["ok", "OK"], True, 0, [200, "200"], [None, 1]))}


def _envelope(plan):
    entry = {}
    both = plan.chance(0.2)
    if both or plan.chance(0.6):
        entry["success"] = _flag(plan, "success")
    if both or plan.chance(0.15):
        entry["failure"] = _flag(plan, "failure")
    if "success" in entry and "failure" in entry:
        entry["code"] = "flags"
    if plan.chance(0.5) or not entry:
        at = plan.stand("error", "body")
        entry["error"] = {"at": at, "messages": [{"at": at + "/message", "as": ["text"]}]}
        if plan.chance(0.4):
            code = at + "/code"
            entry["error"]["code"] = {"at": code, "carrier": plan.rng.choice(("number", "string", "either"))} \
                if plan.chance(0.5) else code
        if plan.chance(0.2):
            entry["error"]["unlessEmpty"] = plan.chance(0.8)
        if plan.chance(0.5):
            entry["error"]["messages"].append(_more_messages(plan, at))
    if plan.chance(0.15):
        entry["warning"] = {"at": plan.stand("warning", "body"), "code": "warned"}
    plan.profile["envelope"] = entry


def _more_messages(plan, at):
    more = {"at": at + "/more", "as": plan.rng.choice((
        ["texts"], ["fields"], ["messages"], ["text", "texts", "messages"], ["named"], ["messages", "named"]))}
    if "messages" in more["as"] and plan.chance(0.4):
        more["message"] = plan.rng.choice(("detail", ["detail", "message"]))
        if plan.chance(0.5):
            more["field"] = "path"
    return more


# --- rules -----------------------------------------------------------------------------------------

def _sum_text(plan, names, length=None):
    """(text, [(name or None, sign, literal)]) of a sum of some names."""
    chosen = plan.rng.sample(names, min(len(names), length or plan.rng.choice((1, 1, 2, 2, 3))))
    terms = []
    for name in chosen:
        terms.append((name, plan.rng.choice((1, 1, 1, -1)), None))
    if plan.chance(0.06):
        terms.append((None, plan.rng.choice((1, -1)), plan.rng.choice(("0", "1.50", "0.005", "100"))))
    text = ""
    for index, (name, sign, literal) in enumerate(terms):
        mark = ("-" if sign < 0 else "") if index == 0 else (" - " if sign < 0 else " + ")
        text += mark + (name or literal)
    return text, terms


def _condition(plan, names):
    rng = plan.rng
    made = [lambda: "%s %s %s" % (_sum_text(plan, names)[0], rng.choice(("<", "<=", ">", ">=", "=")),
                                  rng.choice(("0", "0", "10.00", _sum_text(plan, names)[0]))),
            lambda: "unit is known", lambda: "%s is known" % rng.choice(names),
            lambda: "%s is not known" % rng.choice(names)]
    profile = plan.profile
    flags, texts = list(profile.get("flags", {})), list(profile.get("texts", {}))
    if flags:
        made += [lambda: rng.choice(("", "not ")) + rng.choice(flags), lambda: rng.choice(flags) + " is known"]
    if texts:
        made += [lambda: "%s is %s'%s'" % (rng.choice(texts), rng.choice(("", "not ")), rng.choice(("A", "USD", ""))),
                 lambda: "%s is not known" % rng.choice(texts),
                 lambda: "%s is %scurrency" % (rng.choice(texts), rng.choice(("", "not ")))]
    for word in ("status", "kind"):
        if word in profile:
            values = sorted(profile[word].get("values", {"x": "active"}).values())
            made.append(lambda word=word, values=values: "%s is %s'%s'" % (word, rng.choice(("", "not ")),
                                                                          rng.choice(values)))
    return rng.choice(made)()


def _when(plan, names, rule):
    if plan.chance(0.3):
        rule["when"] = [_condition(plan, names) for _ in range(plan.rng.choice((1, 1, 2)))]
    return rule


def _outcome(plan, rule):
    if plan.chance(0.4):
        rule["outcome"] = plan.rng.choice(("fail", "warn", "invalid"))
    return rule


def _rules(plan):
    rng = plan.rng
    names = list(plan.profile["amounts"])
    stated = [name for name, entry in plan.amounts.items() if "sum" not in entry]
    formulas = []
    for name in rng.sample(stated, min(len(stated), rng.choice((0, 1, 1, 1, 2)))):
        others = [other for other in names if other != name and other not in plan.terms]
        if others:
            text, terms = _sum_text(plan, others)
            plan.terms[name] = terms
            rule = {"code": "sum_%d" % len(formulas), "amount": name, "is": text}
            formulas.append(_outcome(plan, _when(plan, names, rule)))
    derives = []
    for name in rng.sample(WORDS, rng.choice((0, 1, 1, 2))):
        derives.append(_when(plan, names, {"amount": name, "as": _sum_text(plan, names)[0]}))
    known = names + [rule["amount"] for rule in derives if rule["amount"] not in names]
    checks = [_check(plan, names, known, index) for index in range(rng.choice((0, 1, 1, 2)))]
    for table, rules in (("formulas", formulas), ("derive", derives), ("checks", checks)):
        if rules or plan.chance(0.1):
            plan.profile[table] = rules


def _check(plan, names, known, index):
    subjects = list(plan.amounts) + list(plan.profile.get("texts", {})) + list(plan.profile.get("flags", {}))
    rule = {"code": "check_%d" % index, "at": plan.rng.choice(subjects), "that": _condition(plan, known)}
    if plan.chance(0.3):
        rule["unknown"] = "limit_unknown"
    if plan.chance(0.5):
        rule["message"] = "This is said of it."
    return _outcome(plan, _when(plan, names, rule))


def _over_all(plan):
    profile = plan.profile
    of = [word for word in ("id", "currency") if profile.get(word, {}).get("from") != "option" and word in profile]
    of += list(profile.get("texts", {}))
    of = [name for name in of if (profile.get(name) or profile["texts"][name]).get("in") != "body"]
    if of and plan.chance(0.4):
        profile["unique"] = _outcome(plan, {"of": plan.rng.choice(of), "code": "twice"})
    if of and plan.chance(0.4):
        profile["order"] = _outcome(plan, {"of": plan.rng.choice(of), "code": "order",
                                           "direction": plan.rng.choice(("ascending", "descending"))})
