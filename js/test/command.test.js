// SPDX-License-Identifier: Apache-2.0
// The command line end to end: what it prints where, and how it ends.

import assert from "node:assert/strict";
import { once } from "node:events";
import { openSync } from "node:fs";
import { test } from "node:test";
import { load } from "../dist/index.js";
import { POPUP, payop, paywall } from "./bodies.js";
import { file, run, start } from "./run-command.js";

const steelyard = await load();
const good = file("good.json", paywall());
const bad = file("bad.json", paywall("0.90"));
const USAGE_TAIL = "Try 'steelyard --help'.\n";

test("verify: the report JSON and nothing else, a line for each body", async () => {
  const { status, out, err } = await run(["verify", "--format", "json", good, bad]);
  assert.equal(out, [paywall(), paywall("0.90")].map((body) => `${steelyard.verify(body).json}\n`).join(""));
  assert.equal(err, "");
  assert.equal(status, 1);
});

test("verify: 0 where all are ok, from a file, from - and from standard input", async () => {
  assert.equal((await run(["verify", good])).status, 0);
  assert.equal((await run(["verify", "-"], { input: paywall() })).status, 0);
  assert.equal((await run(["verify"], { input: paywall() })).status, 0);
  assert.equal((await run(["--format=json", "verify", "--", good])).status, 0);
});

test("verify: for a person, titled with the file, without colour off a terminal", async () => {
  const { out } = await run(["verify", good, bad]);
  const texts = [good, bad].map((title, index) =>
    steelyard.format(steelyard.verify(paywall(["0.80", "0.90"][index])), { title }).replace(/\n*$/, "\n"),
  );
  assert.equal(out, texts.join("\n"));
});

test("verify: a file that cannot be read is named, the others are done, and 3 is worse than 1", async () => {
  const { status, out, err } = await run(["verify", "--format=json", "nowhere.json", "/", bad]);
  assert.equal(status, 3);
  assert.equal(err, "steelyard: nowhere.json: no such file\nsteelyard: /: is a directory\n");
  assert.equal(out, `${steelyard.verify(paywall("0.90")).json}\n`);
});

test("verify: a body longer than --max-bytes is json.size", async () => {
  const { status, out } = await run(["verify", "--format=json", "--max-bytes", "100"], { input: paywall() });
  assert.equal(status, 1);
  assert.equal(JSON.parse(out).findings[0].code, "json.size");
});

/** Flags, and the options that they say. */
const MIRRORED = [
  [["--profile", "paywall", "--currency=TRY"], { profile: "paywall", currency: "TRY" }, paywall()],
  [
    ["--currencies", '{"1":"USD","2":{"code":"EUR"}}', "--credit-limit", "10.00"],
    { currencies: { 1: "USD", 2: { code: "EUR" } }, creditLimit: "10.00" },
    POPUP,
  ],
  [["--credit-limit", '{"101":"4.99"}', "--explain"], { creditLimit: { 101: "4.99" }, explain: true }, POPUP],
  [["--headers", '{"X-Page-Size":"3"}'], { headers: { "X-Page-Size": "3" } }, POPUP],
  [["--headers", file("headers.json", '\ufeff{"X-Page-Size":"3"}')], { headers: { "X-Page-Size": "3" } }, POPUP],
  [["--currency=ABC", "--minor-units", '{"ABC":1}'], { currency: "ABC", minorUnits: { ABC: 1 } }, paywall()],
  [["--status", "503"], { status: 503 }, payop()],
  [["--max-age", "1.5", "--now", "2025-09-15T12:34:58Z"], { maxAge: "1.5", now: "2025-09-15T12:34:58Z" }, payop()],
  [["--unit", "minor", "--currency", "EUR", "--currency", "USD"], { unit: "minor", currency: "USD" }, paywall()],
  [
    ["--profile", file("own.json", JSON.stringify(steelyard.profile("payop")))],
    { profile: steelyard.profile("payop") },
    payop(),
  ],
  [
    ["--options", file("o1.json", '{"currency":"EUR","explain":true}'), "--currency", "USD"],
    { currency: "USD", explain: true },
    paywall(),
  ],
];

for (const [flags, options, body] of MIRRORED)
  test(`flags say options: ${JSON.stringify(options).slice(0, 70)}`, async () => {
    const { out } = await run(["verify", "--format=json", ...flags], { input: body });
    assert.equal(out, `${steelyard.verify(body, options).json}\n`);
  });

