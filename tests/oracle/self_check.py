#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does the oracle itself say what the contract and the providers' page say? Samples first, then each rule by hand.

  self_check.py [--samples DIR] [unittest options]
"""

import json
import pathlib
import sys
import unittest

import steelyard_oracle as oracle
from generator import conductor
from oracle import causes, currencies, decimals, json_strict, times

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "cases" / "samples"

# providers.md, last table: sample, options, verdict, codes in the order of the report
DOCUMENTED = (
    ("paywint.json", {}, "valid", []),
    ("payop.json", {}, "verified", []),
    ("payop-error-400.json", {"status": 400}, "provider_error", []),
    ("payop-error-401.json", {"status": 401}, "provider_error", []),
    ("payop-error-429.json", {"status": 429}, "provider_error", []),
    ("payop-error-500.json", {"status": 500}, "provider_error", []),
    ("paywall.json", {}, "verified", []),
    ("juicyway.json", {}, "unverifiable", ["amount.unit", "juicyway.event_owner"]),
    ("juicyway.json", {"unit": "major"}, "valid", ["juicyway.event_owner"]),
    ("popup-list.json", {}, "valid", ["popup.order"]),
    ("popup-list.json", {"currencies": {"1": "USD", "2": "EUR", "3": "JPY"}}, "valid", ["popup.order", "amount.scale"]),
    ("popup-list.json", {"headers": "popup-list.headers.json"}, "mismatch",
     ["popup.order", "popup.pagination", "popup.pagination"]),
    ("popup-wallet.json", {}, "valid", []),
    ("popup-error-400.json", {"status": 400}, "provider_error", []),
    ("popup-error-401.json", {"status": 401}, "provider_error", []),
    ("popup-error-404.json", {"status": 404}, "provider_error", []),
    ("popup-error-500.json", {"status": 500}, "provider_error", []),
)


def sample(name):
    return (SAMPLES / name).read_bytes()


def codes(report):
    return [finding["code"] for finding in report["findings"]]


def paywall(**changes):
    """The documented wallet, compact, with some members replaced by JSON texts."""
    members = {"Id": '"7883fb19-2359-4a9b-b917-f08a259898ed"', "WalletBalance": "0.80", "GiftBalances": "[]",
               "TotalGiftBalance": "0", "BlockedBalance": "0", "TotalBalance": "0.80", "AvailableBalance": "0.80"}
    members.update(changes)
    inner = ",".join('"%s":%s' % pair for pair in members.items())
    return ('{"IsSuccess":true,"IsFailure":false,"Value":{%s}}' % inner).encode()


class Samples(unittest.TestCase):
    """Every row of the table of documented examples."""

    def test_verdicts_and_findings(self):
        for name, options, verdict, expected in DOCUMENTED:
            options = dict(options)
            if "headers" in options:
                options["headers"] = json.loads(sample(options["headers"]))
            with self.subTest(sample=name, options=options):
                report = oracle.report(options, sample(name))
                self.assertEqual((report["verdict"], codes(report)), (verdict, expected))

    def test_headers_named(self):
        headers = json.loads(sample("popup-list.headers.json"))
        report = oracle.report({"headers": headers}, sample("popup-list.json"))
        told = {f["header"]: (f["expected"], f["actual"]) for f in report["findings"] if "header" in f}
        self.assertEqual(told, {"X-Page-Size": ("3", "5"), "X-Total-Count": ("5", "3")})

    def test_report_of_the_contract(self):
        body = sample("paywall.json").replace(b'"TotalBalance": 0.80', b'"TotalBalance": 0.90')
        self.assertEqual(oracle.to_json(oracle.report({"currency": "TRY"}, body)), (
            '{"verdict":"mismatch","profile":"paywall","snapshotAt":null,"wallets":[{"id":"7883fb19-2359-4a9b-b917-f08a259898ed",'
            '"currency":"TRY","minorUnits":2,"unit":"major","kind":null,"status":null,"amounts":{"cash":"0.80","gift":"0.00",'
            '"blocked":"0.00","total":"0.90","available":"0.80","overdraftLimit":"0.00","spendable":"0.80"},"gifts":[]}],'
            '"totals":[{"currency":"TRY","wallets":1,"amounts":{"cash":"0.80","gift":"0.00","blocked":"0.00","total":"0.90",'
            '"available":"0.80","spendable":"0.80"}}],"findings":[{"code":"paywall.total","outcome":"fail","wallet":0,'
            '"path":"/Value/TotalBalance","offset":332,"expected":"0.80","actual":"0.90","delta":"0.10","cause":"unknown"}],'
            '"summary":{"wallets":1,"formulas":3,"failed":1,"unverifiable":0,"warnings":0}}'))

    def test_unix_time_of_the_providers_page(self):
        body = sample("paywint.json").replace(b"1718006400", b"1756883312.350897")
        self.assertEqual(oracle.report({}, body)["snapshotAt"], "2025-09-03T07:08:32.350897Z")


class Json(unittest.TestCase):
    """Contract, "Reading JSON" and "Malformed": the first error and its offset."""

    ERRORS = (
        (b"", "json.empty", 0), (b"\xef\xbb\xbf \n", "json.empty", 5), (b"{} x", "json.trailing", 3),
        (b"01", "json.trailing", 1),
        (b"[01]", "json.syntax", 2), (b"[1.]", "json.syntax", 3), (b"[1", "json.syntax", 2),
        (b"[1e+", "json.syntax", 4),
        (b"[nulL]", "json.syntax", 4), (b'{"a":1,}', "json.syntax", 7), (b"[1,]", "json.syntax", 3),
        (b'["a\x01"]', "json.syntax", 3),
        (b'["\\x"]', "json.syntax", 2), (b'["\\u12G4"]', "json.syntax", 2), (b'["\\u12', "json.syntax", 6),
        (b'["\\', "json.syntax", 3),
        (b'["\\ud800"]', "json.surrogate", 2), (b'["\\udc00"]', "json.surrogate", 2),
        (b'["\\ud800\\u0041"]', "json.surrogate", 2),
        (b'["\\ud800\\uZZZZ"]', "json.syntax", 8), (b'["\\ud800', "json.syntax", 8), (b'["\xc0\xaf"]', "json.utf8", 2),
        (b'["\xed\xa0\x80"]', "json.utf8", 2), (b'["\xf4\x90\x80\x80"]', "json.utf8", 2),
        (b'["\xe2\x82', "json.utf8", 2),
        (b"[\xff]", "json.utf8", 1), (b"[\xc3\xa9]", "json.syntax", 1),
        (b"\xef\xbb\xbf\xef\xbb\xbf1", "json.syntax", 3),
        (b"[" * 129, "json.depth", 128), (b"[" * 128, "json.syntax", 128),
    )

    def test_first_error(self):
        for body, code, offset in self.ERRORS:
            with self.subTest(body=body[:40]):
                with self.assertRaises(json_strict.JsonError) as caught:
                    json_strict.parse(body, 1 << 20)
                self.assertEqual((caught.exception.code, caught.exception.offset), (code, offset))

    def test_twins_after_unescaping(self):
        document = json_strict.parse(b'{"a/b":{"~":1,"\\u007e":2,"~":3}}', 1 << 20)
        self.assertEqual(document.twins, [("/a~1b/~0", 23), ("/a~1b/~0", 29)])

    def test_size_goes_first(self):
        report = oracle.report({"maxBytes": 3}, b"[1\n,")
        self.assertEqual(report["findings"][0], {"code": "json.size", "outcome": "invalid", "offset": 3, "line": 2,
                                                 "column": 1})

    def test_agreement_with_the_standard_reader(self):
        """What both readers take must mean the same; what ours takes theirs takes."""
        for index in range(500):
            body = conductor.draw(77, index)[1]
            try:
                json_strict.parse(body, 1 << 26)
            except json_strict.JsonError:
                continue
            json.loads(body.decode("utf-8-sig"))


class Generator(unittest.TestCase):
    """The same seed and index give the same case, whatever was drawn before."""

    def test_order_of_work_does_not_matter(self):
        forward = [conductor.draw(3, index) for index in range(400)]
        backward = [conductor.draw(3, index) for index in reversed(range(400))]
        self.assertEqual(forward, backward[::-1])


class Decimals(unittest.TestCase):
    """Contract, "Decimals" and `decimal`."""

    CALLS = (
        ("add", ["0.1", "0.2"], "0.3"), ("add", ["1.0", "2.00"], "3.00"), ("subtract", ["1", "1.00"], "0.00"),
        ("multiply", ["1.50", "-2.0"], "-3.000"), ("sum", [[]], "0"), ("sum", [["1e2", "0.50"]], "100.50"),
        ("compare", ["1.0", "1e0"], "0"),
        ("compare", ["-1", "1e-38"], "-1"), ("negate", ["-0.00"], "0.00"), ("abs", ["-5E-1"], "0.5"),
        ("quantize", ["2.5", 0], "2"),
        ("quantize", ["2.5", 0, "half_up"], "3"), ("quantize", ["-2.5", 0, "half_down"], "-2"),
        ("quantize", ["-2.1", 0, "up"], "-3"),
        ("quantize", ["-2.9", 0, "down"], "-2"), ("quantize", ["-2.1", 0, "floor"], "-3"),
        ("quantize", ["-2.9", 0, "ceiling"], "-2"),
        ("quantize", ["-0.4", 0], "0"), ("quantize", ["1", 3], "1.000"), ("quantize", ["3.5", 0], "4"),
        ("negate", ["1." + "0" * 40], "-1"),
    )
    ERRORS = (("add", ["", "1"], "decimal.syntax"), ("add", ["1e400", "1"], "decimal.range"),
              ("abs", ["1e-39"], "decimal.range"),
              ("quantize", ["1e37", 1], "decimal.range"), ("multiply", ["1e-20", "1e-20"], "decimal.range"),
              ("add", ["99999999999999999999999999999999999999", "1"], "decimal.range"),
              ("add", ["1e37", "1e-38"], "decimal.range"))

    def test_calls(self):
        for operation, arguments, result in self.CALLS:
            with self.subTest(operation=operation, arguments=arguments):
                self.assertEqual(oracle.decimal(operation, arguments), ("result", result))

    def test_errors(self):
        for operation, arguments, code in self.ERRORS:
            with self.subTest(operation=operation, arguments=arguments):
                self.assertEqual(oracle.decimal(operation, arguments), ("error", code))

    def test_scale_as_written(self):
        for text, expected in (("1.5E1", 0), ("15e-1", 1), ("0.00", 2), ("0e-5", 5), ("1.230e1", 2), ("0e9", 0)):
            self.assertEqual(decimals.read(text)[1], expected, text)

    def test_string_amounts(self):
        for text in ("+1", ".5", "1.", "007", "1e3", "1,000.00", " 1", "\uff11", "", "1\n"):
            self.assertFalse(decimals.is_string_amount(text), text)


class Causes(unittest.TestCase):
    """Contract, "Causes of a failed equality", in two decimals."""

    def cause(self, stated, *terms, minor_units=2, own=()):
        known = [causes.Term("t%d" % i, 1, decimals.read(t)[0], decimals.read(t)[1]) for i, t in enumerate(terms)]
        expected = sum(term.signed for term in known)
        return causes.find(decimals.read(stated)[0], expected, known, minor_units, own)

    def test_each(self):
        self.assertEqual(self.cause("0.30000000000000004", "0.10", "0.20"), ("float_drift", None))
        self.assertEqual(self.cause("0.31", "0.10", "0.20"), ("rounding", None))
        self.assertEqual(self.cause("-30.00", "10.00", "20.00"), ("sign", None))
        self.assertEqual(self.cause("3000", "10.00", "20.00"), ("minor_units", None))
        self.assertEqual(self.cause("20.00", "10.00", "20.00"), ("omitted", "t0"))
        self.assertEqual(self.cause("50.00", "10.00", "20.00"), ("double_counted", "t1"))
        self.assertEqual(self.cause("10.00", "10.00", "20.00"), ("omitted", "t1"))
        self.assertEqual(self.cause("-11.00", "10.50", "21.50"), ("flipped", "t1"))
        self.assertEqual(self.cause("41.00", "4.00", "10.00"), ("transposed", None))
        self.assertEqual(self.cause("77.00", "4.00", "10.00"), ("unknown", None))

    def test_minor_units_unknown_takes_the_finest_written_scale(self):
        self.assertEqual(self.cause("0.31", "0.1", "0.2", minor_units=None), ("float_drift", None))
        self.assertEqual(self.cause("0.31", "0.10", "0.2", minor_units=None), ("rounding", None))

    def test_one_term_has_no_rounding(self):
        self.assertEqual(self.cause("0.11", "0.10")[0], "unknown")


class Times(unittest.TestCase):
    """Contract, "Times"."""

    def test_printed_in_utc(self):
        for text, printed in (("2025-01-01T00:30:00.120+01:00", "2024-12-31T23:30:00.120Z"),
                              ("2016-12-31t18:59:60-05:00", "2016-12-31T23:59:60Z"),
                              ("0000-02-29T00:00:00z", "0000-02-29T00:00:00Z")):
            self.assertEqual(times.parse_rfc3339(text).printed, printed)

    def test_refused(self):
        for text, code in (("2025-02-30T00:00:00Z", "syntax"), ("2016-12-30T23:59:60Z", "syntax"),
                           ("2025-01-01 00:00:00Z", "syntax"),
                           ("0000-01-01T00:00:00+00:01", "range"), ("2025-01-01T00:00:00." + "1" * 31 + "Z", "syntax")):
            with self.assertRaises(times.TimeError) as caught:
                times.parse_rfc3339(text)
            self.assertEqual(caught.exception.code, "timestamp." + code)

    def test_days_and_dates_agree(self):
        for days in range(-719528, 2932897, 997):
            self.assertEqual(times.days_since_1970(*times.date_of(days)), days)


class Rules(unittest.TestCase):
    """Single rules of the providers' page and the fine print."""

    def test_178_codes(self):
        self.assertEqual(len(currencies.TABLE), 178)
        self.assertEqual(sum(digits is None for digits in currencies.TABLE.values()), 13)

    def test_a_date_alone_is_ambiguous_for_14_hours_either_side(self):
        body = paywall(GiftBalances='[{"Amount":5,"ExpirationDate":"2025-06-10"}]', TotalGiftBalance="5",
                       TotalBalance="5.80", AvailableBalance="5.80")
        for now, state in (("2025-06-09T09:59:59Z", "active"), ("2025-06-09T10:00:00Z", "ambiguous"),
                           ("2025-06-11T14:00:00Z", "ambiguous"),
                           ("2025-06-11T14:00:00.1Z", "expired")):
            report = oracle.report({"now": now}, body)
            self.assertEqual(report["wallets"][0]["gifts"][0]["state"], state, now)

    def test_now_unknown(self):
        gifts = '[{"Amount":5,"ExpirationDate":"2025-06-10"},{"Amount":2}]'
        for stated, told in (("7", []), ("2", ["paywall.gift_total"]), ("4.5", ["paywall.gift_total"]),
                             ("8", ["paywall.gift_total"])):
            total = decimals.write(decimals.read(stated)[0] + decimals.read("0.80")[0])
            report = oracle.report({}, paywall(GiftBalances=gifts, TotalGiftBalance=stated, TotalBalance=total,
                                               AvailableBalance=total))
            self.assertEqual(codes(report), told, stated)
            self.assertEqual(report["verdict"], {"7": "verified", "8": "mismatch"}.get(stated, "unverifiable"))

    def test_sum_out_of_range_is_unverifiable(self):
        big = "99999999999999999999999999999999999999"
        report = oracle.report({}, paywall(WalletBalance=big, TotalGiftBalance="1", GiftBalances='[{"Amount":1}]',
                                           TotalBalance="5", AvailableBalance="5"))
        self.assertEqual([f["reason"] for f in report["findings"]], ["out_of_range"] * 2)

    def test_provider_error_messages(self):
        report = oracle.report({}, b'{"error":{"code":"c","message":"m","errors":[{"field":"f","message":"t"}]}}')
        self.assertEqual((report["profile"], report["error"]),
                         ("juicyway", {"status": None, "code": "c", "messages": ["m", "f: t"]}))

    def test_wrong_options_are_named(self):
        for options, code, name in (({"currency": "usd"}, "value", "currency"),
                                    ({"curency": "USD"}, "unknown", "curency"), ({"status": "200"}, "type", "status"),
                                    ({"maxAge": 5}, "value", "maxAge"),
                                    ({"headers": {"A": "1", "a": "1"}}, "value", "headers")):
            self.assertEqual(oracle.report(options, b"{}"), {"error": "option." + code, "option": name})

    def test_can_spend(self):
        body = sample("popup-list.json")
        answer = oracle.can_spend({}, body, "6000", {"wallet": "101"})
        self.assertEqual(answer, {"allowed": False, "reason": "insufficient", "verdict": "valid", "wallet": "101",
                                  "spendable": "5000", "shortfall": "1000"})
        self.assertEqual(oracle.can_spend({}, body, "1", {"wallet": "103"})["reason"], "limit_unknown")
        self.assertEqual(oracle.can_spend({}, body, "1", {})["reason"], "several_wallets")
        self.assertEqual(oracle.can_spend({}, body, "0", {}), {"error": "call.amount"})

    def test_canonical_sorts_by_bytes(self):
        body = (b'[{"id":9,"currency_id":1,"amount":1,"type":"PREPAID"},'
                b'{"id":10,"currency_id":1,"amount":2,"type":"PREPAID"}]')
        text = oracle.canonical({}, body)
        self.assertLess(text.index('"id":"10"'), text.index('"id":"9"'))
        self.assertTrue(text.startswith(
            '{"profile":"popup","snapshotAt":null,"wallets":[{"amounts":{"spendable":"2","total":"2"},'
            '"currency":null,"gifts":[],"id":"10"'))

    def test_diff(self):
        before, after = sample("payop.json"), sample("payop.json").replace(b'"8000.50"', b'"8000.75"')
        told = oracle.diff({}, before, after)
        self.assertEqual((told["same"], told["order"], told["findings"]), (False, "same", [{"code": "diff.same_time"}]))
        self.assertEqual(told["wallets"][1]["amounts"]["available"],
                         {"before": "8000.50", "after": "8000.75", "delta": "0.25"})

    def test_reconcile(self):
        body = (b'[{"id":1,"currency_id":1,"amount":100.00,"type":"PREPAID"},'
                b'{"id":2,"currency_id":1,"amount":20.00,"type":"PREPAID"}]')

        def told(ledger, **options):
            return oracle.reconcile({"currencies": {"1": "USD"}, **options}, body, json.dumps(ledger))

        right = told({"wallets": {"1": {"total": "100"}}})
        self.assertEqual((right["same"], right["verdict"], right["unexpected"]),
                         (True, "valid", [{"id": "2", "currency": "USD"}]))
        for total, outcome, cause, term in (("120.00", "same", None, None), ("120.004", "differs", "float_drift", None),
                                            ("120.01", "within", "unknown", None), ("-120", "differs", "sign", None),
                                            ("12000", "differs", "minor_units", None),
                                            ("100", "differs", "omitted", "wallets/1"),
                                            ("140", "differs", "double_counted", "wallets/1"),
                                            ("102", "differs", "transposed", None)):
            tolerance = {"tolerance": "0.01"} if outcome == "within" else {}
            entry = told({**tolerance, "currencies": {"USD": {"total": total}}})["entries"][0]
            self.assertEqual((entry["outcome"], entry["cause"], entry["term"]), (outcome, cause, term), total)
        self.assertFalse(told({"complete": True, "wallets": {"1": {"total": "100"}}})["same"])
        self.assertEqual(told({"wallets": [{"currency": "USD", "amounts": {"total": "1"}}]})["entries"][0]["outcome"],
                         "several_wallets")
        self.assertEqual(told({}), {"error": "call.argument"})
        self.assertEqual(told({"wallets": {"1": {"total": 1}}}), {"error": "call.argument"})
        self.assertEqual(oracle.reconcile({}, b"{", '{"complete":true}'), {"error": "report.no_canonical"})


def main():
    global SAMPLES
    arguments = sys.argv[1:]
    if "--samples" in arguments:
        place = arguments.index("--samples")
        SAMPLES = pathlib.Path(arguments[place + 1])
        del arguments[place:place + 2]
    unittest.main(argv=[sys.argv[0]] + arguments)


if __name__ == "__main__":
    main()
