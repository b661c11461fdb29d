// SPDX-License-Identifier: Apache-2.0
// Options as callers write them to the JSON that the engine reads. It refuses only what JSON cannot say, and leaves
// every other judgement (names, types, values) to the engine.

import { isWellFormed, tagOf } from "./encode.js";
import { SteelyardError, argumentError } from "./error.js";

/** Deeper than any text that the engine reads; a guard for the call stack, not a rule. */
const DEPTH_MAX = 256;

/** The options that may differ from body to body: a call may bring its own. */
const CALL_OPTIONS = new Set(["status", "headers", "now"]);

/** Options as pairs of name and JSON text, those without a value left out. */
export function readOptions(options) {
  if (options === undefined) return [];
  if (!isPlainObject(options)) throw argumentError("options", "The options are no plain object.");
  return membersOf(options).map(([name, value]) => [name, optionText(name, value)]);
}

/** The JSON object of such pairs. */
export function objectText(pairs) {
  return `{${pairs.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",")}}`;
}

export function isCallOption([name]) {
  return CALL_OPTIONS.has(name);
}

/** maxAge stands without now: the clock has to be read at each call. */
export function wantsClock(pairs) {
  const names = pairs.map(([name]) => name);
  return names.includes("maxAge") && !names.includes("now");
}

/** The present time, for a call whose options want it. */
export function clockPair() {
  return ["now", JSON.stringify(new Date().toISOString())];
}

/**
 * Settings of the shim's own calls, which the engine never sees: each has a default, whose type it keeps.
 * Errors as for options: option.unknown, option.type.
 */
export function readSettings(settings, defaults) {
  if (settings === undefined) return defaults;
  if (!isPlainObject(settings)) throw argumentError("options", "The options are no plain object.");
  const given = Object.fromEntries(membersOf(settings));
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(defaults, name))
      throw new SteelyardError("option.unknown", "There is no option of this name.", name);
    if (typeof value !== typeof defaults[name])
      throw new SteelyardError("option.type", "The option has the wrong type.", name);
  }
  return { ...defaults, ...given };
}

function membersOf(object) {
  return Object.entries(object).filter(([, value]) => value !== undefined);
}

function optionText(name, value) {
  if (!isWellFormed(name)) throw new SteelyardError("option.unknown", "There is no option of this name.", name);
  if (name === "now" && tagOf(value) === "Date") return JSON.stringify(timeText(value));
  if (name === "headers" && isHeaders(value)) return valueText(Object.fromEntries(value), name);
  return valueText(value, name);
}

/** A WHATWG Headers object, of whichever fetch. */
function isHeaders(value) {
  return tagOf(value) === "Headers" && typeof value[Symbol.iterator] === "function";
}

function timeText(date) {
  const text = Date.prototype.toJSON.call(date);
  if (text === null) throw new SteelyardError("option.value", "The date is invalid.", "now");
  return text;
}

/** JSON of one value, written here because JSON.stringify turns NaN into null and a Map into {}. */
export function valueText(value, option, ancestors = new Set()) {
  if (typeof value === "string") return stringText(value, option);
  if (value === null || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  const isList = Array.isArray(value);
  if (!isList && !isPlainObject(value)) throw unsayable(option);
  if (ancestors.has(value) || ancestors.size === DEPTH_MAX) throw unsayable(option);
  ancestors.add(value);
  const text = isList
    ? `[${Array.from(value, (element) => valueText(element, option, ancestors)).join(",")}]`
    : objectText(membersOf(value).map((member) => memberText(member, option, ancestors)));
  ancestors.delete(value);
  return text;
}

function memberText([name, value], option, ancestors) {
  stringText(name, option);
  return [name, valueText(value, option, ancestors)];
}

function stringText(text, option) {
  if (isWellFormed(text)) return JSON.stringify(text);
  throw new SteelyardError("option.value", "The option holds half a surrogate pair, which is no text.", option);
}

/** An object literal, of any realm: its prototype is null or the end of a chain. */
function isPlainObject(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function unsayable(option) {
  return new SteelyardError("option.type", "The option holds something that JSON cannot say.", option);
}
