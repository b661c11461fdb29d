#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the language of profiles: its schema and its compiler agree, and the page about it is true
. "$(dirname "$0")/../setup/stage.sh"
build_package
install_package_tools
run_counted node tests/schema/check_schema.mjs
run_counted node tests/schema/check_language_readme.mjs
finish