test("--max-age without --now goes by the clock", async () => {
  const recent = payop("1000.50", new Date(Date.now() - 1000).toISOString());
  assert.equal((await run(["verify", "--max-age=3600"], { input: recent })).status, 0);
  assert.equal((await run(["verify", "--max-age=3600"], { input: payop() })).status, 1);
});

const twins = file("twins.json", '{"currency":"EUR","currency":"USD"}');

/** Arguments, and the complaint on standard error; all end with 2 and print nothing. */
const WRONG_USAGE = [
  [["verify", "--curency", "USD"], "unknown option '--curency'"],
  [["-x"], "unknown option '-x'"],
  [["verify", "--now"], "option '--now' needs a value"],
  [["verify", "--explain=yes"], "option '--explain' takes no value"],
  [["check"], "unknown command 'check'"],
  [["__proto__"], "unknown command '__proto__'"],
  [["verify", "--__proto__"], "unknown option '--__proto__'"],
  [["normalize", good, bad], "normalize takes one file"],
  [["diff", good], "diff takes two files"],
  [["reconcile", good, bad], "reconcile takes one file"],
  [["reconcile", good], "reconcile needs --expected FILE.json"],
  [["reconcile", good, "--expected", file("e1.json", "{}")], "call.argument: expected: Nothing is expected"],
  [["reconcile", good, "--expected", file("e2.json", "[]"), "--tolerance=1"], "e2.json: not a JSON object"],
  [["profiles", "a", "b"], "profiles takes one name"],
  [["profiles", "nobody"], "unknown profile 'nobody'"],
  [["diff", "-", "-"], "standard input can be read only once"],
  [["verify", "--format=xml"], "--format is human or json"],
  [["verify", "--currencies", "{1}"], "--currencies: not JSON"],
  [["verify", "--currencies", '{}, "unit":"minor"'], "--currencies: not JSON"],
  [["verify", "--options", file("o2.json", "{")], "o2.json: not JSON"],
  [["verify", "--options", file("o3.json", "[]")], "o3.json: not a JSON object"],
  [["verify", "--currency", "usd"], "option.value: currency: "],
  [["verify", "--max-bytes", "0x10"], "option.type: maxBytes: "],
  [["audit", "--status", "42"], "option.value: status: "],
  [["audit", "--credit-limit", "-1"], "option.value: creditLimit: "],
  [["verify", "--profile", "nobody"], "option.value: profile: "],
  [["verify", "--options", twins], "option.value: currency: "],
  [["verify", "--unit=minor", "--options", twins], "option.value: currency: "],
];

for (const [args, complaint] of WRONG_USAGE)
  test(`wrong usage: ${complaint}`, async () => {
    const { status, out, err } = await run(args, { input: paywall() });
    assert.equal(status, 2);
    assert.equal(out, "");
    assert.ok(err.startsWith("steelyard: ") && err.includes(complaint) && err.endsWith(USAGE_TAIL), err);
  });

test("a flag's file that cannot be read ends with 3", async () => {
  const { status, err } = await run(["verify", "--options", "nowhere.json"], { input: paywall() });
  assert.deepEqual([status, err], [3, "steelyard: nowhere.json: no such file\n"]);
});

test("help and version", async () => {
  const help = await run(["--help"]);
  assert.equal(help.status, 0);
  assert.match(help.out, /^Usage: steelyard COMMAND/);
  assert.deepEqual(await run(["verify", "-h", "nowhere.json"]), help);
  assert.deepEqual(await run([]), { status: 2, out: "", err: help.out });
  assert.deepEqual(await run(["--version"]), { status: 0, out: `steelyard ${steelyard.version}\n`, err: "" });
});

test("profiles: names, and each as data", async () => {
  assert.equal((await run(["profiles"])).out, `${steelyard.profiles.join("\n")}\n`);
  assert.equal((await run(["profiles", "--format=json"])).out, `${JSON.stringify(steelyard.profiles)}\n`);
  const { out } = await run(["profiles", "payop"]);
  assert.deepEqual(JSON.parse(out), steelyard.profile("payop"));
});

test("normalize: the canonical snapshot; 1 where the report is not ok", async () => {
  assert.deepEqual(await run(["normalize", good]), {
    status: 0,
    out: `${steelyard.verify(paywall()).canonical()}\n`,
    err: "",
  });
  assert.deepEqual(await run(["normalize"], { input: paywall("0.90") }), {
    status: 1,
    out: `${steelyard.verify(paywall("0.90")).canonical()}\n`,
    err: "",
  });
  assert.deepEqual(await run(["normalize"], { input: "{" }), {
    status: 1,
    out: "",
    err: "steelyard: -: no canonical snapshot: malformed: json.syntax\n",
  });
});

