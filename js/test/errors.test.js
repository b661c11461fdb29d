// SPDX-License-Identifier: Apache-2.0
// Wrong calls: each throws one SteelyardError with a code, and leaves the engine usable.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SteelyardError, load } from "../dist/index.js";
import { createEngine } from "../dist/shim.js";
import { compileInlined } from "../dist/inline.js";
import { paywall } from "./bodies.js";

const steelyard = await load();
const report = steelyard.verify(paywall());
const malformed = steelyard.verify("{");
const verifier = steelyard.verifier();

const cyclic = {};
cyclic.self = cyclic;

/** Call, code, name of what is wrong (null: nothing has a name). */
const WRONG_CALLS = [
  [() => steelyard.verify(), "call.body", null],
  [() => steelyard.verify(null), "call.body", null],
  [() => steelyard.verify(12), "call.body", null],
  [() => steelyard.verify({}), "call.body", null],
  [() => steelyard.verify([123, 125]), "call.body", null],
  [() => steelyard.verify(Promise.resolve("{}")), "call.body", null],
  [() => steelyard.verify({ [Symbol.toStringTag]: "ArrayBuffer" }), "call.body", null],
  [() => verifier.verify(Symbol("{}")), "call.body", null],

  [() => steelyard.verify("{}", null), "call.argument", "options"],
  [() => steelyard.verify("{}", "paywall"), "call.argument", "options"],
  [() => steelyard.verify("{}", []), "call.argument", "options"],
  [() => steelyard.verify("{}", new Map([["currency", "USD"]])), "call.argument", "options"],
  [() => steelyard.verifier(() => {}), "call.argument", "options"],
  [() => steelyard.verify("{}", { curency: "USD" }), "option.unknown", "curency"],
  [() => steelyard.verifier({ curency: "USD" }), "option.unknown", "curency"],
  [() => verifier.verify("{}", { currency: "USD" }), "option.unknown", "currency"],
  [() => steelyard.verify("{}", { currency: "usd" }), "option.value", "currency"],
  [() => steelyard.verify("{}", { currency: 840 }), "option.type", "currency"],
  [() => steelyard.verify("{}", { unit: "cents" }), "option.value", "unit"],
  [() => steelyard.verify("{}", { creditLimit: 100 }), "option.type", "creditLimit"],
  [() => steelyard.verify("{}", { creditLimit: "-1" }), "option.value", "creditLimit"],
  [() => steelyard.verify("{}", { creditLimit: 10n }), "option.type", "creditLimit"],
  [() => steelyard.verify("{}", { maxAge: 1.5 }), "option.type", "maxAge"],
  [() => steelyard.verify("{}", { maxAge: Number.NaN }), "option.type", "maxAge"],
  [() => steelyard.verify("{}", { maxAge: Infinity }), "option.type", "maxAge"],
  [() => steelyard.verify("{}", { maxAge: -1 }), "option.value", "maxAge"],
  [() => steelyard.verify("{}", { maxBytes: 0 }), "option.value", "maxBytes"],
  [() => steelyard.verify("{}", { maxBytes: "10" }), "option.type", "maxBytes"],
  [() => steelyard.verify("{}", { status: "200" }), "option.type", "status"],
  [() => steelyard.verify("{}", { status: 42 }), "option.value", "status"],
  [() => verifier.verify("{}", { status: 600 }), "option.value", "status"],
  [() => steelyard.verify("{}", { explain: 1 }), "option.type", "explain"],
  [() => steelyard.verify("{}", { now: "yesterday" }), "option.value", "now"],
  [() => steelyard.verify("{}", { now: new Date(Number.NaN) }), "option.value", "now"],
  [() => steelyard.verify("{}", { now: 1700000000 }), "option.type", "now"],
  [() => steelyard.verify("{}", { now: Symbol("now") }), "option.type", "now"],
  [() => steelyard.verify("{}", { maxAge: new Date() }), "option.type", "maxAge"],
  [() => steelyard.verify("{}", { headers: new Map([["X-Page", "1"]]) }), "option.type", "headers"],
  [() => steelyard.verify("{}", { headers: () => {} }), "option.type", "headers"],
  [() => steelyard.verify("{}", { headers: { "X-Page": "1", "x-page": "1" } }), "option.value", "headers"],
  [() => steelyard.verify("{}", { currencies: cyclic }), "option.type", "currencies"],
  [() => steelyard.verify("{}", { currencies: { 1: [undefined] } }), "option.type", "currencies"],
  [() => steelyard.verify("{}", { minorUnits: { USDT: 6.5 } }), "option.type", "minorUnits"],
  [() => steelyard.verify("{}", { currency: "\ud800" }), "option.value", "currency"],
  [() => steelyard.verify("{}", { creditLimit: { "\ud800": "1" } }), "option.value", "creditLimit"],
  [() => steelyard.verify("{}", { "\ud800": "1" }), "option.unknown", "\ud800"],
  [() => steelyard.verify("{}", { profile: "nobody" }), "option.value", "profile"],
  [() => steelyard.verify("{}", { profile: {} }), "option.value", "profile"],

  [() => report.canonical({ times: true }), "option.unknown", "times"],
  [() => report.canonical({ time: 0 }), "option.type", "time"],
  [() => report.canonical(false), "call.argument", "options"],
  [() => malformed.canonical(), "report.no_canonical", null],
  [() => report.canSpend(), "call.amount", "amount"],
  [() => report.canSpend(10), "call.amount", "amount"],
  [() => report.canSpend("0"), "call.amount", "amount"],
  [() => report.canSpend("-1"), "call.amount", "amount"],
  [() => report.canSpend("1e3"), "call.amount", "amount"],
  [() => report.canSpend("\ud800"), "call.amount", "amount"],
  [() => report.canSpend("1", { purse: "1" }), "option.unknown", "purse"],
  [() => report.canSpend("1", { amount: "2" }), "option.unknown", "amount"],
  [() => report.canSpend("1", { currency: 840 }), "option.type", "currency"],
  [() => report.canSpend("1", { wallet: "\udfff" }), "option.value", "wallet"],
  [() => report.canSpend("1", { wallet: 7 }), "option.type", "wallet"],

  [() => steelyard.diff(report), "call.argument", "report"],
  [() => steelyard.diff("{}", report), "call.argument", "report"],
  [() => steelyard.diff(report, 7), "call.argument", "report"],
  [() => steelyard.diff(report, () => {}), "call.argument", "report"],
  [() => steelyard.diff(report, malformed), "report.no_canonical", null],
  [() => steelyard.reconcile("{}", { complete: true }), "call.argument", "report"],
  [() => steelyard.reconcile(malformed, { complete: true }), "report.no_canonical", null],
  [() => steelyard.reconcile(report), "call.argument", "expected"],
  [() => steelyard.reconcile(report, '{"complete":true}'), "call.argument", "expected"],
  [() => steelyard.reconcile(report, []), "call.argument", "expected"],
  [() => steelyard.reconcile(report, {}), "call.argument", "expected"],
  [() => steelyard.reconcile(report, { walets: {} }), "call.argument", "expected"],
  [() => steelyard.reconcile(report, { wallets: new Map() }), "call.argument", "expected"],
  [() => steelyard.reconcile(report, { wallets: { a: { total: 10 } } }), "call.argument", "expected"],
  [() => steelyard.reconcile(report, { wallets: { a: { total: NaN } } }), "call.argument", "expected"],
  [() => steelyard.reconcile(report, { wallets: { a: { total: "1e3" } } }), "call.argument", "expected"],
  [() => steelyard.reconcile(report, { wallets: { "\ud800": { total: "1" } } }), "call.argument", "expected"],
  [() => steelyard.reconcile(report, { complete: true, tolerance: "-1" }), "call.argument", "expected"],
  [() => steelyard.format("{}"), "call.argument", "report"],
  [() => steelyard.format(report, { titel: "x" }), "option.unknown", "titel"],
  [() => steelyard.format(report, { colour: "always" }), "option.type", "colour"],
  [() => steelyard.profile("nobody"), "call.argument", "name"],
  [() => steelyard.profile(), "call.argument", "name"],
];

for (const [call, code, option] of WRONG_CALLS) {
  const text = call.toString().replace(/^\(\) => /, "");
  test(`${text}: ${code}${option === null ? "" : ` (${option})`}`, () => {
    assert.throws(call, (error) => {
      assert.ok(error instanceof SteelyardError && error instanceof Error);
      assert.equal(error.name, "SteelyardError");
      assert.equal(error.code, code);
      if (option !== null) assert.equal(error.option, option);
      assert.ok(error.message.startsWith(`${code}: `));
      return true;
    });
    assert.equal(steelyard.verify(paywall()).json, report.json);
  });
}

test("the types list the codes that the engine's table has, and no others", () => {
  const { statuses } = createEngine(compileInlined()).table;
  const types = readFileSync(new URL("../src/index.d.ts", import.meta.url), "utf8");
  const [, union] = types.match(/type SteelyardErrorCode =([^;]*);/);
  const typed = [...union.matchAll(/"([^"]+)"/g)].map(([, code]) => code);
  assert.deepEqual(
    typed,
    statuses.filter(({ number }) => number > 0 && number < 100).map(({ code }) => code),
  );
});
