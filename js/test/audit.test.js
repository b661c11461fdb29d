// SPDX-License-Identifier: Apache-2.0
// audit: NDJSON of any length in constant memory.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../dist/index.js";
import { paywall } from "./bodies.js";
import { file, run, start } from "./run-command.js";

const steelyard = await load();
const reportLines = (bodies, options) => bodies.map((body) => `${steelyard.verify(body, options).json}\n`).join("");

test("json: a report for each line; blank lines are skipped; the last line may lack its end", async () => {
  const bodies = [paywall(), "{", paywall("0.90"), "x"];
  const input = `${bodies[0]}\n\n${bodies[1]}\n \t\r\n${bodies[2]}\n${bodies[3]}`;
  const { status, out, err } = await run(["audit", "--format=json"], { input });
  assert.deepEqual([status, out, err], [1, reportLines(bodies), ""]);
});

test("human: a line for each response that is not ok, and a summary on standard error", async () => {
  const input = `${paywall()}\n\n{\n${paywall("0.90")}\n`;
  const { status, out, err } = await run(["audit"], { input });
  assert.equal(status, 1);
  assert.equal(out, "-:3: malformed: json.syntax\n-:4: mismatch: paywall.total\n");
  assert.equal(err, "3 responses: 1 ok, 2 not ok (1 malformed, 1 mismatch)\n");
});

test("human: a provider's error has a verdict and no codes; lines are counted in each file", async () => {
  const names = ["a.ndjson", "b.ndjson"].map((name) => file(name, `${paywall()}\n{"message":"No."}\n`));
  const { out, err } = await run(["audit", ...names]);
  assert.equal(out, names.map((name) => `${name}:2: provider_error\n`).join(""));
  assert.equal(err, "4 responses: 2 ok, 2 not ok (2 provider_error)\n");
});

test("nothing at all is all ok", async () => {
  assert.deepEqual(await run(["audit"]), { status: 0, out: "", err: "0 responses: 0 ok, 0 not ok\n" });
  assert.deepEqual(await run(["audit"], { input: paywall() }), {
    status: 0,
    out: "",
    err: "1 response: 1 ok, 0 not ok\n",
  });
});

test("a CR before the LF, and a byte order mark at the start, belong to the body", async () => {
  const { status, out } = await run(["audit", "--format=json"], { input: `\ufeff${paywall()}\r\n{\r\n` });
  assert.equal(status, 1);
  assert.equal(out, reportLines([`\ufeff${paywall()}\r`, "{\r"]));
});

test("a line longer than maxBytes is json.size, and the next one is judged", async () => {
  const input = `${paywall()}\n${"x".repeat(1000000)}\n${" ".repeat(1000000)}\n${paywall()}\n`;
  const { status, out } = await run(["audit", "--format=json", "--max-bytes=400"], { input });
  assert.equal(status, 1);
  assert.equal(out, reportLines([paywall(), "x".repeat(401), paywall()], { maxBytes: 400 }));
});

test("a file that cannot be read does not stop the others", async () => {
  const { status, out, err } = await run(["audit", "--format=json", "nowhere.ndjson", "-"], { input: paywall("0.90") });
  assert.deepEqual(
    [status, out, err],
    [3, reportLines([paywall("0.90")]), "steelyard: nowhere.ndjson: no such file\n"],
  );
});

test("lines are split at the same places however the input is cut", async () => {
  const bodies = Array.from({ length: 40 }, (_, index) => paywall(`0.${index + 10}`));
  const input = Buffer.from(`${bodies.join("\n")}\n`);
  const child = start(["audit", "--format=json"]);
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  for (let at = 0; at < input.length; at += 977) {
    child.stdin.write(input.subarray(at, at + 977));
    await new Promise(setImmediate);
  }
  child.stdin.end();
  await once(child, "close");
  assert.equal(Buffer.concat(chunks).toString(), reportLines(bodies));
});

test(
  "memory does not grow with the input, be it many lines or one endless line",
  { skip: process.platform !== "linux" },
  async () => {
    const lines = Buffer.from(`${paywall()}\n`.repeat(3000));
    const endless = Buffer.alloc(1024 * 1024, "x");
    for (const [chunk, limit] of [
      [lines, "67108864"],
      [endless, "1000"],
    ]) {
      const child = start(["audit", "--format=json", `--max-bytes=${limit}`]);
      child.stdout.resume();
      const peaks = [];
      for (let round = 1; round <= 120; round += 1) {
        if (!child.stdin.write(chunk)) await once(child.stdin, "drain");
        if (round % 60 === 0) peaks.push(peakKilobytes(child.pid));
      }
      child.stdin.end();
      await once(child, "close");
      assert.ok(peaks[1] - peaks[0] < 40 * 1024, `grew from ${peaks[0]} to ${peaks[1]} KiB`);
    }
  },
);

function peakKilobytes(pid) {
  return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]);
}
