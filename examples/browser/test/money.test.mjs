// SPDX-License-Identifier: Apache-2.0
// What the page makes of amounts and offsets, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAmount, piecesOf } from "../money.mjs";
import { indexOfByte, rangeAtByte } from "../places.mjs";

for (const [text, currency, shown] of [
  ["0.80", "TRY", "0.80\u00a0TRY"],
  ["-1234.50", "EUR", "\u22121,234.50\u00a0EUR"],
  ["1000", null, "1,000"],
  ["999", null, "999"],
  ["12345678901234567890123456789012345678", "JPY", "12,345,678,901,234,567,890,123,456,789,012,345,678\u00a0JPY"],
  ["0.12345678901234567890", null, "0.12345678901234567890"],
  ["true", null, "true"],
  ["1e5", "USD", "1e5"],
])
  test(`${text} ${currency} is shown as ${shown}`, () => assert.equal(formatAmount(text, currency), shown));

for (const [shown, pieces] of [
  ["0.80\u00a0TRY", ["0.80\u00a0TRY"]],
  ["\u221212,345,678,901,234,567,890.10\u00a0EUR", ["\u221212,", "345,", "678,", "901,", "234,", "567,", "890.10\u00a0EUR"]],
  ["0.12345678901234567890", ["0.123456", "7890", "1234", "5678", "90"]],
])
  test(`${shown} may break into ${pieces.length}`, () => {
    assert.deepEqual(piecesOf(shown), pieces);
    assert.equal(pieces.join(""), shown);
  });

test("every byte of a text belongs to its character", () => {
  const text = "aé€😀\ud800b";
  const offsets = Array.from({ length: 15 }, (_, offset) => indexOfByte(text, offset));
  assert.deepEqual(offsets, [0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 5, 5, 5, 6, 7]);
});

for (const [what, text, offset, value] of [
  ["a number", '{"ü":-1.50}', 6, "-1.50"],
  ["a string with quotes", '["a\\"]b",1]', 1, '"a\\"]b"'],
  ["an object with brackets in texts", '[{"a":"}","b":[1]},2]', 1, '{"a":"}","b":[1]}'],
  ["a literal", '{"a":null}', 5, "null"],
  ["an open string", '["abc', 1, '"abc'],
  ["nothing, behind the end", "[1", 2, ""],
])
  test(`the range of ${what}`, () => assert.equal(text.slice(...rangeAtByte(text, offset)), value));

test("of a malformed text the range is one character", () => {
  assert.equal("[😀😀]".slice(...rangeAtByte("[😀😀]", 1, true)), "😀");
  assert.equal("[1234x]".slice(...rangeAtByte("[1234x]", 5, true)), "x");
});
