// SPDX-License-Identifier: Apache-2.0
// An expectation and an answer go in; what differs comes out, as sentences. It refuses to know who answered.
// The rules are those of expectation.py: of an object the members stated, of a list everything, of `amounts` as well.

import { quoted } from "./case_files.mjs";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export function differences(stated, actual, where = "report", body = Buffer.alloc(0)) {
  if (isObject(stated) && isObject(actual)) {
    return Object.entries(stated).flatMap(([name, value]) => memberDifferences(name, value, actual, where, body));
  }
  if (Array.isArray(stated) && Array.isArray(actual)) {
    const each = stated.slice(0, actual.length).flatMap((one, index) => differences(one, actual[index], `${where}[${index}]`, body));
    return stated.length === actual.length ? each : [`${where} has ${actual.length} entries, not ${stated.length}`, ...each];
  }
  return stated === actual ? [] : [`${where} is ${JSON.stringify(actual)}, not ${JSON.stringify(stated)}`];
}

function memberDifferences(name, value, actual, where, body) {
  if (name === "absent") return value.filter((key) => key in actual).map((key) => `${where} has ${key}`);
  if (name === "at") return placeDifferences(value, actual.offset, where, body);
  if (!Object.hasOwn(actual, name)) return [`${where} has no ${name}`];
  if (name !== "amounts") return differences(value, actual[name], `${where}.${name}`, body);
  const [wanted, found] = [JSON.stringify(value), JSON.stringify(actual.amounts)];
  return wanted === found ? [] : [`${where}.amounts is ${found}, not ${wanted}`];
}

/** `at` is a text that stands once in the body; the finding's offset is where it begins. */
function placeDifferences(text, offset, where, body) {
  const wanted = Buffer.from(quoted(text));
  const first = body.indexOf(wanted);
  if (first < 0 || body.indexOf(wanted, first + 1) >= 0) return [`${where}.at: ${text} does not stand once in the body`];
  return first === offset ? [] : [`${where}.offset is ${offset}, not ${first}`];
}
