// SPDX-License-Identifier: Apache-2.0
// One WebAssembly instance and its life. In: bytes and the name of an operation. Out: a copy of the result's bytes.
// It refuses to know what options, bodies and reports are.
//
//   linear memory:  | stack | data | input: part, part, last part | arena ... result |   grows, never shrinks
//
// Because it never shrinks, an instance that has grown beyond a bound is given up after the call, and the next call
// makes a new one from the compiled module: one large body costs later ones nothing.

import { ABI_VERSION } from "./abi.js";
import { decode, partBytesMax, writePart } from "./encode.js";
import { SteelyardError, argumentError } from "./error.js";

/** Memory that an instance may keep between calls. */
const KEPT_BYTES_MAX = 4 * 1024 * 1024;
/** What one call may put in: addresses are 32 bits, and input, arena and result share them. */
const INPUT_BYTES_MAX = 0x7fffffff;
const STATUS_OK = 0;
const STATUS_MEMORY = 1;

export class Engine {
  /** Version, verdicts by number, names of the profiles: what the engine says of itself. */
  table;
  #instantiate;
  #exports = null;
  #keptBytesMax = KEPT_BYTES_MAX;

  /** @param instantiate makes a new instance and returns its exports */
  constructor(instantiate) {
    this.#instantiate = instantiate;
    const exports = this.#open();
    if (typeof exports.engine_abi_version !== "function" || exports.engine_abi_version() !== ABI_VERSION)
      throw argumentError("module", `The module is no Steelyard engine of ABI version ${ABI_VERSION}.`);
    this.#keptBytesMax = Math.max(KEPT_BYTES_MAX, 2 * exports.memory.buffer.byteLength);
    this.table = JSON.parse(this.text([], (opened) => opened.steelyard_about()));
  }

  /**
   * One call: lays out the parts one after the other, runs `operate(exports, lengths)`, which returns a status, and
   * gives `read(exports, result)` the result's bytes, a copy. The parts are bytes; the last may also be a string.
   */
  call(parts, operate, read = keepResult) {
    const bytesMax = parts.reduce((sum, part) => sum + partBytesMax(part), 0);
    if (bytesMax > INPUT_BYTES_MAX) throw memoryError();
    const exports = this.#open();
    try {
      const lengths = writeParts(exports, parts, bytesMax);
      const status = operate(exports, lengths);
      if (status === STATUS_MEMORY) throw memoryError();
      const result = copyResult(exports);
      if (status !== STATUS_OK) throw faultError(result);
      return read(exports, result);
    } catch (error) {
      throw this.#mended(error);
    } finally {
      this.#close(exports);
    }
  }

  /** The same, the result as text. */
  text(parts, operate) {
    return decode(this.call(parts, operate));
  }

  #open() {
    try {
      return (this.#exports ??= this.#instantiate());
    } catch (error) {
      throw isExhaustion(error) ? memoryError() : error;
    }
  }

  /** Whatever is not an answer of the engine leaves an instance in an unknown state: it is given up. */
  #mended(error) {
    if (error instanceof SteelyardError && error.code !== "memory") return error;
    this.#exports = null;
    return isExhaustion(error) ? memoryError() : error;
  }

  #close(exports) {
    try {
      exports.engine_end();
    } catch {
      this.#exports = null;
    }
    if (exports.memory.buffer.byteLength > this.#keptBytesMax) this.#exports = null;
  }
}

function writeParts(exports, parts, bytesMax) {
  const address = exports.engine_begin(bytesMax) >>> 0;
  if (address === 0) throw memoryError();
  let target = new Uint8Array(exports.memory.buffer, address, bytesMax);
  return parts.map((part) => {
    const length = writePart(part, target);
    target = target.subarray(length);
    return length;
  });
}

/** The memory may have grown meanwhile, so the view is made here and not before. */
function copyResult(exports) {
  const address = exports.engine_result() >>> 0;
  const length = exports.engine_result_nbytes() >>> 0;
  return new Uint8Array(exports.memory.buffer, address, length).slice();
}

function keepResult(_exports, result) {
  return result;
}

function faultError(result) {
  const { code, option, message, ...place } = JSON.parse(decode(result));
  return new SteelyardError(code, message, option, place);
}

function memoryError() {
  return new SteelyardError("memory", "There is not enough memory for this call.");
}

/** How engines say that memory or the stack is used up (Firefox calls the latter an InternalError). */
function isExhaustion(error) {
  return error instanceof RangeError || error?.name === "InternalError";
}
