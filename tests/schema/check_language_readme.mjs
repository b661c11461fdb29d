// SPDX-License-Identifier: Apache-2.0
// What core/profiles/README.md says about the language of profiles is true: files that it shows are written, commands
// run and their output compared, every profile and every piece of one accepted by compiler and schema, every recipe of
// the cookbook reads its body.
//
//   node tests/schema/check_language_readme.mjs [README.md]
//
//   ```json NAME.json        a file; `NAME.json (add)`: members to add to it, as a merge patch
//   ```json                  members of a profile
//   ```json recipe           a body in the first line, the members that read it in the others; `recipe of an error`: a body
//                            that is one, with code and messages
//   ```sh                    commands; the next block without a language is what they print
//
// STEELYARD_PACKAGE is the folder of the built package, js where it is not set; STEELYARD_COMMAND the command to run,
// the package's own where it is not set.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { schema, schemaFault } from "./schema.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SCRATCH = join(ROOT, "build/readme/language");
const README = process.argv[2] ?? join(ROOT, "core/profiles/README.md");
const PACKAGE = process.env.STEELYARD_PACKAGE ?? join(ROOT, "js");
const COMMAND = process.env.STEELYARD_COMMAND ?? join(PACKAGE, "bin/steelyard.js");
const BLOCK = /^```([^\n]*)\n(.*?)^```$/gms;

/** What a piece of a profile leaves unsaid. */
const UNSAID = {
  profile: "sketch",
  wallets: { at: "/wallets", as: ["list"] },
  currency: { from: "member", at: "/currency" },
  unit: "major",
  amounts: { available: { at: "/available" } },
};

const { load } = await import(pathToFileURL(join(PACKAGE, "dist/index.js")));
const steelyard = await load();
const text = readFileSync(README, "utf8");
let passed = 0;
let failed = 0;

function check(name, complaint) {
  if (complaint) failed += 1;
  else passed += 1;
  console.log(`${complaint ? "NOT OK " : "ok     "} ${name}${complaint ? `\n        ${complaint}` : ""}`);
}

function blocksOf(readme) {
  const blocks = [...readme.matchAll(BLOCK)].map(([, info, content], index) => ({ index, info: info.trim(), content }));
  return blocks.map((block, index) => ({ ...block, next: blocks[index + 1] }));
}

/** JSON Merge Patch (RFC 7396). */
function merged(target, patch) {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  const base = typeof target === "object" && target !== null && !Array.isArray(target) ? target : {};
  const result = { ...base };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = merged(base[name], value);
  }
  return result;
}

/** What is wrong with a profile, by the schema and by the compiler; null where nothing is. */
function faultOf(profile) {
  const bySchema = schemaFault(profile);
  if (bySchema !== null) return `the schema: ${bySchema}`;
  try {
    steelyard.verifier({ profile });
    return null;
  } catch (error) {
    return error.message;
  }
}

function sketch(content) {
  return { ...UNSAID, ...JSON.parse(`{${content}}`) };
}

const files = new Map();

function writeFile(info, content) {
  const [name, add] = info.split(" ");
  const value = JSON.parse(content);
  const whole = add === "(add)" ? merged(files.get(name), value) : value;
  files.set(name, whole);
  writeFileSync(join(SCRATCH, name), add === "(add)" ? JSON.stringify(whole, null, 2) : content);
  check(`${name}${add ? " with what is added" : ""}`, "profile" in whole ? faultOf(whole) : null);
}

function runPiece({ index, content }) {
  check(`block ${index}: members of a profile`, faultOf(sketch(content)));
}

/** Whether a report is what the recipe promises: nothing wrong, or the provider's error. */
function isAsPromised(report, ofError) {
  if (ofError) return report.verdict === "provider_error" && report.error.code !== null && report.error.messages.length > 0;
  return report.ok && report.findings.length === 0 && report.wallets.length > 0;
}

/** A recipe is good where its profile is, and finds nothing wrong with its body. */
function runRecipe({ index, content, info }) {
  const [body, ...lines] = content.split("\n");
  const profile = sketch(lines.join("\n"));
  const fault = faultOf(profile);
  const report = fault === null ? steelyard.verify(body, { profile }) : null;
  const clean = report === null || isAsPromised(report, info === "json recipe of an error");
  check(`block ${index}: recipe ${body}`, fault ?? (clean ? null : report.json));
}

