// SPDX-License-Identifier: Apache-2.0
// audit: a response on each line, one line at a time.

import { reportBytes } from "../report.js";
import { verify } from "../verifier.js";
import { STATUS_NOT_OK, passOver } from "./exit.js";
import { readLines } from "./input.js";

const SILENT_OUTCOMES = new Set(["warn", "pass"]);

export async function audit(context) {
  const { engine, files, output, isJson } = context;
  const counts = new Map();
  for (const name of files) await auditFile(context, name, counts);
  if (!isJson) process.stderr.write(`${summaryText(engine.table.verdicts, counts)}\n`);
}

async function auditFile(context, name, counts) {
  try {
    for await (const lines of readLines(name, context.compiled.bytesMax)) {
      for (const line of lines) if (!line.isBlank) await auditLine(context, name, line, counts);
      await context.output.flush();
    }
  } catch (error) {
    passOver(error, name, context.output);
  }
}

async function auditLine({ engine, compiled, output, isJson }, name, line, counts) {
  const report = verify(engine, compiled, line.bytes, []);
  counts.set(report.verdict, (counts.get(report.verdict) ?? 0) + 1);
  if (!report.ok) output.worsen(STATUS_NOT_OK);
  if (isJson) await output.line(reportBytes(report));
  else if (!report.ok) await output.line(`${name}:${line.number}: ${outcomeText(report)}`);
}

/** Why a report is not ok: the verdict, and each code that speaks against it once. */
export function outcomeText(report) {
  const codes = report.findings.filter(({ outcome }) => !SILENT_OUTCOMES.has(outcome)).map(({ code }) => code);
  return codes.length === 0 ? report.verdict : `${report.verdict}: ${[...new Set(codes)].join(", ")}`;
}

/** verdicts: best first, of which two are ok. */
function summaryText(verdicts, counts) {
  const [verified, valid, ...others] = verdicts;
  const count = (names) => names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  const responses = count(verdicts);
  const parts = others.filter((name) => counts.has(name)).map((name) => `${counts.get(name)} ${name}`);
  const tail = parts.length === 0 ? "" : ` (${parts.reverse().join(", ")})`;
  const okCount = count([verified, valid]);
  return `${responses} response${responses === 1 ? "" : "s"}: ${okCount} ok, ${responses - okCount} not ok${tail}`;
}
