// SPDX-License-Identifier: Apache-2.0
// The public object: what each call gives, and what it does not cost.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import { load } from "../dist/index.js";
import { load as loadCore } from "../dist/core.js";
import { POPUP, payop, paywall } from "./bodies.js";

const steelyard = await load();
const packageFolder = new URL("..", import.meta.url);
const moduleBytes = readFileSync(new URL("dist/steelyard.wasm", packageFolder));

test("importing the package compiles nothing and calls nothing", () => {
  const script = `
    const Module = WebAssembly.Module;
    WebAssembly.Module = class { constructor() { throw new Error("compiled at import"); } };
    WebAssembly.compile = WebAssembly.instantiate = () => { throw new Error("compiled at import"); };
    globalThis.fetch = globalThis.atob = () => { throw new Error("called at import"); };
    const { load } = await import(${JSON.stringify(new URL("dist/index.js", packageFolder))});
    console.log(typeof load);`;
  assert.equal(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }),
    "function\n",
  );
});

test("load() gives the same engine however often it is called", async () => {
  assert.equal(await load(), steelyard);
  assert.equal(await load({}), steelyard);
});

test("load({ module }) takes a module or its bytes, and once for each", async () => {
  const module = new WebAssembly.Module(moduleBytes);
  for (const source of [module, moduleBytes, new Uint8Array(moduleBytes).buffer]) {
    const loaded = await loadCore({ module: source });
    assert.equal(loaded.verify(paywall()).verdict, "verified");
    assert.equal(await loadCore({ module: source }), loaded);
  }
});

test("load() refuses what is no engine", async () => {
  const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  await assert.rejects(load({ module: new WebAssembly.Module(empty) }), { code: "call.argument", option: "module" });
  await assert.rejects(load({ module: "steelyard.wasm" }), { code: "call.argument", option: "module" });
  await assert.rejects(loadCore(), { code: "call.argument", option: "module" });
  await assert.rejects(load({ module: new Uint8Array([1, 2, 3]) }), WebAssembly.CompileError);
});

test("a report says what it found", () => {
  const report = steelyard.verify(paywall("0.90"), { profile: "paywall", currency: "TRY" });
  assert.equal(report.ok, false);
  assert.equal(report.verdict, "mismatch");
  assert.equal(report.profile, "paywall");
  assert.equal(report.snapshotAt, null);
  assert.equal(report.wallets[0].amounts.total, "0.90");
  assert.equal(report.totals[0].currency, "TRY");
  assert.equal(report.findings[0].code, "paywall.total");
  assert.equal(report.findings[0].delta, "0.10");
  assert.deepEqual(report.summary, { wallets: 1, formulas: 3, failed: 1, unverifiable: 0, warnings: 0 });
  assert.equal(report.error, undefined);
});

test("a provider's error is in the report", () => {
  const report = steelyard.verify('{"message":"No."}', { profile: "payop", status: 401 });
  assert.equal(report.verdict, "provider_error");
  assert.deepEqual(report.error, { status: 401, code: null, messages: ["No."] });
});

test("JSON.stringify(report) is the engine's JSON, byte for byte", () => {
  const odd = '{"message":"\\u0001 \\b\\f\\n\\r\\t \\" \\\\ / \\u007f \\u2028 \\u00e9 \\ud83d\\ude00"}';
  for (const body of [paywall(), paywall("0.90"), payop(), POPUP, odd, "", "{", '{"a":1,"a":2}']) {
    const report = steelyard.verify(body);
    assert.equal(JSON.stringify(report), report.json);
    assert.equal(String(report), report.json);
    assert.equal(JSON.stringify(JSON.parse(report.json)), report.json);
  }
});

test("asking for ok and verdict costs no parsing; other fields parse once", () => {
  const parse = JSON.parse;
  let count = 0;
  JSON.parse = (...args) => {
    count += 1;
    return parse(...args);
  };
  try {
    const report = steelyard.verify(paywall());
    assert.equal(report.ok, true);
    assert.equal(report.verdict, "verified");
    assert.equal(count, 0);
    assert.equal(report.wallets, report.wallets);
    assert.equal(report.summary.wallets, 1);
    assert.equal(count, 1);
  } finally {
    JSON.parse = parse;
  }
});

