#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the house's habits: includes go up the source list, files stay small, no floating point in C
. "$(dirname "$0")/../setup/stage.sh"

run_counted python3 tests/structure/check_includes.py
run_counted python3 tests/structure/check_files.py
finish
