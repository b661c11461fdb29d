// SPDX-License-Identifier: Apache-2.0
// Every case of this folder against the npm package as it is built in js/dist.
//
//   node tests/cases/run_cases.mjs

import assert from "node:assert/strict";
import { test } from "node:test";

import { SteelyardError, load as loadSteelyard } from "../../js/dist/index.js";
import { load as loadCases } from "./case_files.mjs";
import { differences } from "./expectation.mjs";

/** Bodies up to this length are judged a second time, as text. */
const TEXT_BYTES_MAX = 1024 * 1024;

const steelyard = await loadSteelyard();
const counts = { passed: 0, failed: 0 };

function thrownBy(call) {
  try {
    return { answer: call() };
  } catch (error) {
    if (!(error instanceof SteelyardError)) throw error;
    return { throws: { code: error.code, option: error.option, path: error.path } };
  }
}

function answerOrThrown(call) {
  const { answer, throws } = thrownBy(call);
  return throws === undefined ? answer : { throws };
}

function complain(complaints) {
  assert.equal(complaints.join("; "), "");
}

/** The bytes as text where they are UTF-8, else undefined. */
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function checkText(testCase, report) {
  const text = testCase.bytes.length > TEXT_BYTES_MAX ? undefined : textOf(testCase.bytes);
  if (text !== undefined) assert.equal(steelyard.verify(text, testCase.options).json, report.json);
}

function checkReport(testCase, report) {
  const { canSpend = [], json, canonical, canonicalWithoutTime, jsonLacks = [], ...stated } = testCase.expect;
  const data = JSON.parse(report.json);
  complain(differences(stated, data, "report", testCase.bytes));
  assert.equal(JSON.stringify(report), report.json);
  assert.equal(JSON.stringify(data), report.json);
  assert.equal(report.ok, data.verdict === "verified" || data.verdict === "valid");
  assert.equal(report.verdict, data.verdict);
  for (const secret of jsonLacks) assert.ok(!report.json.includes(secret), `the report tells ${secret}`);
  if (json !== undefined) assert.equal(report.json, json);
  checkSnapshot(canonical, () => report.canonical());
  checkSnapshot(canonicalWithoutTime, () => report.canonical({ time: false }));
  for (const { amount, selector, answer } of canSpend)
    complain(differences(answer, answerOrThrown(() => report.canSpend(amount, selector)), `canSpend(${amount})`));
}

function checkSnapshot(wanted, call) {
  if (wanted === undefined) return;
  complain(differences(wanted, answerOrThrown(call), "canonical"));
}

function verifyCase(testCase) {
  const body = testCase.asValue ? JSON.parse(testCase.bytes) : testCase.bytes;
  return steelyard.verify(body, testCase.options);
}

function diffCase({ before, after, options }) {
  return steelyard.diff(steelyard.verify(before, options), steelyard.verify(after, options));
}

function reconcileCase({ bytes, expected, options }) {
  return steelyard.reconcile(steelyard.verify(bytes, options), expected);
}

function decimalCase({ decimal }) {
  const [[operation, operands]] = Object.entries(decimal);
  return String(steelyard.decimal[operation](...operands));
}

function answerOf(testCase) {
  if (testCase.decimal !== undefined) return decimalCase(testCase);
  if (testCase.expected !== undefined) return reconcileCase(testCase);
  return testCase.before === undefined ? verifyCase(testCase) : diffCase(testCase);
}

function check(testCase) {
  const { answer, throws } = thrownBy(() => answerOf(testCase));
  if (testCase.expect.throws !== undefined || throws !== undefined) {
    complain(differences({ throws: testCase.expect.throws }, { throws }, "the call"));
  } else if (testCase.decimal !== undefined) {
    assert.equal(answer, testCase.expect.result);
  } else if (testCase.expected !== undefined) {
    complain(differences(testCase.expect.reconcile, answer, "reconcile"));
  } else if (testCase.before !== undefined) {
    complain(differences(testCase.expect.diff, answer, "diff"));
  } else {
    checkReport(testCase, answer);
    checkText(testCase, answer);
  }
}

for (const testCase of loadCases().filter(({ only = "javascript" }) => only === "javascript")) {
  test(`${testCase.name} (${testCase.file}.json)`, () => {
    counts.failed += 1;
    check(testCase);
    counts.failed -= 1;
    counts.passed += 1;
  });
}
process.on("exit", () => console.log(`${counts.passed} passed, ${counts.failed} failed`));
