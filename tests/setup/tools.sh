# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# tools.sh - what the machine must have, for examples/run.sh and tests/run.sh. The caller says which groups of tools it
# needs; what is missing is installed and named, what is there is left alone. It refuses to know what they are for.
#
#   root=/path/of/the/clone; . "$root/tests/setup/tools.sh"; provide emscripten node
#
# A toolchain of one's own goes first: EMSDK (Emscripten), WASI_SDK_PATH (wasi-sdk), node and gcc on the path.

: "${root:?the clone}"
node_major_min=20
node_major_wanted=24
node_dir="$root/build/node"
setup_log="$root/build/logs/setup.log"
packages_missing=""

say() {
    printf '%s\n' "$*" >&2
}

# One clear sentence, and the end.
die() {
    say "$(basename "$0"): $*"
    exit 1
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# want COMMAND|/FILE PACKAGE: the Debian package that brings a program or a file, where it is not there yet.
want() {
    case $1 in
    /*) [ -e "$1" ] && return ;;
    *) have "$1" && return ;;
    esac
    case "$packages_missing " in
    *" $2 "*) ;;
    *) packages_missing="$packages_missing $2" ;;
    esac
}

want_build() {
    want cmake cmake
    want make make
}

# A C compiler, its headers, and what the unit tests and the consumer of the installed library need.
want_native() {
    want_build
    want gcc gcc
    want g++ g++
    want /usr/include/stdio.h libc6-dev
    want clang clang
    want "$(clang -print-file-name="libclang_rt.asan-$(uname -m).a" 2>/dev/null)" libclang-rt-dev
    want pkg-config pkg-config
    want /usr/include/cmocka.h libcmocka-dev
}

want_emscripten() {
    want_build
    want python3 python3
    if [ -n "${EMSDK:-}" ]; then
        [ -x "$EMSDK/upstream/emscripten/emcc" ] || die "EMSDK is $EMSDK, but there is no upstream/emscripten/emcc in it."
        return
    fi
    want emcc emscripten
    want wasm-metadce binaryen
}

want_wasi() {
    want_build
    if [ -n "${WASI_SDK_PATH:-}" ]; then
        [ -x "$WASI_SDK_PATH/bin/clang" ] || die "WASI_SDK_PATH is $WASI_SDK_PATH, but there is no bin/clang in it."
        return
    fi
    want clang-19 clang-19
    want wasm-ld-19 lld-19
    want /usr/lib/llvm-19/lib/clang/19/lib/wasi libclang-rt-19-dev-wasm32
    want /usr/lib/wasm32-wasi/libc.a wasi-libc
}

# What the checks use beside the compilers.
want_checks() {
    want python3 python3
    want wasm-objdump wabt
    want nm binutils
    want clang-format-14 clang-format-14
}

# A browser for the tests of the package, whichever is there.
want_browser() {
    have chromium-browser || have google-chrome || want chromium chromium
}

node_major() {
    node --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p'
}

node_is_new() {
    major=$(node_major)
    [ -n "$major" ] && [ "$major" -ge "$node_major_min" ] && have npm
}

use_own_node() {
    [ ! -x "$node_dir/node_modules/.bin/npm" ] || PATH="$node_dir/node_modules/.bin:$PATH"
    export PATH
}

want_node() {
    use_own_node
    node_is_new || want npm npm
}

# npm's packages of Node and of itself, beside the build: the system's own stay as they are.
install_node() {
    node_is_new && return
    say "Installing Node $node_major_wanted with npm into build/node (once)"
    mkdir -p "$node_dir"
    npm install --prefix "$node_dir" --no-audit --no-fund --no-save "node@$node_major_wanted" npm@11 \
        >>"$setup_log" 2>&1 || true
    use_own_node
    node_is_new || die "Node $node_major_min or later cannot be installed with npm (see build/logs/setup.log)."
}

install_packages() {
    [ -n "$packages_missing" ] || return 0
    have apt-get || die "these Debian packages, or what they bring, are missing, and there is no apt-get:$packages_missing"
    [ "$(id -u)" = 0 ] || die "run this as root once, or install what is missing: apt-get install$packages_missing"
    say "Installing with apt-get (once):$packages_missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q -o Acquire::Retries=3 >>"$setup_log" 2>&1 ||
        die "apt-get cannot read the lists of packages (see build/logs/setup.log)."
    # shellcheck disable=SC2086 # a list of names
    apt-get install -y -q --no-install-recommends -o Acquire::Retries=3 $packages_missing >>"$setup_log" 2>&1 ||
        die "apt-get cannot install$packages_missing (see build/logs/setup.log)."
}

# provide GROUP...: native, emscripten, wasi, checks, browser, node.
provide() {
    mkdir -p "$(dirname "$setup_log")"
    for group in "$@"; do
        "want_$group"
    done
    install_packages
    case " $* " in
    *" node "*) install_node ;;
    esac
}
