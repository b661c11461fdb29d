// SPDX-License-Identifier: Apache-2.0
// The page: reads its fields, has the engine judge the body, and shows the report. Everything happens in here.

import { SteelyardError, load } from "steelyard";
import { element } from "./elements.mjs";
import { rangeAtByte } from "./places.mjs";
import { SAMPLES } from "./samples.mjs";
import { findingNodes, verdictNodes, walletNodes } from "./view.mjs";
import { VERDICTS } from "./words.mjs";

/** Long enough not to judge every key, short enough to feel at once. */
const PAUSE_MS = 150;

const at = (id) => document.getElementById(id);
const fields = { body: at("body"), profile: at("profile"), currency: at("currency"), unit: at("unit"), status: at("status") };
let steelyard;
let report = null;

/** The options that the fields say; an empty field says nothing. */
function readOptions() {
  const options = { profile: fields.profile.value, explain: at("explain").checked, now: new Date() };
  if (fields.currency.value) options.currency = fields.currency.value;
  if (fields.unit.value) options.unit = fields.unit.value;
  const status = fields.status.value;
  if (status) options.status = /^\d{1,3}$/.test(status) ? Number(status) : status;
  return options;
}

/** A wrong option is the page's to show beside the fields: the report shown stays that of the last right call. */
function showOptionError(error) {
  const name = error?.option ?? null;
  for (const field of Object.values(fields)) field.removeAttribute("aria-invalid");
  if (name in fields) fields[name].setAttribute("aria-invalid", "true");
  at("option-error").textContent = error === null ? "" : `${name}: ${error.message.replace(/^[\w.]+: ([\w]+: )?/, "")}`;
}

/** Selects the bytes that a finding is about. Chromium scrolls to a selection only when the field gets the focus. */
function showPlace({ offset }) {
  const { body } = fields;
  const [start, end] = rangeAtByte(body.value, offset, report.verdict === "malformed");
  body.blur();
  body.setSelectionRange(start, end);
  body.focus();
}

function show(nodes, into, section) {
  into.replaceChildren(...nodes);
  section.hidden = nodes.length === 0;
}

function showReport() {
  const verdict = at("verdict");
  verdict.className = `verdict ${VERDICTS[report.verdict].tone}`;
  verdict.replaceChildren(...verdictNodes(report));
  show(findingNodes(report, showPlace), at("finding-list"), at("findings"));
  show(walletNodes(report), at("wallets"), at("amounts"));
  at("report").hidden = false;
  at("json").textContent = report.json;
}

function verify() {
  try {
    report = steelyard.verify(fields.body.value, readOptions());
  } catch (error) {
    if (!(error instanceof SteelyardError)) throw error;
    showOptionError(error);
    return;
  }
  showOptionError(null);
  showReport();
}

let timer;
function verifySoon() {
  clearTimeout(timer);
  timer = setTimeout(verify, PAUSE_MS);
}

function trySample({ body, currency = "", status = "" }) {
  fields.body.value = body;
  fields.profile.value = "auto";
  fields.currency.value = currency;
  fields.unit.value = "";
  fields.status.value = status;
  verify();
  fields.body.scrollTop = 0;
}

async function copyJson() {
  await navigator.clipboard.writeText(report.json);
  at("copy").textContent = "Copied";
  setTimeout(() => (at("copy").textContent = "Copy"), 2000);
}

function start() {
  const names = ["auto", ...steelyard.profiles];
  fields.profile.append(...names.map((name) => element("option", { value: name }, name === "auto" ? "find out" : name)));
  const buttons = SAMPLES.map((sample) => element("button", { type: "button", onclick: () => trySample(sample) }, sample.title));
  document.querySelector(".samples").append(...buttons);
  at("call").addEventListener("input", verifySoon);
  at("call").addEventListener("submit", (event) => event.preventDefault());
  at("copy").addEventListener("click", copyJson);
  // What the browser kept in the field goes before the first sample.
  if (fields.body.value === "") trySample(SAMPLES[0]);
  else verify();
}

try {
  steelyard = await load();
  start();
} catch (error) {
  at("verdict").className = "verdict bad";
  at("verdict").replaceChildren(element("p", {}, `The engine cannot start: ${error.message}`));
}
