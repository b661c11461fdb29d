// SPDX-License-Identifier: Apache-2.0
// Files and standard input, never held beyond a bound. In: names. Out: bytes, whole or line by line.

import { createReadStream, fstatSync } from "node:fs";
import { complaint } from "./complaints.js";
import { FileError } from "./exit.js";

const CHUNK_BYTES = 256 * 1024;
const LF = 0x0a;
const BLANKS = new Set([0x20, 0x09, 0x0d]);

const REASONS = {
  ENOENT: complaint("no_file"),
  ENOTDIR: complaint("no_file"),
  EISDIR: complaint("directory"),
  EACCES: complaint("denied"),
  EPERM: complaint("denied"),
};

export function fileError(name, error) {
  return new FileError(name, REASONS[error.code] ?? complaint("unreadable"));
}

function open(name) {
  if (name !== "-") return createReadStream(name, { highWaterMark: CHUNK_BYTES });
  // Node.js reads nothing from a directory, and says nothing either.
  if (fstatSync(0).isDirectory()) throw Object.assign(new Error("a directory"), { code: "EISDIR" });
  return process.stdin;
}

/** The chunks of a file, of standard input for `-`. Throws FileError. */
async function* chunks(name) {
  try {
    yield* open(name);
  } catch (error) {
    throw error.code ? fileError(name, error) : error;
  }
}

/** A whole body, or of a longer one bytesMax + 1 bytes. */
export async function readBody(name, bytesMax) {
  const body = new Gathered(bytesMax);
  for await (const chunk of chunks(name)) {
    body.add(chunk);
    if (body.isFull) break;
  }
  return body.take().bytes;
}

/** The lines of a file, chunk by chunk: each chunk gives an iterable of { number, bytes, isBlank }. */
export async function* readLines(name, bytesMax) {
  const splitter = new LineSplitter(bytesMax);
  for await (const chunk of chunks(name)) yield splitter.lines(chunk);
  yield splitter.rest();
}

/** Bytes that come in pieces, of which no more than bytesMax + 1 are kept. */
class Gathered {
  #bytesMax;
  #pieces = [];
  #length = 0;
  #isBlank = true;

  constructor(bytesMax) {
    this.#bytesMax = bytesMax;
  }

  get isFull() {
    return this.#length > this.#bytesMax;
  }

  get isEmpty() {
    return this.#length === 0;
  }

  add(piece) {
    this.#isBlank = this.#isBlank && piece.every((byte) => BLANKS.has(byte));
    const kept = piece.subarray(0, this.#bytesMax + 1 - this.#length);
    if (kept.length > 0) this.#pieces.push(kept);
    this.#length += kept.length;
  }

  take() {
    const taken = {
      bytes: this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces),
      isBlank: this.#isBlank,
    };
    this.#pieces = [];
    this.#length = 0;
    this.#isBlank = true;
    return taken;
  }
}

class LineSplitter {
  #line;
  #number = 0;

  constructor(bytesMax) {
    this.#line = new Gathered(bytesMax);
  }

  /** The lines that end in this chunk; what follows the last of them is kept for the next. */
  *lines(chunk) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      this.#line.add(chunk.subarray(start, end));
      yield this.#next();
      start = end + 1;
    }
    if (start < chunk.length) this.#line.add(chunk.subarray(start));
  }

  /** The last line, where no LF ends it. */
  *rest() {
    if (!this.#line.isEmpty) yield this.#next();
  }

  #next() {
    this.#number += 1;
    return { number: this.#number, ...this.#line.take() };
  }
}
