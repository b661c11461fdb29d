#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Habits that a machine can check, for every source file that git knows or would add.

Files stay below 500 lines, C steps by `+= 1`, those of C and the case files below 141 columns, each source names its licence, C has no
floating point and never a function that allocates, every room has a README, and nothing of the house stands at the top
that does not belong there.
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINES_MAX = 500
COLUMNS_MAX = 140
SOURCES = {".c", ".h", ".js", ".mjs", ".cjs", ".ts", ".cts", ".mts", ".py", ".sh", ".cmake"}
ROOMS = ("core", "core/command", "wasm", "js", "examples", "tests")
TOP = {"CMakeLists.txt", "CMakePresets.json", "CHANGELOG.md", "LICENSE", "README.md", "core", "examples", "js", "tests", "wasm"}
CASE_FILE = re.compile(r"tests/cases/[^/]+\.json")
COMMENT_OR_TEXT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)
FLOATING = re.compile(r"\b(float|double|_Float\w*|long double)\b|\b\d+\.\d+|\b\d+[eE][+-]?\d+\b")
STEP = re.compile(r"\bfor \([^;]*;[^;]*;[^)]*(\+\+|--)\)|^\s*[\w.>\[\]-]+(\+\+|--);", re.MULTILINE)
ALLOCATING = re.compile(r"\b(malloc|calloc|realloc|alloca|free|strtod|atof)\s*\(")


def files():
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")
    return sorted(name for name in set(names) if name and (ROOT / name).is_file())


def complaints_of(name):
    path = ROOT / name
    is_case_file = CASE_FILE.fullmatch(name)
    if path.suffix not in SOURCES and not is_case_file:
        return
    lines = path.read_text().split("\n")
    wide = [number for number, line in enumerate(lines, 1) if len(line) > COLUMNS_MAX]
    if wide and (path.suffix in {".c", ".h"} or is_case_file):
        yield f"is too wide at line {wide[0]}"
    if is_case_file:
        return
    if len(lines) > LINES_MAX:
        yield f"has {len(lines)} lines"
    if not any("SPDX-License-Identifier: Apache-2.0" in line for line in lines[:3]):
        yield "does not name its licence in its first lines"
    if name.startswith(("core/", "wasm/")) and path.suffix in {".c", ".h"}:
        code = COMMENT_OR_TEXT.sub(lambda match: "\n" * match.group(0).count("\n"), "\n".join(lines))
        if STEP.search(code):
            yield f"steps by another dialect than `+= 1`: {STEP.search(code).group(0).strip()}"
        if FLOATING.search(code):
            yield f"has floating point: {FLOATING.search(code).group(0)}"
        if name.startswith(("core/src/", "core/include/", "wasm/")) and ALLOCATING.search(code):
            yield f"allocates: {ALLOCATING.search(code).group(0)}"


def main():
    names = files()
    results = {name: list(complaints_of(name)) for name in names}
    for room in ROOMS:
        results[f"{room}/README.md"] = [] if (ROOT / room / "README.md").exists() else ["is missing"]
    for top in sorted({name.split("/")[0] for name in names}):
        results.setdefault(top, [] if top in TOP or top.startswith(".") else ["does not belong at the top"])
    failed = {name: found for name, found in results.items() if found}
    for name, found in failed.items():
        print(f"NOT OK  {name} {'; '.join(found)}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
