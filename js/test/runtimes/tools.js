// SPDX-License-Identifier: Apache-2.0
// Runtimes and bundlers of pinned versions, installed under the repository's build folder, never in the package.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageFolder } from "../package.js";

const folder = join(packageFolder, "../build/js-runtimes");

const VERSIONS = {
  "@rollup/plugin-node-resolve": "16.0.3",
  bun: "1.4.5",
  deno: "2.9.6",
  esbuild: "0.28.2",
  miniflare: "4.20260426.0",
  node22: "npm:node@22.23.3",
  node24: "npm:node@24.21.0",
  rollup: "4.68.7",
  vite: "8.3.8",
  webpack: "5.112.2",
  workerd: "1.20261117.1",
};

/** Installs what is missing or has another version. */
export function installTools() {
  const manifest = `${JSON.stringify({ private: true, dependencies: VERSIONS }, null, 2)}\n`;
  const path = join(folder, "package.json");
  const isCurrent = existsSync(join(folder, "done")) && readFileSync(path, "utf8") === manifest;
  if (isCurrent) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, manifest);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--foreground-scripts"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(join(folder, "done"), "");
}

/** A program's path. */
export function toolPath(name) {
  return join(folder, "node_modules", name.startsWith("node") ? `${name}/bin/node` : `.bin/${name}`);
}

/** A library, imported from where it is installed. */
export async function importTool(name) {
  const resolved = createRequire(join(folder, "package.json")).resolve(name);
  const imported = await import(resolved);
  return imported.default?.constructor === Object || typeof imported.default === "function"
    ? imported.default
    : imported;
}

/** Chromium as the system has it, null where there is none. */
export function chromiumPath() {
  return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync) ?? null;
}
