// SPDX-License-Identifier: Apache-2.0
// The one error class. A wrong call throws it; a wrong body never throws anything.

/** A wrong call: `code` is one of a closed list, `option` names what was wrong where something has a name. */
export class SteelyardError extends Error {
  /**
   * @param {string} code
   * @param {string} message one sentence
   * @param {string | null} option name of the option or argument
   * @param {object} place path, offset, found, nearest and allowed, as far as they are known
   */
  constructor(code, message, option = null, place = {}) {
    super(option ? `${code}: ${option}: ${message}` : `${code}: ${message}`);
    this.code = code;
    this.option = option;
    Object.assign(this, place);
  }
}
Object.defineProperty(SteelyardError.prototype, "name", {
  value: "SteelyardError",
  configurable: true,
  writable: true,
});

/** Runs a call on a JSON text that was put together here: where in it something is wrong means nothing to the caller. */
export function withoutOffset(call) {
  try {
    return call();
  } catch (error) {
    if (error instanceof SteelyardError) delete error.offset;
    throw error;
  }
}

/** The same complaint from several places: an argument is not what this call takes. */
export function argumentError(name, message) {
  return new SteelyardError("call.argument", message, name);
}
