#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# every engine against the oracle: the same answers for seeded random bodies and options, byte for byte alike
. "$(dirname "$0")/../setup/stage.sh"

count=100000
decimals=1000000
profiles=15000
others=20000
if [ -n "${STEELYARD_QUICK:-}" ]; then count=2000 decimals=10000 profiles=1000 others=1000; fi
scratch="$build/oracle"
rm -rf "$scratch" && mkdir -p "$scratch"

# shared_library COMPILER: the core as a shared library, built by that compiler.
shared_library() {
    cmake -S . -B "$scratch/$1" -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER="$1" -DBUILD_SHARED_LIBS=ON \
        -DSTEELYARD_COMMAND=OFF &&
        cmake --build "$scratch/$1" --parallel "$(nproc)"
}

# native COMPILER KIND / module TOOLCHAIN KIND: the answers to the cases of that kind.
native() {
    python3 tests/oracle/run_native.py "$scratch/$1/core/libsteelyard.so" --kind "$2" \
        <"$scratch/$2.cases" >"$scratch/$2.$1"
}
module() {
    STEELYARD_WASM="$build/$1/steelyard.wasm" node tests/oracle/run_module.mjs "$2" \
        <"$scratch/$2.cases" >"$scratch/$2.$1"
}
agrees() {
    python3 tests/oracle/compare.py "$scratch/$2.cases" "$scratch/$2.$1"
}
cases() {
    python3 tests/oracle/cases.py "$@" --jobs "$(nproc)"
}

run_python_tests tests/oracle/self_check.py
run_python_tests tests/oracle/profile_check.py
build_preset wasm-emscripten
build_preset wasm-wasi
shared_library gcc
shared_library clang

cases --seed 1 --count "$count" >"$scratch/reports.cases"
check "the oracle predicts $count reports" test "$(wc -l <"$scratch/reports.cases")" -ge "$count"
check "gcc's library answers" native gcc reports
check "clang's library answers" native clang reports
check "Emscripten's module answers" module wasm-emscripten reports
check "wasi-sdk's module answers" module wasm-wasi reports
check "the library agrees with the oracle on $count bodies" agrees gcc reports
check "gcc's and clang's reports are the same bytes" cmp "$scratch/reports.gcc" "$scratch/reports.clang"
check "Emscripten's reports are the same bytes" cmp "$scratch/reports.gcc" "$scratch/reports.wasm-emscripten"
check "wasi-sdk's reports are the same bytes" cmp "$scratch/reports.gcc" "$scratch/reports.wasm-wasi"

cases --profiles --seed 4 --count "$profiles" >"$scratch/profiles.cases"
check "the library reads $profiles bodies by random profiles" native gcc profiles
check "the library agrees with the oracle on $profiles random profiles" agrees gcc profiles
check "the module reads them" module wasm-emscripten profiles
check "its reports by random profiles are the same bytes" cmp "$scratch/profiles.gcc" "$scratch/profiles.wasm-emscripten"

cases --decimals --seed 2 --count "$decimals" >"$scratch/decimals.cases"
check "the library calculates $decimals times" native gcc decimals
check "the library agrees with the oracle on $decimals calculations" agrees gcc decimals
check "the module calculates the same" module wasm-emscripten decimals
check "its results are the same bytes" cmp "$scratch/decimals.gcc" "$scratch/decimals.wasm-emscripten"

for kind in canonical canspend diff reconcile; do
    cases "--$kind" --seed 3 --count "$others" >"$scratch/$kind.cases"
    check "the library answers ($kind)" native clang "$kind"
    check "the library agrees with the oracle ($kind)" agrees clang "$kind"
done
check "the module reconciles reports that it reads back" module wasm-emscripten reconcile
check "its answers are the same bytes" cmp "$scratch/reconcile.clang" "$scratch/reconcile.wasm-emscripten"
rm -f "$scratch"/*.cases "$scratch"/reports.* "$scratch"/profiles.* "$scratch"/decimals.*
finish
