// SPDX-License-Identifier: Apache-2.0
// The words that the compiler of profiles knows, read out of its sources: each `static const char *const names[] =
// {"at", "as", NULL};` with the function in which it stands; and the members of facets, read out of their descriptions.

import { readFileSync, readdirSync } from "node:fs";

const SOURCES = new URL("../../core/src/profile/", import.meta.url);
const FUNCTION = /^[a-z].*?\b(\w+)\([^;]*\{$/gm;
const FACETS = new URL("../../core/src/verifier/", import.meta.url);
const FACET_MEMBER = /= \{(NULL|"(\w+)"), "(\w+)", (SY_FACET_\w+), [^{}]*?(NULL|\w+)\}/g;
const FACET_NAME = /^const sy_facet sy_facet_\w+ = \{"(\w+)"/m;
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

/** The lists of words of one facet: its members, those inside an object of it, and the words that a member may be. */
function tablesOfFacet(file) {
  const text = readFileSync(new URL(file, FACETS), "utf8");
  const [, facet] = FACET_NAME.exec(text);
  const choices = new Map([...text.matchAll(TABLE)].map((match) => [match[1], wordsIn(match[2])]));
  const tables = new Map([["properties", []]]);
  const add = (place, word) => tables.set(place, [...new Set([...(tables.get(place) ?? []), word])]);
  for (const [, , inside, name, kind, words] of text.matchAll(FACET_MEMBER)) {
    const holder = inside === undefined ? "properties" : `properties/${inside}/properties`;
    if (inside !== undefined) add("properties", inside);
    add(holder, name);
    if (kind === "SY_FACET_LIST" || kind === "SY_FACET_RECORDS") add(holder, "required"); // the compiler puts it beside them
    if (kind === "SY_FACET_CHOICE") tables.set(`${holder}/${name}/enum`, choices.get(words));
  }
  return [...tables].map(([place, words]) => ({ name: `facet ${facet}/${place}`, file, words, place: `${facet}/${place}` }));
}

/**
 * The tables of every file that compiles profiles, `[{ name: "function.table", file, words }]`; those of facets say with
 * `place` where in the schema's definitions their words stand.
 */
export function compilerTables() {
  const files = readdirSync(SOURCES).filter((name) => /^profile\w*\.c$/.test(name));
  const facets = readdirSync(FACETS).filter((name) => /^facet_\w+\.c$/.test(name));
  const tables = files.sort().flatMap(tablesOf);
  const top = tables.find(({ name }) => name === "profile.c.members"); // the compiler puts the facets' names beside them
  top.words.push(...facets.map((file) => FACET_NAME.exec(readFileSync(new URL(file, FACETS), "utf8"))[1]));
  return [...tables, ...facets.sort().flatMap(tablesOfFacet)];
}

/** The numbers of limits.h by name. */
export function limits() {
  const text = readFileSync(new URL("../base/limits.h", SOURCES), "utf8");
  return new Map([...text.matchAll(CONSTANT)].map(([, name, digits]) => [name, Number(digits)]));
}
