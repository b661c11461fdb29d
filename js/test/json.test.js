// SPDX-License-Identifier: Apache-2.0
// Options files are taken apart without rewriting them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { membersOf, parseJson } from "../dist/command/json.js";

/** Text, and its members as name and text; null: no object. */
const OBJECTS = [
  ["{}", []],
  [" { \n} ", []],
  ['{"a":1}', [["a", "1"]]],
  [
    '{"a":12345678901234567890.10,"a":1e400}',
    [
      ["a", "12345678901234567890.10"],
      ["a", "1e400"],
    ],
  ],
  [
    '{ "a" : { "b" : [1, "}"] } , "c" : "\\"" }',
    [
      ["a", '{ "b" : [1, "}"] }'],
      ["c", '"\\""'],
    ],
  ],
  [
    '{"\\u0061\\n":"\\\\","":null}',
    [
      ["a\n", '"\\\\"'],
      ["", "null"],
    ],
  ],
  [
    '{"a":[[],{}],"b":true}',
    [
      ["a", "[[],{}]"],
      ["b", "true"],
    ],
  ],
  ["[]", null],
  ['"{"', null],
];

for (const [text, members] of OBJECTS)
  test(`members of ${text.trim()}`, () => {
    assert.deepEqual(membersOf(text), members);
  });

test("what is no JSON, or no UTF-8, is null; a byte order mark is dropped", () => {
  for (const text of ["", "{", "{1}", '{"a":1},', "{'a':1}"]) assert.equal(parseJson(Buffer.from(text)), null);
  assert.equal(parseJson(Buffer.from([0x22, 0xff, 0x22])), null);
  assert.equal(parseJson(Buffer.from("\ufeff{}")), "{}");
});
