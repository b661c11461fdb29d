// SPDX-License-Identifier: Apache-2.0
// Text and buffers to bytes. In: whatever a caller passes. Out: bytes, never a silently mended text.
// It refuses to know what the bytes mean.

import { SteelyardError } from "./error.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Strings up to this length are written straight into linear memory, where three bytes a unit are set aside. */
const DIRECT_UNITS_MAX = 32768;

/** The text of what the engine wrote, which is UTF-8. Only one that no string can hold fails. */
export function decode(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new SteelyardError("memory", "The text is longer than a string can be.");
  }
}

/** Whether a text has no half of a surrogate pair. */
export const isWellFormed =
  typeof String.prototype.isWellFormed === "function"
    ? (text) => text.isWellFormed()
    : (text) => !/\p{Surrogate}/u.test(text);

/**
 * UTF-8, but half a surrogate pair becomes the three bytes that UTF-8 forbids for it. TextEncoder would put U+FFFD
 * there, and the engine would then judge a text that nobody sent.
 */
export function encode(text) {
  if (isWellFormed(text)) return encoder.encode(text);
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const unit = character.length === 1 ? character.charCodeAt(0) : 0;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      bytes.set([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)], length);
      length += 3;
    } else {
      length += encoder.encodeInto(character, bytes.subarray(length)).written;
    }
  }
  return bytes.subarray(0, length);
}

/** A short well-formed string stays a string, to be written in place; everything else becomes bytes. */
function textPart(text) {
  return text.length <= DIRECT_UNITS_MAX && isWellFormed(text) ? text : encode(text);
}

/** The most bytes that `writePart` may write. */
export function partBytesMax(part) {
  return typeof part === "string" ? part.length * 3 : part.byteLength;
}

/** Writes a part at the beginning of `target` and returns how many bytes that took. */
export function writePart(part, target) {
  if (typeof part === "string") return encoder.encodeInto(part, target).written;
  target.set(part);
  return part.byteLength;
}

/** [object Name] holds across realms (a frame, a test runner's sandbox), where instanceof does not. */
export function tagOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/**
 * The body of a response as something `writePart` takes. Of a body beyond the limit only one byte more is kept: enough
 * for the engine to refuse it, and no reason to run out of memory.
 */
export function bodyPart(body, bytesMax) {
  if (typeof body === "string") return textPart(body.length > bytesMax ? body.slice(0, bytesMax + 1) : body);
  const bytes = bytesOf(body);
  if (bytes === null) throw new SteelyardError("call.body", "The body is neither text nor bytes.");
  return bytes.byteLength > bytesMax ? bytes.subarray(0, bytesMax + 1) : bytes;
}

/** The bytes of what the contract names; a view of wider numbers is more likely a mistake than a body. */
function bytesOf(value) {
  if (value instanceof Uint8Array) return value;
  const tag = tagOf(value);
  return tag === "ArrayBuffer" || tag === "SharedArrayBuffer" ? asBytes(value) : null;
}

/** A tag can be forged; the constructor cannot be fooled: of anything but a live buffer it makes another, or throws. */
function asBytes(buffer) {
  try {
    const bytes = new Uint8Array(buffer);
    return bytes.buffer === buffer ? bytes : null;
  } catch {
    return null;
  }
}
