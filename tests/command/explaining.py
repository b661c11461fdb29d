# SPDX-License-Identifier: Apache-2.0
"""The commands that put codes and profiles into words: explain, and profile check. test_command.py runs these, too."""

import json
import pathlib

from harness import CommandTest, run


class Explain(CommandTest):
    ACME = {
        "profile": "acme",
        "wallets": {"at": "", "as": ["object"]},
        "currency": {"from": "option"},
        "unit": "major",
        "amounts": {"total": {"at": "/sum"}, "cash": {"at": "/own"}},
        "formulas": [{"code": "total", "amount": "total", "is": "cash"}],
    }

    def profile(self, **changes):
        return self.file("acme.json", json.dumps({**self.ACME, **changes}, indent=2))

    def test_a_code_in_words(self):
        result = run("explain", "amount.precision")
        self.assertEqual((result.status, result.errors), (0, ""))
        self.assertTrue(result.output.startswith("amount.precision: a finding; the verdict is mismatch\n"))
        self.assertIn("\nWhat to do: ", result.output)
        self.assertIn("\nExample:\n", result.output)

    def test_a_rule_of_a_built_in_profile(self):
        for arguments in ((), ("--profile", "paywall"), ("--profile", "auto")):
            result = run("explain", "paywall.total", *arguments)
            self.assertEqual(result.status, 0)
            self.assertIn("TotalBalance must be WalletBalance + TotalGiftBalance, in each wallet.", result.output)

    def test_a_rule_of_a_profile_of_ones_own(self):
        result = run("explain", "acme.total", "--profile", self.profile())
        self.assertEqual((result.status, result.errors), (0, ""))
        self.assertIn("With own 10.00, sum 10.01 is the finding (fail), and 10.00 is not.", result.output)

    def test_an_unknown_code_is_wrong_usage(self):
        self.assert_usage(
            'call.argument: code: there is no code of this name: "amount.precison"; did you mean "amount.precision"?',
            "explain", "amount.precison",
        )
        self.assert_usage('call.argument: code: there is no code of this name: "acme.total".', "explain", "acme.total")
        self.assert_usage("explain takes one code", "explain")
        self.assert_usage("explain takes one code", "explain", "ok", "ok")
        self.assert_usage("unknown profile 'nobody'", "explain", "ok", "--profile", "nobody")

    def test_a_profile_in_words(self):
        result = run("profile", "check", self.profile())
        self.assertEqual((result.status, result.errors), (0, ""))
        self.assertTrue(result.output.startswith("Profile acme\n"))
        self.assertIn("  acme.total (fail): total must be cash, in each wallet.\n", result.output)

    def test_a_profile_from_standard_input(self):
        self.assertEqual(run("profile", "check", "-", stdin=json.dumps(self.ACME)).status, 0)

    def test_a_wrong_profile_is_named_by_line_and_column(self):
        name = self.profile(unit="majr")
        line, column = next(
            (number, text.index('"majr"') + 1)
            for number, text in enumerate(pathlib.Path(name).read_text().split("\n"), 1)
            if '"majr"' in text
        )
        result = run("profile", "check", name)
        self.assertEqual((result.status, result.errors), (1, ""))
        self.assertTrue(result.output.startswith(f"{name}:{line}:{column}: /unit: "), result.output)
        result = run("explain", "ok", "--profile", name)
        self.assertEqual((result.status, result.output), (2, ""))
        self.assertTrue(result.errors.startswith(f"steelyard: {name}:{line}:{column}: /unit: "), result.errors)

    def test_a_profile_that_is_no_json(self):
        name = self.file("broken.json", '{\n  "profile": }')
        result = run("profile", "check", name)
        self.assertEqual((result.status, result.output), (1, f"{name}:2:14: The text breaks the grammar of JSON.\n"))

    def test_files_that_cannot_be_read(self):
        for arguments in (("profile", "check", self.missing), ("explain", "ok", "--profile", self.missing)):
            result = run(*arguments)
            self.assertEqual((result.status, result.output), (3, ""))
            self.assertTrue(result.errors.startswith(f"steelyard: {self.missing}: no such file\n"))

    def test_wrong_usage_of_profile(self):
        self.assert_usage("profile check takes one file", "profile", "check")
        self.assert_usage("unknown command 'profile chek'", "profile", "chek", "a")
