#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The table of the command line, core/command/commands.json: it is complete, and it is the only source.

    STEELYARD_COMMANDS="PROGRAM:PROGRAM:..." python3 tests/command/test_table.py

STEELYARD_COMMANDS names every program, each as a shell would. The native library and js/dist have to be built: with a
copy of the table, which has one option more, both programs are made again in a temporary folder.
"""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "core" / "command" / "commands.json"
LIMITS = ROOT / "core" / "src" / "base" / "limits.h"
LIBRARY = ROOT / "build" / "native" / "core" / "libsteelyard.a"
SECONDS_MAX = 120

NEW = {"flag": "new-option", "value": "JSON|FILE.json", "sets": "newOption", "form": "json", "help": "is new; \"quoted\" \\ 100% {}"}
LONG = {"flag": "an-option-that-is-long", "letter": "l", "alias": "or-so", "form": "switch", "help": "has a line below"}
HELP_OF_NEW = f"  --new-option JSON|FILE.json        {NEW['help']}\n"
HELP_OF_LONG = "  -l, --an-option-that-is-long, --or-so\n" + " " * 37 + "has a line below\n"


def output_of(*words, **settings):
    return subprocess.run(words, check=True, capture_output=True, timeout=SECONDS_MAX, **settings).stdout.decode()


def options_of_types():
    """The members of the options in the package's types, which is what callers see of the contract's table."""
    text = (ROOT / "js" / "src" / "index.d.ts").read_text()
    bodies = re.findall(r"^export interface (?:Call)?Options(?: extends \w+)? \{\n(.*?)^\}", text, re.DOTALL | re.MULTILINE)
    return {name for body in bodies for name in re.findall(r"^  (\w+)\?:", body, re.MULTILINE)}


def options_of_engine():
    text = (ROOT / "core" / "src" / "options" / "options.c").read_text()
    names = re.search(r"sy_options_compile\(.*?names\[\] = \{(.*?)NULL\}", text, re.DOTALL)[1]
    return set(re.findall(r'"(\w+)"', names))


class Complete(unittest.TestCase):
    def test_every_option_of_the_engine_can_be_set(self):
        rows = json.loads(TABLE.read_text())["options"]["rows"]
        sets = [row["sets"] for row in rows if "sets" in row]
        self.assertEqual(len(sets), len(set(sets)))
        self.assertEqual(set(sets), options_of_engine())
        self.assertEqual(set(sets), options_of_types())

    def test_no_limit_is_typed_again(self):
        self.assertNotRegex(TABLE.read_text(), r"\d{4,}(?<!3339)")

    def test_all_programs_print_the_same_help(self):
        programs = os.environ.get("STEELYARD_COMMANDS", "").split(":")
        helps = [output_of(*shlex.split(program), "--help", cwd=ROOT) for program in programs]
        self.assertGreater(len(helps), 1)
        for text in helps:
            self.assertEqual(text, helps[0])
        self.assertIn("(default: 67108864)", helps[0])


class OneEntryMore(unittest.TestCase):
    """An option added to the table, and to nothing else."""

    @classmethod
    def setUpClass(cls):
        directory = tempfile.TemporaryDirectory()
        cls.addClassCleanup(directory.cleanup)
        cls.directory = pathlib.Path(directory.name)
        table = json.loads(TABLE.read_text())
        table["options"]["rows"][3:3] = [NEW, LONG]
        cls.table = cls.directory / "commands.json"
        cls.table.write_text(json.dumps(table))
        cls.programs = [cls.make_native(), cls.make_package()]

    @classmethod
    def make_native(cls):
        where = {"TABLE": cls.table, "LIMITS": LIMITS, "OUTPUT": cls.directory / "commands_table.inc"}
        definitions = [f"-D{name}={value}" for name, value in where.items()]
        output_of("cmake", *definitions, "-P", ROOT / "core" / "embed_commands.cmake")
        program = cls.directory / "steelyard"
        sources = sorted((ROOT / "core" / "command").glob("*.c"))
        flags = ("-std=c11", "-D_POSIX_C_SOURCE=200809L", f"-I{ROOT}/core/include", f"-I{cls.directory}")
        output_of("cc", *flags, *sources, LIBRARY, "-o", program)
        return [program]

    @classmethod
    def make_package(cls):
        shutil.copytree(ROOT / "js" / "dist", cls.directory / "dist")
        shutil.copytree(ROOT / "js" / "bin", cls.directory / "bin")
        (cls.directory / "package.json").write_text('{"type":"module"}')
        module = output_of("node", ROOT / "js" / "scripts" / "table.js", cls.table, LIMITS)
        (cls.directory / "dist" / "command" / "table.js").write_text(module)
        return ["node", cls.directory / "bin" / "steelyard.js"]

    def test_it_stands_in_both_helps(self):
        native, package = (output_of(*program, "--help") for program in self.programs)
        self.assertEqual(native, package)
        self.assertIn(HELP_OF_NEW + HELP_OF_LONG, native)

    def run_each(self, *arguments):
        results = [subprocess.run([*program, *arguments], input=b"{}", capture_output=True) for program in self.programs]
        return [(result.returncode, result.stderr.decode()) for result in results]

    def test_both_set_it(self):
        for status, errors in self.run_each("verify", "--new-option", '{"a":1}'):
            self.assertEqual(status, 2)
            self.assertTrue(errors.startswith("steelyard: option.unknown: newOption: "), errors)
        for status, errors in self.run_each("verify", "--new-option", '1,"unit":2'):
            self.assertEqual((status, errors), (2, "steelyard: --new-option: not JSON\nTry 'steelyard --help'.\n"))

    def test_both_take_its_letter_and_its_other_spelling(self):
        for flag in ("-l", "--or-so", "--an-option-that-is-long"):
            self.assertEqual(self.run_each("verify", flag), [(1, ""), (1, "")])
        for result in self.run_each("verify", "--or-so=1"):
            self.assertEqual(result, (2, "steelyard: option '--or-so' takes no value\nTry 'steelyard --help'.\n"))


class NotBuilt(unittest.TestCase):
    def test_the_package_says_what_to_run(self):
        with tempfile.TemporaryDirectory() as directory:
            shutil.copytree(ROOT / "js" / "bin", pathlib.Path(directory) / "bin")
            (pathlib.Path(directory) / "package.json").write_text('{"type":"module"}')
            program = ["node", pathlib.Path(directory) / "bin" / "steelyard.js", "--help"]
            result = subprocess.run(program, capture_output=True, timeout=SECONDS_MAX)
        self.assertEqual((result.returncode, result.stdout), (2, b""))
        self.assertRegex(result.stderr.decode(), r"\Asteelyard: js/dist is not built; run: .*node js/scripts/build\.js\n\Z")


if __name__ == "__main__":
    unittest.main()
