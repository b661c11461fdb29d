// SPDX-License-Identifier: Apache-2.0
// The case files as Node reads them: a folder goes in, cases with their bytes come out. It refuses to know engines.
// What the members of a case mean stands in README.md; case_files.py is the same for Python, and checks more.

import { readFileSync, readdirSync } from "node:fs";

const HERE = new URL("./", import.meta.url);
const TEXTS_EXPECTED = ["json", "canonical", "canonicalWithoutTime"];
const VALUE = String.raw`(?:"(?:[^"\\]|\\.)*"|\[\s*\]|\{\s*\}|[^\s,\[\]{}"]+)`;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** An apostrophe stands for a quotation mark. */
export function quoted(text) {
  return text.replaceAll("'", '"');
}

/** A text, or a list of texts and of {text, times}, one behind the other. */
function textOf(parts) {
  if (typeof parts === "string") return quoted(parts);
  return parts.map((part) => (typeof part === "string" ? quoted(part) : quoted(part.text).repeat(part.times))).join("");
}

/** Puts `value` in the place of the only member of this name; null takes the member away. */
function replaceMember(text, name, value) {
  const member = String.raw`"${name}"\s*:\s*`;
  const found = [...text.matchAll(new RegExp(`(${member})${VALUE}`, "g"))];
  if (found.length !== 1) throw new Error(`the member '${name}' stands ${found.length} times in the body`);
  const [whole, before] = found[0];
  if (value !== null)
    return text.slice(0, found[0].index) + before + textOf(value) + text.slice(found[0].index + whole.length);
  const behindComma = new RegExp(`,\\s*${member}${VALUE}`);
  return text.replace(behindComma.test(text) ? behindComma : new RegExp(`${member}${VALUE}\\s*,\\s*`), "");
}

/** The body or the options that a case names. */
function baseOf(name, bases = {}) {
  if (!Object.hasOwn(bases, name)) throw new Error(`there is no base '${name}'`);
  return bases[name];
}

/** The key of a step of a pointer: an index of a list, the name of a member. */
function stepInto(holder, step, pointer) {
  if (typeof holder === "object" && Object.keys(holder ?? {}).includes(step)) return step;
  throw new Error(`'${pointer}' is no place: there is no '${step}'`);
}

/** Puts `value` at the place; null takes away what stands there. What is new goes last, into what is there. */
function put(options, pointer, value) {
  const [root, ...steps] = pointer.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (root !== "" || steps.length === 0) throw new Error(`'${pointer}' is no pointer`);
  const last = steps.pop();
  const holder = steps.reduce((inner, step) => inner[stepInto(inner, step, pointer)], options);
  const isNew = Array.isArray(holder) ? last === String(holder.length) : isObject(holder);
  if (value !== null) holder[isNew ? last : stepInto(holder, last, pointer)] = value;
  else if (Array.isArray(holder)) holder.splice(stepInto(holder, last, pointer), 1);
  else delete holder[stepInto(holder, last, pointer)];
}

/** Options as they are written, or a base of the file with other values in some places. */
function optionsOf(spec, bases) {
  if (!isObject(spec) || !Object.hasOwn(spec, "base")) return spec;
  const { base, with: changes = {}, ...others } = spec;
  if (Object.keys(others).length > 0) throw new Error(`beside a base of options stand ${Object.keys(others)}`);
  const options = structuredClone(baseOf(base, bases));
  for (const [pointer, value] of Object.entries(changes)) put(options, pointer, value);
  return options;
}

/** The bytes of a body: of a case, or of the `before` or `after` of one. */
function bodyOf(spec, bodies) {
  if (spec.bodyBase64 !== undefined) return Buffer.from(spec.bodyBase64, "base64");
  let text;
  if (spec.sample !== undefined) text = readFileSync(new URL(`samples/${spec.sample}`, HERE), "utf8");
  else text = textOf(spec.base !== undefined ? baseOf(spec.base, bodies) : spec.body);
  for (const [name, value] of Object.entries(spec.with ?? {})) text = replaceMember(text, name, value);
  return Buffer.from(text);
}

/** The case with its bytes, and with what it names and what is written in parts put into it. */
function complete(definition, { bodies, options }) {
  const found = { ...definition, expect: { ...definition.expect } };
  if (found.before !== undefined)
    Object.assign(found, { before: bodyOf(found.before, bodies), after: bodyOf(found.after, bodies) });
  else if (found.decimal === undefined) found.bytes = bodyOf(found, bodies);
  if (found.options !== undefined) found.options = optionsOf(found.options, options);
  if (found.optionsText !== undefined) found.optionsText = textOf(found.optionsText);
  for (const name of TEXTS_EXPECTED) {
    const text = found.expect[name];
    if (typeof text === "string" || Array.isArray(text)) found.expect[name] = textOf(text);
  }
  return found;
}

function loadFile(file) {
  const document = JSON.parse(readFileSync(new URL(file, HERE), "utf8"));
  return document.cases.map((definition) => {
    try {
      return { ...complete(definition, document), file: file.replace(/\.json$/, "") };
    } catch (error) {
      throw new Error(`${file}: ${definition.name}: ${error.message}`, { cause: error });
    }
  });
}

/** Every case of every file, in order. */
export function load() {
  return readdirSync(HERE).filter((name) => name.endsWith(".json")).sort().flatMap(loadFile);
}
