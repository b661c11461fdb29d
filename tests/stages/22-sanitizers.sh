#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the unit tests under AddressSanitizer and UndefinedBehaviorSanitizer
. "$(dirname "$0")/../setup/stage.sh"
build_preset asan
run_unit_tests asan
finish
