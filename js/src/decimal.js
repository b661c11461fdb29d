// SPDX-License-Identifier: Apache-2.0
// Exact decimal arithmetic, done by the engine. In: strings. Out: strings.

import { encode, isWellFormed } from "./encode.js";
import { SteelyardError, argumentError } from "./error.js";

const NO_BYTES = new Uint8Array(0);

/** What `steelyard.decimal` is. The engine names its operations; their numbers are their places in its list. */
export function createDecimal(engine) {
  const run = (name, left, right) => {
    const operation = engine.table.operations.indexOf(name);
    return engine.text([left, right], (exports, lengths) => exports.steelyard_decimal(operation, ...lengths));
  };
  const unary = (name) => (x) => run(name, operand(x), NO_BYTES);
  const binary = (name) => (x, y) => run(name, operand(x), operand(y));
  const own = {
    compare: (x, y) => Number(run("compare", operand(x), operand(y))),
    negate: unary("negate"),
    abs: unary("abs"),
    sum: (list) => run("sum", listOperand(list), NO_BYTES),
    quantize: (x, scale, mode) => run("quantize", operand(x), encode(quantum(scale, mode))),
  };
  const calls = engine.table.operations.map((name) => [name, own[name] ?? binary(name)]);
  return Object.freeze(Object.fromEntries(calls));
}

function operand(value) {
  if (typeof value === "string" && isWellFormed(value)) return encode(value);
  throw new SteelyardError("decimal.syntax", "A decimal is a string, so that no digit is lost.");
}

function listOperand(list) {
  if (!Array.isArray(list)) throw argumentError("list", "The argument is no array.");
  return encode(`[${Array.from(list, elementText).join(",")}]`);
}

function elementText(value) {
  operand(value);
  return JSON.stringify(value);
}

function quantum(scale, mode) {
  if (!Number.isInteger(scale)) throw argumentError("scale", "The scale is no integer from 0 to 38.");
  if (mode === undefined) return `${scale}`;
  if (typeof mode !== "string") throw argumentError("mode", "There is no such rounding mode.");
  return `${scale} ${mode}`;
}
