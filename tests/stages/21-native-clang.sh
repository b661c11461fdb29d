#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the same by clang
. "$(dirname "$0")/../setup/stage.sh"
build_preset clang
run_unit_tests clang
finish