test("a report stays what it is after later calls", () => {
  const reports = ["0.80", "0.90", "1.00", "x"].map((total) => steelyard.verify(paywall(total), { currency: "TRY" }));
  steelyard.decimal.add("1", "2");
  assert.deepEqual(
    reports.map((report) => report.verdict),
    ["verified", "mismatch", "mismatch", "malformed"],
  );
  assert.equal(reports[1].wallets[0].amounts.total, "0.90");
  assert.equal(reports[2].wallets[0].amounts.total, "1.00");
  assert.match(reports[0].canonical(), /"total":"0.80"/);
});

test("fields of a report cannot be changed", () => {
  const { wallets } = steelyard.verify(paywall());
  assert.throws(() => (wallets[0].amounts.total = "1"), TypeError);
  assert.throws(() => wallets.push(1), TypeError);
});

test("a report prints as its data", () => {
  const report = steelyard.verify(paywall());
  assert.equal(inspect(report), inspect(JSON.parse(report.json)));
});

test("a body may be text or bytes, with the same report; another view is no body", () => {
  const bytes = new TextEncoder().encode(paywall());
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  const inside = new Uint8Array(bytes.length + 20);
  inside.set(bytes, 10);
  const expected = steelyard.verify(paywall()).json;
  const bodies = [
    bytes,
    bytes.buffer,
    Buffer.from(bytes),
    inside.subarray(10, 10 + bytes.length),
    shared,
    new Uint8Array(shared),
  ];
  for (const body of bodies) assert.equal(steelyard.verify(body).json, expected);
  const others = [new DataView(inside.buffer, 10, bytes.length), new Int8Array(bytes.buffer), new Uint16Array(4)];
  for (const body of others) assert.throws(() => steelyard.verify(body), { code: "call.body" });
});

test("a verifier judges many bodies, each with its own status, headers and time", () => {
  const verifier = steelyard.verifier({ profile: "payop", maxAge: "60" });
  const now = "2025-09-15T12:35:00Z";
  assert.equal(verifier.verify(payop(), { now }).verdict, "verified");
  assert.equal(verifier.verify(payop(), { now: new Date("2025-09-15T12:40:00Z") }).verdict, "stale");
  assert.equal(verifier.verify(payop()).verdict, "stale");
  assert.equal(verifier.verify('{"message":"No."}', { status: 500 }).error.status, 500);
  assert.equal(verifier.verify(payop(), { now, status: undefined }).verdict, "verified");
});

test("the clock is read at each verify, and only where maxAge stands without now", () => {
  const recent = payop("1000.50", new Date(Date.now() - 1000).toISOString());
  assert.equal(steelyard.verify(recent, { maxAge: 3600 }).verdict, "verified");
  assert.equal(steelyard.verify(payop(), { maxAge: 3600 }).verdict, "stale");
  assert.equal(steelyard.verify(payop(), { maxAge: 3600, now: "2025-09-15T12:35:00Z" }).verdict, "verified");
  assert.equal(steelyard.verify(payop("1000.50", "2999-01-01T00:00:00Z")).verdict, "verified");
});

test("options used again are compiled once, and changed ones anew", () => {
  const verdicts = [undefined, "TRY", undefined, "EUR", "TRY"].map((currency) => {
    const { wallets } = steelyard.verify(paywall(), { profile: "paywall", currency });
    return wallets[0].currency;
  });
  assert.deepEqual(verdicts, [null, "TRY", null, "EUR", "TRY"]);
  for (let digits = 0; digits < 38; digits += 1)
    assert.equal(
      steelyard.verify(paywall(), { currency: "ABC", minorUnits: { ABC: digits } }).wallets[0].minorUnits,
      digits,
    );
});

