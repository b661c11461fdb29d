// SPDX-License-Identifier: Apache-2.0
// Linear memory: nothing of a body stays in it, it shrinks again, and running out of it is an ordinary error.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../dist/engine.js";
import { compileInlined } from "../dist/inline.js";
import { compile, verify } from "../dist/verifier.js";
import { padded, paywall } from "./bodies.js";

const module = compileInlined();

/** An engine that keeps its instances where the test can look into them, with some exports replaced. */
function observed(replace = () => ({})) {
  const instances = [];
  const engine = new Engine(() => {
    const { exports } = new WebAssembly.Instance(module, {});
    instances.push(exports);
    return { ...exports, ...replace(exports) };
  });
  const compiled = compile(engine, []);
  return { engine, instances, judge: (body, pairs = []) => verify(engine, compiled, body, pairs) };
}

const holds = (exports, text) => Buffer.from(exports.memory.buffer).includes(text);

test("after a call no byte of body, options or report is left in memory", () => {
  const { instances, judge } = observed();
  const secret = "Secret-Marker-1f6b";
  const report = judge(paywall("0.90").replace('"Test"', `"${secret}"`), [
    ["headers", `{"Authorization":"${secret}"}`],
  ]);
  assert.equal(report.verdict, "mismatch");
  assert.equal(holds(instances[0], secret), false);
  assert.equal(holds(instances[0], "7883fb19"), false);
  judge(`{"${secret}":`);
  judge(`"${secret}"`);
  assert.equal(holds(instances[0], secret), false);
  report.canonical();
  report.canSpend("1", { wallet: secret });
  assert.equal(holds(instances[0], secret), false);
  assert.equal(holds(instances[0], "7883fb19"), false);
});

test("a call that throws leaves nothing, either", () => {
  const { instances, judge, engine } = observed();
  assert.throws(() => judge("{}", [["now", '"Secret-Marker-77"']]));
  assert.throws(() => compile(engine, [["Secret-Marker-77", "1"]]));
  assert.equal(holds(instances[0], "Secret-Marker-77"), false);
});

test("an instance that has grown large is given up, and reports outlive it", () => {
  const { instances, judge } = observed();
  const small = judge(paywall());
  const large = judge(padded(8 * 1024 * 1024));
  const next = judge(paywall());
  assert.equal(instances.length, 2);
  assert.equal(holds(instances[0], "xxxx"), false);
  assert.ok(instances[1].memory.buffer.byteLength <= 4 * 1024 * 1024);
  assert.equal(next.json, small.json);
  assert.equal(large.wallets[0].amounts.total, "0.8");
  assert.equal(large.canonical(), small.canonical());
});

test("small calls share one instance", () => {
  const { instances, judge } = observed();
  for (let index = 0; index < 1000; index += 1) judge(paywall());
  assert.equal(instances.length, 1);
});

test("no memory for the input is an error, and the engine goes on with a new instance", () => {
  let isShort = false;
  const { instances, judge } = observed(({ engine_begin }) => ({
    engine_begin: (nbytes) => (isShort ? 0 : engine_begin(nbytes)),
  }));
  isShort = true;
  assert.throws(() => judge(paywall()), { name: "SteelyardError", code: "memory" });
  isShort = false;
  assert.equal(judge(paywall()).verdict, "verified");
  assert.equal(instances.length, 2);
});

test("no memory during the call is an error likewise", () => {
  let isShort = false;
  const { judge } = observed(({ steelyard_verify }) => ({
    steelyard_verify: (...lengths) => (isShort ? 1 : steelyard_verify(...lengths)),
  }));
  isShort = true;
  assert.throws(() => judge(paywall()), { name: "SteelyardError", code: "memory" });
  isShort = false;
  assert.equal(judge(paywall()).verdict, "verified");
});

test("a used-up stack or address space is the error memory; anything else stays what it is", () => {
  let failure = null;
  const { instances, judge } = observed(({ steelyard_verify }) => ({
    steelyard_verify: (...lengths) => {
      if (failure) throw failure;
      return steelyard_verify(...lengths);
    },
  }));
  failure = new RangeError("Maximum call stack size exceeded");
  assert.throws(() => judge(paywall()), { code: "memory" });
  failure = new WebAssembly.RuntimeError("unreachable");
  assert.throws(() => judge(paywall()), WebAssembly.RuntimeError);
  failure = null;
  assert.equal(judge(paywall()).verdict, "verified");
  assert.equal(instances.length, 3);
});
