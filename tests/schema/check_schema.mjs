// SPDX-License-Identifier: Apache-2.0
// The schema that editors read and the compiler of profiles cannot disagree: the same words, the same profiles accepted,
// and of thousands of changed profiles the schema refuses none that the compiler takes; what the compiler alone refuses
// is one of the reasons in reasons.mjs.
//
//   node tests/schema/check_schema.mjs
//
// STEELYARD_QUICK judges one of seven changed profiles. STEELYARD_PACKAGE is the folder of the built package, js where
// it is not set.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

import { load as loadCases } from "../cases/case_files.mjs";
import { compilerTables, limits } from "./c_tables.mjs";
import { membersOf, mutationsOf } from "./mutations.mjs";
import { REASONS, REASONS_OF_EXTENSIONS } from "./reasons.mjs";
import { schema, schemaFault } from "./schema.mjs";
import { complaintsAboutWords } from "./words.mjs";

const PACKAGE = process.env.STEELYARD_PACKAGE ?? fileURLToPath(new URL("../../js", import.meta.url));
const PROFILES = new URL("../../core/profiles/", import.meta.url);
/** One of how many changed profiles is judged. */
const STEP = process.env.STEELYARD_QUICK ? 7 : 1;
/** Complaints of one kind that are printed; the rest is counted. */
const SHOWN_MAX = 20;

const { SteelyardError, load } = await import(pathToFileURL(`${PACKAGE}/dist/index.js`));
const steelyard = await load();

function readJson(url) {
  return JSON.parse(readFileSync(url, "utf8"));
}

/** What the compiler has against a profile, null where nothing. */
function compilerFault(profile) {
  try {
    steelyard.verifier({ profile });
    return null;
  } catch (error) {
    if (!(error instanceof SteelyardError)) throw error;
    return error.message;
  }
}

let passed = 0;
let failed = 0;

function check(name, complaints) {
  if (complaints.length === 0) passed += 1;
  else failed += 1;
  console.log(`${complaints.length === 0 ? "ok     " : "NOT OK "} ${name}`);
  for (const complaint of complaints.slice(0, SHOWN_MAX)) console.log(`        ${complaint}`);
  if (complaints.length > SHOWN_MAX) console.log(`        and ${complaints.length - SHOWN_MAX} more`);
}

function builtInProfiles() {
  const files = readdirSync(PROFILES).filter((name) => name.endsWith(".json")).sort();
  return files.map((file) => ({ name: `core/profiles/${file}`, profile: readJson(new URL(file, PROFILES)) }));
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The profiles that cases bring, each once; those of a wrong call are not expected to pass. */
function caseProfiles() {
  const found = new Map();
  for (const { file, name, options, expect } of loadCases()) {
    const list = [options?.profile, ...(Array.isArray(options?.profiles) ? options.profiles : [])];
    for (const profile of list.filter(isObject))
      found.set(JSON.stringify(profile), { name: `${file}: ${name}`, profile, wrong: expect?.throws !== undefined, options });
  }
  return [...found.values()];
}

/** A profile that is known to be good passes both. */
function checkGood({ name, profile, options = {} }) {
  const bySchema = schemaFault(profile);
  const { profiles } = options;
  const byCompiler = profiles === undefined ? compilerFault(profile) : null; // by the case itself, with what it extends
  check(`${name} passes both`, [
    ...(bySchema ? [`the schema: ${bySchema}`] : []),
    ...(byCompiler ? [`the compiler: ${byCompiler}`] : []),
  ]);
}

/** An extension without the members that it takes away. */
function withoutNulls(value) {
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutNulls(inner)]));
}

/** An extension may take away what nobody has, and nothing comes of it; for an editor it is a slip of the pen. */
function takesNothingAway(profile) {
  return isExtension(profile) && schemaFault(withoutNulls(profile)) === null;
}

function isExtension(profile) {
  return isObject(profile) && "extends" in profile;
}

const tally = { both: 0, neither: 0, nothing: 0, byCause: new Map() };
const tooStrict = [];
const unexplained = new Map();

function causeOf(fault, profile) {
  const reasons = isExtension(profile) ? [...REASONS, ...REASONS_OF_EXTENSIONS] : REASONS;
  return reasons.find(({ says }) => says.test(fault))?.cause;
}

