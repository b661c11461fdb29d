// SPDX-License-Identifier: Apache-2.0
// Builds the page into a folder that any web server can serve: three files and the icon. JSON files become text.
// Use: node build.mjs [FOLDER]      (default: build/examples/browser)

import { build } from "esbuild";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

export async function buildPage(outdir = join(folder, "../../build/examples/browser")) {
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: [join(folder, "page.mjs")],
    bundle: true,
    charset: "utf8",
    format: "esm",
    loader: { ".json": "text" },
    logLevel: "warning",
    minify: true,
    outfile: join(outdir, "page.js"),
    target: "es2022",
  });
  for (const name of ["index.html", "page.css", "icon.svg"]) copyFileSync(join(folder, name), join(outdir, name));
  return outdir;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildPage(process.argv[2]));
