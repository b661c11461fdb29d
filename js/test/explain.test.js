// SPDX-License-Identifier: Apache-2.0
// Codes and profiles in words, what errors say of a place, and what a profile of one's own costs at each call.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SteelyardError, load } from "../dist/index.js";
import { Engine } from "../dist/engine.js";
import { compileInlined } from "../dist/inline.js";
import { createVerifier, createVerify } from "../dist/verifier.js";
import { paywall } from "./bodies.js";

const steelyard = await load();

const ACME = {
  profile: "acme",
  wallets: { at: "/data", as: ["list"] },
  currency: { from: "member", at: "/code", required: true },
  unit: "major",
  amounts: { total: { at: "/sum" }, cash: { at: "/own" }, gift: { at: "/given" } },
  formulas: [{ code: "total", amount: "total", is: "cash + gift" }],
};

/** What a call throws. */
function errorOf(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof SteelyardError);
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("explains the code of every finding of a report", () => {
  const { findings } = steelyard.verify(paywall("0.90"), { profile: "paywall", explain: true });
  assert.ok(findings.length > 1);
  for (const { code } of findings) assert.ok(steelyard.explain(code).startsWith(`${code}: `));
});

test("explains verdicts, causes, answers and errors", () => {
  assert.match(steelyard.explain("mismatch"), /^mismatch: a verdict\n\nA check failed/);
  assert.match(steelyard.explain("double_counted"), /Most likely: one amount was counted twice\./);
  assert.match(steelyard.explain("insufficient"), /"reason":"insufficient".*"shortfall":"0\.01"/);
  assert.match(steelyard.explain("option.value"), /gives {4}option\.value: currency: /);
});

test("the example of call.body is one", () => {
  assert.match(steelyard.explain("call.body"), /\n {2}steelyard\.verify\(\{ data: null \}\)\n$/);
  assert.equal(errorOf(() => steelyard.verify({ data: null })).code, "call.body");
});

test("explains the rules of a profile given as an object or as its text", () => {
  const expected = /The rule: sum must be own \+ given, in each wallet\.\n {2}total: \/sum\n {2}cash: \/own\n {2}gift: \/given\n/;
  for (const profile of [ACME, JSON.stringify(ACME), JSON.stringify(ACME, null, 2)]) {
    const text = steelyard.explain("acme.total", { profile });
    assert.match(text, expected);
    assert.match(text, /With own 10\.00, given 20\.00, sum 30\.01 is the finding \(fail\), and 30\.00 is not\./);
  }
  assert.equal(steelyard.explain("verified", { profile: ACME }), steelyard.explain("verified"));
});

test("the worked example of a rule gives that finding when it is verified", () => {
  const body = '{"data":[{"code":"EUR","own":10.00,"given":20.00,"sum":30.01}]}';
  const [finding] = steelyard.verify(body, { profile: ACME }).findings;
  assert.deepEqual([finding.code, finding.expected, finding.actual, finding.delta], ["acme.total", "30.00", "30.01", "0.01"]);
});

test("names the nearest code where there is none", () => {
  const error = errorOf(() => steelyard.explain("acme.totl", { profile: ACME }));
  assert.equal(error.code, "call.argument");
  assert.equal(error.option, "code");
  assert.equal(error.found, "acme.totl");
  assert.equal(error.nearest, "acme.total");
  assert.match(error.message, /did you mean "acme\.total"\?$/);
  assert.equal(errorOf(() => steelyard.explain("nonsense")).nearest, undefined);
});

test("says in words what a profile does", () => {
  const text = steelyard.explainProfile(ACME);
  assert.ok(text.startsWith("Profile acme\n"));
  assert.match(text, /\n {2}acme\.total \(fail\): total must be cash \+ gift, in each wallet\.\n/);
  assert.equal(steelyard.explainProfile(JSON.stringify(ACME)), text);
  for (const name of steelyard.profiles)
    assert.ok(steelyard.explainProfile(steelyard.profile(name)).startsWith(`Profile ${name}\n`));
});

