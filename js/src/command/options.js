// SPDX-License-Identifier: Apache-2.0
// Flags and the files that they name to one JSON text of options, flag by flag. In: flags. Out: bytes.
// What is JSON, and which options make sense, the engine says.

import { readFileSync } from "node:fs";
import { encode } from "../encode.js";
import { SteelyardError } from "../error.js";
import { compileText } from "../verifier.js";
import { complaint } from "./complaints.js";
import { UsageError } from "./exit.js";
import { fileError } from "./input.js";
import { table } from "./table.js";

const NO_BYTES = new Uint8Array(0);

const string = (text) => JSON.stringify(text);

/** How the value of a flag becomes JSON, by its form. */
const FORMS = {
  text: string,
  integer: (text) => (/^(0|[1-9][0-9]*)$/.test(text) ? text : string(text)),
  json: (text) => text,
  text_or_file: string,
  text_or_json: (text) => (text.startsWith("{") ? text : string(text)),
  switch: () => "true",
};
const FORMS_WITH_FILE = new Set(["json", "text_or_file", "text_or_json"]);

/** The verifier that the file of options and the flags over it make. Throws UsageError and FileError. */
export function compileOptions(engine, flags) {
  const file = flags.get("options");
  return naming({ options: file }, () => {
    const first = file === undefined ? NO_BYTES : fileOfOne(file);
    const given = table.options.rows.filter(({ flag, sets }) => sets !== undefined && flags.has(flag));
    const options = given.reduce((text, row) => setFlag(engine, text, row, flags.get(row.flag)), first);
    return compileText(engine, options);
  });
}

/**
 * What a ledger's file expects: its bytes as they are, for the engine to judge; with a tolerance that in the place of
 * the file's own. Throws UsageError and FileError.
 */
export function readExpected(engine, flags) {
  const name = flags.get("expected");
  if (name === undefined) throw new UsageError(complaint("needs_expected"));
  if (!flags.has("tolerance")) return fileBytes(name);
  try {
    return set(engine, fileOfOne(name), "tolerance", encode(string(flags.get("tolerance"))));
  } catch (error) {
    throw isArgument(error, "options") ? new UsageError(complaint("not_object", name)) : error;
  }
}

function setFlag(engine, options, { flag, sets, form }, text) {
  const isFile = FORMS_WITH_FILE.has(form) && text.endsWith(".json");
  const value = isFile ? fileBytes(text) : encode(FORMS[form](text));
  return naming({ value: isFile ? text : `--${flag}` }, () => set(engine, options, sets, value));
}

/** The options with one member set, as the engine writes them. */
function set(engine, options, name, value) {
  return engine.call([options, encode(name), value], (exports, lengths) => exports.steelyard_options_set(...lengths));
}

/** Where the engine refuses one of these texts, the complaint names where it comes from. */
function naming(places, call) {
  try {
    return call();
  } catch (error) {
    const place = places[error.option];
    if (place === undefined || !isArgument(error, error.option)) throw error;
    throw new UsageError(complaint(error.path === undefined ? "not_json" : "not_object", place));
  }
}

function isArgument(error, option) {
  return error instanceof SteelyardError && error.code === "call.argument" && error.option === option;
}

/** The bytes of a file that is to hold an object: of an empty one a space, as no text at all is one to the engine. */
function fileOfOne(name) {
  const bytes = fileBytes(name);
  return bytes.length === 0 ? encode(" ") : bytes;
}

function fileBytes(name) {
  try {
    return readFileSync(name);
  } catch (error) {
    throw fileError(name, error);
  }
}
