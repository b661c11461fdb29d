// SPDX-License-Identifier: Apache-2.0
// Options compiled once, for many bodies. In: options and bodies. Out: reports. The rules are the engine's.

import { bodyPart, encode } from "./encode.js";
import { withoutOffset } from "./error.js";
import { clockPair, isCallOption, objectText, readOptions, wantsClock } from "./options.js";
import { Report } from "./report.js";

/** Verifier blocks kept for options that come again with each body. */
const CACHED_BLOCKS_MAX = 16;

const NO_BYTES = new Uint8Array(0);

/** A verifier block, with what the shim itself has to know of its options. */
export function compile(engine, pairs) {
  const aged = wantsClock(pairs);
  const block = withoutOffset(() =>
    engine.call([encode(objectText(pairs))], (exports, [length]) => exports.steelyard_compile(length)),
  );
  return { block, aged, bytesMax: bytesMaxOf(engine, pairs) };
}

/** The same of options that stand in a text, as bytes: a JSON object, or nothing. */
export function compileText(engine, text) {
  const block = withoutOffset(() => engine.call([text], (exports, [length]) => exports.steelyard_compile(length)));
  const options = text.length === 0 ? {} : JSON.parse(new TextDecoder().decode(text));
  const { maxAge, now, maxBytes = engine.table.maxBytes } = options;
  return { block, aged: maxAge !== undefined && now === undefined, bytesMax: maxBytes };
}

/** A longer body is cut behind the byte that makes it too long. */
function bytesMaxOf(engine, pairs) {
  const text = pairs.find(([name]) => name === "maxBytes")?.[1];
  return text === undefined ? engine.table.maxBytes : Number(text);
}

/** Judges one body by a compiled block and the options of this call. */
export function verify(engine, compiled, body, callPairs) {
  const pairs = compiled.aged && !callPairs.some(([name]) => name === "now") ? [...callPairs, clockPair()] : callPairs;
  const call = pairs.length === 0 ? NO_BYTES : encode(objectText(pairs));
  const parts = [compiled.block, call, bodyPart(body, compiled.bytesMax)];
  return engine.call(
    parts,
    (exports, lengths) => exports.steelyard_verify(...lengths),
    (exports, bytes) => new Report(engine, bytes, exports.steelyard_report_verdict(), exports.steelyard_report_ok() === 1),
  );
}

/** What `steelyard.verifier` returns. */
export function createVerifier(engine, options) {
  const compiled = compile(engine, readOptions(options));
  return Object.freeze({
    verify: (body, callOptions) => verify(engine, compiled, body, readOptions(callOptions)),
  });
}

/** `steelyard.verify`: remembers the blocks of the options used last. */
export function createVerify(engine) {
  const compiledByText = new Map();
  return (body, options) => {
    const pairs = readOptions(options);
    const callPairs = pairs.filter(isCallOption);
    const aged = wantsClock(pairs);
    const compiled = recall(
      compiledByText,
      engine,
      pairs.filter((pair) => !isCallOption(pair)),
    );
    return verify(engine, { ...compiled, aged }, body, callPairs);
  };
}

/** A Map keeps the order of insertion: the first entry is the one not used for the longest time. */
function recall(compiledByText, engine, pairs) {
  const text = objectText(pairs);
  const compiled = compiledByText.get(text) ?? compile(engine, pairs);
  compiledByText.delete(text);
  compiledByText.set(text, compiled);
  if (compiledByText.size > CACHED_BLOCKS_MAX) compiledByText.delete(compiledByText.keys().next().value);
  return compiled;
}
