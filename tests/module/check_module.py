#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the engine module is made of: `check_module.py MODULE...`, wabt's wasm-objdump being the judge.

No import; exactly the exports that wasm/exports.txt lists; i32 alone at the boundary; no instruction and no type of
floating point, and none beyond the groups that wasm/CMakeLists.txt names; no section that a running engine ignores.
The last line counts.
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXPORTS = (ROOT / "wasm/exports.txt").read_text().split()
# v128 and reference types would shut out wasm2js and older engines; f32 and f64 have no place in a balance.
BARRED_TYPE = re.compile(r"\b(f32|f64|v128|externref)\b")
BARRED_GROUP = re.compile(r"\b(f32|f64|v128|i8x16|i16x8|i32x4|i64x2|ref|table|atomic|memory\.atomic|trunc_sat)\b[._]")


def objdump(flag, module):
    return subprocess.run(["wasm-objdump", flag, str(module)], check=True, capture_output=True, text=True).stdout


def facts_of(module):
    details, code = objdump("-x", module), objdump("-d", module)
    headers = objdump("-h", module)
    sections = re.findall(r"^ *(\w+) start=", headers, re.MULTILINE)
    types = dict(re.findall(r"^ - type\[(\d+)\] (.*)$", details, re.MULTILINE))
    signatures = dict(re.findall(r"^ - func\[(\d+)\] sig=(\d+)", details, re.MULTILINE))
    exports = re.findall(r'^ - (\w+)\[(\d+)\](?: <[^>]*>)? -> "([^"]*)"$', details, re.MULTILINE)
    instructions = re.findall(r"^ [0-9a-f]{6}: [^|]*\| *(.*)$", code, re.MULTILINE)
    boundary = {types[signatures[index]] for kind, index, _ in exports if kind == "func"}
    memory = re.search(r"memory\[0\] pages: initial=(\d+) max=(\d+)", details)
    yield "imports nothing", "Import" not in sections
    yield "exports what wasm/exports.txt lists", sorted(name for _, _, name in exports) == EXPORTS
    yield "takes and gives i32 alone", all(re.fullmatch(r"\((i32(, i32)*)?\) -> (i32|nil)", t) for t in boundary)
    yield "has no floating point in its types", not any(map(BARRED_TYPE.search, types.values()))
    yield "has no floating point in its locals", not any(BARRED_TYPE.search(line) for line in instructions if line.startswith("local["))
    yield "has no instruction of a barred group", not any(BARRED_GROUP.match(line) for line in instructions)
    yield "has instructions at all", len(instructions) > 1000
    yield "has no section beside the module's own", "Custom" not in sections
    yield "has no start function", "Start" not in sections
    yield "begins with three pages and may grow to 4 GiB less one", memory and memory.groups() == ("3", "65535")


def main():
    passed = failed = 0
    for module in sys.argv[1:]:
        for name, holds in facts_of(module):
            print(f"{'ok    ' if holds else 'NOT OK'}  {module} {name}")
            passed, failed = passed + bool(holds), failed + (not holds)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
