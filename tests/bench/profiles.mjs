// SPDX-License-Identifier: Apache-2.0
// What a profile of one's own costs beside a built-in one: ratios, measured in one run, so that the machine drops out.
//
//   node tests/bench/profiles.mjs [ROUNDS]
//
// Rounds are interleaved and the median of each kind is taken. Nothing here fails: js/test holds the counts.

import { readFileSync } from "node:fs";
import { Engine } from "../../js/dist/engine.js";
import { compileInlined } from "../../js/dist/inline.js";
import { createVerifier, createVerify } from "../../js/dist/verifier.js";

const ROUNDS = Number(process.argv[2] ?? 41);
const CALLS = 200;

const body = readFileSync(new URL("../cases/samples/paywall.json", import.meta.url));
const module = compileInlined();

/** An engine that counts its compiling. */
let compileCount = 0;
const engine = new Engine(() => {
  const { exports } = new WebAssembly.Instance(module, {});
  const steelyard_compile = (length) => {
    compileCount += 1;
    return exports.steelyard_compile(length);
  };
  return { ...exports, steelyard_compile };
});

const index = engine.table.profiles.indexOf("paywall");
const text = engine.text([], (exports) => exports.steelyard_profile_json(index));
const own = { ...JSON.parse(text), profile: "own" };

const builtIn = createVerifier(engine, { profile: "paywall" });
const users = createVerifier(engine, { profile: own });
const auto = createVerifier(engine, {});
const verify = createVerify(engine);

const KINDS = {
  "verifier, built-in profile": () => builtIn.verify(body),
  "verifier, the same as a user's object": () => users.verify(body),
  "verifier, auto": () => auto.verify(body),
  "verify, built-in profile": () => verify(body, { profile: "paywall" }),
  "verify, the same as a user's object": () => verify(body, { profile: own }),
  "verify, auto": () => verify(body),
  "compile alone, built-in profile": () => createVerifier(engine, { profile: "paywall" }),
  "compile alone, a user's object": () => createVerifier(engine, { profile: own }),
  "compile alone, auto": () => createVerifier(engine, {}),
};

/** Microseconds of one call, and how often it compiled. */
function measure(call) {
  const compiledBefore = compileCount;
  const start = process.hrtime.bigint();
  for (let i = 0; i < CALLS; i += 1) call();
  const nanoseconds = Number(process.hrtime.bigint() - start);
  return { microseconds: nanoseconds / 1000 / CALLS, compiled: (compileCount - compiledBefore) / CALLS };
}

function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

const rows = new Map(Object.keys(KINDS).map((name) => [name, []]));
for (const call of Object.values(KINDS)) measure(call); // warm, and every cache filled
for (let round = 0; round < ROUNDS; round += 1) for (const [name, call] of Object.entries(KINDS)) rows.get(name).push(measure(call));

const base = median(rows.get("verifier, built-in profile").map(({ microseconds }) => microseconds));
console.log(`${"".padEnd(40)}  microseconds  ratio  compiles per call`);
for (const [name, measured] of rows) {
  const microseconds = median(measured.map((row) => row.microseconds));
  const compiled = Math.max(...measured.map((row) => row.compiled));
  console.log(`${name.padEnd(40)}  ${microseconds.toFixed(1).padStart(12)}  ${(microseconds / base).toFixed(2).padStart(5)}  ${compiled}`);
}