test("says where a profile is wrong", () => {
  const wrong = { ...ACME, formulas: [{ code: "total", amount: "total", is: "cash + gitf" }] };
  const text = JSON.stringify(wrong, null, 2);
  const error = errorOf(() => steelyard.explainProfile(text));
  assert.deepEqual([error.code, error.option, error.path], ["option.value", "profile", "/formulas/0/is"]);
  assert.equal(error.offset, text.indexOf('"cash + gitf"'));
  assert.deepEqual([error.found, error.nearest], ["gitf", "gift"]);
  assert.ok(error.allowed.includes("cash") && error.allowed.includes("gift"));
  assert.match(error.message, /^option\.value: profile: \/formulas\/0\/is: .*"gitf".*"gift"/);
});

test("gives an offset only in a text of the caller's", () => {
  const wrong = { ...ACME, unit: "majr" };
  for (const call of [
    () => steelyard.explainProfile(wrong),
    () => steelyard.explain("verified", { profile: wrong }),
    () => steelyard.verify("{}", { profile: wrong }),
    () => steelyard.verifier({ profile: wrong }),
  ]) {
    const error = errorOf(call);
    assert.equal(error.offset, undefined);
    assert.equal(error.path.endsWith("/unit"), true);
    assert.equal(error.found, "majr");
  }
  assert.equal(errorOf(() => steelyard.verify("{}", { profile: wrong })).path, "/profile/unit");
});

test("an error that names no place has none", () => {
  const error = errorOf(() => steelyard.verify("{}", { currency: "usd" }));
  for (const name of ["offset", "nearest", "allowed"]) assert.equal(error[name], undefined);
});

for (const [call, code, option] of [
  [() => steelyard.explain(), "call.argument", "code"],
  [() => steelyard.explain(7), "call.argument", "code"],
  [() => steelyard.explain("\ud800"), "call.argument", "code"],
  [() => steelyard.explain("ok", { profil: ACME }), "option.unknown", "profil"],
  [() => steelyard.explain("ok", { profile: 7 }), "call.argument", "profile"],
  [() => steelyard.explain("ok", { profile: "paywall" }), "call.argument", "profile"],
  [() => steelyard.explain("ok", []), "call.argument", "options"],
  [() => steelyard.explainProfile(), "call.argument", "profile"],
  [() => steelyard.explainProfile(null), "call.argument", "profile"],
  [() => steelyard.explainProfile("["), "call.argument", "profile"],
  [() => steelyard.explainProfile({}), "option.value", "profile"],
  [() => steelyard.explainProfile(new Map()), "option.type", "profile"],
])
  test(`${call.toString().replace(/^\(\) => /, "")}: ${code} (${option})`, () => {
    const error = errorOf(call);
    assert.deepEqual([error.code, error.option], [code, option]);
  });

/** An engine that counts how often it compiles. */
function countingEngine() {
  const module = compileInlined();
  const counts = { compile: 0 };
  const instantiate = () => {
    const { exports } = new WebAssembly.Instance(module, {});
    const steelyard_compile = (length) => {
      counts.compile += 1;
      return exports.steelyard_compile(length);
    };
    return { ...exports, steelyard_compile };
  };
  return { engine: new Engine(instantiate), counts };
}

test("a profile of one's own is compiled once, not at each call", () => {
  const { engine, counts } = countingEngine();
  const profile = { ...steelyard.profile("paywall"), profile: "own" };
  const verifier = createVerifier(engine, { profile });
  assert.equal(counts.compile, 1);
  for (let call = 0; call < 100; call += 1) assert.equal(verifier.verify(paywall()).verdict, "verified");
  assert.equal(counts.compile, 1);
  const verify = createVerify(engine);
  for (let call = 0; call < 100; call += 1) assert.equal(verify(paywall(), { profile, status: 200 }).verdict, "verified");
  assert.equal(counts.compile, 2);
});
