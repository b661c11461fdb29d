// SPDX-License-Identifier: Apache-2.0
// A report: its own copy of the engine's JSON, decoded when a field is first read. Verdict and ok come beside it as
// numbers, so asking for them costs no parsing. The JSON holds amounts as strings, so JSON.parse loses nothing.

import { decode, encode, isWellFormed } from "./encode.js";
import { SteelyardError, argumentError } from "./error.js";
import { objectText, readOptions, readSettings, valueText } from "./options.js";

let bytesOfReport;

export class Report {
  #engine;
  #bytes;
  #verdict;
  #ok;
  #data;

  static {
    bytesOfReport = (value) => (typeof value === "object" && value !== null && #bytes in value ? value.#bytes : null);
  }

  constructor(engine, bytes, verdict, ok) {
    this.#engine = engine;
    this.#bytes = bytes;
    this.#verdict = verdict;
    this.#ok = ok;
  }

  get ok() {
    return this.#ok;
  }
  get verdict() {
    return this.#engine.table.verdicts[this.#verdict];
  }
  get profile() {
    return this.toJSON().profile;
  }
  get snapshotAt() {
    return this.toJSON().snapshotAt;
  }
  get wallets() {
    return this.toJSON().wallets;
  }
  get totals() {
    return this.toJSON().totals;
  }
  get findings() {
    return this.toJSON().findings;
  }
  get summary() {
    return this.toJSON().summary;
  }
  get error() {
    return this.toJSON().error;
  }
  get json() {
    return decode(this.#bytes);
  }

  toJSON() {
    return (this.#data ??= deepFreeze(JSON.parse(this.json)));
  }

  toString() {
    return this.json;
  }

  canonical(options) {
    const { time } = readSettings(options, { time: true });
    return this.#engine.text([this.#bytes], (exports, [length]) => exports.steelyard_report_canonical(length, Number(time)));
  }

  canSpend(amount, options) {
    const parts = [this.#bytes, encode(queryText(amount, options))];
    return JSON.parse(this.#engine.text(parts, (exports, lengths) => exports.steelyard_can_spend(...lengths)));
  }

  [Symbol.for("nodejs.util.inspect.custom")]() {
    return this.toJSON();
  }
}

/**
 * The bytes of a report, of a report's JSON or of a canonical snapshot, as text or as the parsed object. Whether the
 * text is a report at all, the engine says.
 */
export function reportBytes(value) {
  const bytes = bytesOfReport(value);
  if (bytes !== null) return bytes;
  if (typeof value === "string") return encode(value);
  try {
    return encode(valueText(value, "report"));
  } catch {
    throw argumentError("report", "The argument is neither a report nor a canonical snapshot.");
  }
}

function queryText(amount, options) {
  const pairs = readOptions(options);
  if (pairs.some(([name]) => name === "amount"))
    throw new SteelyardError("option.unknown", "There is no option of this name.", "amount");
  return objectText([["amount", amountText(amount)], ...pairs]);
}

/** Anything but a string is no amount; the engine judges the strings. */
function amountText(amount) {
  if (typeof amount !== "string" || !isWellFormed(amount))
    throw new SteelyardError("call.amount", "The amount is no decimal string above zero.", "amount");
  return JSON.stringify(amount);
}

function deepFreeze(value) {
  if (typeof value !== "object" || value === null) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
