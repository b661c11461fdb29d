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
