// SPDX-License-Identifier: Apache-2.0
// The packed package: what is in it, that it works installed, that its types say what it does, that it can be bundled.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { USE, USED, developerTool, install, pack, packageFolder, runIn, write } from "./package.js";

const { tarball, files } = pack();
const folder = install(tarball);
const importing = `import { load, SteelyardError } from "steelyard";\n${USE}`;
const tool = (name) => ({
  path: developerTool(name),
  skip: developerTool(name) === null && `${name} is not installed`,
});

test("holds what it needs and nothing else", () => {
  for (const path of files) assert.match(path, /^(LICENSE|README\.md|package\.json|profile\.schema\.json|bin\/steelyard\.js|dist\/.*)$/);
  for (const path of ["LICENSE", "README.md", "profile.schema.json", "dist/index.js", "dist/index.cjs", "dist/steelyard.wasm"])
    assert.ok(files.includes(path), path);
});

test("has no dependency, no install script and no side effect", () => {
  const manifest = JSON.parse(readFileSync(join(folder, "node_modules/steelyard/package.json"), "utf8"));
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.sideEffects, false);
  for (const name of ["preinstall", "install", "postinstall"]) assert.equal(manifest.scripts[name], undefined);
});

test("can be imported", () => {
  write(folder, "use.mjs", importing);
  assert.equal(runIn(folder, process.execPath, ["use.mjs"]), USED);
});

test("can be required, and is the same engine then", () => {
  const same = `if ((await import("steelyard")).load !== load && (await (await import("steelyard")).load()) !== (await load())) console.log("two");`;
  write(folder, "use.cjs", `const { load, SteelyardError } = require("steelyard");\n(async () => {${USE}${same}})();`);
  assert.equal(runIn(folder, process.execPath, ["use.cjs"]), USED);
});

test("brings the command", () => {
  assert.match(runIn(folder, "node_modules/.bin/steelyard", ["--version"]), /^steelyard \d+\.\d+\.\d+\n$/);
});

test("core takes the module that the host brings", () => {
  const core = `
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load as loadCore, SteelyardError } from "steelyard/core";
const path = fileURLToPath(import.meta.resolve("steelyard/core.wasm"));
const load = () => loadCore({ module: new WebAssembly.Module(readFileSync(path)) });`;
  write(folder, "core.mjs", core + USE);
  assert.equal(runIn(folder, process.execPath, ["core.mjs"]), USED);
});

const tsc = tool("tsc");
test("types hold for importing and requiring users, without any library but the language's own", tsc, () => {
  const typed = readFileSync(join(packageFolder, "test/types.ts"), "utf8");
  write(folder, "use.mts", typed);
  write(folder, "use.cts", typed);
  const args = [
    "--noEmit",
    "--strict",
    "--target",
    "es2022",
    "--lib",
    "es2022",
    "--types",
    "",
    "--exactOptionalPropertyTypes",
  ];
  runIn(folder, tsc.path, [...args, "--module", "nodenext", "use.mts", "use.cts"]);
  runIn(folder, tsc.path, [...args, "--module", "esnext", "--moduleResolution", "bundler", "use.mts"]);
});

const publint = tool("publint");
test("publint has nothing to say", publint, () => {
  assert.match(runIn(folder, publint.path, ["run", tarball, "--strict"]), /All good!/);
});

const attw = tool("attw");
test("are the types wrong? has nothing to say", attw, () => {
  assert.match(runIn(folder, attw.path, [tarball]), /No problems found/);
});

const esbuild = tool("esbuild");
for (const [format, platform] of [
  ["esm", "browser"],
  ["esm", "node"],
])
  test(`esbuild makes one ${format} file for ${platform} that works alone`, esbuild, () => {
    write(folder, "bundled.mjs", importing);
    const out = `out-${platform}.mjs`;
    runIn(folder, esbuild.path, [
      "bundled.mjs",
      "--bundle",
      `--format=${format}`,
      `--platform=${platform}`,
      `--outfile=${out}`,
    ]);
    const alone = install(tarball);
    write(alone, out, readFileSync(join(folder, out)));
    runIn(alone, "rm", ["-r", "node_modules"]);
    assert.equal(runIn(alone, process.execPath, [out]), USED);
  });

test("esbuild takes the module as a file for workerd", esbuild, () => {
  write(folder, "worker.mjs", importing);
  const args = [
    "worker.mjs",
    "--bundle",
    "--format=esm",
    "--conditions=workerd",
    "--loader:.wasm=copy",
    "--outdir=worker",
  ];
  runIn(folder, esbuild.path, args);
  const bundle = readFileSync(join(folder, "worker/worker.js"), "utf8");
  assert.match(bundle, /import \w+ from "\.\/steelyard-\w+\.wasm"/);
  assert.ok(!bundle.includes("moduleBase64"));
});
