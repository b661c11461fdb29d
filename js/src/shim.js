// SPDX-License-Identifier: Apache-2.0
// The public object, a function of a compiled module. In: a module. Out: what load() resolves to.
// It marshals; every rule (verdicts, formulas, decimals, what may be spent) is the engine's.

import { createDecimal } from "./decimal.js";
import { encode } from "./encode.js";
import { Engine } from "./engine.js";
import { argumentError } from "./error.js";
import { readSettings } from "./options.js";
import { reportBytes } from "./report.js";
import { createVerifier, createVerify } from "./verifier.js";

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
    format: (report, settings) => formatText(engine, report, settings),
    decimal: createDecimal(engine),
  });
}

/** A built-in profile, as the text that the engine carries. */
export function profileText(engine, name) {
  const index = engine.table.profiles.indexOf(name);
  if (index < 0) throw argumentError("name", "There is no built-in profile of this name.");
  return engine.text([], (exports) => exports.steelyard_profile(index));
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

export function formatText(engine, report, settings) {
  const { title, colour } = readSettings(settings, { title: "", colour: false });
  const parts = [reportBytes(report), encode(title)];
  return engine.text(parts, (exports, lengths) => exports.steelyard_report_text(...lengths, Number(colour)));
}
