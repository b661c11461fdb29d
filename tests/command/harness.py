# SPDX-License-Identifier: Apache-2.0
"""The program under test and the bodies it is given. Arguments go in; exit status, output and errors come out.

STEELYARD_COMMAND names the program as a shell would. This refuses to know which of the programs it is.
"""

import json
import os
import pathlib
import pty
import re
import select
import shlex
import signal
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parent / "cases" / "samples"
SECONDS_MAX = 60

VERIFIED = " ".join((SAMPLES / "paywall.json").read_text().split())
MISMATCH = VERIFIED.replace('"TotalBalance": 0.80', '"TotalBalance": 0.90')
MALFORMED = '{"IsSuccess": tru'
UNDETECTED = "{}"
PROVIDER_ERROR = (SAMPLES / "popup-error-404.json").read_text()
DATED = (SAMPLES / "payop.json").read_text()  # of 2025-09-15T12:34:56Z

HINT = "Try 'steelyard --help'.\n"


def command_line():
    words = shlex.split(os.environ.get("STEELYARD_COMMAND", ""))
    if not words:
        raise SystemExit("STEELYARD_COMMAND says which program to test")
    return [str(pathlib.Path(word).resolve()) if os.path.exists(word) else word for word in words]


COMMAND = command_line()


def environment(**changes):
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return {**kept, "TERM": "xterm", **changes}


def start(*arguments, **settings):
    """Interrupts are let through, even where the tests themselves run in the background."""
    return subprocess.Popen(
        [*COMMAND, *arguments],
        env=settings.pop("env", environment()),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        **settings,
    )


class Result:
    def __init__(self, status, output, errors):
        self.status = status
        self.output = output.decode()
        self.errors = errors.decode()


def run(*arguments, stdin=b"", **settings):
    stdin = stdin.encode() if isinstance(stdin, str) else stdin
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = start(*arguments, **pipes, **settings)
    output, errors = process.communicate(stdin, timeout=SECONDS_MAX)
    return Result(process.returncode, output, errors)


def on_terminal(*arguments, **changes):
    """Standard output is a terminal. Returns what it shows."""
    terminal, program_side = pty.openpty()
    process = start(*arguments, stdin=subprocess.DEVNULL, stdout=program_side, env=environment(**changes))
    process.wait(SECONDS_MAX)
    shown = b""
    while select.select([terminal], [], [], 0.2)[0]:
        shown += os.read(terminal, 65536)
    os.close(program_side)
    os.close(terminal)
    return shown.decode()


class CommandTest(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = directory.name
        self.verified = self.file("verified.json", VERIFIED)
        self.mismatch = self.file("mismatch.json", MISMATCH)
        self.malformed = self.file("malformed.json", MALFORMED)
        self.missing = os.path.join(self.directory, "missing.json")

    def file(self, name, content):
        path = os.path.join(self.directory, name)
        pathlib.Path(path).write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def verdicts(self, result):
        return [json.loads(line)["verdict"] for line in result.output.splitlines()]

    def assert_usage(self, complaint, *arguments, stdin=b""):
        """Exit 2, nothing on standard output, and exactly this complaint."""
        result = run(*arguments, stdin=stdin)
        self.assertEqual((result.status, result.output, result.errors), (2, "", f"steelyard: {complaint}\n{HINT}"))

    def assert_refused(self, beginning, *arguments):
        """Exit 2, and the engine's complaint, of which only the beginning is fixed."""
        result = run(*arguments, stdin=VERIFIED)
        self.assertEqual((result.status, result.output), (2, ""))
        self.assertRegex(result.errors, f"^steelyard: {re.escape(beginning)}.*\n{HINT}$")
