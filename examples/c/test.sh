#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# test.sh - installs the library to a prefix of its own, builds the example against it with CMake and with pkg-config,
# and runs both. Ends with the line `N passed, N failed`.
set -eu

here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
work="$root/build/examples/c"
prefix="$work/prefix"
samples="$root/tests/cases/samples"
passed=0
failed=0

# check NAME COMMAND...: one test, which is the command's status.
check() {
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        printf 'ok      %s\n' "$name"
    else
        failed=$((failed + 1))
        printf 'NOT OK  %s\n' "$name"
    fi
}

# Everything below $work is made anew, so that nothing of an earlier run can help.
rm -rf "$work"
mkdir -p "$work"
cmake -S "$root" -B "$work/library" -D CMAKE_BUILD_TYPE=Release -D STEELYARD_COMMAND=OFF
cmake --build "$work/library" --parallel 2
cmake --install "$work/library" --prefix "$prefix"

build_with_cmake() {
    cmake -S "$here" -B "$work/with-cmake" -D "CMAKE_PREFIX_PATH=$prefix" -D CMAKE_BUILD_TYPE=Release &&
        cmake --build "$work/with-cmake"
}

build_with_pkg_config() {
    PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name steelyard.pc)")
    export PKG_CONFIG_PATH
    mkdir -p "$work/with-pkg-config"
    # shellcheck disable=SC2046 # flags
    "${CC:-cc}" -std=c11 -O2 "$here/check_wallet.c" -o "$work/with-pkg-config/check_wallet" \
        $(pkg-config --cflags --libs steelyard)
}

# run STATUS ARGUMENT...: runs the program, which has to end with that status; what it says is in out and err.
run() {
    expected=$1
    shift
    status=0
    "$program" "$@" >"$work/out" 2>"$work/err" || status=$?
    [ "$status" = "$expected" ] || {
        echo "$program $*: status $status, expected $expected"
        cat "$work/out" "$work/err"
        return 1
    }
}

prints() {
    diff -u - "$work/out"
}

says_the_amounts() {
    run 0 "$samples/paywall.json" '{"currency":"TRY"}' && prints <<'TEXT'
verdict verified
wallet 0, id 7883fb19-2359-4a9b-b917-f08a259898ed, currency TRY
  cash            0.80
  gift            0.00
  blocked         0.00
  total           0.80
  available       0.80
  overdraftLimit  0.00
  spendable       0.80
TEXT
}

# The total says 0.90, and the two amounts that it adds make 0.80.
says_what_is_wrong() {
    run 1 "$root/examples/bodies/paywall-tampered.json" '{"currency":"TRY"}' &&
        grep -qx 'verdict mismatch' "$work/out" &&
        grep -qx 'fail: paywall.total, wallet 0, byte [0-9]*, cause unknown' "$work/out" &&
        offset=$(sed -n 's/^fail: paywall.total.* byte \([0-9]*\),.*/\1/p' "$work/out") &&
        [ "$(tail -c "+$((offset + 1))" "$root/examples/bodies/paywall-tampered.json" | head -c 4)" = 0.90 ]
}

says_what_is_not_known() {
    run 1 "$samples/juicyway.json" && grep -qx 'verdict unverifiable' "$work/out" &&
        grep -q 'currency USD, unit not known$' "$work/out" && grep -q '^unverifiable: amount.unit, ' "$work/out"
}

# Two thousand wallets: more than the first loan can hold.
make_long_list() {
    awk 'BEGIN {
        printf "["
        for (id = 2000; id > 0; id--) printf "%s{\"id\":%d,\"currency_id\":1,\"amount\":0.10,\"type\":\"PREPAID\"}", id < 2000 ? "," : "", id
        print "]"
    }' >"$work/long.json"
}

lends_more() {
    make_long_list
    run 0 "$work/long.json" '{"currencies":{"1":"USD"}}' && grep -q 'did not do, lending' "$work/err" &&
        [ "$(grep -c '^  spendable       0.10$' "$work/out")" = 2000 ]
}

# Nothing of a provider may steer the terminal.
shows_text_as_bytes() {
    printf '{"success":true,"data":{"id":"a\\u001b[2J","current_balance":1,"available_balance":1}}' >"$work/escape.json"
    run 0 "$work/escape.json" && grep -qF 'id a\x1b[2J, currency USD' "$work/out"
}

names_the_option() {
    run 2 "$samples/payop.json" '{"currency":"usd"}' && grep -q '^check_wallet: currency: ' "$work/err"
}

is_malformed() {
    printf '{"success":' >"$work/cut.json"
    run 1 "$work/cut.json" && grep -qx 'verdict malformed' "$work/out" && grep -qx 'invalid: json.syntax, byte 11' "$work/out"
}

check "builds with find_package" build_with_cmake
check "builds with pkg-config" build_with_pkg_config
for built in with-cmake with-pkg-config; do
    program="$work/$built/check_wallet"
    check "$built: prints verdict and amounts" says_the_amounts
    check "$built: says what is wrong, and where" says_what_is_wrong
    check "$built: says what is not known" says_what_is_not_known
    check "$built: lends as much as the fault asks for" lends_more
    check "$built: shows control characters as bytes" shows_text_as_bytes
    check "$built: names a wrong option" names_the_option
    check "$built: says where a body breaks off" is_malformed
    check "$built: needs a file" run 3 "$work/there-is-none.json"
    check "$built: needs an argument" run 2
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
