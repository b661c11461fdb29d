// SPDX-License-Identifier: Apache-2.0
// Runs a WASI program as a shell would run a native one: `node tests/wasi/run.mjs PROGRAM.wasm [ARGUMENT...]`.
// The whole file system is opened, and PWD says where in it the program stands.

import { readFileSync } from "node:fs";
import { WASI } from "node:wasi";

const [, , program, ...args] = process.argv;
const env = { ...process.env, PWD: process.cwd() };
const wasi = new WASI({ version: "preview1", args: ["steelyard", ...args], env, preopens: { "/": "/" }, returnOnExit: true });
const module = new WebAssembly.Module(readFileSync(program));
process.exitCode = wasi.start(new WebAssembly.Instance(module, wasi.getImportObject()));
