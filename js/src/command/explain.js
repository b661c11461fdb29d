// SPDX-License-Identifier: Apache-2.0
// explain and profile check: codes and profiles in words. A profile that is wrong is named by file, line and column.

import { SteelyardError } from "../error.js";
import { explainCode, explainProfileBytes } from "../words.js";
import { complaint } from "./complaints.js";
import { STATUS_NOT_OK, STATUS_USAGE, UsageError } from "./exit.js";
import { readBody } from "./input.js";

/** More than that the engine takes for no JSON. */
const PROFILE_BYTES_MAX = 64 * 1024 * 1024;
const LF = 0x0a;

export async function explain({ engine, files, flags, output }) {
  const name = flags.get("profile");
  const bytes = isFile(name) ? await readBody(name, PROFILE_BYTES_MAX) : undefined;
  if (bytes === undefined && name !== undefined && name !== "auto" && !engine.table.profiles.includes(name))
    throw new UsageError(complaint("unknown_profile", name));
  try {
    return await output.line(explainCode(engine, files[0], bytes));
  } catch (error) {
    if (!isWrongProfile(error)) throw error;
    output.message(placedMessage(name, bytes, error));
    output.worsen(STATUS_USAGE);
  }
}

export async function profile({ engine, files, output }) {
  const [action, name] = files;
  if (action !== "check") throw new UsageError(complaint("unknown_action", action));
  const bytes = await readBody(name, PROFILE_BYTES_MAX);
  try {
    return await output.line(explainProfileBytes(engine, bytes));
  } catch (error) {
    if (!isWrongProfile(error)) throw error;
    await output.line(placedMessage(name, bytes, error));
    output.worsen(STATUS_NOT_OK);
  }
}

function isFile(name) {
  return name !== undefined && (name.endsWith(".json") || name.includes("/"));
}

function isWrongProfile(error) {
  return error instanceof SteelyardError && error.option === "profile";
}

/** `FILE:LINE:COLUMN: MESSAGE`, lines and columns from 1, columns in bytes. */
function placedMessage(name, bytes, { code, option, offset, message }) {
  const complaint = message.slice(`${code}: ${option}: `.length);
  if (offset === undefined) return `${name}: ${complaint}`;
  const before = bytes.subarray(0, offset);
  const line = before.reduce((count, byte) => count + (byte === LF), 1);
  return `${name}:${line}:${before.length - before.lastIndexOf(LF)}: ${complaint}`;
}
