// SPDX-License-Identifier: Apache-2.0
// Codes and profiles in words. In: a code, a profile as an object or as its JSON text. Out: what the engine says of them.

import { encode } from "./encode.js";
import { SteelyardError, argumentError, withoutOffset } from "./error.js";
import { readOptions, valueText } from "./options.js";

const NO_BYTES = new Uint8Array(0);

/** What a code means; `profile` brings codes of its own. */
export function explainText(engine, code, settings) {
  if (typeof code !== "string") throw argumentError("code", "The code is no string.");
  const unknown = readOptions(settings).find(([name]) => name !== "profile");
  if (unknown) throw new SteelyardError("option.unknown", "There is no option of this name.", unknown[0]);
  return withProfile(settings?.profile, (bytes) => explainCode(engine, code, bytes));
}

/** What a profile does. */
export function explainProfileText(engine, profile) {
  if (profile === undefined) throw argumentError("profile", "A profile is an object or its JSON text.");
  return withProfile(profile, (bytes) => explainProfileBytes(engine, bytes));
}

export function explainCode(engine, code, profileBytes = NO_BYTES) {
  return engine.text([encode(code), profileBytes], (exports, lengths) => exports.steelyard_explain(...lengths));
}

export function explainProfileBytes(engine, profileBytes) {
  return engine.text([profileBytes], (exports, [length]) => exports.steelyard_profile_explain(length));
}

/** An offset means something only in a text that the caller wrote. */
function withProfile(profile, call) {
  if (profile === undefined) return call();
  if (typeof profile === "string") return call(encode(profile));
  return withoutOffset(() => call(encode(valueText(profile, "profile"))));
}
