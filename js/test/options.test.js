// SPDX-License-Identifier: Apache-2.0
// Options on their way to the engine: nothing is lost, nothing is made up.

import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { objectText, readOptions } from "../dist/options.js";

const textOf = (options) => objectText(readOptions(options));

test("members without a value are left out, at every depth", () => {
  assert.equal(textOf(undefined), "{}");
  assert.equal(textOf({ currency: undefined, unit: "minor" }), '{"unit":"minor"}');
  assert.equal(
    textOf({ currencies: { 1: { code: "JPY", minorUnits: undefined } } }),
    '{"currencies":{"1":{"code":"JPY"}}}',
  );
});

test("null goes to the engine, which judges it", () => {
  assert.equal(textOf({ currency: null }), '{"currency":null}');
});

test("a Date is RFC 3339, for now alone", () => {
  assert.equal(textOf({ now: new Date(0) }), '{"now":"1970-01-01T00:00:00.000Z"}');
  assert.throws(() => textOf({ currency: new Date(0) }), { code: "option.type", option: "currency" });
});

test("a Headers object is its names and values", () => {
  const headers = new Headers({ "X-Page": "1", "X-Has-More": "false" });
  assert.equal(textOf({ headers }), '{"headers":{"x-has-more":"false","x-page":"1"}}');
});

test("objects of another realm are as good as ours", () => {
  const options = vm.runInNewContext('({ now: new Date(0), currencies: { 1: "USD" } })');
  assert.equal(textOf(options), '{"now":"1970-01-01T00:00:00.000Z","currencies":{"1":"USD"}}');
});

test("a member called __proto__ is a member like others", () => {
  assert.equal(textOf({ headers: JSON.parse('{"__proto__":"x"}') }), '{"headers":{"__proto__":"x"}}');
});

test("numbers go as JSON writes them", () => {
  assert.equal(
    textOf({ maxAge: 1e21, maxBytes: 2 ** 31, status: -0 }),
    '{"maxAge":1e+21,"maxBytes":2147483648,"status":0}',
  );
});

test("one object in two places is no cycle", () => {
  const yen = { code: "JPY" };
  assert.equal(textOf({ currencies: { 3: yen, 4: yen } }), '{"currencies":{"3":{"code":"JPY"},"4":{"code":"JPY"}}}');
});

test("what JSON cannot say names the option", () => {
  class Limits {}
  for (const value of [
    Number.NaN,
    Infinity,
    1n,
    Symbol("x"),
    () => {},
    new Map(),
    new Set(),
    /x/,
    new Limits(),
    new String("x"),
  ])
    for (const options of [{ creditLimit: value }, { creditLimit: { 1: value } }, { creditLimit: [value] }])
      assert.throws(() => textOf(options), { code: "option.type", option: "creditLimit" });
});

test("endless and very deep values are refused, and do not use up the stack", () => {
  const deep = {};
  for (let at = deep, depth = 0; depth < 100000; depth += 1) at = at.x = {};
  assert.throws(() => textOf({ profile: deep }), { code: "option.type", option: "profile" });
  const wide = { left: {}, right: {} };
  wide.left.up = wide.right.up = wide;
  assert.throws(() => textOf({ profile: wide }), { code: "option.type", option: "profile" });
});
