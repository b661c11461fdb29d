// SPDX-License-Identifier: Apache-2.0
// Text that is no Unicode: halves of surrogate pairs reach the engine as what they are, and are never mended.

import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "../dist/encode.js";
import { load } from "../dist/index.js";

const steelyard = await load();

test("well-formed text is UTF-8", () => {
  for (const text of ["", "a", "é€😀", "\u0000\uffff"]) assert.deepEqual([...encode(text)], [...Buffer.from(text)]);
});

test("half a surrogate pair becomes three bytes that UTF-8 forbids", () => {
  assert.deepEqual([...encode("a\ud800b")], [0x61, 0xed, 0xa0, 0x80, 0x62]);
  assert.deepEqual([...encode("\udfff")], [0xed, 0xbf, 0xbf]);
  assert.deepEqual([...encode("\ud83d😀\ude00")], [0xed, 0xa0, 0xbd, ...Buffer.from("😀"), 0xed, 0xb8, 0x80]);
});

for (const [name, before] of [
  ["short", ""],
  ["long", "é".repeat(40000)],
])
  test(`a ${name} body with half a pair is json.utf8 at its place`, () => {
    const text = `{"${before}x\ud800":1}`;
    const report = steelyard.verify(text);
    assert.equal(report.verdict, "malformed");
    assert.equal(report.findings[0].code, "json.utf8");
    assert.equal(report.findings[0].offset, 3 + Buffer.byteLength(before));
  });

test("text and its bytes get the same report, however long", () => {
  for (const length of [0, 10, 10922, 10923, 32768, 32769, 100000]) {
    const text = `{"x":"${"€".repeat(length)}","a":1,"a":2}`;
    assert.equal(steelyard.verify(text).json, steelyard.verify(Buffer.from(text)).json);
  }
});

test("a body that is too long is json.size, as text and as bytes", () => {
  for (const body of ["€€€€", Buffer.from("€€€€")])
    for (const maxBytes of [1, 2, 3, 11]) {
      const [finding] = steelyard.verify(body, { maxBytes }).findings;
      assert.deepEqual([finding.code, finding.offset], ["json.size", maxBytes]);
    }
  assert.equal(steelyard.verify("€€€€", { maxBytes: 12 }).findings[0].code, "json.syntax");
});

test("the default limit of the shim is the engine's", () => {
  const limit = 64 * 1024 * 1024;
  const body = new Uint8Array(limit + 1).fill(0x20);
  assert.equal(steelyard.verify(body.subarray(0, limit)).findings[0].code, "json.empty");
  assert.equal(steelyard.verify(body).findings[0].code, "json.size");
});