/** The message without what differs from profile to profile, to show each kind of fault once. */
function kindOf(fault) {
  return fault.replace(/\/profile\S*: /, "").replace(/[:;] ".*/, "").replace(/Allowed:.*/, "");
}

function judge(text, from) {
  const profile = JSON.parse(text);
  const bySchema = schemaFault(profile);
  const byCompiler = compilerFault(profile);
  if (bySchema === null && byCompiler === null) tally.both += 1;
  else if (bySchema !== null && byCompiler !== null) tally.neither += 1;
  else if (byCompiler === null && takesNothingAway(profile)) tally.nothing += 1;
  else if (byCompiler === null) tooStrict.push(`${from}: ${bySchema}`);
  else {
    const cause = causeOf(byCompiler, profile);
    if (cause === undefined) unexplained.set(kindOf(byCompiler), `${from}: ${byCompiler}`);
    else tally.byCause.set(cause, (tally.byCause.get(cause) ?? 0) + 1);
  }
}

/** Each limit of the schema is one that limits.h names; the mutations hold each place to its own. */
function complaintsAboutLimits() {
  const textsOfEveryWallet = schema.properties.texts.propertyNames.not.enum.length; // counted among SY_TEXTS_MAX
  const known = new Set([...limits().values(), limits().get("SY_TEXTS_MAX") - textsOfEveryWallet, 1, 1000000, 0]);
  const keywords = new Set(["maxItems", "maxProperties", "maxLength", "maximum", "minItems", "minProperties", "minLength"]);
  const complaints = [];
  const visit = (value, pointer) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (keywords.has(key) && typeof inner === "number" && !known.has(inner)) complaints.push(`${pointer}/${key} is ${inner}`);
      visit(inner, `${pointer}/${key}`);
    }
  };
  visit(schema, "");
  return complaints;
}

/** An editor shows a sentence for each member. */
function complaintsAboutDescriptions() {
  const complaints = [];
  const described = (value) =>
    value === true || value.description !== undefined ||
    (value.$ref !== undefined && schema.$defs[value.$ref.slice("#/$defs/".length)].description !== undefined);
  const visit = (value, pointer) => {
    if (typeof value !== "object" || value === null) return;
    if (value.additionalProperties === false)
      for (const [name, member] of Object.entries(value.properties))
        if (!described(member)) complaints.push(`${pointer}/properties/${name} has no description`);
    for (const [key, inner] of Object.entries(value)) visit(inner, `${pointer}/${key}`);
  };
  visit(schema, "");
  return complaints;
}

const tables = compilerTables();
check(`schema and compiler know the same words (${tables.length} tables)`, complaintsAboutWords(schema, tables));
check("the limits of the schema stand in limits.h", complaintsAboutLimits());
check("every member has a description", complaintsAboutDescriptions());

const builtIn = builtInProfiles();
const own = readJson(new URL("every_member.json", import.meta.url)).profiles.map((profile) => ({
  name: `every_member.json: ${profile.profile}`,
  profile,
}));
const fromCases = caseProfiles();
for (const good of [...builtIn, ...own, ...fromCases.filter(({ wrong }) => !wrong)]) checkGood(good);

const profiles = [...builtIn, ...own].map(({ profile }) => profile);
const members = membersOf(profiles);
const mutations = new Map();
for (const { name, profile } of [...builtIn, ...own])
  for (const text of mutationsOf(profile, members)) mutations.set(text, name);
for (const { name, profile, wrong } of fromCases) if (wrong) mutations.set(JSON.stringify(profile), name);
const judged = [...mutations].filter((_, index) => index % STEP === 0);
for (const [text, from] of judged) judge(text, from);

check("the schema refuses no profile that the compiler takes", tooStrict);
check("what only the compiler refuses, a schema cannot say", [...unexplained.values()]);
console.log(`${judged.length} changed profiles: ${tally.both} taken by both, ${tally.neither} refused by both,`);
console.log(`  ${tally.nothing} refused by the schema alone: an extension takes away what is no member of the language`);
for (const [cause, count] of tally.byCause) console.log(`  ${count} refused by the compiler alone: ${cause}`);
const silent = STEP > 1 ? [] : [...REASONS, ...REASONS_OF_EXTENSIONS].filter(({ cause }) => !tally.byCause.has(cause));
check("every reason has its mutation", silent.map(({ cause }) => `no mutation reaches: ${cause}`));

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
