#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the examples: run.sh, the checkout, the page in Chromium, the Worker in workerd, the C program
. "$(dirname "$0")/../setup/stage.sh"

# status_of COMMAND...: its exit status.
status_of() {
    status=0
    "$@" >/dev/null 2>&1 || status=$?
    echo "$status"
}

check "run.sh gives every response its verdict" examples/run.sh --no-install
check "run.sh runs the command for anyone" test "$(examples/run.sh --no-install -- --version 2>/dev/null | cut -d ' ' -f 1)" = steelyard
check "run.sh explains itself" examples/run.sh --help
check "run.sh refuses what it does not know" test "$(status_of examples/run.sh --nonsense)" = 2

build_package
examples/install.sh
run_node_tests examples 'node/test/*.test.mjs browser/test/*.test.mjs edge-worker/test/*.test.mjs'
run_counted examples/c/test.sh
finish
