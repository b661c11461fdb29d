#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# library and program built by gcc without a warning; the unit tests
. "$(dirname "$0")/../setup/stage.sh"
build_preset release
run_unit_tests release
finish
