#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the readable cases through C, JavaScript and the command line; and no status that no case reaches
. "$(dirname "$0")/../setup/stage.sh"

build_preset shared
build_preset release
build_preset wasi-command
build_package

run_counted python3 tests/cases/coverage.py
run_counted python3 tests/cases/run_cases.py --library "$build/shared/core/libsteelyard.so"
run_counted node tests/cases/run_cases.mjs
wasi="node --no-turbo-fast-api-calls --no-warnings tests/wasi/run.mjs build/wasi/steelyard-command.wasm"
for command in "$build/native/core/steelyard" "$wasi" "node js/bin/steelyard.js"; do
    echo "== $command"
    export STEELYARD_COMMAND="$command"
    run_counted python3 tests/cases/run_command.py
done
finish
