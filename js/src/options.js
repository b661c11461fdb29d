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

/** What JSON writes between quotation marks as it stands. */
const PLAIN_TEXT = /^[ !#-[\]-~]*$/;

/**
 * JSON of one value, written here because JSON.stringify turns NaN into null and a Map into {}. It runs for each body
 * whose options are an object literal, so it goes over the members once and makes no lists of them.
 */
export function valueText(value, option, ancestors = []) {
  if (typeof value === "string") return stringText(value, option);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  const isList = Array.isArray(value);
  if (!isList && !isPlainObject(value)) throw unsayable(option);
  if (ancestors.length === DEPTH_MAX || ancestors.includes(value)) throw unsayable(option);
  ancestors.push(value);
  const text = isList ? listText(value, option, ancestors) : membersText(value, option, ancestors);
  ancestors.pop();
  return text;
}

function listText(list, option, ancestors) {
  let text = "";
  for (let i = 0; i < list.length; i++) text += `${i === 0 ? "" : ","}${valueText(list[i], option, ancestors)}`;
  return `[${text}]`;
}

function membersText(object, option, ancestors) {
  let text = "";
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (value === undefined) continue;
    text += `${text === "" ? "" : ","}${stringText(name, option)}:${valueText(value, option, ancestors)}`;
  }
  return `{${text}}`;
}

function stringText(text, option) {
  if (PLAIN_TEXT.test(text)) return `"${text}"`;
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
