// SPDX-License-Identifier: Apache-2.0
// The table of the command line, core/command/commands.json, as a module. core/embed_commands.cmake makes C of it.
// Use: node scripts/table.js TABLE.json LIMITS.h   (prints the module)

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** {SY_NAME} in a text is the number that the engine's limits.h gives that name: digits, or a product of them. */
function filled(text, limits) {
  return text.replace(/\{(SY_[A-Z_]+)\}/g, (_, name) => {
    const [, expression] = limits.match(new RegExp(`^#define ${name} \\(?([0-9u *]+)`, "m")) ?? [];
    if (expression === undefined) throw new Error(`the table names ${name}, which is no number of limits.h`);
    return expression.split("*").reduce((product, factor) => product * Number.parseInt(factor, 10), 1);
  });
}

/** The text of the module, which exports `table`. */
export function tableModule(tableFile, limitsFile) {
  const table = JSON.parse(filled(readFileSync(tableFile, "utf8"), readFileSync(limitsFile, "utf8")));
  const head = "// SPDX-License-Identifier: Apache-2.0\n// core/command/commands.json, with the engine's limits.\n";
  return `${head}export const table = ${JSON.stringify(table, null, 2)};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(tableModule(...process.argv.slice(2)));
