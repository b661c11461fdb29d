// SPDX-License-Identifier: Apache-2.0
// The bundled Worker in plain workerd, which has no Cache API configured: a store that fails costs a fetch, no more.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import workerdModule from "workerd";
import { bundle, configuration } from "./bundle.mjs";
import { paywallBody, startUpstream } from "./upstream.mjs";

/** The program itself: the one in node_modules/.bin starts it without the descriptor that tells the port. */
const workerd = workerdModule.default ?? workerdModule;

/** workerd's own configuration format; the text values are JSON, which it takes as they are. */
function capnp({ script, wasm }, bindings) {
  const rows = Object.entries(bindings).map(([name, value]) => `(name = "${name}", json = ${JSON.stringify(JSON.stringify(value))})`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "${script}"), (name = "./${wasm}", wasm = embed "${wasm}")],
  bindings = [${rows.join(", ")}],
  compatibilityDate = "${configuration.compatibility_date}",
);`;
}

/** The port that workerd tells on the descriptor it was given. */
function portOf(server) {
  return new Promise((resolve, reject) => {
    let text = "";
    server.on("exit", (status) => reject(new Error(`workerd ended with ${status}`)));
    server.stdio[3].on("data", (chunk) => {
      text += chunk;
      const [, port] = text.match(/"port":\s*(\d+)/) ?? [];
      if (port) resolve(port);
    });
  });
}

test("it serves without a store", { timeout: 30_000 }, async () => {
  const upstream = await startUpstream();
  upstream.answer("plain", { body: paywallBody("0.80") });
  const built = await bundle("workerd");
  const options = configuration.vars.PROVIDERS.paywall.options;
  const bindings = { PROVIDERS: { paywall: { url: upstream.url, options } }, FRESH_SECONDS: 10, STALE_SECONDS: 60 };
  writeFileSync(join(built.outdir, "config.capnp"), capnp(built, bindings));
  const server = spawn(workerd, ["serve", "--control-fd=3", "config.capnp"], {
    cwd: built.outdir,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  try {
    const address = `http://127.0.0.1:${await portOf(server)}/paywall/plain`;
    for (let round = 0; round < 2; round++) {
      const response = await fetch(address, { headers: { Authorization: "Bearer ada" } });
      assert.deepEqual([response.status, response.headers.get("Steelyard-Cache")], [200, "MISS"]);
      assert.equal((await response.json()).wallets[0].amounts.available, "0.80");
    }
  } finally {
    server.kill();
    upstream.stop();
  }
});
