#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the npm package: shim, types, command, the packed tarball
. "$(dirname "$0")/../setup/stage.sh"
build_package
install_package_tools
run_node_tests js 'test/*.test.js'
finish
