// SPDX-License-Identifier: Apache-2.0
// For require(), like index.cjs.
"use strict";

exports.load = async (options) => (await import("./core.js")).load(options);
exports.SteelyardError = require("./index.cjs").SteelyardError;
