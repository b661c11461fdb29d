#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Data goes down the source list, `#include` goes up it.

Reads the list STEELYARD_SOURCES of core/CMakeLists.txt and the files that it names. A file may include only what stands
above it in the list, and of the compiler's own headers only those that a freestanding C11 has. One line for each file;
the last line counts.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORE = ROOT / "core"
FREESTANDING = {"stdbool.h", "stddef.h", "stdint.h"}
GENERATED = {"profiles_data.inc"}
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)


def listed():
    text = (CORE / "CMakeLists.txt").read_text()
    body = re.search(r"set\(STEELYARD_SOURCES\n(.*?)\n\)", text, re.DOTALL).group(1)
    return re.sub(r"#.*", "", body).split()


def complaints_of(path, position, positions):
    for name in INCLUDE.findall((CORE / path).read_text()):
        if name in FREESTANDING | GENERATED:
            continue
        if name not in positions:
            yield f"includes {name}, which is not in the list"
        elif positions[name] >= position:
            yield f"includes {name}, which stands below it"


def main():
    paths = listed()
    names = [pathlib.PurePosixPath(path).name for path in paths]
    positions = {name: position for position, name in enumerate(names)}
    missing = sorted(set(p.relative_to(CORE).as_posix() for p in (CORE / "src").glob("*.[ch]")) - set(paths))
    failed = 0
    for position, path in enumerate(paths):
        found = list(complaints_of(path, position, positions)) if (CORE / path).exists() else ["does not exist"]
        failed += bool(found)
        print(f"{'NOT OK' if found else 'ok    '}  {path} {'; '.join(found)}".rstrip())
    for path in missing:
        failed += 1
        print(f"NOT OK  {path} is not in the list")
    print(f"{len(paths) + len(missing) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
