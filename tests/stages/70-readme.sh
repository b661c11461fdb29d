#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the README: every command and every piece of code in it runs
. "$(dirname "$0")/../setup/stage.sh"

build_preset release
build_package
run_counted python3 tests/readme/run_readme.py
run_counted python3 tests/readme/run_readme.py core/README.md
finish
