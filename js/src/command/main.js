// SPDX-License-Identifier: Apache-2.0
// The command line: reads a request, runs the command, returns the exit status. It decides nothing about balances.

import { SteelyardError } from "../error.js";
import { compileInlined } from "../inline.js";
import { reportBytes } from "../report.js";
import {
  createEngine,
  diffHumanText,
  diffText,
  formatText,
  profileText,
  reconcileHumanText,
  reconcileText,
} from "../shim.js";
import { verify } from "../verifier.js";
import { readArguments } from "./arguments.js";
import { audit, outcomeText } from "./audit.js";
import { complaint } from "./complaints.js";
import * as exit from "./exit.js";
import { explain, profile } from "./explain.js";
import { helpText } from "./help.js";
import { readBody } from "./input.js";
import { compileOptions, readExpected } from "./options.js";
import { Output } from "./output.js";
import { table } from "./table.js";

/** What each command of the table runs. */
const RUN = {
  verify: runVerify,
  audit,
  normalize: runNormalize,
  diff: runDiff,
  reconcile: runReconcile,
  profiles: runProfiles,
  profile,
  explain,
};

const HELP = helpText(table);

/** @returns the exit status */
export async function main(args) {
  process.on("SIGINT", () => process.exit(exit.STATUS_INTERRUPTED));
  const output = new Output();
  try {
    await run(readArguments(args), output);
    await output.flush();
  } catch (error) {
    await output.flush();
    return endingStatus(error, output);
  }
  return output.status;
}

function endingStatus(error, output) {
  if (error instanceof exit.FileError) {
    output.message(error.message);
    return exit.STATUS_FILE;
  }
  if (!(error instanceof exit.UsageError) && !(error instanceof SteelyardError)) throw error;
  output.message(error.message);
  process.stderr.write(`${complaint("hint")}\n`);
  return exit.STATUS_USAGE;
}

async function run(request, output) {
  if (request.help) return output.line(HELP);
  const engine = createEngine(compileInlined());
  if (request.version) return output.line(`steelyard ${engine.table.version}`);
  if (request.command === undefined) return help(output);
  const command = table.commands.rows.find(({ name }) => name === request.command);
  if (command === undefined) throw new exit.UsageError(complaint("unknown_command", request.command));
  checkOperands(request.files, command);
  if (command.readsBodies && request.files.length === 0) {
    if (process.stdin.isTTY) return help(output);
    request.files.push("-");
  }
  return RUN[command.name](contextOf(engine, command, request, output));
}

function checkOperands(files, command) {
  const { min, max = Infinity, readsBodies } = command;
  if (files.length < min || files.length > max) throw new exit.UsageError(command.complaint);
  if (readsBodies && files.filter((name) => name === "-").length > 1)
    throw new exit.UsageError(complaint("standard_input_twice"));
}

function help(output) {
  process.stderr.write(HELP);
  output.worsen(exit.STATUS_USAGE);
}

/** What every command works with. */
function contextOf(engine, { readsBodies }, { files, flags, format, plain }, output) {
  const compiled = readsBodies ? compileOptions(engine, flags) : null;
  const isJson = format === "json";
  return { engine, compiled, files, flags, output, isJson, colour: !isJson && !plain && wantsColour() };
}

function wantsColour() {
  return Boolean(process.stdout.isTTY) && !process.env.NO_COLOR && process.env.TERM !== "dumb";
}

async function runVerify(context) {
  const { engine, files, output, isJson, colour } = context;
  let isFirst = true;
  for (const name of files) {
    const report = await verifyFile(context, name);
    if (report === null) continue;
    output.worsen(statusOf(report));
    if (isJson) await output.line(reportBytes(report));
    else {
      if (!isFirst) await output.line("");
      await output.line(formatText(engine, report, { title: name === "-" ? "" : name, colour }));
    }
    isFirst = false;
  }
}

/** The report on one file, null where the file cannot be read: then it is named, and the status is 3. */
async function verifyFile({ engine, compiled, output }, name) {
  try {
    return verify(engine, compiled, await readBody(name, compiled.bytesMax), []);
  } catch (error) {
    exit.passOver(error, name, output);
    return null;
  }
}

function statusOf(report) {
  return report.ok ? exit.STATUS_OK : exit.STATUS_NOT_OK;
}

async function runNormalize(context) {
  const [name] = context.files;
  const report = await verifyFile(context, name);
  if (report === null) return;
  context.output.worsen(statusOf(report));
  if (hasCanonical(report, name, context.output)) await context.output.line(report.canonical());
}

function hasCanonical(report, name, output) {
  try {
    report.canonical();
    return true;
  } catch (error) {
    if (error.code !== "report.no_canonical") throw error;
    output.message(complaint("no_snapshot", name, outcomeText(report)));
    output.worsen(exit.STATUS_NOT_OK);
    return false;
  }
}

async function runDiff(context) {
  const { engine, files, output, isJson, colour } = context;
  const reports = [];
  for (const name of files) reports.push(await verifyFile(context, name));
  if (reports.includes(null)) return;
  const haveCanonicals = reports.map((report, index) => hasCanonical(report, files[index], output));
  if (haveCanonicals.includes(false)) return;
  const text = diffText(engine, ...reports);
  output.worsen(JSON.parse(text).same ? exit.STATUS_OK : exit.STATUS_NOT_OK);
  await output.line(isJson ? text : diffHumanText(engine, ...reports, colour));
}

async function runReconcile(context) {
  const { engine, files, flags, output, isJson, colour } = context;
  const expected = readExpected(engine, flags);
  const report = await verifyFile(context, files[0]);
  if (report === null || !hasCanonical(report, files[0], output)) return;
  const text = reconcileText(engine, report, expected);
  output.worsen(report.ok && JSON.parse(text).same ? exit.STATUS_OK : exit.STATUS_NOT_OK);
  await output.line(isJson ? text : reconcileHumanText(engine, report, expected, colour));
}

async function runProfiles({ engine, files, output, isJson }) {
  const { profiles } = engine.table;
  const [name] = files;
  if (name === undefined) return output.line(isJson ? JSON.stringify(profiles) : profiles.join("\n"));
  if (!profiles.includes(name)) throw new exit.UsageError(complaint("unknown_profile", name));
  return output.line(profileText(engine, name));
}
