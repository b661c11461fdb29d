// SPDX-License-Identifier: Apache-2.0
// The public object, a function of a compiled module. In: a module. Out: what load() resolves to.
// It marshals; every rule (verdicts, formulas, decimals, what may be spent) is the engine's.

import { createDecimal } from "./decimal.js";
import { encode } from "./encode.js";
import { Engine } from "./engine.js";
import { argumentError } from "./error.js";
import { readSettings, valueText } from "./options.js";
import { reportBytes } from "./report.js";
import { createVerifier, createVerify } from "./verifier.js";
import { explainProfileText, explainText } from "./words.js";

/** An engine over a compiled module: zero imports, so instantiating cannot fail for want of any. */
export function createEngine(module) {
  return new Engine(() => new WebAssembly.Instance(module, {}).exports);
}

/** @param module a WebAssembly.Module of Steelyard's engine */
export function createSteelyard(module) {
  const engine = createEngine(module);
  return Object.freeze({
    version: engine.table.version,
    profiles: Object.freeze([...engine.table.profiles]),
    profile: (name) => JSON.parse(profileText(engine, name)),
    verify: createVerify(engine),
    verifier: (options) => createVerifier(engine, options),
    diff: (before, after) => JSON.parse(diffText(engine, before, after)),
    reconcile: (report, expected) => JSON.parse(reconcileText(engine, report, expectedText(expected))),
    format: (report, settings) => formatText(engine, report, settings),
    explain: (code, settings) => explainText(engine, code, settings),
    explainProfile: (profile) => explainProfileText(engine, profile),
    decimal: createDecimal(engine),
  });
}

/** A built-in profile, as the text that the engine carries. */
export function profileText(engine, name) {
  const index = engine.table.profiles.indexOf(name);
  if (index < 0) throw argumentError("name", "There is no built-in profile of this name.");
  return engine.text([], (exports) => exports.steelyard_profile_json(index));
}

export function diffText(engine, before, after) {
  const parts = [reportBytes(before), reportBytes(after)];
  return engine.text(parts, (exports, lengths) => exports.steelyard_diff(...lengths));
}

/** The changes for a person, as the command prints them. */
export function diffHumanText(engine, before, after, colour) {
  const parts = [reportBytes(before), reportBytes(after)];
  return engine.text(parts, (exports, lengths) => exports.steelyard_diff_text(...lengths, Number(colour)));
}

/** A ledger against a snapshot. `expected` is its JSON, as text or as bytes. */
export function reconcileText(engine, report, expected) {
  const parts = [reportBytes(report), bytesOfExpected(expected)];
  return engine.text(parts, (exports, lengths) => exports.steelyard_reconcile(...lengths));
}

/** The same for a person, as the command prints it. */
export function reconcileHumanText(engine, report, expected, colour) {
  const parts = [reportBytes(report), bytesOfExpected(expected)];
  return engine.text(parts, (exports, lengths) => exports.steelyard_reconcile_text(...lengths, Number(colour)));
}

function bytesOfExpected(expected) {
  return typeof expected === "string" ? encode(expected) : expected;
}

/** What the engine refuses it names with its place; this refuses only what JSON cannot say. */
function expectedText(expected) {
  try {
    return valueText(expected, "expected");
  } catch {
    throw argumentError("expected", "The expectation holds something that JSON cannot say.");
  }
}

export function formatText(engine, report, settings) {
  const { title, colour } = readSettings(settings, { title: "", colour: false });
  const parts = [reportBytes(report), encode(title)];
  return engine.text(parts, (exports, lengths) => exports.steelyard_report_text(...lengths, Number(colour)));
}
