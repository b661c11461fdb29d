// SPDX-License-Identifier: Apache-2.0
// The packed package in runtimes other than the one that runs the tests.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { existsSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { USE, USED, install, pack, runIn, write } from "../package.js";
import { chromiumPath, importTool, installTools, toolPath } from "./tools.js";

installTools();
const folder = install(pack().tarball);
write(folder, "use.mjs", `import { load, SteelyardError } from "steelyard";\n${USE}`);
write(folder, "use.cjs", `const { load, SteelyardError } = require("steelyard");\n(async () => {${USE}})();`);

for (const name of ["node22", "node24"])
  for (const file of ["use.mjs", "use.cjs"])
    test(`${name} runs ${file}`, () => assert.equal(runIn(folder, toolPath(name), [file]), USED));

test("Bun imports and requires it", () => {
  for (const file of ["use.mjs", "use.cjs"]) assert.equal(runIn(folder, toolPath("bun"), [file]), USED);
});

test("Deno imports it, and needs no permission", () => {
  assert.equal(runIn(folder, toolPath("deno"), ["run", "--node-modules-dir=manual", "--no-prompt", "use.mjs"]), USED);
});

/** A worker that judges while it serves, where nothing can be compiled. */
const WORKER = `import { load, SteelyardError } from "steelyard";
export default {
  async fetch() {
    const lines = [];
    const console = { log: (...values) => lines.push(values.join(" ") + "\\n") };
    ${USE}
    return new Response(lines.join(""));
  },
};`;

/** Bundles the worker as wrangler does: the workerd condition, and .wasm files beside the script. */
async function bundleWorker() {
  const { build } = await importTool("esbuild");
  write(folder, "worker.mjs", WORKER);
  const outdir = join(folder, "worker");
  const loader = { ".wasm": "copy" };
  await build({
    entryPoints: [join(folder, "worker.mjs")],
    bundle: true,
    format: "esm",
    conditions: ["workerd"],
    loader,
    outdir,
  });
  return { script: join(outdir, "worker.js"), wasm: readdirSync(outdir).find((name) => name.endsWith(".wasm")) };
}

test("workerd serves with it", { timeout: 60000 }, async () => {
  const { wasm } = await bundleWorker();
  write(
    join(folder, "worker"),
    "config.capnp",
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js"), (name = "./${wasm}", wasm = embed "${wasm}")],
  compatibilityDate = "2026-01-01",
);`,
  );
  const server = spawn(toolPath("workerd"), ["serve", "--control-fd=3", "config.capnp"], {
    cwd: join(folder, "worker"),
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  try {
    const port = await new Promise((resolve) => {
      let text = "";
      server.stdio[3].on("data", (chunk) => {
        text += chunk;
        const [, found] = text.match(/"port":\s*(\d+)/) ?? [];
        if (found) resolve(found);
      });
    });
    assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), USED);
  } finally {
    server.kill();
  }
});

test("miniflare serves with it", { timeout: 60000 }, async () => {
  const { Miniflare } = await importTool("miniflare");
  const { script, wasm } = await bundleWorker();
  const modules = [
    { type: "ESModule", path: script },
    { type: "CompiledWasm", path: join(folder, "worker", wasm) },
  ];
  const miniflare = new Miniflare({ modulesRoot: join(folder, "worker"), modules, compatibilityDate: "2026-01-01" });
  try {
    assert.equal(await (await miniflare.dispatchFetch("http://localhost/")).text(), USED);
  } finally {
    await miniflare.dispose();
  }
});

/** A page that loads the package's files as they are, and sends back what it found. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>steelyard</title><script type="module" src="/page.js"></script>`;
const PAGE_SCRIPT = `import { load, SteelyardError } from "/dist/index.js";
const found = [];
const console = { log: (...values) => found.push(values.join(" ") + "\\n") };
try {
${USE}
} catch (error) {
  console.log(error.name);
}
await fetch("/found", { method: "POST", body: found.join("") });`;

/** What a page in Chromium finds under a content security policy. */
async function pageUnder(policy) {
  const dist = join(folder, "node_modules/steelyard/dist");
  const own = { "/": PAGE, "/page.js": PAGE_SCRIPT };
  const server = createServer();
  const found = new Promise((resolve) => {
    server.on("request", (request, response) => {
      if (request.url === "/found") resolve(text(request));
      const type = request.url === "/" ? "text/html" : "text/javascript";
      response.setHeader("Content-Type", type).setHeader("Content-Security-Policy", policy);
      const path = join(dist, request.url.replace("/dist/", ""));
      response.end(own[request.url] ?? (existsSync(path) ? readFileSync(path) : ""));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = startChromium(`http://127.0.0.1:${server.address().port}/`);
  try {
    return await found;
  } finally {
    process.kill(-browser.pid);
    server.close();
    server.closeAllConnections();
  }
}

/** In a group of its own, so that all its processes end together. */
function startChromium(address) {
  const profile = mkdtempSync(join(tmpdir(), "steelyard-chromium-"));
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${profile}`, address];
  return spawn(chromiumPath(), args, { stdio: "ignore", detached: true });
}

const chromium = { skip: chromiumPath() === null && "Chromium is not installed", timeout: 60000 };

test("a page in Chromium runs it where its policy allows WebAssembly", chromium, async () => {
  assert.equal(await pageUnder("script-src 'self' 'wasm-unsafe-eval'"), USED);
});

test("a page in Chromium gets a plain error where its policy does not", chromium, async () => {
  assert.equal(await pageUnder("script-src 'self'"), "CompileError\n");
});
