// SPDX-License-Identifier: Apache-2.0
// Answers a stream of cases with an engine module, through its ABI.
//
//     STEELYARD_WASM=MODULE node tests/oracle/run_module.mjs [reports|profiles|decimals|reconcile] < cases > answers
//
// One line out for each line in, in the form that compare.py reads.

import { once } from "node:events";
import { Host } from "../module/host.mjs";

const OPERATIONS = ["add", "subtract", "multiply", "compare", "negate", "abs", "sum", "quantize"];
const host = new Host();
const kind = process.argv[2] ?? "reports";

/** A whole call whose status other than 0 is an answer too. */
function answer(parts, operate, succeed) {
  const { status, text, bytes } = host.call(parts, operate);
  if (status === 0) return succeed(text, bytes);
  const { code, option } = JSON.parse(text);
  return JSON.stringify(code.startsWith("option.") ? { error: code, option } : { error: code });
}

let compiledFor;
let verifier;

function report({ options, body }) {
  const text = JSON.stringify(options);
  if (text !== compiledFor) {
    compiledFor = undefined;
    const wrong = answer([text], (exports, [nbytes]) => exports.steelyard_compile(nbytes), (_, bytes) => {
      verifier = bytes;
      return null;
    });
    if (wrong !== null) return wrong;
    compiledFor = text;
  }
  const parts = [verifier, "", Buffer.from(body, "base64")];
  return answer(parts, (exports, lengths) => exports.steelyard_verify(...lengths), (json) => json);
}

function decimal({ op, args }) {
  const left = op === "sum" ? JSON.stringify(args[0]) : args[0];
  const right = op === "quantize" ? args.slice(1).join(" ") : (args[1] ?? "");
  return answer(
    [left, right],
    (exports, lengths) => exports.steelyard_decimal(OPERATIONS.indexOf(op), ...lengths),
    (result) => JSON.stringify({ result }),
  );
}

/** The report read back from its JSON, against the ledger. */
function reconcile({ options, body, expected }) {
  const json = report({ options, body });
  if (!json.startsWith('{"verdict":')) return json;
  return answer([json, expected], (exports, lengths) => exports.steelyard_reconcile(...lengths), (text) => text);
}

const answerCase = { decimals: decimal, reports: report, profiles: report, reconcile }[kind];
let lines = [];

async function flush() {
  const text = `${lines.join("\n")}\n`;
  lines = [];
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** Lines end with LF alone: a string may hold U+2028, at which node:readline would split. */
async function* readLines(stream) {
  let rest = "";
  for await (const chunk of stream.setEncoding("utf8")) {
    const pieces = (rest + chunk).split("\n");
    rest = pieces.pop();
    yield* pieces;
  }
  if (rest !== "") yield rest;
}

for await (const line of readLines(process.stdin)) {
  lines.push(answerCase(JSON.parse(line)));
  if (lines.length === 1000) await flush();
}
if (lines.length > 0) await flush();
