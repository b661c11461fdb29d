// SPDX-License-Identifier: Apache-2.0
// Runs the command line as a user would, for the tests of it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../bin/steelyard.js", import.meta.url));
/** The same commands in C, where they are built. */
export const nativeProgram = fileURLToPath(new URL("../../build/native/core/steelyard", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "steelyard-"));

/** Writes a file that the tests name, and returns its path. */
export function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A running command: the child process, its output so far unread. */
export function start(args, options = {}) {
  return spawn(process.execPath, [program, ...args], { stdio: "pipe", ...options });
}

/** Runs to the end: { status, out, err }. */
export async function run(args, { input = "", native = false } = {}) {
  const child = native ? spawn(nativeProgram, args, { stdio: "pipe" }) : start(args);
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [out, err] = await Promise.all([buffer(child.stdout), buffer(child.stderr), once(child, "close")]);
  return { status: child.exitCode, out: out.toString(), err: err.toString() };
}
