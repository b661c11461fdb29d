#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the library as packages install it, static and shared, found with CMake and pkg-config by C and C++
. "$(dirname "$0")/../setup/stage.sh"

installed="$build/installed"
rm -rf "$installed"
build_preset release steelyard steelyard_command
build_preset shared
cmake --install "$build/native" --prefix "$installed/static"
cmake --install "$build/shared" --prefix "$installed/first"
# An installed tree may be moved.
mv "$installed/first" "$installed/shared"

symbols() {
    nm -D --defined-only "$installed/shared/lib/libsteelyard.so" | sed -n 's/^[0-9a-f]* T \(.*\)@@STEELYARD_0$/\1/p' | sort
}

# Every function that the header declares.
declared() {
    tr '\n' ' ' <core/include/steelyard.h | grep -o 'steelyard_[a-z_]*(' | tr -d '(' | sort -u
}

check "the shared library has the soname of its major version" \
    sh -c "objdump -p '$installed/shared/lib/libsteelyard.so' | grep -q 'SONAME *libsteelyard.so.0$'"
check "the shared library exports what the header declares" test "$(symbols)" = "$(declared)"

# consume KIND: a project elsewhere that finds the installed library with CMake, then with pkg-config.
consume() {
    prefix="$installed/$1"
    rm -rf "$build/consumer"
    cmake -S tests/consumer -B "$build/consumer" -D "CMAKE_PREFIX_PATH=$prefix" && cmake --build "$build/consumer" &&
        "$build/consumer/consumer" && "$build/consumer/consumer_cxx"
}

consume_with_pkg_config() {
    prefix="$installed/$1"
    # shellcheck disable=SC2046 # flags
    PKG_CONFIG_PATH="$prefix/lib/pkgconfig" && export PKG_CONFIG_PATH &&
        gcc -std=c11 -Wall -Wextra -Werror tests/consumer/consumer.c -o "$build/consumer/plain" \
            $(pkg-config --cflags --libs steelyard) -Wl,-rpath,"$prefix/lib" && "$build/consumer/plain"
}

for kind in static shared; do
    check "find_package finds the $kind library" consume "$kind"
    check "pkg-config finds the $kind library" consume_with_pkg_config "$kind"
    check "the program installed beside the $kind library runs" "$installed/$kind/bin/steelyard" --version
done
finish
