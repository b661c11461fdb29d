#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the built files to wasm/size_budget.txt, plain and packed. The last line counts."""

import gzip
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    passed = failed = 0
    for line in (ROOT / "wasm/size_budget.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        name, plain_max, packed_max = line.split()
        content = (ROOT / name).read_bytes()
        packed = len(gzip.compress(content, 9, mtime=0))
        for kind, nbytes, nbytes_max in (("plain", len(content), int(plain_max)), ("packed", packed, int(packed_max))):
            holds = nbytes <= nbytes_max
            print(f"{'ok    ' if holds else 'NOT OK'}  {name} {kind}: {nbytes} of {nbytes_max} bytes")
            passed, failed = passed + holds, failed + (not holds)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
