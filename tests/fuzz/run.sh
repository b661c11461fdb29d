#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh - fuzzes: builds every target with libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer, and runs one after
# the other, from its corpus on. What is found stays in build/fuzz/found/TARGET; new inputs in build/fuzz/grown/TARGET.
set -eu

root=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd)

help() {
    cat <<'TEXT'
Usage: tests/fuzz/run.sh [SECONDS] [TARGET...]

Fuzzes each target (reader, decimal, time, options, profile, verify, report, reconcile, memory) for SECONDS (60).
Needs clang. Exit status: 0 nothing found, 1 something found, 2 wrong usage.
TEXT
}

seconds=60
case ${1:-} in
-h | --help) help && exit 0 ;;
'' | [!0-9]*) ;;
*)
    seconds=$1
    shift
    ;;
esac

build="$root/build/fuzz"
mkdir -p "$root/build"
flags="-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
cmake -S "$root" -B "$build" -D CMAKE_C_COMPILER=clang -D CMAKE_BUILD_TYPE=RelWithDebInfo -D "CMAKE_C_FLAGS=$flags" \
    -D "CMAKE_EXE_LINKER_FLAGS=-fsanitize=address,undefined" -D STEELYARD_UNIT_TESTS=ON -D STEELYARD_FUZZ=ON \
    -D STEELYARD_COMMAND=OFF >"$build.log" 2>&1 || { cat "$build.log" >&2 && exit 2; }

[ $# -gt 0 ] || set -- reader decimal time options profile verify report reconcile memory
status=0
for target in "$@"; do
    [ -f "$root/tests/fuzz/fuzz_$target.c" ] || { echo "run.sh: there is no target '$target'; see --help" >&2 && exit 2; }
    cmake --build "$build" --target "fuzz_$target" >"$build.log" 2>&1 || { cat "$build.log" >&2 && exit 2; }
    mkdir -p "$build/grown/$target" "$build/found/$target"
    echo "$target: $seconds seconds"
    nice -n 10 "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="$build/found/$target/" "$build/grown/$target" "$root/tests/fuzz/corpus/$target" \
        >"$build/$target.log" 2>&1 || status=1
    grep -E 'cov:|ERROR|does not hold|stat::number_of_executed_units' "$build/$target.log" | tail -3
done
exit $status
