#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# one bare compiler line builds the core, and it wants nothing of a C library but four memory functions
. "$(dirname "$0")/../setup/stage.sh"

bare="$build/bare"
rm -rf "$bare"
mkdir -p "$bare"
cmake -D PROFILES=core/profiles -D OUTPUT="$bare/profiles_data.inc" -P core/embed_profiles.cmake

# compile COMPILER FLAG...
compile() {
    (cd "$bare" && "$@" -std=c11 -ffreestanding -O2 -I"$root/core/include" -I"$root/core/src" -I. -c "$root"/core/src/*/*.c)
}

# Symbols that the core's objects lack and none of them defines.
undefined() {
    nm -u "$bare"/*.o | sed -n 's/^ *U //p' | sort -u >"$bare/wanted.txt"
    nm --defined-only "$bare"/*.o | sed -n 's/^[0-9a-f]* [A-Z] //p' | sort -u >"$bare/defined.txt"
    comm -23 "$bare/wanted.txt" "$bare/defined.txt" | grep -v -x -e memcpy -e memset -e memmove -e memcmp -e _GLOBAL_OFFSET_TABLE_
}

for compiler in gcc clang; do
    check "$compiler compiles the core in one line" compile "$compiler"
    check "$compiler leaves nothing undefined" test -z "$(undefined)"
done
check "gcc compiles the core without optimising" compile gcc -O0
check "clang compiles the core for 32 bits" compile clang --target=i686-linux-gnu
check "clang compiles the core for big-endian machines" compile clang --target=powerpc64-linux-gnu
finish
