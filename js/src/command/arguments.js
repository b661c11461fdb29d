// SPDX-License-Identifier: Apache-2.0
// Arguments to a request: command, files, flags and format. In: argv. Out: plain data.
// Which flags there are the table says, and which values make sense the engine.

import { parseArgs } from "node:util";
import { complaint } from "./complaints.js";
import { UsageError } from "./exit.js";
import { table } from "./table.js";

/** Every spelling of a flag, with the name that it is known by. */
const NAMES = new Map(
  table.options.rows.flatMap(({ flag, alias }) => [flag, alias].filter(Boolean).map((name) => [name, flag])),
);
const SWITCHES = new Set(table.options.rows.filter(({ form }) => form === "switch").map(({ flag }) => flag));

/** The flags as parseArgs wants them. */
const FLAGS = Object.fromEntries(
  table.options.rows.flatMap(({ flag, alias, letter, form }) => {
    const type = form === "switch" ? "boolean" : "string";
    const names = alias === undefined ? [flag] : [flag, alias];
    return names.map((name) => [name, letter === undefined ? { type } : { type, short: letter }]);
  }),
);

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
    const flag = flagOf(token);
    if (flag === "help" || flag === "version") return { [flag]: true };
    flags.set(flag, token.value);
  }
  const [command, ...files] = operands;
  return { command, files, flags, format: formatOf(flags), plain: flags.has("no-colour") };
}

/** The name that a flag is known by, where it is given as it takes its value. */
function flagOf({ name, rawName, value }) {
  const flag = NAMES.get(name);
  if (flag === undefined) throw new UsageError(complaint("unknown_option", rawName));
  if (!SWITCHES.has(flag) && value === undefined) throw new UsageError(complaint("needs_value", rawName));
  if (SWITCHES.has(flag) && value !== undefined) throw new UsageError(complaint("takes_no_value", rawName));
  return flag;
}

function formatOf(flags) {
  const format = flags.get("format") ?? "human";
  if (format !== "human" && format !== "json") throw new UsageError(complaint("format"));
  return format;
}