test("canonical snapshots, with and without the time", () => {
  const report = steelyard.verify(payop());
  assert.match(report.canonical(), /^\{"profile":"payop","snapshotAt":"2025-09-15T12:34:56Z","wallets":\[\{"amounts":/);
  assert.match(report.canonical({ time: false }), /^\{"profile":"payop","wallets":\[/);
  assert.equal(report.canonical({ time: undefined }), report.canonical());
});

test("canSpend answers for one wallet", () => {
  const report = steelyard.verify(payop());
  const answer = report.canSpend("1000.51", { currency: "EUR" });
  assert.deepEqual(answer, {
    allowed: false,
    reason: "insufficient",
    verdict: "verified",
    wallet: null,
    spendable: "1000.50",
    shortfall: "0.01",
  });
  assert.equal(report.canSpend("1000.50", { currency: "EUR" }).allowed, true);
  assert.equal(report.canSpend("1").reason, "several_wallets");
});

test("diff takes reports, canonical snapshots and report JSON, as text or parsed", () => {
  const before = steelyard.verify(payop());
  const after = steelyard.verify(payop("999.50", "2025-09-16T00:00:00Z"));
  const expected = steelyard.diff(before, after);
  assert.equal(expected.same, false);
  assert.equal(expected.order, "forward");
  const eur = expected.wallets.find(({ currency }) => currency === "EUR");
  assert.deepEqual(eur.amounts.available, { before: "1000.50", after: "999.50", delta: "-1.00" });
  const forms = (report) => [report, report.json, report.canonical(), report.toJSON(), JSON.parse(report.canonical())];
  for (const left of forms(before))
    for (const right of forms(after)) assert.deepEqual(steelyard.diff(left, right), expected);
  assert.equal(steelyard.diff(before, before).same, true);
});

test("reconcile takes what diff takes, and a ledger by id, as a stored snapshot has it, and by currency", () => {
  const report = steelyard.verify(payop());
  const stored = JSON.parse(steelyard.verify(payop("999.50")).canonical()).wallets;
  const expected = { tolerance: "0.50", complete: true, wallets: stored, currencies: { USD: { total: "8000.50" } } };
  const answer = steelyard.reconcile(report, expected);
  assert.equal(answer.same, false);
  assert.equal(answer.verdict, "verified");
  const differing = answer.entries.filter(({ outcome }) => outcome !== "same");
  assert.deepEqual(
    differing.map(({ currency, amount, expected: wanted, actual, delta }) => [currency, amount, wanted, actual, delta]),
    [
      ["EUR", "total", "1264.50", "1265.50", "1.00"],
      ["EUR", "available", "999.50", "1000.50", "1.00"],
      ["EUR", "spendable", "999.50", "1000.50", "1.00"],
    ],
  );
  assert.equal(answer.entries.at(-1).message, "total is 8000.50; the ledger says 8000.50.");
  for (const form of [report.json, report.toJSON()]) assert.deepEqual(steelyard.reconcile(form, expected), answer);
  assert.deepEqual(steelyard.reconcile(report.canonical(), expected), { ...answer, verdict: null });
  assert.equal(steelyard.reconcile(report, { ...expected, tolerance: "1.00" }).same, true);
  assert.equal(steelyard.reconcile(report, { tolerance: undefined, wallets: report.wallets }).same, true);
});

test("reconcile says why it refuses a ledger, and where", () => {
  const report = steelyard.verify(payop());
  assert.throws(() => steelyard.reconcile(report, { currencies: { EUR: { avialable: "1" } } }), {
    code: "call.argument",
    option: "expected",
    message:
      "call.argument: expected: /currencies/EUR/avialable: There is no amount of this name. Did you mean available?",
  });
  assert.throws(() => steelyard.reconcile(report, { wallets: { a: { total: 0.1 } } }), {
    message: "call.argument: expected: /wallets/a/total: An amount is a decimal string, in quotes.",
  });
});

test("profiles can be listed, read and used as data", () => {
  assert.deepEqual([...steelyard.profiles].sort(), steelyard.profiles);
  assert.ok(Object.isFrozen(steelyard.profiles));
  for (const name of steelyard.profiles) {
    const profile = steelyard.profile(name);
    assert.equal(profile.profile, name);
    assert.doesNotThrow(() => steelyard.verifier({ profile }));
  }
  const own = steelyard.verify(paywall("0.90"), { profile: steelyard.profile("paywall") });
  assert.equal(own.json, steelyard.verify(paywall("0.90"), { profile: "paywall" }).json);
});

test("format writes for a person", () => {
  const report = steelyard.verify(paywall("0.90"), { currency: "TRY" });
  const plain = steelyard.format(report, { title: "wallet.json" });
  assert.match(plain, /wallet\.json/);
  assert.match(plain, /mismatch/);
  assert.ok(!plain.includes("\u001b"));
  assert.ok(steelyard.format(report, { colour: true }).includes("\u001b["));
  assert.equal(steelyard.format(report.json, { title: "wallet.json" }), plain);
});

test("version is the package's", () => {
  const { version } = JSON.parse(readFileSync(new URL("package.json", packageFolder), "utf8"));
  assert.equal(steelyard.version, version);
});
