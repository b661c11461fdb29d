#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the examples: run.sh, and each folder's own test
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
for test in examples/*/test.sh; do
    [ -e "$test" ] || continue
    check "$(dirname "$test") works" "$test"
done
finish
