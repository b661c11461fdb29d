#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the house's habits: rooms use only what they may, in includes and links; one layout of C; files stay small
. "$(dirname "$0")/../setup/stage.sh"

# Objects of their own, not optimised: a call that an optimiser drops is a call all the same.
objects="$build/rooms"
rm -rf "$objects"
mkdir -p "$objects"
cmake -D PROFILES=core/profiles -D OUTPUT="$objects/profiles_data.inc" -P core/embed_profiles.cmake
compile() {
    (cd "$objects" && gcc -std=c11 -ffreestanding -O0 -DSTEELYARD_ASSERTIONS -I"$root/core/include" -I"$root/core/src" -I. \
        -c "$root"/core/src/*/*.c)
}
laid_out() {
    git ls-files -z --cached --others --exclude-standard -- '*.c' '*.h' | xargs -0 clang-format-14 --dry-run --Werror
}

check "the core compiles with assertions" compile
run_counted python3 tests/structure/check_rooms.py --objects "$objects"
run_counted python3 tests/structure/check_rooms_test.py
run_counted python3 tests/structure/check_files.py
check "every C file is laid out by .clang-format" laid_out
finish
