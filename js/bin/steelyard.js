#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";

const program = new URL("../dist/command/main.js", import.meta.url);

if (existsSync(program)) {
  const { main } = await import(program);
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error(
    "steelyard: js/dist is not built; run: cmake --preset wasm-emscripten && cmake --build --preset wasm-emscripten && node js/scripts/build.js",
  );
  process.exitCode = 2;
}
