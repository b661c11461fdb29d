// SPDX-License-Identifier: Apache-2.0
// A host of the engine module, as small as one can be: bytes in, a status and bytes out. It refuses to know what the
// operations mean. STEELYARD_WASM names the module.

import { readFileSync } from "node:fs";

const modulePath = process.env.STEELYARD_WASM ?? "build/wasm-emscripten/steelyard.wasm";
const moduleBytes = readFileSync(modulePath);

/** The module with another maximum of memory pages: the memory section is its id, length, count, flags, least, most. */
function withPagesMax(pages) {
  const section = Buffer.from([5, 6, 1, 1, 3, 0xff, 0xff, 3]);
  const bytes = Buffer.from(moduleBytes);
  const place = bytes.indexOf(section);
  if (place < 0) throw new Error("the module has no memory of 3 to 65535 pages");
  bytes.set([0x80 | (pages & 0x7f), 0x80 | (pages >> 7), 0], place + 5); // LEB128 in as many bytes as before
  return new WebAssembly.Module(bytes);
}

const compiled = new WebAssembly.Module(moduleBytes);

export class Host {
  /** @param pagesMax how far the memory may grow, in place of what the module says */
  constructor(pagesMax = null) {
    this.exports = new WebAssembly.Instance(pagesMax === null ? compiled : withPagesMax(pagesMax)).exports;
  }

  get memory() {
    return new Uint8Array(this.exports.memory.buffer);
  }

  /** Begins a call and lays out the parts, end to end; returns their lengths, null where memory cannot be had. */
  begin(...parts) {
    const bytes = parts.map((part) => (typeof part === "string" ? new TextEncoder().encode(part) : part));
    let address = this.exports.engine_begin(bytes.reduce((sum, { length }) => sum + length, 0)) >>> 0;
    if (address === 0) return null;
    for (const part of bytes) {
      this.memory.set(part, address);
      address += part.length;
    }
    return bytes.map(({ length }) => length);
  }

  /** A copy of the result. */
  result() {
    const { engine_result: address, engine_result_nbytes: nbytes } = this.exports;
    return new Uint8Array(this.exports.memory.buffer, address() >>> 0, nbytes() >>> 0).slice();
  }

  /** A whole call: `operate(exports, lengths)` gives the status. */
  call(parts, operate) {
    const lengths = this.begin(...parts);
    const status = operate(this.exports, lengths);
    const bytes = this.result();
    this.exports.engine_end();
    return { status, bytes, text: new TextDecoder().decode(bytes) };
  }

  compile(options) {
    return this.call([options], (exports, [nbytes]) => exports.steelyard_compile(nbytes)).bytes;
  }

  verify(body, options = "{}", callOptions = "") {
    return this.call([this.compile(options), callOptions, body], (exports, lengths) => exports.steelyard_verify(...lengths));
  }

  decimal(operation, left, right) {
    return this.call([left, right], (exports, lengths) => exports.steelyard_decimal(operation, ...lengths));
  }
}
