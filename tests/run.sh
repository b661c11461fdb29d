#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh - sets up what is missing and runs every test: the stages of tests/stages, in order of their names.
set -eu

root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd)

help() {
    cat <<'TEXT'
Usage: tests/run.sh [OPTION...]

Installs what is missing (as root, on Debian 12; nothing where everything is there), builds everything and runs every
test. Each stage writes build/logs/STAGE.log.

  --list          name the stages, and what each one proves
  --only STAGE    run only this stage and those named likewise (by name or number; may be given again)
  --quick         fewer random cases
  --no-install    install nothing
  -h, --help      print this

EMSDK and WASI_SDK_PATH name an Emscripten and a wasi-sdk to use in place of Debian's.
Exit status: 0 every test passed, 1 a test failed or none ran, 2 wrong usage.
TEXT
}

list_stages() {
    for stage in "$root"/tests/stages/*.sh; do
        printf '%-22s %s\n' "$(basename "$stage" .sh)" "$(sed -n '3s/^# //p' "$stage")"
    done
}

only=""
install=yes
export STEELYARD_QUICK=""
while [ $# -gt 0 ]; do
    case $1 in
    -h | --help) help && exit 0 ;;
    --list) list_stages && exit 0 ;;
    --only)
        [ $# -gt 1 ] || { echo "run.sh: --only needs the name of a stage" >&2 && exit 2; }
        only="$only $2"
        shift
        ;;
    --quick) STEELYARD_QUICK=yes ;;
    --no-install) install=no ;;
    *)
        echo "run.sh: unknown argument '$1'; see --help" >&2
        exit 2
        ;;
    esac
    shift
done

# Whether a stage was asked for: by its name, its number or its name without the number.
is_wanted() {
    [ -n "$only" ] || return 0
    for name in $only; do
        case $1 in
        "$name" | "$name"-* | [0-9]*-"$name") return 0 ;;
        esac
    done
    return 1
}

. "$root/tests/setup/tools.sh"
if [ "$install" = yes ]; then
    provide native emscripten wasi checks browser node
else
    use_own_node
fi

# Runs one stage, prints its line and adds its counts.
run_stage() {
    name=$(basename "$1" .sh)
    log="$root/build/logs/$name.log"
    began=$(date +%s)
    status=0
    "$1" >"$log" 2>&1 </dev/null || status=$?
    counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$log" | tail -1)
    stage_passed=${counts% *}
    stage_failed=${counts#* }
    [ -n "$counts" ] || { stage_passed=0 && stage_failed=0; }
    result=ok
    if [ "$status" != 0 ] || [ "$stage_passed" = 0 ]; then
        [ "$stage_failed" != 0 ] || stage_failed=1
    fi
    [ "$stage_failed" = 0 ] || result=FAILED
    printf '%-24s %-6s %6s passed %4s failed %5s s\n' \
        "$name" "$result" "$stage_passed" "$stage_failed" "$(($(date +%s) - began))"
    if [ "$result" = FAILED ]; then
        grep '^NOT OK' "$log" | head -20 || true
        tail -15 "$log" | sed 's/^/    | /'
    fi
    passed=$((passed + stage_passed))
    failed=$((failed + stage_failed))
}

passed=0
failed=0
mkdir -p "$root/build/logs"
for stage in "$root"/tests/stages/*.sh; do
    if is_wanted "$(basename "$stage" .sh)"; then run_stage "$stage"; fi
done
[ "$passed" -gt 0 ] || [ "$failed" -gt 0 ] || echo "run.sh: no test ran" >&2
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