test("diff: 0 where nothing differs, 1 where something does", async () => {
  const [before, after] = [file("before.json", payop()), file("after.json", payop("1000.00"))];
  const same = await run(["diff", "--format=json", before, before]);
  assert.deepEqual([same.status, JSON.parse(same.out).same], [0, true]);
  const changed = await run(["diff", "--format=json", before, "-"], { input: payop("1000.00") });
  assert.equal(changed.status, 1);
  assert.equal(
    changed.out,
    `${JSON.stringify(steelyard.diff(steelyard.verify(payop()), steelyard.verify(payop("1000.00"))))}\n`,
  );
  const human = await run(["diff", before, after]);
  assert.deepEqual([human.status, human.err, human.out.includes("0.50")], [1, "", true]);
});

test("diff: bodies that are not ok can be the same", async () => {
  assert.equal((await run(["diff", bad, bad])).status, 0);
});

test("diff: without a snapshot 1, without a file 3", async () => {
  const malformed = await run(["diff", "-", good], { input: "{" });
  assert.deepEqual(malformed, {
    status: 1,
    out: "",
    err: "steelyard: -: no canonical snapshot: malformed: json.syntax\n",
  });
  assert.equal((await run(["diff", "nowhere.json", good])).status, 3);
});

const ledger = file("ledger.json", '{"tolerance":"0","currencies":{"EUR":{"available":"1000.00"}}}');

test("reconcile: 0 where the ledger is right, 1 where it is not, and where the report is not ok", async () => {
  const response = file("response.json", payop());
  const wrong = await run(["reconcile", "--format=json", "--expected", ledger, response]);
  const expected = { tolerance: "0", currencies: { EUR: { available: "1000.00" } } };
  assert.deepEqual(wrong, {
    status: 1,
    out: `${JSON.stringify(steelyard.reconcile(steelyard.verify(payop()), expected))}\n`,
    err: "",
  });
  const tolerant = await run(["reconcile", "--expected", ledger, "--tolerance=0.50"], { input: payop() });
  assert.deepEqual([tolerant.status, tolerant.err], [0, ""]);
  assert.ok(tolerant.out.startsWith("same  (verdict verified, tolerance 0.5)\n"));
  const total = file("total.json", '{"wallets":[{"amounts":{"cash":"0.80"}}]}');
  assert.equal((await run(["reconcile", "--expected", total, "--unit=major", good])).status, 0);
  assert.equal((await run(["reconcile", "--expected", total, "--unit=major", bad])).status, 1);
});

test("reconcile: without a snapshot 1, without a file 3", async () => {
  const malformed = await run(["reconcile", "--expected", ledger], { input: "{" });
  assert.deepEqual(malformed, {
    status: 1,
    out: "",
    err: "steelyard: -: no canonical snapshot: malformed: json.syntax\n",
  });
  assert.equal((await run(["reconcile", "--expected", ledger, "nowhere.json"])).status, 3);
  const nowhere = await run(["reconcile", "--expected", "nowhere.json", good]);
  assert.deepEqual([nowhere.status, nowhere.err], [3, "steelyard: nowhere.json: no such file\n"]);
});

test("an interrupt ends with 130", async () => {
  const child = start(["audit"]);
  child.stdin.write(`${paywall("0.90")}\n`);
  await once(child.stdout, "data");
  child.kill("SIGINT");
  const [status] = await once(child, "close");
  assert.equal(status, 130);
});

test("output that cannot be written ends with 3", { skip: process.platform !== "linux" }, async () => {
  const child = start(["verify", "--format=json", good], { stdio: ["ignore", openSync("/dev/full", "w"), "pipe"] });
  child.stderr.setEncoding("utf8");
  const [[message], [status]] = await Promise.all([once(child.stderr, "data"), once(child, "close")]);
  assert.deepEqual([status, message], [3, "steelyard: standard output: cannot be written\n"]);
});

test("a reader that goes away is no error", async () => {
  const child = start(["audit", "--format=json"]);
  child.stdin.on("error", () => {});
  child.stdin.end(`${paywall()}\n`.repeat(20000));
  child.stdout.once("data", () => child.stdout.destroy());
  let err = "";
  child.stderr.on("data", (chunk) => (err += chunk));
  const [status] = await once(child, "close");
  assert.deepEqual([status, err], [0, ""]);
});
