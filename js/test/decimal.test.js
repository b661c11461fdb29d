// SPDX-License-Identifier: Apache-2.0
// Decimals at the boundary: strings in, strings out, and a number is refused. The arithmetic itself is tested in C.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../dist/index.js";

const { decimal } = await load();
const { add, subtract, multiply, sum, compare, negate, abs, quantize } = decimal;
const NINES = "9".repeat(38);

test("exact results, with the scale of exact arithmetic", () => {
  assert.equal(add("0.1", "0.2"), "0.3");
  assert.equal(add("1.0", "2.00"), "3.00");
  assert.equal(add("12345678901234567890.10", "0.01"), "12345678901234567890.11");
  assert.equal(subtract("1", "0.9"), "0.1");
  assert.equal(multiply("1.5", "0.20"), "0.300");
  assert.equal(negate("1.50"), "-1.50");
  assert.equal(negate("0.00"), "0.00");
  assert.equal(abs("-1.5E1"), "15");
});

test("sum of a list", () => {
  assert.equal(sum([]), "0");
  assert.equal(sum(["0.1", "0.2", "0.3"]), "0.6");
  assert.equal(sum([NINES, "1", "-1"]), NINES);
  assert.equal(sum(Array(10000).fill("0.01")), "100.00");
});

test("compare gives a number", () => {
  assert.deepEqual([compare("1.0", "1"), compare("1", "2"), compare("2", "1"), compare("-0", "0")], [0, -1, 1, 0]);
});

test("quantize rounds half even where no mode is given", () => {
  assert.equal(quantize("0.125", 2), "0.12");
  assert.equal(quantize("1", 2), "1.00");
  assert.equal(quantize("1.005", 2, "half_up"), "1.01");
  const modes = ["half_even", "half_up", "half_down", "up", "down", "ceiling", "floor"];
  assert.deepEqual(
    modes.map((mode) => quantize("-2.5", 0, mode)),
    ["-2", "-3", "-2", "-3", "-2", "-2", "-3"],
  );
});

test("operands that are no decimal", () => {
  const wrong = [
    "",
    " 1",
    "1 ",
    "+1",
    ".5",
    "1.",
    "007",
    "1,0",
    "0x1",
    "NaN",
    "１",
    "1\u0000",
    "\ud800",
    1,
    1n,
    null,
    undefined,
    {},
    ["1"],
  ];
  for (const operand of wrong)
    for (const call of [
      () => add(operand, "1"),
      () => add("1", operand),
      () => negate(operand),
      () => sum([operand]),
      () => quantize(operand, 2),
    ])
      assert.throws(call, { name: "SteelyardError", code: "decimal.syntax" }, String(operand?.toString()));
  assert.throws(() => sum(Array(1)), { code: "decimal.syntax" });
});

test("results that do not fit", () => {
  assert.throws(() => add(NINES, "1"), { code: "decimal.range" });
  assert.throws(() => multiply(NINES, "10"), { code: "decimal.range" });
  assert.throws(() => add("1e400", "1"), { code: "decimal.range" });
  assert.throws(() => quantize(NINES, 2), { code: "decimal.range" });
});

test("arguments that are none", () => {
  for (const list of [undefined, null, "1", new Set(["1"]), { length: 0 }])
    assert.throws(() => sum(list), { code: "call.argument", option: "list" });
  for (const scale of [undefined, null, "2", 1.5, -1, 39, 1e21, Number.NaN, 2n])
    assert.throws(() => quantize("1", scale), { code: "call.argument" });
  for (const mode of ["", "half_odd", "HALF_UP", "half_up ", " half_up", null, 0])
    assert.throws(() => quantize("1", 2, mode), { code: "call.argument" });
});
