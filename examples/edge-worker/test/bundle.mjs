// SPDX-License-Identifier: Apache-2.0
// The Worker as wrangler would deploy it: one script by esbuild, under the `workerd` condition, and beside it the
// engine's module, which the script imports as a compiled module.

import { build } from "esbuild";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));

export const configuration = JSON.parse(readFileSync(join(folder, "wrangler.json"), "utf8"));

/** Bundles into a folder of that name; returns its path and the names of the script and the module in it. */
export async function bundle(name) {
  const outdir = join(folder, "../../build/examples/edge-worker", name);
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [join(folder, configuration.main)],
    bundle: true,
    conditions: ["workerd"],
    format: "esm",
    loader: { ".wasm": "copy" },
    logLevel: "warning",
    outdir,
    target: "es2022",
  });
  return { outdir, script: "worker.js", wasm: readdirSync(outdir).find((name) => name.endsWith(".wasm")) };
}
