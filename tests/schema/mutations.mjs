// SPDX-License-Identifier: Apache-2.0
// Profiles with one thing wrong, or nothing: a profile and the schema's words go in, changed profiles come out, each
// once. It refuses to know which of them are wrong.

/** Values of every type, and texts at and past the limits; each takes the place of every value in turn. */
const STRANGERS = [
  ...[null, true, false, 0, 1, 38, 39, -1, 1.5, 1000000, 1000001],
  ...["", " ", "x", "X", "not", "is", "known", "unit", "body", "key", "id", "kind", "total", "TRY", "try", "USDT"],
  ...["major", "minor", "n".repeat(64), "n".repeat(65), "é".repeat(33)],
  ...["/", "/a", "a/b", "/a~", "/a~2", "/a~1b~0", "/a/b/c/d/e/f/g/h", "/a/b/c/d/e/f/g/h/i"],
  ...["*", "/*", "/a/*/b", "/a*", "/a/*b"],
  ...["cash - ", "cash + + gift", "7 + 0.5", "01 + 1", sumOf(32), sumOf(33), `${sumOf(17)} <= ${sumOf(16)}`],
  ...["'open", "status is ''", "status is not known", "kind is 'prepaid'", "total is currency", "total is known"],
  ...["total = 1 = 2", "not not frozen"],
  ...[[], [""], ["x"], ["x", "y"], [null], [{}], [[]]],
  ...[{}, { x: "y" }, { x: { at: "/a" } }, { x: null }, { XBT: 8 }, { XBT: 39 }, { XBT: "8" }, { X: 1 }, { at: "/a" }, { is: "x" }, { at: "/a", is: 1 }],
  ...[{ at: "/a", is: null }, { at: "/a", is: 1e300 }, { at: "/a", is: [] }, { at: "/a", is: {} }],
  ...[{ digits: 2 }, { digits: 2, at: "/a" }, { sum: "/list" }],
];

/** Lengths of lists and objects around each limit that the language has. */
const LENGTHS = [2, 8, 9, 12, 13, 16, 17, 22, 23, 32, 33, 512, 513];

/** Values of a member that are tried where it may not belong. */
const EXAMPLES_MAX = 2;

function sumOf(terms) {
  return Array(terms).fill("total").join(" + ");
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isContainer(value) {
  return typeof value === "object" && value !== null;
}

/** Every place in a profile, as the list of names and indexes that leads there; the profile itself is []. */
export function placesOf(value, place = []) {
  if (!isContainer(value)) return [place];
  return [place, ...Object.keys(value).flatMap((key) => placesOf(value[key], [...place, key]))];
}

function valueAt(value, place) {
  return place.reduce((inner, key) => inner[key], value);
}

/** A copy in which `change` was done to the container at a place. */
function changed(profile, place, change) {
  const copy = structuredClone(profile);
  change(valueAt(copy, place));
  return copy;
}

function replaced(profile, place, value) {
  return changed(profile, place.slice(0, -1), (container) => {
    container[place.at(-1)] = structuredClone(value);
  });
}

function removed(profile, place) {
  const key = place.at(-1);
  return changed(profile, place.slice(0, -1), (container) => {
    if (Array.isArray(container)) container.splice(Number(key), 1);
    else delete container[key];
  });
}

function renamed(profile, place, name) {
  return changed(profile, place.slice(0, -1), (container) => {
    const entries = Object.entries(container).map(([key, value]) => [key === place.at(-1) ? name : key, value]);
    for (const key of Object.keys(container)) delete container[key];
    Object.assign(container, Object.fromEntries(entries));
  });
}

/** The same value somewhere else, so that two copies do not stand in one place. */
function elsewhere(value, index) {
  if (!isObject(value)) return value;
  const copy = structuredClone(value);
  if (typeof copy.at === "string") copy.at += `${index}`;
  if (typeof copy.sum === "string") copy.sum += `${index}`;
  return copy;
}

/** A name like the first: where that is a code of a currency, another one. */
function furtherName(first, index) {
  return /^[A-Z0-9]{2,10}$/.test(first) ? `MORE${index}` : `more_${index}`;
}

/** The list or object grown to `length` by copies of its first element. */
function grown(profile, place, length) {
  return changed(profile, place, (container) => {
    if (Array.isArray(container)) {
      while (container.length < length) container.push(structuredClone(container[0]));
      return;
    }
    const [name, first] = Object.entries(container)[0];
    const missing = length - Object.keys(container).length;
    for (let index = 0; index < missing; index += 1) container[furtherName(name, index)] = elsewhere(first, index);
  });
}

function* grownOnes(profile, place, value) {
  if (Object.keys(value).length === 0) return;
  for (const length of LENGTHS) if (length > Object.keys(value).length) yield grown(profile, place, length);
}

/** Members that the language has somewhere, put where they may not belong. */
function* withMembers(profile, place, value, members) {
  for (const [name, examples] of members)
    if (!(name in value)) for (const example of examples) yield replaced(profile, [...place, name], example);
}

/** Values that members of the same name have elsewhere in the profile. */
function* exchanged(profile, place, own) {
  for (const other of own.get(place.at(-1)) ?? []) yield replaced(profile, place, other);
}

function* mutationsAt(profile, place, members, own) {
  const value = valueAt(profile, place);
  if (isContainer(value)) yield* grownOnes(profile, place, value);
  if (isObject(value)) yield* withMembers(profile, place, value, members);
  if (isObject(value)) yield replaced(profile, [...place, "surplus"], 1);
  if (place.length === 0) return;
  yield removed(profile, place);
  if (Number.isNaN(Number(place.at(-1)))) {
    yield renamed(profile, place, `${place.at(-1)}s`);
    yield renamed(profile, place, "not");
    yield renamed(profile, place, "1st");
  }
  for (const stranger of STRANGERS) yield replaced(profile, place, stranger);
  yield* exchanged(profile, place, own);
  yield replaced(profile, place, [value]);
  if (typeof value !== "string") return;
  for (const text of [value.toUpperCase(), `${value}~`, ` ${value} `, `${profile.profile}.${value}`])
    yield replaced(profile, place, text);
}

/** What profiles say under each name: a Map of member name to a few of its values. */
export function membersOf(profiles) {
  const members = new Map();
  for (const profile of profiles)
    for (const place of placesOf(profile)) {
      const name = place.at(-1);
      if (name === undefined || !Number.isNaN(Number(name))) continue;
      const values = members.get(name) ?? new Map();
      if (values.size < EXAMPLES_MAX) values.set(JSON.stringify(valueAt(profile, place)), valueAt(profile, place));
      members.set(name, values);
    }
  return new Map([...members].map(([name, values]) => [name, [...values.values()]]));
}

/** Every mutation of a profile, each once, as JSON text. */
export function mutationsOf(profile, members) {
  const texts = new Set();
  const own = membersOf([profile]);
  for (const place of placesOf(profile))
    for (const mutation of mutationsAt(profile, place, members, own)) texts.add(JSON.stringify(mutation));
  texts.delete(JSON.stringify(profile));
  return texts;
}
