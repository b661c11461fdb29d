// SPDX-License-Identifier: Apache-2.0
// For require(): load() is asynchronous anyway, so the one and only engine is imported there. Two copies of it, one for
// require and one for import, could not tell each other's errors.
"use strict";

exports.load = async (options) => (await import("./index.js")).load(options);

/** Known by its name, because the class itself comes with load(): `error instanceof SteelyardError` holds. */
exports.SteelyardError = class SteelyardError extends Error {
  static [Symbol.hasInstance](value) {
    return value instanceof Error && value.name === "SteelyardError";
  }
};
