// SPDX-License-Identifier: Apache-2.0
// The words that the compiler of profiles knows, read out of its sources: each `static const char *const names[] =
// {"at", "as", NULL};` with the function in which it stands. It refuses to know what a word means.

import { readFileSync, readdirSync } from "node:fs";

const SOURCES = new URL("../../core/src/profile/", import.meta.url);
const FUNCTION = /^[a-z].*?\b(\w+)\([^;]*\{$/gm;
const TABLE = /static const char \*const (\w+)\[\] = \{([^}]*)\};/g;
const CONSTANT = /^#define (SY_\w+) \(?(\d+)u?\b/gm;

function wordsIn(text) {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word]) => word);
}

function tablesOf(file) {
  const text = readFileSync(new URL(file, SOURCES), "utf8").replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, " "));
  const functions = [...text.matchAll(FUNCTION)].map((match) => ({ name: match[1], start: match.index }));
  return [...text.matchAll(TABLE)].map((match) => {
    const inside = functions.findLast(({ start }) => start < match.index)?.name ?? file;
    return { name: `${inside}.${match[1]}`, file, words: wordsIn(match[2]) };
  });
}

/** The tables of every file that compiles profiles, `[{ name: "function.table", file, words }]`. */
export function compilerTables() {
  const files = readdirSync(SOURCES).filter((name) => /^profile\w*\.c$/.test(name));
  return files.sort().flatMap(tablesOf);
}

/** The numbers of limits.h by name. */
export function limits() {
  const text = readFileSync(new URL("../base/limits.h", SOURCES), "utf8");
  return new Map([...text.matchAll(CONSTANT)].map(([, name, digits]) => [name, Number(digits)]));
}
