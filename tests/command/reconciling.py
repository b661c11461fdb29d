# SPDX-License-Identifier: Apache-2.0
"""The command that holds a ledger against a response: reconcile. test_command.py runs this, too."""

import json

from harness import MALFORMED, MISMATCH, VERIFIED, CommandTest, run


class Reconcile(CommandTest):
    RIGHT = '{"currencies":{"TRY":{"cash":"0.80","total":"0.8"}}}'
    WRONG = '{"tolerance":"0","currencies":{"TRY":{"total":"0.85"}}}'

    def reconcile(self, ledger, *arguments, stdin=VERIFIED):
        expected = self.file("ledger.json", ledger)
        return run("reconcile", "--currency", "TRY", "--expected", expected, *arguments, stdin=stdin)

    def test_a_ledger_that_is_right(self):
        result = self.reconcile(self.RIGHT, "--format", "json")
        self.assertEqual((result.status, result.errors, len(result.output.splitlines())), (0, "", 1))
        answer = json.loads(result.output)
        self.assertEqual((answer["same"], answer["verdict"], answer["unexpected"]), (True, "verified", []))
        self.assertEqual([entry["outcome"] for entry in answer["entries"]], ["same", "same"])

    def test_a_ledger_that_is_wrong(self):
        result = self.reconcile(self.WRONG, "--format", "json")
        self.assertEqual((result.status, result.errors), (1, ""))
        entry = json.loads(result.output)["entries"][0]
        self.assertEqual((entry["expected"], entry["actual"], entry["delta"]), ("0.85", "0.80", "-0.05"))

    def test_for_a_person(self):
        result = self.reconcile(self.WRONG)
        self.assertEqual((result.status, result.errors), (1, ""))
        self.assertTrue(result.output.startswith("differs  (verdict verified, tolerance 0)\n"))
        self.assertIn("\nall of TRY\n    total  expected 0.85  actual 0.80  delta -0.05  differs\n", result.output)

    def test_a_tolerance_on_the_command_line_goes_before_the_files(self):
        result = self.reconcile(self.WRONG, "--tolerance", "0.05", "--format", "json")
        self.assertEqual((result.status, json.loads(result.output)["tolerance"]), (0, "0.05"))

    def test_a_report_that_is_not_ok(self):
        result = self.reconcile('{"wallets":[{"amounts":{"cash":"0.80"}}]}', "--format", "json", stdin=MISMATCH)
        answer = json.loads(result.output)
        self.assertEqual((result.status, answer["same"], answer["verdict"]), (1, True, "mismatch"))

    def test_no_snapshot(self):
        result = self.reconcile(self.RIGHT, stdin=MALFORMED)
        self.assertEqual((result.status, result.output), (1, ""))
        self.assertEqual(result.errors, "steelyard: -: no canonical snapshot: malformed: json.syntax\n")

    def test_files_that_cannot_be_read(self):
        for arguments in (("--expected", self.missing, self.verified), ("--expected", self.verified, self.missing)):
            result = run("reconcile", *arguments)
            self.assertEqual((result.status, result.output), (3, ""))
            self.assertEqual(result.errors, f"steelyard: {self.missing}: no such file\n")

    def test_wrong_ledgers_are_wrong_usage(self):
        self.assert_usage("reconcile needs --expected FILE.json", "reconcile", self.verified)
        wrong = self.file("wrong.json", '{"wallets":{"a":{"total":1}}}')
        self.assert_usage(
            "call.argument: expected: /wallets/a/total: An amount is a decimal string, in quotes.",
            "reconcile", "--expected", wrong, self.verified)
        broken = self.file("broken.json", "[")
        self.assert_usage(f"{broken}: not a JSON object", "reconcile", "--tolerance=1", "--expected", broken, self.verified)
