// SPDX-License-Identifier: Apache-2.0
// The package as users get it: packed, installed into an empty folder, used from there.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const packageFolder = fileURLToPath(new URL("..", import.meta.url));

/** Runs a program in a folder and returns its standard output. */
export function runIn(folder, program, args, options = {}) {
  return execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], ...options });
}

/** Packs what is built (without building again) and returns the tarball's path. */
export function pack() {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-pack-"));
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [{ filename, files }] = packList(JSON.parse(runIn(packageFolder, "npm", args)));
  return { tarball: join(folder, filename), files: files.map(({ path }) => path) };
}

/** Newer versions of npm answer with an object by package name, older ones with a list. */
function packList(answer) {
  return Array.isArray(answer) ? answer : Object.values(answer);
}

/** An empty folder with the packed package and nothing else installed. */
export function install(tarball) {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-user-"));
  writeFileSync(join(folder, "package.json"), '{"private":true}\n');
  runIn(folder, "npm", ["install", "--offline", "--no-audit", "--no-fund", tarball]);
  return folder;
}

/** Writes a file into a folder. */
export function write(folder, name, content) {
  writeFileSync(join(folder, name), content);
}

/** A program that the package's developers install, null where they have not. */
export function developerTool(name) {
  const path = join(packageFolder, "node_modules/.bin", name);
  return existsSync(path) ? path : null;
}

/** A program that uses the package and prints what it found. */
export const USE = `
const steelyard = await load();
const report = steelyard.verify('{"success":true,"data":{"current_balance":0.1,"available_balance":0.1}}');
console.log(report.verdict, report.wallets[0].amounts.available, steelyard.decimal.add("0.1", "0.2"));
try {
  steelyard.verify("{}", { currency: "usd" });
} catch (error) {
  console.log(error instanceof SteelyardError, error.code, error.option);
}
`;

/** What USE prints. */
export const USED = "valid 0.10 0.3\ntrue option.value currency\n";
