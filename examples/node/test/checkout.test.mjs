// SPDX-License-Identifier: Apache-2.0
// The checkout as users run it, and what it does where something is not as expected.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "steelyard";
import { PAYMENTS, runPayments } from "../checkout.mjs";
import { fetchReport } from "../fetch-report.mjs";

const script = fileURLToPath(new URL("../checkout.mjs", import.meta.url));

test("every payment is decided as expected, and the status says so", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  assert.equal(stderr, "");
  assert.equal(status, 0, stdout);
  assert.match(stdout, /pay 0\.80 TRY +PAID \(ok\): 0\.80 may be spent/);
  assert.match(stdout, /pay 10\.00 TRY +REFUSED \(insufficient\): only 0\.80 may be spent, 9\.20 short/);
  assert.match(stdout, /pay 1000\.51 EUR +REFUSED \(insufficient\): only 1000\.50 may be spent, 0\.01 short/);
  assert.match(stdout, /paywall\.total: .*0\.90.*0\.80/);
  assert.match(stdout, /provider: Too many requests from ip/);
  assert.match(stdout, /popup\.pagination: /);
  assert.match(stdout, new RegExp(`${PAYMENTS.length} payments decided, 0 not as expected\n$`));
});

test("a surprise is told and counted", async () => {
  const lines = [];
  const wrong = { ...PAYMENTS[0], expected: { verdict: "mismatch", reason: "not_ok" } };
  assert.equal(await runPayments([wrong], (line) => lines.push(line)), 1);
  assert.ok(lines.some((line) => line.includes("UNEXPECTED")));
});

test("without an answer there is no report", async () => {
  const steelyard = await load();
  // Port 9 (discard) is one that no fetch connects to.
  await assert.rejects(fetchReport(steelyard, "http://127.0.0.1:9/", { profile: "paywall" }));
});
