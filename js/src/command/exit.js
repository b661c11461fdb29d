// SPDX-License-Identifier: Apache-2.0
// Exit statuses, the errors that end the program, and those that only pass over a file.

import { SteelyardError } from "../error.js";
import { table } from "./table.js";

const statuses = Object.fromEntries(table.exits.rows.map(({ name, status }) => [name, status]));
export const STATUS_OK = statuses.all_ok;
export const STATUS_NOT_OK = statuses.not_ok;
export const STATUS_USAGE = statuses.usage;
export const STATUS_FILE = statuses.file;
export const STATUS_INTERRUPTED = statuses.interrupted;

/** The program was called wrongly: it ends with 2 and says where help is. */
export class UsageError extends Error {}

/** A file cannot be read: it is named, and the others are still done. */
export class FileError extends Error {
  constructor(name, reason) {
    super(`${name}: ${reason}`);
  }
}

/** A file that cannot be read, or not be held in memory, does not stop the others. Other errors are thrown on. */
export function passOver(error, name, output) {
  if (error instanceof FileError) output.message(error.message);
  else if (error instanceof SteelyardError && error.code === "memory") output.message(`${name}: ${error.message}`);
  else throw error;
  output.worsen(STATUS_FILE);
}
