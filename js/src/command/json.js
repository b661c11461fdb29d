// SPDX-License-Identifier: Apache-2.0
// JSON texts of options, taken apart without rewriting them: numbers keep their digits, and twins stay for the engine
// to refuse.

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The text of bytes that are JSON, without a byte order mark; null where they are not. */
export function parseJson(bytes) {
  try {
    const text = decoder.decode(bytes);
    JSON.parse(text);
    return text;
  } catch {
    return null;
  }
}

/** The members of a valid JSON object as pairs of name and text, null where it is valid but no object. */
export function membersOf(text) {
  const scanner = { text, at: 0 };
  skip(scanner, /\s*/y);
  if (text[scanner.at] !== "{") return null;
  scanner.at += 1;
  const members = [];
  for (skip(scanner, /\s*/y); text[scanner.at] === '"'; skip(scanner, /[\s,]*/y)) {
    const name = JSON.parse(skip(scanner, STRING));
    skip(scanner, /[\s:]*/y);
    members.push([name, value(scanner)]);
  }
  return members;
}

const STRING = /"(?:[^"\\]|\\.)*"/y;
/** A string, a bracket, or whatever stands between those and the separators. */
const PIECE = /"(?:[^"\\]|\\.)*"|[[\]{}]|,|[^"[\]{},]+/y;

/** The text of the value that begins here: pieces up to the comma or bracket that ends it. */
function value(scanner) {
  const start = scanner.at;
  for (let depth = 0; ;) {
    const next = scanner.text[scanner.at];
    if (depth === 0 && (next === "," || next === "}")) return scanner.text.slice(start, scanner.at).trim();
    if (next === "{" || next === "[") depth += 1;
    if (next === "}" || next === "]") depth -= 1;
    skip(scanner, PIECE);
  }
}

/** Moves past what the sticky pattern matches here, and returns it. */
function skip(scanner, pattern) {
  pattern.lastIndex = scanner.at;
  const [match] = pattern.exec(scanner.text);
  scanner.at += match.length;
  return match;
}
