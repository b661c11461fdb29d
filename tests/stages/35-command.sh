#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the command line three times, held to one text: the native program, the WASI program, npm's; its table
. "$(dirname "$0")/../setup/stage.sh"

build_preset release steelyard_command
build_preset wasi-command
build_package

native="$build/native/core/steelyard"
wasi="node --no-turbo-fast-api-calls --no-warnings tests/wasi/run.mjs build/wasi/steelyard-command.wasm"
for command in "$native" "$wasi" "node js/bin/steelyard.js"; do
    echo "== $command"
    export STEELYARD_COMMAND="$command"
    run_python_tests tests/command/test_command.py
done
export STEELYARD_COMMANDS="$native:$wasi:node js/bin/steelyard.js"
run_python_tests tests/command/test_table.py
finish
