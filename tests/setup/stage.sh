# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# stage.sh - what every stage begins with. It gives `root` and `build`, moves to the root, and counts.
#
#   . "$(dirname "$0")/../setup/stage.sh"
#   check "the module imports nothing" test "$imports" = 0
#   finish
#
# A stage ends with the line `N passed, N failed`; it fails where something failed or nothing was tested.
set -eu

root=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd)
# shellcheck disable=SC2034 # for the stages
build="$root/build"
cd "$root"

passed=0
failed=0

pass() {
    passed=$((passed + 1))
    printf 'ok      %s\n' "$1"
}

fail() {
    failed=$((failed + 1))
    printf 'NOT OK  %s\n' "$1"
}

# check NAME COMMAND...: one test, which is the command's status.
check() {
    check_name=$1
    shift
    if "$@"; then pass "$check_name"; else fail "$check_name"; fi
}

# add PASSED FAILED: the counts of a test runner.
add() {
    passed=$((passed + ${1:-0}))
    failed=$((failed + ${2:-0}))
}

# build_preset NAME [TARGET...]: configures and builds, everything or these targets; a failure ends the stage.
build_preset() {
    preset=$1
    shift
    cmake --preset "$preset"
    cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"}
}

# Builds the npm package around the module that Emscripten builds.
build_package() {
    build_preset wasm-emscripten
    node js/scripts/build.js
}

# What the package's developers install: compilers of types, linters of packages, a bundler.
install_package_tools() {
    (cd js && cmp -s package-lock.json node_modules/.installed-lock.json) && return
    (cd js && npm ci --no-audit --no-fund && cp package-lock.json node_modules/.installed-lock.json)
}

# Runs the unit tests of a preset; every cmocka test counts.
run_unit_tests() {
    output=$(mktemp)
    status=0
    ctest --preset "$1" --verbose >"$output" 2>&1 || status=$?
    cat "$output"
    # ctest may print a program's output twice; only that with the test's number in front is counted.
    add "$(sed -n 's/^[0-9]*: \[  PASSED  \] \([0-9]*\) test.*/\1/p' "$output" | awk '{ n += $1 } END { print n + 0 }')" \
        "$(grep '^[0-9]*: \[  FAILED  \] [a-z]' "$output" | sort -u | wc -l)"
    [ "$status" = 0 ] || [ "$failed" -gt 0 ] || fail "ctest --preset $1"
    rm -f "$output"
}

# run_node_tests DIR PATTERN: node's own test runner, for the files of a folder that fit a pattern or more; its summary counts.
run_node_tests() {
    output=$(mktemp)
    status=0
    # shellcheck disable=SC2086 # a pattern
    (cd "$1" && node --test --test-reporter=tap $2) >"$output" 2>&1 || status=$?
    cat "$output"
    add "$(sed -n 's/^# pass \([0-9]*\)$/\1/p' "$output")" "$(sed -n 's/^# fail \([0-9]*\)$/\1/p' "$output")"
    [ "$status" = 0 ] || [ "$failed" -gt 0 ] || fail "node --test $1/$2"
    rm -f "$output"
}

# run_python_tests FILE ARGUMENT...: Python's unittest; its summary counts.
run_python_tests() {
    output=$(mktemp)
    status=0
    python3 "$@" >"$output" 2>&1 || status=$?
    cat "$output"
    ran=$(sed -n 's/^Ran \([0-9]*\) tests\{0,1\} in .*/\1/p' "$output" | tail -1)
    bad=$(sed -n 's/^FAILED (\(.*\))$/\1/p' "$output" | tr ',' '\n' |
        sed -n 's/^ *\(failures\|errors\)=\([0-9]*\)$/\2/p' | awk '{ n += $1 } END { print n + 0 }')
    good=$((${ran:-0} - ${bad:-0}))
    [ "$good" -ge 0 ] || good=0 # a test may fail more than once
    add "$good" "${bad:-0}"
    [ "$status" = 0 ] || [ "$failed" -gt 0 ] || fail "python3 $*"
    rm -f "$output"
}

# run_counted COMMAND...: a check that prints its own count in its last line.
run_counted() {
    output=$(mktemp)
    status=0
    "$@" >"$output" 2>&1 || status=$?
    cat "$output"
    # shellcheck disable=SC2046 # two numbers
    add $(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$output")
    [ "$status" = 0 ] || [ "$failed" -gt 0 ] || fail "$*"
    rm -f "$output"
}

finish() {
    printf '%s passed, %s failed\n' "$passed" "$failed"
    [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
    exit
}
