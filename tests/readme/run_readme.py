# SPDX-License-Identifier: Apache-2.0
"""Runs every fenced block of the README that is code: sh, js and c.

    python3 tests/readme/run_readme.py [README.md]

A block of sh runs at the root of the clone. The command that runs all tests is asked for its list instead: this is
one of them. A block of js runs where the package can be found, a block of c is linked with the native library.
What a comment says a js expression gives (`expression; // value`) is not compared: the package's own tests do that.
"""

import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRATCH = ROOT / "build" / "readme"
BLOCK = re.compile(r"^```(sh|js|c)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(command):
    return subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False).returncode == 0


def run_sh(text, _name):
    text = re.sub(r"^tests/run\.sh$", "tests/run.sh --list", text, flags=re.MULTILINE)
    return run(["sh", "-eu", "-c", text])


def run_js(text, name):
    link = SCRATCH / "node_modules" / "steelyard"
    link.parent.mkdir(parents=True, exist_ok=True)
    if not link.is_symlink():
        link.symlink_to(ROOT / "js")
    script = SCRATCH / f"{name}.mjs"
    script.write_text(text, encoding="utf-8")
    return run(["node", str(script)])


def run_c(text, name):
    source = SCRATCH / f"{name}.c"
    program = SCRATCH / name
    source.write_text(text, encoding="utf-8")
    library = ROOT / "build" / "native" / "core" / "libsteelyard.a"
    compiler = os.environ.get("CC", "cc")
    flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", f"-I{ROOT / 'core' / 'include'}"]
    return run([compiler, *flags, str(source), str(library), "-o", str(program)]) and run([str(program)])


RUNNERS = {"sh": run_sh, "js": run_js, "c": run_c}


def main():
    readme = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "README.md"
    SCRATCH.mkdir(parents=True, exist_ok=True)
    passed = failed = 0
    for index, (language, text) in enumerate(BLOCK.findall(readme.read_text(encoding="utf-8"))):
        good = RUNNERS[language](text, f"block{index}")
        passed, failed = passed + good, failed + (not good)
        print(f"{'ok     ' if good else 'NOT OK '} block {index} ({language})", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
