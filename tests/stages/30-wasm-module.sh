#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the engine module by both toolchains: no import, the frozen exports, no floating point, its size, the life of a call
. "$(dirname "$0")/../setup/stage.sh"

build_preset wasm-emscripten
build_preset wasm-wasi
build_preset wasi-command
modules="$build/wasm-emscripten/steelyard.wasm $build/wasm-wasi/steelyard.wasm"

check "the list of exports is sorted" env LC_ALL=C sort -c wasm/exports.txt
# shellcheck disable=SC2086 # a list of paths
run_counted python3 tests/module/check_module.py $modules
run_counted python3 tests/module/check_size.py
for module in $modules; do
    export STEELYARD_WASM="$module"
    run_node_tests tests/module module.test.mjs
done

# A function that no library brings must fail the build, whichever toolchain builds it.
refuses_a_missing_function() {
    scratch="$build/missing-function"
    rm -rf "$scratch" && mkdir -p "$scratch"
    cp -r CMakeLists.txt CMakePresets.json core wasm "$scratch"
    cat >>"$scratch/wasm/memory.c" <<'TEXT'
unsigned steelyard_nowhere(void);
__attribute__((export_name("steelyard_report_ok"))) unsigned engine_missing(void);
unsigned engine_missing(void) { return steelyard_nowhere(); }
TEXT
    sed -i 's/^EXPORT("steelyard_report_ok")$//' "$scratch/wasm/engine.c"
    (cd "$scratch" && cmake --preset "$1" && ! cmake --build --preset "$1" --parallel "$(nproc)") &&
        [ ! -e "$scratch/build/$1/steelyard.wasm" ]
}
check "Emscripten's build refuses a missing function" refuses_a_missing_function wasm-emscripten
check "clang's build refuses a missing function" refuses_a_missing_function wasm-wasi
finish
