// SPDX-License-Identifier: Apache-2.0
// Arguments to a request: command, files, format, and the options as one JSON text. In: argv. Out: plain data.
// It refuses to know which options make sense; the engine says that.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { objectText } from "../options.js";
import { UsageError } from "./exit.js";
import { fileError } from "./input.js";
import { membersOf, parseJson } from "./json.js";

const STRING = { type: "string" };
const BOOLEAN = { type: "boolean" };

const string = (text) => JSON.stringify(text);
const integer = (text) => (/^(0|[1-9][0-9]*)$/.test(text) ? text : string(text));
const fileOr = (inline) => (text, flag) => (text.endsWith(".json") ? jsonFile(text) : inline(text, flag));
const json = (text, flag) => checkedJson(text, `--${flag}`);
const jsonOrString = (text, flag) => (text.startsWith("{") ? json(text, flag) : string(text));

/** Flag, option of the engine, and how the flag's value becomes JSON. */
const OPTION_FLAGS = {
  profile: ["profile", fileOr(string)],
  profiles: ["profiles", fileOr(json)],
  currency: ["currency", string],
  currencies: ["currencies", fileOr(json)],
  "minor-units": ["minorUnits", fileOr(json)],
  unit: ["unit", string],
  "credit-limit": ["creditLimit", fileOr(jsonOrString)],
  status: ["status", integer],
  headers: ["headers", fileOr(json)],
  now: ["now", string],
  "max-age": ["maxAge", string],
  "max-bytes": ["maxBytes", integer],
  explain: ["explain", () => "true"],
};

const FLAGS = {
  ...Object.fromEntries(Object.keys(OPTION_FLAGS).map((flag) => [flag, flag === "explain" ? BOOLEAN : STRING])),
  options: STRING,
  expected: STRING,
  tolerance: STRING,
  format: STRING,
  "no-colour": BOOLEAN,
  "no-color": BOOLEAN,
  help: { ...BOOLEAN, short: "h" },
  version: { ...BOOLEAN, short: "V" },
};

/**
 * { help }, { version }, or { command, files, flags, format, plain }: `flags` maps each flag given to its last value.
 * Throws UsageError.
 */
export function readArguments(args) {
  const { tokens } = parseArgs({ args, options: FLAGS, strict: false, allowPositionals: true, tokens: true });
  const flags = new Map();
  const operands = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    checkFlag(token);
    if (token.name === "help" || token.name === "version") return { [token.name]: true };
    flags.set(token.name, token.value);
  }
  const [command, ...files] = operands;
  const plain = flags.has("no-colour") || flags.has("no-color");
  return { command, files, flags, format: formatOf(flags), plain };
}

function checkFlag({ name, rawName, value }) {
  if (!Object.hasOwn(FLAGS, name)) throw new UsageError(`unknown option '${rawName}'`);
  if (FLAGS[name].type === "string" && value === undefined) throw new UsageError(`option '${rawName}' needs a value`);
  if (FLAGS[name].type === "boolean" && value !== undefined) throw new UsageError(`option '${rawName}' takes no value`);
}

function formatOf(flags) {
  const format = flags.get("format") ?? "human";
  if (format !== "human" && format !== "json") throw new UsageError("--format is human or json");
  return format;
}

/**
 * The options that flags and the options file make together, as pairs of name and JSON text. Members of the file that
 * no flag names stay as they are written, twins included. Throws UsageError and FileError.
 */
export function readOptionPairs(flags) {
  const fromFlags = Object.entries(OPTION_FLAGS)
    .filter(([flag]) => flags.has(flag))
    .map(([flag, [option, toJson]]) => [option, toJson(flags.get(flag), flag)]);
  const named = new Set(fromFlags.map(([option]) => option));
  const file = flags.get("options");
  const fromFile = file === undefined ? [] : optionsFile(file);
  return [...fromFile.filter(([option]) => !named.has(option)), ...fromFlags];
}

/**
 * What a ledger's file expects: its bytes as they are, for the engine to judge; with a tolerance its members as they are
 * written, and that tolerance in the place of the file's own. Throws UsageError and FileError.
 */
export function readExpected(flags) {
  const name = flags.get("expected");
  if (name === undefined) throw new UsageError("reconcile needs --expected FILE.json");
  const bytes = fileBytes(name);
  if (!flags.has("tolerance")) return bytes;
  const text = parseJson(bytes);
  const members = text === null ? null : membersOf(text);
  if (members === null) throw new UsageError(`${name}: not a JSON object`);
  const kept = members.filter(([member]) => member !== "tolerance");
  return objectText([...kept, ["tolerance", string(flags.get("tolerance"))]]);
}

function optionsFile(name) {
  const text = jsonFile(name);
  const members = membersOf(text);
  if (members === null) throw new UsageError(`${name}: not a JSON object`);
  return members;
}

function fileBytes(name) {
  try {
    return readFileSync(name);
  } catch (error) {
    throw fileError(name, error);
  }
}

function jsonFile(name) {
  const text = parseJson(fileBytes(name));
  if (text === null) throw new UsageError(`${name}: not JSON`);
  return text;
}

function checkedJson(text, flag) {
  if (parseJson(Buffer.from(text)) === null) throw new UsageError(`${flag}: not JSON`);
  return text;
}
