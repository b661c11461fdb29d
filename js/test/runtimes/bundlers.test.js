// SPDX-License-Identifier: Apache-2.0
// The packed package through bundlers without any configuration: one file that works alone.

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { USE, USED, install, pack, runIn, write } from "../package.js";
import { importTool, installTools } from "./tools.js";

installTools();
const folder = install(pack().tarball);
write(folder, "use.mjs", `import { load, SteelyardError } from "steelyard";\n${USE}`);

/** Runs a bundle where no package is installed. */
function runAlone(path) {
  const alone = mkdtempSync(join(tmpdir(), "steelyard-bundle-"));
  copyFileSync(path, join(alone, "bundle.mjs"));
  return runIn(alone, process.execPath, ["bundle.mjs"]);
}

test("rollup", async () => {
  const { rollup } = await importTool("rollup");
  const resolve = await importTool("@rollup/plugin-node-resolve");
  const nodeResolve = typeof resolve === "function" ? resolve : resolve.nodeResolve;
  const bundle = await rollup({ input: join(folder, "use.mjs"), plugins: [nodeResolve()] });
  const file = join(folder, "rollup.mjs");
  await bundle.write({ file, format: "es" });
  assert.equal(runAlone(file), USED);
});

test("vite", async () => {
  const { build } = await importTool("vite");
  const lib = { entry: join(folder, "use.mjs"), formats: ["es"], fileName: () => "vite.mjs" };
  await build({ root: folder, configFile: false, logLevel: "error", build: { lib, outDir: "vite", minify: true } });
  assert.equal(runAlone(join(folder, "vite/vite.mjs")), USED);
});

test("webpack", async () => {
  const webpack = await importTool("webpack");
  const output = { path: join(folder, "webpack"), filename: "webpack.mjs", module: true, chunkFormat: "module" };
  const configuration = {
    mode: "production",
    target: "web",
    context: folder,
    entry: "./use.mjs",
    output,
    experiments: { outputModule: true },
  };
  const stats = await new Promise((resolve, reject) =>
    webpack(configuration, (error, result) => (error ? reject(error) : resolve(result))),
  );
  assert.deepEqual(stats.toJson({ errors: true, warnings: true }).errors, []);
  assert.equal(runAlone(join(folder, "webpack/webpack.mjs")), USED);
});
