// SPDX-License-Identifier: Apache-2.0
// The case files as Node reads them: a folder goes in, cases with their bytes come out. It refuses to know engines.
// What the members of a case mean stands in README.md; case_files.py is the same for Python, and checks more.

import { readFileSync, readdirSync } from "node:fs";

const HERE = new URL("./", import.meta.url);
const VALUE = String.raw`(?:"(?:[^"\\]|\\.)*"|\[\s*\]|\{\s*\}|[^\s,\[\]{}"]+)`;

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
    return text.slice(0, found[0].index) + before + quoted(value) + text.slice(found[0].index + whole.length);
  const behindComma = new RegExp(`,\\s*${member}${VALUE}`);
  return text.replace(behindComma.test(text) ? behindComma : new RegExp(`${member}${VALUE}\\s*,\\s*`), "");
}

/** The bytes of a body: of a case, or of the `before` or `after` of one. */
function bodyOf(spec, bodies) {
  if (spec.bodyBase64 !== undefined) return Buffer.from(spec.bodyBase64, "base64");
  let text;
  if (spec.sample !== undefined) text = readFileSync(new URL(`samples/${spec.sample}`, HERE), "utf8");
  else text = textOf(spec.base !== undefined ? bodies[spec.base] : spec.body);
  for (const [name, value] of Object.entries(spec.with ?? {})) text = replaceMember(text, name, value);
  return Buffer.from(text);
}

function withBytes(file, document, definition) {
  const bodies = document.bodies ?? {};
  if (definition.decimal !== undefined) return { ...definition, file };
  if (definition.before === undefined) return { ...definition, file, bytes: bodyOf(definition, bodies) };
  return { ...definition, file, before: bodyOf(definition.before, bodies), after: bodyOf(definition.after, bodies) };
}

/** Every case of every file, in order. */
export function load() {
  const files = readdirSync(HERE).filter((name) => name.endsWith(".json")).sort();
  return files.flatMap((file) => {
    const document = JSON.parse(readFileSync(new URL(file, HERE), "utf8"));
    return document.cases.map((definition) => withBytes(file.replace(/\.json$/, ""), document, definition));
  });
}