function runCommands({ index, content, next }) {
  const env = { ...process.env, PATH: `${SCRATCH}/bin:${process.env.PATH}`, NO_COLOR: "1", LC_ALL: "C.UTF-8" };
  const { stdout, status } = spawnSync("sh", ["-c", `exec 2>&1\n${content}`], { cwd: SCRATCH, env, encoding: "utf8" });
  if (next?.info !== "") {
    check(`block ${index}: ${content.trim()}`, status === 0 ? null : stdout);
    return;
  }
  const printed = stdout.replace(/[ \t]+$/gm, "").trimEnd();
  const same = printed === next.content.trimEnd();
  check(`block ${index}: ${content.trim().split("\n").at(-1)}`, same ? null : `it prints:\n${printed}`);
}

/** Each row of the table of shapes: the body and the messages that come of it. */
function runShapes() {
  const rows = [...text.matchAll(/^\| `(\w+)` \| `(\{"error": .*\})` \| (`.*`) \|$/gm)];
  for (const [, shape, body, cell] of rows) {
    const profile = { ...UNSAID, envelope: { error: { at: "/error", messages: [{ at: "/error", as: [shape] }] } } };
    const { verdict, error } = steelyard.verify(body, { profile });
    const promised = [...cell.matchAll(/`([^`]*)`/g)].map(([, message]) => message);
    const same = verdict === "provider_error" && error.messages.join("\n") === promised.join("\n");
    check(`messages as ${shape}`, same ? null : `${verdict}: ${error?.messages.join("; ")}`);
  }
  const shapes = schema.$defs.messages.properties.as.items.enum;
  const told = rows.map(([, shape]) => shape);
  check("every shape of messages has its row", told.toSorted().join() === shapes.toSorted().join() ? null : told.join());
}

/** A command that the text names beside the blocks ends well. */
function runNamedCommands() {
  const prose = text.replace(BLOCK, "");
  for (const [, command] of prose.matchAll(/`(steelyard [a-z][^`]*)`/g)) runCommands({ index: "-", content: command });
}

/** The table of ready-made profiles names those that are there, in order. */
function complaintAboutTable() {
  const names = [...text.slice(text.indexOf("## Ready-made profiles")).matchAll(/^\| \[`(\w+)`\]/gm)].map(([, name]) => name);
  const there = readdirSync(join(ROOT, "core/profiles")).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
  const same = names.toSorted().join() === there.toSorted().join();
  return same ? null : `the table has ${names.join(", ")}; the folder has ${there.join(", ")}`;
}

/** Every limit that the README names stands in limits.h. */
function complaintAboutLimits() {
  const header = readFileSync(join(ROOT, "core/src/base/limits.h"), "utf8");
  const lost = [...text.matchAll(/`(SY_\w+)`/g)].map(([, name]) => name).filter((name) => !header.includes(`#define ${name} `));
  return lost.length === 0 ? null : `limits.h lacks ${lost.join(", ")}`;
}

rmSync(SCRATCH, { recursive: true, force: true });
mkdirSync(join(SCRATCH, "bin"), { recursive: true });
const program = COMMAND.endsWith(".js") ? `"${process.execPath}" "${COMMAND}"` : `"${COMMAND}"`;
writeFileSync(join(SCRATCH, "bin/steelyard"), `#!/bin/sh\nexec ${program} "$@"\n`);
chmodSync(join(SCRATCH, "bin/steelyard"), 0o755);

for (const block of blocksOf(text)) {
  if (block.info === "sh") runCommands(block);
  else if (block.info === "json") runPiece(block);
  else if (block.info.startsWith("json recipe")) runRecipe(block);
  else if (block.info.startsWith("json ")) writeFile(block.info.slice("json ".length), block.content);
  else if (block.info !== "") check(`block ${block.index}`, `nobody runs a block of ${block.info}`);
}
runShapes();
runNamedCommands();
check("the table of ready-made profiles", complaintAboutTable());
check("limits that are named", complaintAboutLimits());
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
