#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# the npm package in other runtimes and bundlers: Node, Deno, Bun, workerd, browsers
. "$(dirname "$0")/../setup/stage.sh"
build_package
install_package_tools
run_node_tests js 'test/runtimes/*.test.js'
finish
