#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The command `steelyard`, tried from outside: arguments in, bytes and exit status out.

STEELYARD_COMMAND names the program as a shell would, so that one set of tests serves all of them:

    STEELYARD_COMMAND=build/native/steelyard           python3 tests/command/test_command.py
    STEELYARD_COMMAND="node js/bin/steelyard.js"       python3 tests/command/test_command.py

What a report says is proved elsewhere. Here a body only has to be told apart: verified, mismatch, malformed.
"""

import json
import os
import pty
import re
import signal
import subprocess
import threading
import unittest

from explaining import Explain  # noqa: F401, its tests are run with these
from harness import (
    DATED,
    HERE,
    MALFORMED,
    MISMATCH,
    PROVIDER_ERROR,
    SECONDS_MAX,
    UNDETECTED,
    VERIFIED,
    CommandTest,
    on_terminal,
    run,
    start,
)
from reconciling import Reconcile  # noqa: F401, so are its tests


class Arguments(CommandTest):
    def test_help_goes_to_standard_output(self):
        for flag in ("--help", "-h"):
            result = run(flag)
            self.assertEqual((result.status, result.errors), (0, ""))
            self.assertTrue(result.output.startswith("Usage: steelyard COMMAND [OPTION...] [FILE...]\n"))
            self.assertTrue(result.output.endswith("3 a file cannot be read or written, 130 interrupted.\n"))

    def test_version_is_the_one_in_the_header(self):
        header = (HERE.parents[1] / "core" / "include" / "steelyard.h").read_text()
        version = re.search(r'#define STEELYARD_VERSION "(.*)"', header)[1]
        for flag in ("--version", "-V"):
            self.assertEqual(run(flag).output, f"steelyard {version}\n")

    def test_the_first_that_decides_counts(self):
        self.assertTrue(run("-hV").output.startswith("Usage"))
        self.assertTrue(run("-Vh").output.startswith("steelyard "))
        self.assertEqual(run("--foo", "--help").status, 2)
        self.assertEqual(run("nonsense", "--help", "--foo").status, 0)

    def test_no_command_prints_the_help_as_a_complaint(self):
        result = run()
        self.assertEqual((result.status, result.output), (2, ""))
        self.assertEqual(result.errors, run("--help").output)

    def test_wrong_options(self):
        self.assert_usage("unknown option '--foo'", "verify", "--foo")
        self.assert_usage("unknown option '--foo'", "verify", "--foo=bar")
        self.assert_usage("unknown option '-x'", "verify", "-x")
        self.assert_usage("option '--now' needs a value", "verify", "--now")
        self.assert_usage("option '--explain' takes no value", "verify", "--explain=yes")
        self.assert_usage("--format is human or json", "verify", "--format", "xml")

    def test_options_are_not_abbreviated(self):
        self.assert_usage("unknown option '--form'", "verify", "--form", "json")
        self.assert_usage("unknown option '--expl'", "verify", "--expl")
        self.assert_usage("unknown option '--form'", "verify", "--form")

    def test_wrong_commands(self):
        self.assert_usage("unknown command 'foo'", "foo")
        self.assert_usage("unknown command ''", "")
        self.assert_usage("normalize takes one file", "normalize", "a", "b")
        self.assert_usage("diff takes two files", "diff")
        self.assert_usage("diff takes two files", "diff", "a")
        self.assert_usage("diff takes two files", "diff", "a", "b", "c")
        self.assert_usage("reconcile takes one file", "reconcile", "a", "b")
        self.assert_usage("profiles takes one name", "profiles", "a", "b")

    def test_standard_input_is_read_once(self):
        for command in ("verify", "audit", "diff"):
            self.assert_usage("standard input can be read only once", command, "-", "-")

    def test_operands_are_counted_before_files_are_read(self):
        self.assert_usage("diff takes two files", "diff", "a", "--options", self.missing)

    def test_options_may_stand_anywhere(self):
        for arguments in (
            ("--format", "json", "verify", self.verified),
            ("verify", "--format=json", self.verified),
            ("verify", self.verified, "--format", "json"),
        ):
            self.assertEqual(self.verdicts(run(*arguments)), ["verified"])

    def test_two_dashes_end_the_options(self):
        result = run("verify", "--", "--now")
        self.assertEqual((result.status, result.errors), (3, "steelyard: --now: no such file\n"))
        result = run("--format", "json", "--", "verify", "-", stdin=VERIFIED)
        self.assertEqual(self.verdicts(result), ["verified"])

    def test_the_last_of_an_option_counts(self):
        twice = ("--format", "human", "--currency", "wrong", "--currency=USD", "--format=json")
        result = run("verify", *twice, self.verified)
        self.assertEqual((result.status, self.verdicts(result)), (0, ["verified"]))

    def test_a_value_may_begin_with_a_dash(self):
        self.assert_refused("option.value: maxAge: ", "verify", "--max-age", "-1")

    def test_a_terminal_is_not_read_without_being_named(self):
        for command in ("verify", "audit", "normalize"):
            terminal, program_side = pty.openpty()
            process = start(command, stdin=program_side, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            output, errors = process.communicate(timeout=SECONDS_MAX)
            os.close(program_side)
            os.close(terminal)
            self.assertEqual((process.returncode, output), (2, b""))
            self.assertEqual(errors.decode(), run("--help").output)


class Options(CommandTest):
    def test_the_engine_refuses_options(self):
        self.assert_refused("option.value: currency: ", "verify", "--currency", "usd")
        self.assert_refused("option.type: status: ", "verify", "--status", "007")
        self.assert_refused("option.type: maxBytes: ", "verify", "--max-bytes", "1e3")
        self.assert_refused("option.type: headers: ", "verify", "--headers", "[]")
        self.assert_refused("option.value: profile: ", "verify", "--profile", 'no"such\\profile')

    def test_plain_digits_are_numbers(self):
        result = run("verify", "--format", "json", "--status", "404", "--max-bytes", "1000", stdin=VERIFIED)
        self.assertEqual((result.status, self.verdicts(result)), (1, ["provider_error"]))

    def test_a_text_stays_inside_its_quotes(self):
        self.assert_refused("option.value: currency: ", "verify", "--currency", 'USD","unit":"major')
        self.assert_refused("option.value: currency: ", "verify", "--currency", "US\nD\x01")

    def test_json_on_the_command_line(self):
        flags = ("--currencies", '{"1": "USD"}', "--minor-units", ' {"USDT":6}', "--credit-limit", '{"1":"5"}')
        self.assertEqual(run("verify", *flags, stdin=VERIFIED).status, 0)

    def test_what_is_not_json(self):
        for flag in ("--currencies", "--minor-units", "--headers"):
            for value in ("", "{", "usd", '{},"unit":"major"', "{} {}"):
                self.assert_usage(f"{flag}: not JSON", "verify", flag, value)
        self.assert_usage("--credit-limit: not JSON", "verify", "--credit-limit", "{5")

    def test_json_in_files(self):
        units = self.file("units.json", b'\xef\xbb\xbf{"USDT": 6}\n')
        limits = self.file("limits.json", '{"1": "5.00"}')
        flags = ("--minor-units", units, "--credit-limit", limits, "--headers", self.file("headers.json", "{}"))
        self.assertEqual(run("verify", *flags, stdin=VERIFIED).status, 0)
        self.assert_usage(f"{self.malformed}: not JSON", "verify", "--profile", self.malformed)
        self.assert_usage(f"{self.malformed}: not JSON", "verify", "--options", self.malformed)

    def test_files_of_options_that_cannot_be_read(self):
        for flag in ("--profile", "--currencies", "--minor-units", "--credit-limit", "--headers", "--options"):
            result = run("verify", flag, self.missing, stdin=VERIFIED)
            self.assertEqual((result.status, result.output), (3, ""))
            self.assertEqual(result.errors, f"steelyard: {self.missing}: no such file\n")

    def test_an_options_file(self):
        options = self.file("options.json", '{"status": 500, "profile": "paywall"}')
        result = run("verify", "--options", options, "--format", "json", stdin=VERIFIED)
        self.assertEqual(self.verdicts(result), ["provider_error"])

    def test_a_flag_replaces_the_member_of_the_options_file(self):
        options = self.file("options.json", '{"currency": "wrong", "status": "wrong"}')
        result = run("verify", "--options", options, "--currency", "TRY", "--status=200", stdin=VERIFIED)
        self.assertEqual((result.status, result.errors), (0, ""))

    def test_the_engine_judges_the_members_of_the_options_file(self):
        self.assert_refused("option.unknown: foo: ", "verify", "--options", self.file("a.json", '{"foo": 1}'))
        twins = self.file("b.json", '{"currency": "USD", "currency": "USD"}')
        self.assert_refused("option.value: currency: ", "verify", "--options", twins)

    def test_an_options_file_is_an_object(self):
        listed = self.file("list.json", "[]")
        self.assert_usage(f"{listed}: not a JSON object", "verify", "--options", listed)

    def test_the_clock_is_read_where_an_age_stands_without_a_time(self):
        hundred_years = str(100 * 366 * 86400)
        self.assertEqual(run("verify", "--max-age", hundred_years, stdin=DATED).status, 0)
        result = run("verify", "--max-age", "3600", "--format", "json", stdin=DATED)
        self.assertEqual((result.status, self.verdicts(result)), (1, ["stale"]))

    def test_a_time_given_goes_before_the_clock(self):
        result = run("verify", "--max-age", "3600", "--now", "2025-09-15T13:00:00Z", stdin=DATED)
        self.assertEqual(result.status, 0)
        options = self.file("options.json", '{"now": "2025-09-15T13:00:00Z", "maxAge": 3600}')
        self.assertEqual(run("verify", "--options", options, stdin=DATED).status, 0)


class Verify(CommandTest):
    def test_exit_statuses(self):
        self.assertEqual(run("verify", self.verified).status, 0)
        for body in (MISMATCH, MALFORMED, UNDETECTED, PROVIDER_ERROR, ""):
            self.assertEqual(run("verify", stdin=body).status, 1)

    def test_standard_input(self):
        for arguments in ((), ("-",)):
            result = run("verify", "--format", "json", *arguments, stdin=MISMATCH)
            self.assertEqual((result.status, self.verdicts(result), result.errors), (1, ["mismatch"], ""))

    def test_json_is_one_line_for_each_body(self):
        files = (self.verified, self.mismatch, "-", self.verified)
        result = run("verify", "--format", "json", *files, stdin=MALFORMED)
        self.assertEqual((result.status, result.errors), (1, ""))
        self.assertEqual(self.verdicts(result), ["verified", "mismatch", "malformed", "verified"])
        self.assertTrue(result.output.endswith("}\n"))

    def test_json_is_the_report_and_nothing_else(self):
        output = run("verify", "--format", "json", self.mismatch).output
        again = json.dumps(json.loads(output), separators=(",", ":"), ensure_ascii=False)
        self.assertEqual(output, again + "\n")

    def test_reports_for_people_are_apart_and_name_their_files(self):
        first = run("verify", self.verified).output
        second = run("verify", self.mismatch).output
        both = run("verify", self.verified, self.missing, self.mismatch)
        self.assertIn(self.verified, first)
        self.assertTrue(first.endswith("\n"))
        self.assertEqual(both.output, f"{first}\n{second}")

    def test_files_that_cannot_be_read_do_not_stop_the_others(self):
        files = (self.missing, self.mismatch, self.directory, self.verified + "/below", self.verified)
        result = run("verify", "--format", "json", *files)
        self.assertEqual((result.status, self.verdicts(result)), (3, ["mismatch", "verified"]))
        self.assertEqual(
            result.errors,
            f"steelyard: {self.missing}: no such file\n"
            f"steelyard: {self.directory}: is a directory\n"
            f"steelyard: {self.verified}/below: no such file\n",
        )

    def test_standard_input_that_cannot_be_read(self):
        directory = os.open(self.directory, os.O_RDONLY)
        process = start("verify", stdin=directory, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        output, errors = process.communicate(timeout=SECONDS_MAX)
        os.close(directory)
        self.assertEqual((process.returncode, output), (3, b""))
        self.assertIn(errors, (b"steelyard: -: is a directory\n", b"steelyard: -: cannot be read\n"))

    def test_a_body_of_the_limit_is_judged_and_one_byte_more_is_not(self):
        limit = str(len(VERIFIED))
        for body, verdict in ((VERIFIED, "verified"), (VERIFIED + " ", "malformed"), (VERIFIED * 999, "malformed")):
            result = run("verify", "--max-bytes", limit, "--format", "json", stdin=body)
            self.assertEqual(self.verdicts(result), [verdict])

    def test_a_body_larger_than_any_buffer(self):
        body = VERIFIED[:-1] + ', "Ignored": [' + ", ".join(["123456789"] * 300000) + "]}"
        result = run("verify", "--format", "json", stdin=body)
        self.assertEqual((result.status, self.verdicts(result)), (0, ["verified"]))


class Audit(CommandTest):
    def test_a_response_on_each_line(self):
        lines = f"{VERIFIED}\n{MISMATCH}\n{MALFORMED}\n"
        result = run("audit", "--format", "json", stdin=lines)
        self.assertEqual((result.status, result.errors), (1, ""))
        self.assertEqual(self.verdicts(result), ["verified", "mismatch", "malformed"])

    def test_what_is_not_ok_is_named_by_file_and_line(self):
        archive = self.file("archive.ndjson", f"{VERIFIED}\n\n{MISMATCH}\n{MALFORMED}\n{VERIFIED}\n")
        result = run("audit", archive, "-", stdin=f" \n{MISMATCH}")
        self.assertEqual(result.status, 1)
        self.assertEqual(
            result.output,
            f"{archive}:3: mismatch: paywall.total\n"
            f"{archive}:4: malformed: json.syntax\n"
            f"-:2: mismatch: paywall.total\n",
        )
        self.assertEqual(result.errors, "5 responses: 2 ok, 3 not ok (1 malformed, 2 mismatch)\n")

    def test_the_summary_counts_to_one_and_none(self):
        self.assertEqual(run("audit", stdin=VERIFIED).errors, "1 response: 1 ok, 0 not ok\n")
        self.assertEqual(run("audit", stdin="").errors, "0 responses: 0 ok, 0 not ok\n")
        self.assertEqual(run("audit", stdin="\n\n").status, 0)

    def test_a_provider_error_has_no_codes(self):
        error = " ".join(PROVIDER_ERROR.split())
        self.assertEqual(run("audit", stdin=error).output, "-:1: provider_error\n")

    def test_blank_lines_are_skipped_and_counted(self):
        blank = " " * 300000
        lines = f"\n \t\r\n{blank}\n\r\n{MALFORMED}\n\t"
        result = run("audit", "--max-bytes", "200", stdin=lines)
        self.assertEqual(result.output, "-:5: malformed: json.syntax\n")
        self.assertEqual(result.errors, "1 response: 0 ok, 1 not ok (1 malformed)\n")

    def test_lines_may_end_with_carriage_returns(self):
        result = run("audit", "--format", "json", stdin=f"{VERIFIED}\r\n{MISMATCH}\r\n\r\n")
        self.assertEqual(self.verdicts(result), ["verified", "mismatch"])

    def test_the_last_line_may_lack_its_end(self):
        result = run("audit", "--format", "json", stdin=f"{VERIFIED}\n{MISMATCH}")
        self.assertEqual(self.verdicts(result), ["verified", "mismatch"])

    def test_a_line_longer_than_the_limit_is_refused_and_the_next_is_not(self):
        long = VERIFIED + " " * 300000
        spaces_first = " " * 300000 + VERIFIED
        lines = f"{VERIFIED}\n{long}\n{spaces_first}\n{VERIFIED}\n"
        result = run("audit", "--max-bytes", str(len(VERIFIED)), stdin=lines)
        self.assertEqual(result.output, "-:2: malformed: json.size\n-:3: malformed: json.size\n")
        self.assertEqual(result.errors, "4 responses: 2 ok, 2 not ok (2 malformed)\n")

    def test_the_rest_of_an_endless_line_is_not_kept(self):
        peaks = []
        for count in (1, 200):
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
            process = start("audit", "--max-bytes=1000", **pipes)
            for _ in range(count):
                process.stdin.write(b"1" * 1000000)
            process.stdin.close()
            self.assertEqual(process.stdout.read(), b"-:1: malformed: json.size\n")
            process.stdout.close()
            peaks.append(os.wait4(process.pid, 0)[2].ru_maxrss * 1024)
            process.returncode = 0
        self.assertLess(peaks[1] - peaks[0], 100000000)

    def test_files_that_cannot_be_read_do_not_stop_the_others(self):
        archive = self.file("archive.ndjson", VERIFIED)
        result = run("audit", self.missing, archive, self.directory)
        self.assertEqual((result.status, result.output), (3, ""))
        self.assertEqual(
            result.errors,
            f"steelyard: {self.missing}: no such file\n"
            f"steelyard: {self.directory}: is a directory\n"
            "1 response: 1 ok, 0 not ok\n",
        )

    def test_many_lines_cross_every_buffer(self):
        lines = "".join(f"{MISMATCH if index % 7 == 0 else VERIFIED}{' ' * (index % 61)}\n" for index in range(2000))
        result = run("audit", stdin=lines)
        numbers = [int(line.split(":")[1]) for line in result.output.splitlines()]
        self.assertEqual(numbers, [index + 1 for index in range(2000) if index % 7 == 0])
        self.assertEqual(result.errors, "2000 responses: 1714 ok, 286 not ok (286 mismatch)\n")


class Normalize(CommandTest):
    def test_the_canonical_snapshot_on_a_line(self):
        for arguments in ((self.verified,), ("--format", "json", self.verified), ("--format", "human", "-")):
            result = run("normalize", *arguments, stdin=VERIFIED)
            self.assertEqual((result.status, result.errors), (0, ""))
            self.assertTrue(result.output.startswith('{"profile":"paywall","snapshotAt":null,"wallets":['))
            self.assertTrue(result.output.endswith("]}\n"))

    def test_a_snapshot_that_is_not_ok_is_printed_all_the_same(self):
        result = run("normalize", self.mismatch)
        self.assertEqual((result.status, result.errors), (1, ""))
        self.assertEqual(len(result.output.splitlines()), 1)

    def test_no_snapshot(self):
        for body, tail in (
            (MALFORMED, "malformed: json.syntax"),
            (UNDETECTED, "invalid: profile.undetected"),
            (PROVIDER_ERROR, "provider_error"),
        ):
            result = run("normalize", stdin=body)
            self.assertEqual((result.status, result.output), (1, ""))
            self.assertEqual(result.errors, f"steelyard: -: no canonical snapshot: {tail}\n")

    def test_a_file_that_cannot_be_read(self):
        result = run("normalize", self.missing)
        self.assertEqual((result.status, result.output), (3, ""))


class Diff(CommandTest):
    def test_no_difference(self):
        result = run("diff", "--format", "json", self.verified, "-", stdin=VERIFIED)
        self.assertEqual((result.status, result.errors), (0, ""))
        self.assertIs(json.loads(result.output)["same"], True)

    def test_a_difference(self):
        other = VERIFIED.replace("0.80", "10.80")
        result = run("diff", "--format", "json", self.verified, "-", stdin=other)
        self.assertEqual((result.status, len(result.output.splitlines())), (1, 1))
        self.assertIs(json.loads(result.output)["same"], False)
        self.assertEqual(run("diff", self.verified, "-", stdin=other).status, 1)

    def test_each_side_without_a_snapshot_is_named(self):
        result = run("diff", self.malformed, "-", stdin=UNDETECTED)
        self.assertEqual((result.status, result.output), (1, ""))
        self.assertEqual(
            result.errors,
            f"steelyard: {self.malformed}: no canonical snapshot: malformed: json.syntax\n"
            "steelyard: -: no canonical snapshot: invalid: profile.undetected\n",
        )

    def test_both_files_are_tried(self):
        result = run("diff", self.missing, self.directory)
        self.assertEqual((result.status, result.output), (3, ""))
        self.assertEqual(
            result.errors,
            f"steelyard: {self.missing}: no such file\nsteelyard: {self.directory}: is a directory\n",
        )


class Profiles(CommandTest):
    NAMES = [
        "adyen", "didww", "juicyway", "mangopay", "modern_treasury", "payop", "paypal", "paywall", "paywall_payout",
        "paywint", "popup", "square_gift_card", "stripe", "wise",
    ]

    def test_names(self):
        self.assertEqual(run("profiles").output, "".join(f"{name}\n" for name in self.NAMES))
        self.assertEqual(run("profiles", "--format", "json").output, json.dumps(self.NAMES).replace(" ", "") + "\n")

    def test_a_profile_is_data(self):
        for name in self.NAMES:
            result = run("profiles", name)
            self.assertEqual((result.status, result.errors), (0, ""))
            self.assertIsInstance(json.loads(result.output), dict)
            self.assertTrue(result.output.endswith("\n"))

    def test_an_unknown_profile(self):
        self.assert_usage("unknown profile 'foo'", "profiles", "foo")

    def test_options_of_other_commands_are_ignored(self):
        self.assertEqual(run("profiles", "--currency", "wrong", "--options", self.missing).status, 0)


class Output(CommandTest):
    ESCAPE = "\x1b["

    def test_colour_on_a_terminal(self):
        self.assertIn(self.ESCAPE, on_terminal("verify", self.mismatch))
        self.assertIn(self.ESCAPE, on_terminal("verify", self.mismatch, NO_COLOR=""))

    def test_no_colour_where_it_is_not_wanted(self):
        self.assertNotIn(self.ESCAPE, run("verify", self.mismatch).output)
        for arguments, changes in (
            ((), {"NO_COLOR": "1"}),
            ((), {"TERM": "dumb"}),
            (("--no-colour",), {}),
            (("--no-color",), {}),
            (("--format", "json"), {}),
        ):
            shown = on_terminal("verify", self.mismatch, *arguments, **changes)
            self.assertIn("mismatch", shown)
            self.assertNotIn(self.ESCAPE, shown)

    def test_a_closed_pipe_is_quiet_and_keeps_the_status(self):
        for file, status in ((self.verified, 0), (self.mismatch, 1)):
            reader, writer = os.pipe()
            os.close(reader)
            process = start("verify", file, stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE)
            errors = process.communicate(timeout=SECONDS_MAX)[1]
            os.close(writer)
            self.assertEqual((process.returncode, errors), (status, b""))

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no device that is always full")
    def test_output_that_cannot_be_written(self):
        audit = ("audit", "--format=json", self.verified)
        for arguments in (("verify", self.verified), audit, ("profiles",), ("--help",)):
            with open("/dev/full", "wb") as full:
                process = start(*arguments, stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE)
                errors = process.communicate(timeout=SECONDS_MAX)[1]
            self.assertEqual(process.returncode, 3)
            self.assertEqual(errors.decode(), "steelyard: standard output: cannot be written\n")

    def test_an_interrupt_ends_with_130(self):
        process = start("audit", "--format", "json", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        begun = threading.Event()
        reader = threading.Thread(target=lambda: [begun.set() for _ in process.stdout])
        reader.start()
        # More than any program gathers before it writes; the input stays open, so that nothing else ends it.
        process.stdin.write(f"{VERIFIED}\n".encode() * 2000)
        process.stdin.flush()
        self.assertTrue(begun.wait(SECONDS_MAX))
        process.send_signal(signal.SIGINT)
        status = process.wait(SECONDS_MAX)
        process.stdin.close()
        reader.join()
        process.stdout.close()
        # A host that dies of the signal itself, as one of WebAssembly does, is 130 to every shell.
        self.assertIn(status, (130, -signal.SIGINT))


if __name__ == "__main__":
    unittest.main()
