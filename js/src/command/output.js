// SPDX-License-Identifier: Apache-2.0
// Standard output, gathered into large writes and held back while the reader is slow; messages on standard error.

import { complaint } from "./complaints.js";
import { STATUS_FILE } from "./exit.js";

const GATHERED_BYTES_MAX = 64 * 1024;
const LF = Buffer.from("\n");

export class Output {
  #pieces = [];
  #length = 0;
  /** The worst exit status so far. */
  status = 0;

  /** Standard output reports its errors to each write; without a listener they would end the program first. */
  constructor() {
    process.stdout.on("error", () => {});
    process.stderr.on("error", () => {});
  }

  /** A line: text or bytes, and an LF where it lacks one. */
  async line(content) {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    this.#pieces.push(bytes);
    this.#length += bytes.length;
    if (bytes.at(-1) !== LF[0]) this.#pieces.push(LF);
    if (this.#length > GATHERED_BYTES_MAX) await this.flush();
  }

  async flush() {
    if (this.#pieces.length === 0) return;
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#length = 0;
    const error = await new Promise((resolve) => process.stdout.write(bytes, resolve));
    if (error) this.#giveUp(error);
  }

  message(text) {
    process.stderr.write(`steelyard: ${text}\n`);
  }

  worsen(status) {
    this.status = Math.max(this.status, status);
  }

  /** A reader that went away has had enough; anything else lost output. */
  #giveUp(error) {
    if (error.code === "EPIPE") process.exit(this.status);
    this.message(complaint("output"));
    process.exit(STATUS_FILE);
  }
}
