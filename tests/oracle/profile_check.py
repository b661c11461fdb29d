#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does the interpreter of profiles say what the language says? By the providers' own references, then rule by rule.

  profile_check.py [unittest options]
"""

import json
import unittest

import steelyard_oracle as oracle
from generator import conductor, profile_bodies
from oracle import json_strict, options as compiled_options, profile_detect, profile_language, profile_verify

BODIES = 2500          # of the five providers; some thousands reach every rule of theirs


def profile(**members):
    """A small profile: a wallet or a list of them at /w, amounts in major units."""
    return {"profile": "t", "wallets": {"at": "/w", "as": ["object", "list"]}, "currency": {"from": "option"},
            "unit": "major", "amounts": {"cash": {"at": "/a"}}, **members}


def report(body, data, **options):
    return oracle.report({"profile": data, **options}, json.dumps(body).encode() if not isinstance(body, str) else
                         body.encode())


def amounts(answer):
    return [wallet["amounts"] for wallet in answer["wallets"]]


def codes(answer):
    return [(finding["code"], finding.get("path")) for finding in answer["findings"]]


class Five(unittest.TestCase):
    """The built-in profiles as data, read by the interpreter, against the references written by hand."""

    def test_same_reports(self):
        own = {name: profile_language.compile_profile(profile_language.built_in(name))
               for name in profile_detect.OF_THEIR_OWN}
        judged = 0
        for index in range(BODIES):
            options, body = conductor.draw(5, index)
            expected = oracle.report(options, body)
            name = expected.get("profile")
            if name not in own or expected["verdict"] == "malformed":
                continue
            settings = compiled_options.compile_options(options)
            document = json_strict.parse(body, settings.bytes_max)
            with self.subTest(index=index):
                self.assertEqual(oracle.to_json(profile_verify.verify(document, own[name], settings)),
                                 oracle.to_json(expected))
            judged += 1
        self.assertGreater(judged, BODIES // 2)

    def test_same_detection(self):
        own = [profile_language.compile_profile(profile_language.built_in(name))
               for name in profile_detect.OF_THEIR_OWN]
        for index in range(BODIES):
            options, body = conductor.draw(6, index)
            expected = oracle.report({}, body)
            if expected["verdict"] == "malformed" or expected["profile"] not in profile_detect.OF_THEIR_OWN + (None,):
                continue
            found = profile_detect.first(own, json_strict.parse(body, 2 ** 26).top)
            self.assertEqual(found and found.name, expected["profile"], body)


class Wallets(unittest.TestCase):
    """Where wallets stand."""

    def test_keyed(self):
        data = profile(wallets={"at": "/w", "as": ["keyed"], "skip": ["note"]},
                       currency={"from": "key", "case": "lower"})
        answer = report({"w": {"usd": {"a": 1}, "note": 5, "EUR": {"a": 2}, "jpy": 7}}, data)
        self.assertEqual([wallet["currency"] for wallet in answer["wallets"]], ["USD", None])
        self.assertEqual(codes(answer), [("currency.syntax", "/w/EUR"), ("member.type", "/w/jpy")])

    def test_bare_amounts(self):
        data = profile(wallets={"at": "/w", "as": ["keyed"]}, currency={"from": "key"}, carrier="string",
                       amounts={"total": {"at": ""}})
        answer = report({"w": {"USD": "10.00", "JPY": "5.0", "EUR": {}}}, data)
        self.assertEqual(amounts(answer), [{"total": "10.00"}, {"total": "5"}])
        self.assertEqual(codes(answer), [("amount.scale", "/w/JPY"), ("member.type", "/w/EUR")])

    def test_joined(self):
        data = profile(wallets={"join": "currency", "lists": {"x": {"at": "/x"}, "y": {"at": "/y", "required": True}}},
                       currency={"from": "member", "at": "/c", "required": True},
                       amounts={"available": {"at": "/a", "in": "x"},
                                "pending": {"at": "/a", "in": "y", "required": True}},
                       unique={"of": "currency", "code": "twice"})
        body = {"x": [{"c": "USD", "a": 1}, {"c": "USD", "a": 2}],
                "y": [{"c": "JPY", "a": 3}, {"c": "USD", "a": 4}, {"c": 5}]}
        answer = report(body, data)
        self.assertEqual([(wallet["currency"], wallet["amounts"]) for wallet in answer["wallets"]], [
            ("USD", {"pending": "4.00", "available": "1.00"}), ("USD", {"available": "2.00"}),
            ("JPY", {"pending": "3"}), (None, {})])
        self.assertEqual(codes(answer), [
            ("t.twice", "/x/1/c"), ("member.missing", "/y/2/a"), ("member.type", "/y/2/c")])

    def test_joined_without_any(self):
        data = profile(wallets={"join": "currency", "lists": {"x": {"at": "/x"}, "y": {"at": "/y", "required": True}}},
                       currency={"from": "key"}, amounts={"cash": {"at": "/a", "in": "x"}})
        self.assertEqual(codes(report({"x": None, "y": {}}, data)), [("no_data", "")])
        self.assertEqual(codes(report({}, data)), [("member.missing", "/y")])
        self.assertEqual(codes(report({"x": [], "y": {}}, data)), [("member.type", "/x")])

    def test_body_members(self):
        data = profile(currency={"from": "member", "at": "/c", "in": "body", "required": True},
                       flags={"on": {"at": "/on", "in": "body"}},
                       derive=[{"amount": "spendable", "as": "cash", "when": ["on"]}])
        answer = report({"w": [{"a": 1}, {"a": 2}], "c": "usd", "on": True}, data)
        self.assertEqual(codes(answer), [("currency.syntax", "/c")])
        self.assertNotIn("wallet", answer["findings"][0])
        self.assertEqual(amounts(answer), [{"cash": "1", "spendable": "1"}, {"cash": "2", "spendable": "2"}])


class Amounts(unittest.TestCase):
    """Units, carriers and sums."""

    def test_minor_units_of_the_provider(self):
        data = profile(unit={"minor": {"ISK": 2}}, currency={"from": "member", "at": "/c"})
        answer = report({"w": [{"c": "ISK", "a": 500}, {"c": "ISK", "a": 501}, {"c": "KWD", "a": 1500}]}, data)
        self.assertEqual(amounts(answer), [{"cash": "5"}, {"cash": "5.01"}, {"cash": "1.500"}])
        self.assertEqual(codes(answer), [("amount.precision", "/w/1/a")])

    def test_digits_of_the_response(self):
        data = profile(unit={"at": "/n"})
        answer = report({"w": [{"a": 12345, "n": 4}, {"a": 10.5, "n": 1}, {"a": 10.0, "n": 1}, {"a": 1},
                               {"a": 1, "n": "2"}, {"a": 1, "n": 39}]}, data, currency="KWD")
        self.assertEqual([wallet["unit"] for wallet in answer["wallets"]], ["major"] * 3 + [None] * 3)
        self.assertEqual(codes(answer), [
            ("amount.precision", "/w/0/a"), ("amount.precision", "/w/1/a"), ("amount.scale", "/w/2/a"),
            ("amount.unit", "/w/3/a"), ("amount.unit", "/w/4/a"), ("member.type", "/w/4/n"), ("amount.unit", "/w/5/a"),
            ("member.type", "/w/5/n")])

    def test_sum(self):
        data = profile(amounts={"blocked": {"sum": "/l", "of": "/v", "where": {"at": "/t", "is": ["hold", 1]}},
                                "total": {"at": "/t"}}, formulas=[{"code": "f", "amount": "total", "is": "blocked"}])
        elements = [{"v": 1.5, "t": "hold"}, {"v": "x", "t": "other"}, {"v": 2, "t": 1.0}, 7]
        answer = report({"w": {"l": elements, "t": 1.5}}, data)
        self.assertEqual(amounts(answer), [{"blocked": "3.5", "total": "1.5"}])
        self.assertEqual([(f["cause"], f["term"]) for f in answer["findings"]], [("omitted", "blocked/2")])
        answer = report({"w": {"l": {"k": {"v": 1, "t": "hold"}, "m": {"t": "hold"}}, "t": 1}}, data)
        self.assertEqual((amounts(answer), codes(answer)), ([{"total": "1"}], [("member.missing", "/w/l/m/v")]))
        self.assertEqual(amounts(report({"w": {"l": []}}, data)), [{"blocked": "0"}])

    def test_sum_fits_after_division(self):
        data = profile(unit="minor", amounts={"cash": {"sum": "/l"}})
        answer = report('{"w":{"l":[99999999999999999999999999999999999999,1]}}', data, currency="EUR")
        self.assertEqual(amounts(answer), [{"cash": "1" + "0" * 36 + ".00"}])

    def test_units_that_differ_are_not_compared(self):
        data = profile(amounts={"cash": {"at": "/a"}, "total": {"at": "/b", "unit": "minor"}},
                       formulas=[{"code": "f", "amount": "cash", "is": "total"}])
        self.assertEqual(report({"w": {"a": 1, "b": 100}}, data, currency="USD")["verdict"], "verified")
        answer = report({"w": {"a": 1, "b": 100}}, data, currency="XAU")
        self.assertEqual((answer["summary"]["formulas"], codes(answer)),
                         (0, [("amount.unit", "/w/a"), ("amount.unit", "/w/b")]))

    def test_carrier(self):
        data = profile(amounts={"cash": {"at": "/a", "carrier": "either"}, "gift": {"at": "/b", "carrier": "string"}})
        self.assertEqual(codes(report({"w": {"a": "1", "b": 1}}, data)), [("amount.form", "/w/b")])


class Around(unittest.TestCase):
    """Conditions, tests, envelopes, times, extensions, detection."""

    def test_conditions(self):
        for condition, holds in (("cash is known", True), ("gift is known", False), ("gift is not known", True),
                                 ("label is currency", True), ("label is not 'USD'", False), ("cash - 1.00 = 0", True),
                                 ("gift > 0", False), ("unit is known", True)):
            data = profile(amounts={"cash": {"at": "/a"}, "gift": {"at": "/b"}}, texts={"label": {"at": "/l"}},
                           derive=[{"amount": "total", "as": "cash", "when": [condition]}])
            with self.subTest(condition=condition):
                answer = report({"w": {"a": 1, "l": "USD"}}, data, currency="USD")
                self.assertEqual("total" in answer["wallets"][0]["amounts"], holds)

    def test_envelope_test(self):
        data = profile(envelope={"success": {"at": "/s", "is": ["ok", 1]}})
        verdicts = [report({"w": {"a": 1}, **body}, data)["verdict"]
                    for body in ({"s": "ok"}, {"s": 1.0}, {"s": "OK"}, {"s": None}, {})]
        self.assertEqual(verdicts, ["valid", "valid", "provider_error", "provider_error", "invalid"])

    def test_error_parts(self):
        data = profile(envelope={"error": {"at": "/e", "code": {"at": "/e/n", "carrier": "number"}, "messages": [
            {"at": "/e/l", "as": ["messages"], "message": "detail"}, {"at": "/e/o", "as": ["named"]}]}})
        answer = report('{"e":{"n":4.10,"l":[{"detail":"a","field":"f"}],"o":{"x":"y"}}}', data)
        self.assertEqual(answer["error"], {"status": None, "code": "4.10", "messages": ["f: a", "x: y"]})

    def test_unix_texts(self):
        data = profile(snapshot={"at": "/t", "type": "unix_milliseconds", "carrier": "string"})
        times = [report({"w": {}, "t": text}, data) for text in ("1718006400350", "1e3", 5)]
        self.assertEqual([(answer["snapshotAt"], codes(answer)) for answer in times], [
            ("2024-06-10T08:00:00.350Z", []), (None, [("timestamp.syntax", "/t")]), (None, [("member.type", "/t")])])

    def test_order(self):
        for direction, at in (("ascending", "/w/1/i"), ("descending", "/w/2/i")):
            data = profile(id={"at": "/i", "type": "integer"}, order={"of": "id", "direction": direction, "code": "o"})
            answer = report({"w": [{"i": 10}, {"i": 9}, {"i": 100}]}, data)
            self.assertEqual(codes(answer), [("t.o", at)])

    def test_extension(self):
        base = profile(profile="base", formulas=[{"code": "f", "amount": "cash", "is": "gift"}],
                       amounts={"cash": {"at": "/a"}, "gift": {"at": "/b"}}, unique={"of": "currency", "code": "u"})
        own = {"profile": "mine", "extends": "base", "unit": "minor", "unique": None,
               "formulas": [{"code": "f", "amount": "cash", "is": "gift + 1", "outcome": "warn"}]}
        options = {"profile": "mine", "profiles": [own, base], "currency": "USD"}
        answer = oracle.report(options, b'{"w":{"a":100,"b":200}}')
        self.assertEqual((answer["profile"], codes(answer), answer["findings"][0]["expected"]),
                         ("mine", [("mine.f", "/w/a")], "3.00"))
        own["extends"] = "mine"
        self.assertEqual(oracle.report({"profile": own, "profiles": [own]}, b"{}"),
                         {"error": "option.value", "option": "profiles"})

    def test_own_profiles_go_first(self):
        own = [profile(profile=name, detect=[{"rank": rank, "has": ["data"]}])
               for name, rank in (("late", 900), ("early", 800), ("equal", 800))]
        self.assertEqual(oracle.report({"profiles": own}, b'{"data":{}}')["profile"], "early")
        self.assertEqual(oracle.report({}, b'{"data":{}}')["profile"], "juicyway")


class Limits(unittest.TestCase):
    """Limits of use, by the rules of the facet; `available` is 80.00, and so is `spendable` without a limit."""

    FACET = {"at": "/l", "of": "available", "name": "p", "limit": "m", "used": "u", "remaining": "r", "resetsAt": "t",
             "codes": {"remaining": "left", "exceeded": "over"}}

    def report(self, limits, facet=(), data=(), **options):
        own = profile(**{"amounts": {"available": {"at": "/a"}},
                         "derive": [{"amount": "spendable", "as": "available"}],
                         "limits": {**self.FACET, **dict(facet)}, **dict(data)})
        wallet = '{"a":80,"l":%s}' % (limits if isinstance(limits, str) else json.dumps(limits))
        return report('{"w":%s}' % wallet, own, **{"currency": "EUR", **options})

    def spendable(self, *limits, **rest):
        return self.report(*limits, **rest)["wallets"][0]["amounts"].get("spendable")

    def limits(self, *limits, **rest):
        return self.report(*limits, **rest)["wallets"][0]["limits"]

    def test_place(self):
        self.assertEqual([self.limits(limits) for limits in ("[]", "null")], [[], []])
        self.assertEqual(codes(self.report("null", {"required": True})), [("member.type", "/w/l")])
        self.assertEqual(codes(self.report("7")), [("member.type", "/w/l")])
        self.assertEqual(codes(self.report([], {"at": "/k", "required": True})), [("member.missing", "/w/k")])
        self.assertEqual(self.limits({"m": 5, "u": 2})[0]["remaining"], "3.00")
        answer = self.report([7, {"m": 5, "r": 3}, None])
        self.assertEqual(codes(answer), [("member.type", "/w/l/0"), ("member.type", "/w/l/2")])
        self.assertEqual([limit["remaining"] for limit in answer["wallets"][0]["limits"]], ["3.00"])
        self.assertNotIn("limits", report({"w": {"a": 1}}, profile())["wallets"][0])

    def test_amounts(self):
        answer = self.report('{"m":"50.00","u":20.000,"r":30.001}')
        self.assertEqual(codes(answer), [("amount.form", "/w/l/m"), ("amount.scale", "/w/l/u"),
                                         ("amount.precision", "/w/l/r"), ("t.left", "/w/l/r")])
        self.assertEqual(answer["wallets"][0]["limits"], [
            {"name": None, "limit": "50.00", "used": "20.00", "remaining": "30.001", "resetsAt": None}])
        answer = self.report('{"m":"5O","u":1e38,"r":[]}')
        self.assertEqual(codes(answer), [("amount.syntax", "/w/l/m"), ("amount.range", "/w/l/u"),
                                         ("member.type", "/w/l/r")])
        answer = self.report('{"m":1,"u":null,"m":1}')
        self.assertEqual((codes(answer), set(answer["wallets"][0]["limits"][0].values())),
                         ([("json.duplicate_key", "/w/l/m")], {None}))

    def test_unit_and_carrier(self):
        minor = {"amounts": {"available": {"at": "/a"}, "cap": {"at": "/z", "unit": "minor", "carrier": "string"}}}
        answer = self.report('{"m":"5000","u":"2000","r":3000}', {"of": "cap"}, minor)
        self.assertEqual((codes(answer), answer["wallets"][0]["limits"][0]["remaining"]),
                         ([("amount.form", "/w/l/r")], "30.00"))
        answer = self.report('{"m":50,"u":20,"r":30}', data={"unit": "option"})
        self.assertEqual((codes(answer), answer["wallets"][0]["unit"], answer["wallets"][0]["amounts"]["spendable"]),
                         ([("amount.unit", "/w/a")], None, "30"))
        answer = self.report('{"m":50,"u":20,"r":30}', {"of": "total"}, {"unit": "major", "carrier": "string"})
        self.assertEqual([code for code, _ in codes(answer)], ["amount.form"] * 4)

    def test_unit_that_is_not_known(self):
        """The wallet's other amounts have a unit: what the limits count is not guessed."""
        data = {"amounts": {"available": {"at": "/a"}, "cap": {"at": "/z", "unit": {"at": "/digits"}}}}
        answer = self.report('{"m":5000,"u":2000,"r":3000}', {"of": "cap"}, data)
        self.assertEqual(codes(answer), [("amount.unit", "/w/l/" + name) for name in "mur"])
        self.assertEqual((answer["wallets"][0]["amounts"], answer["wallets"][0]["limits"][0]["remaining"]),
                         ({"available": "80.00"}, None))

    def test_name_and_end(self):
        answer = self.report([{"p": "day", "t": "2026-01-01T01:00:00.50+01:00"}, {"p": None, "t": "2026-01-31"},
                              {"p": 7, "t": 7}, {"t": "2026-02-30"}, {"t": "0000-01-01T00:00:00+01:00"}])
        self.assertEqual([(limit["name"], limit["resetsAt"]) for limit in answer["wallets"][0]["limits"]],
                         [("day", "2026-01-01T00:00:00.50Z"), (None, "2026-01-31")] + [(None, None)] * 3)
        self.assertEqual(codes(answer), [("member.type", "/w/l/2/p"), ("member.type", "/w/l/2/t"),
                                         ("timestamp.syntax", "/w/l/3/t"), ("timestamp.range", "/w/l/4/t")])

    def test_remaining_derived(self):
        for limits in ('{"m":50,"u":20}', '{"m":50,"u":20,"r":null}'):
            answer = self.report(limits)
            self.assertEqual((answer["wallets"][0]["limits"][0]["remaining"], answer["verdict"]), ("30.00", "valid"))
        for limits in ('{"m":50,"u":20,"r":""}', '{"m":50,"u":20,"r":1,"r":1}', '{"m":%s,"u":-1}' % ("9" * 38)):
            self.assertEqual((self.limits(limits)[0]["remaining"], self.spendable(limits)), (None, None))

    def test_remaining_recomputed(self):
        self.assertEqual(self.report({"m": 50, "u": 20, "r": 30})["verdict"], "verified")
        passed, = self.report({"m": 50, "u": 20, "r": 30}, explain=True)["findings"]
        self.assertEqual((passed["outcome"], passed["path"], passed["expected"]), ("pass", "/w/l/r", "30.00"))
        for left, cause, term in ((30.01, "rounding", None), (50, "omitted", "limits/0/used"), (-30, "sign", None),
                                  (80, "double_counted", "limits/0/limit"), (70, "flipped", "limits/0/used"),
                                  (3000, "minor_units", None), (33, "unknown", None)):
            failed, = self.report([{"m": 50, "u": 20, "r": left}])["findings"]
            self.assertEqual((failed["code"], failed["expected"], failed["cause"], failed.get("term")),
                             ("t.left", "30.00", cause, term))
        answer = self.report('[7,{"m":50,"u":20,"r":50}]')
        self.assertEqual(answer["findings"][1]["term"], "limits/0/used")
        answer = self.report('{"m":%s,"u":-1,"r":0}' % ("9" * 38))
        self.assertEqual((answer["findings"][0]["reason"], answer["summary"]["formulas"]), ("out_of_range", 0))
        self.assertEqual(self.report({"m": 50, "u": 20, "r": 5}, {"codes": {}})["verdict"], "valid")

    def test_exceeded(self):
        failed, = self.report({"m": 50, "u": 50.01})["findings"]
        self.assertEqual((failed["code"], failed["path"], "expected" in failed), ("t.over", "/w/l/u", False))
        self.assertEqual(self.report({"m": 50, "u": 50})["findings"], [])
        self.assertEqual(self.report({"m": 50, "u": 51}, {"codes": {"remaining": "left"}})["findings"], [])

    def test_spendable(self):
        for limits, spendable in (([], "80.00"), ({"u": 20}, "80.00"), ({"m": None, "r": None, "t": "x"}, "80.00"),
                                  ([{"r": 30}, {"m": 50, "u": 5}], "30.00"), ({"r": 100}, "80.00"), ({"r": -5}, "0.00"),
                                  ({"m": 50}, None), ({"m": "x", "u": 1}, None), ({"m": "x", "r": 9}, "9.00"),
                                  ({"r": 9, "t": "x"}, None), ([{"r": 9}, 7], None)):
            with self.subTest(limits=limits):
                self.assertEqual(self.spendable(limits), spendable)
        below = {"derive": [{"amount": "spendable", "as": "available - 100"}]}
        self.assertEqual([self.spendable({"r": left}, data=below) for left in (5, -5)], ["-20.00", "-20.00"])
        self.assertEqual(self.spendable({"r": 5}, data={"derive": []}), None)

    def test_period(self):
        for end, now, spendable in (("2026-01-02T00:00:00Z", "2026-01-01T23:59:59.9Z", "9.00"),
                                    ("2026-01-02T00:00:00Z", "2026-01-02T00:00:00Z", None),
                                    ("2026-01-02", "2026-01-01T09:59:59.9Z", "9.00"),
                                    ("2026-01-02", "2026-01-01T10:00:00Z", None),
                                    ("2026-01-02", "2027-01-01T00:00:00Z", None)):
            with self.subTest(end=end, now=now):
                self.assertEqual(self.spendable({"r": 9, "t": end}, now=now), spendable)
                self.assertEqual(self.spendable({"r": 9, "t": end}), "9.00")

    def test_rules_see_what_the_provider_says(self):
        check = {"checks": [{"code": "c", "at": "available", "that": "spendable = 80"}]}
        self.assertEqual((codes(self.report({"r": 5}, data=check)), self.spendable({"r": 5}, data=check)), ([], "5.00"))

    def test_snapshot_and_diff(self):
        options = {"currency": "EUR", "profile": profile(limits=self.FACET, amounts={"available": {"at": "/a"}})}
        bodies = [b'{"w":{"a":80,"l":{"p":"day","m":50,"u":%s}}}' % used for used in (b"20", b"20.0", b"21")]
        self.assertIn('"kind":null,"limits":[{"limit":"50.00","name":"day","remaining":"30.00","resetsAt":null,'
                      '"used":"20.00"}],"minorUnits":2', oracle.canonical(options, bodies[0]))
        changes = [oracle.diff(options, bodies[0], after)["wallets"][0] for after in bodies]
        self.assertEqual([(wallet["change"], wallet["amounts"]) for wallet in changes],
                         [("same", {}), ("same", {}), ("changed", {})])

    def test_spending(self):
        data = profile(limits=self.FACET, amounts={"available": {"at": "/a"}},
                       derive=[{"amount": "spendable", "as": "available"}])
        for limit, reason in ((b'{"r":30}', "ok"), (b'{"r":29.99}', "insufficient"), (b'{"m":50}', "limit_unknown")):
            body = b'{"w":{"a":80,"l":%s}}' % limit
            answer = oracle.can_spend({"currency": "EUR", "profile": data}, body, "30.00", {})
            self.assertEqual(answer["reason"], reason)

    def test_refused(self):
        wrong = ({"limits": []}, {"of": "nobody"}, {"of": 7}, {"at": "l"}, {"at": ""}, {"at": None},
                 {"limit": ["m"]}, {"left": "r"}, {"codes": []}, {"codes": {"owner": "o"}}, {"codes": {"exceeded": 7}},
                 {"required": "yes"})
        facets = [{**self.FACET, **members} for members in wrong] + [[], None, "l"]
        facets += [{name: value for name, value in self.FACET.items() if name != gone}
                   for gone in ("at", "of", "limit")]
        for facet in facets:
            with self.subTest(facet=facet):
                answer = report({}, profile(amounts={"available": {"at": "/a"}}, limits=facet))
                self.assertEqual(answer, {"error": "option.value", "option": "profile"})


class Generator(unittest.TestCase):
    """The random profiles are right ones, nearly all, and their bodies reach every verdict."""

    def test_reach(self):
        answers = [oracle.report(*profile_bodies.draw(7, index)) for index in range(3000)]
        refused = [answer for answer in answers if "verdict" not in answer]
        self.assertLess(len(refused), 30)
        self.assertEqual({answer.get("verdict") for answer in answers} - {None}, {
            "malformed", "provider_error", "invalid", "mismatch", "stale", "unverifiable", "valid", "verified"})

    def test_same_seed_same_case(self):
        self.assertEqual(profile_bodies.draw(1, 7), profile_bodies.draw(1, 7))


if __name__ == "__main__":
    unittest.main()
