#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# every engine against the oracle: the same answers, byte for byte, for seeded random bodies and options
. "$(dirname "$0")/../setup/stage.sh"

count=20000
[ -z "${STEELYARD_QUICK:-}" ] || count=1000

run_python_tests tests/oracle/self_check.py
mkdir -p "$build/oracle"
python3 tests/oracle/cases.py --seed 1 --count "$count" --jobs "$(nproc)" >"$build/oracle/cases.ndjson"
check "the oracle predicts every case" test "$(wc -l <"$build/oracle/cases.ndjson")" -ge "$count"
finish
