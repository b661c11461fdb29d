// SPDX-License-Identifier: Apache-2.0
// Exact decimal arithmetic, done by the engine. In: strings. Out: strings.

import { encode, isWellFormed } from "./encode.js";
import { SteelyardError, argumentError } from "./error.js";

/** steelyard_decimal_operation of the engine. */
const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
const COMPARE = 3;
const NEGATE = 4;
const ABS = 5;
const SUM = 6;
const QUANTIZE = 7;

const NO_BYTES = new Uint8Array(0);

/** What `steelyard.decimal` is. */
export function createDecimal(engine) {
  const run = (operation, left, right) =>
    engine.text([left, right], (exports, lengths) => exports.steelyard_decimal(operation, ...lengths));
  const unary = (operation) => (x) => run(operation, operand(x), NO_BYTES);
  const binary = (operation) => (x, y) => run(operation, operand(x), operand(y));
  const compare = binary(COMPARE);
  return Object.freeze({
    add: binary(ADD),
    subtract: binary(SUBTRACT),
    multiply: binary(MULTIPLY),
    compare: (x, y) => Number(compare(x, y)),
    negate: unary(NEGATE),
    abs: unary(ABS),
    sum: (list) => run(SUM, listOperand(list), NO_BYTES),
    quantize: (x, scale, mode) => run(QUANTIZE, operand(x), encode(quantum(scale, mode))),
  });
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
