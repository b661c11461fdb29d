// SPDX-License-Identifier: Apache-2.0
// Builds dist/: the sources as they are, the module beside them as a file and as text, and the table of the command
// line, which is that of the native program. Needs nothing installed.
// Use: node scripts/build.js [MODULE.wasm]   (default: STEELYARD_WASM, else ../build/wasm-emscripten/steelyard.wasm)

import { copyFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tableModule } from "./table.js";

const packageFolder = fileURLToPath(new URL("..", import.meta.url));
const repository = join(packageFolder, "..");
const dist = join(packageFolder, "dist");
const built = join(repository, "build/wasm-emscripten/steelyard.wasm");
const modulePath = process.argv[2] ?? process.env.STEELYARD_WASM ?? built;

function fail(message) {
  console.error(`build: ${message}`);
  process.exit(1);
}

/** The version is typed once, in the engine's header; the package has to agree. */
function checkVersion() {
  const header = readFileSync(join(repository, "core/include/steelyard.h"), "utf8");
  const [, engineVersion] = header.match(/^#define STEELYARD_VERSION "(.*)"$/m) ?? [];
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  if (version !== engineVersion) fail(`package.json says ${version}, steelyard.h says ${engineVersion}`);
}

/** The number of the module's interface is typed once, beside the module. */
function abiVersion() {
  const header = readFileSync(join(repository, "wasm/abi_version.h"), "utf8");
  const [, number] = header.match(/^#define ENGINE_ABI_VERSION (\d+)$/m) ?? fail("wasm/abi_version.h has no number");
  return number;
}

/** Whatever the module wants from its host would be missing somewhere. */
function checkModule(bytes) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  if (imports.length > 0)
    fail(`the module imports ${imports.map(({ module, name }) => `${module}.${name}`).join(", ")}`);
}

if (!existsSync(modulePath)) fail(`there is no ${modulePath}; build the module first`);
const moduleBytes = readFileSync(modulePath);
checkVersion();
checkModule(moduleBytes);

/** Fills a folder with what dist/ holds. */
function fill(folder) {
  cpSync(join(packageFolder, "src"), folder, { recursive: true });
  for (const entry of ["index", "core", "report-data"]) {
    const types = readFileSync(join(folder, `${entry}.d.ts`), "utf8");
    writeFileSync(join(folder, `${entry}.d.cts`), types.replace(/"(\.\/[\w-]+)\.js"/g, '"$1.cjs"'));
  }
  copyFileSync(modulePath, join(folder, "steelyard.wasm"));
  const head = "// SPDX-License-Identifier: Apache-2.0\n// steelyard.wasm in base64.\n";
  const text = `${head}export const moduleBase64 =\n  "${moduleBytes.toString("base64")}";\n`;
  writeFileSync(join(folder, "module.js"), text);
  const abi = `// SPDX-License-Identifier: Apache-2.0\n// Of wasm/abi_version.h.\nexport const ABI_VERSION = ${abiVersion()};\n`;
  writeFileSync(join(folder, "abi.js"), abi);
  const table = tableModule(join(repository, "core/command/commands.json"), join(repository, "core/src/base/limits.h"));
  writeFileSync(join(folder, "command/table.js"), table);
}

// Filled aside and put in place at once: who reads dist/ meanwhile finds the old one or the new one.
const aside = join(packageFolder, `dist.${process.pid}`);
fill(aside);
rmSync(dist, { recursive: true, force: true });
renameSync(aside, dist);

const license = join(repository, "LICENSE");
if (existsSync(license)) copyFileSync(license, join(packageFolder, "LICENSE"));
console.error(`built dist/ around a module of ${moduleBytes.length} bytes`);
