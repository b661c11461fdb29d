#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh - installs what the examples and their tests use into examples/node_modules, where that is not done yet.
# The package itself comes as a link to js/, so it has to be built there first (npm --prefix js run build).
set -eu

cd "$(dirname "$0")"
done_for=node_modules/.installed-for
if [ -e node_modules/steelyard ] && cmp -s package-lock.json "$done_for"; then exit 0; fi
npm ci --no-audit --no-fund
cp package-lock.json "$done_for"
