#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh - the main job from a clean clone: builds the WebAssembly engine and verifies the documented responses of all
# five providers with it, and one that was tampered with.
set -eu

root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd)

help() {
    cat <<'TEXT'
Usage: examples/run.sh [OPTION...] [-- ARGUMENT...]

Installs what is missing (as root, on Debian 12; nothing where everything is there), builds the engine with Emscripten
and the npm package around it, then verifies a documented response of each provider and a tampered one.

  -- ARGUMENT...  run the command `steelyard` with these arguments instead
  --no-install    install nothing
  -h, --help      print this

EMSDK names an Emscripten to use in place of Debian's.
Exit status: 0 where every response got the verdict that it should get; with --, that of the command.
TEXT
}

install=yes
while [ $# -gt 0 ]; do
    case $1 in
    -h | --help) help && exit 0 ;;
    --no-install) install=no ;;
    --) break ;;
    *)
        echo "run.sh: unknown argument '$1'; see --help" >&2
        exit 2
        ;;
    esac
    shift
done

. "$root/tests/setup/tools.sh"
if [ "$install" = yes ]; then provide emscripten node; else use_own_node; fi

# Builds quietly; what the tools said is shown where they fail.
build_engine() {
    log="$root/build/logs/example.log"
    say "Building the engine with Emscripten, and the package around it"
    (
        cd "$root"
        cmake --preset wasm-emscripten
        cmake --build --preset wasm-emscripten --parallel "$(nproc)"
        node js/scripts/build.js
    ) >"$log" 2>&1 || {
        tail -20 "$log" >&2
        die "the engine cannot be built (see build/logs/example.log)."
    }
}

steelyard() {
    node "$root/js/bin/steelyard.js" "$@"
}

failed=0

# verify VERDICT BODY OPTION...: prints the report; the verdict has to be the one that is expected.
verify() {
    expected=$1
    body=$2
    shift 2
    printf '$ steelyard verify %s' "$body"
    for argument in "$@"; do
        case $argument in
        *[!A-Za-z0-9._/-]*) printf " '%s'" "$argument" ;;
        *) printf ' %s' "$argument" ;;
        esac
    done
    echo
    (cd "$root" && steelyard verify "$body" "$@") || true
    echo
    verdict=$(cd "$root" && steelyard verify --format json "$body" "$@" | sed 's/^{"verdict":"\([a-z_]*\)".*/\1/') || true
    [ "$verdict" = "$expected" ] || {
        say "run.sh: $body is $verdict, and should be $expected."
        failed=1
    }
}

build_engine
if [ $# -gt 0 ]; then
    shift
    steelyard "$@"
    exit
fi

samples=tests/cases/samples
verify valid "$samples/paywint.json"
verify verified "$samples/payop.json"
verify verified "$samples/paywall.json" --currency TRY
verify valid "$samples/juicyway.json" --unit major
verify valid "$samples/popup-list.json" --currencies '{"1":"USD","2":"EUR","3":"JPY"}'
verify mismatch examples/bodies/paywall-tampered.json --currency TRY
[ "$failed" = 0 ] || exit 1
say "Every response got the verdict that it should get."
