// SPDX-License-Identifier: Apache-2.0
// A report as nodes. In: the report's data. Out: what the page shows. It judges nothing.

import { element, markOf, table } from "./elements.mjs";
import { formatAmount, piecesOf } from "./money.mjs";
import { AMOUNTS, OUTCOMES, VERDICTS, causeText, reasonText } from "./words.mjs";

/** More would only be scrolled past; the report JSON has them all. */
const WALLETS_MAX = 60;
const FINDINGS_MAX = 100;

function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The verdict, for the status line: children of a node that the page keeps. */
export function verdictNodes(report) {
  const { text } = VERDICTS[report.verdict];
  const { wallets, formulas } = report.summary;
  const facts = [
    report.profile ?? "provider not known",
    wallets > 0 ? plural(wallets, "wallet") : null,
    formulas > 0 ? `${plural(formulas, "sum")} recomputed` : null,
    report.snapshotAt === null ? null : `of ${report.snapshotAt}`,
  ];
  const errors = (report.error?.messages ?? []).map((message) => element("p", { className: "said" }, `“${message}”`));
  return [
    element("p", { className: "word" }, markOf(VERDICTS[report.verdict]), report.verdict.replace("_", " ")),
    element("p", {}, text),
    ...errors,
    element("p", { className: "facts" }, facts.filter((fact) => fact !== null).join(" · ")),
  ];
}

/** An amount as one text, which may break where piecesOf says. */
function amountNode(text, currency) {
  const [first, ...rest] = piecesOf(formatAmount(text, currency));
  return element("span", {}, first, ...rest.flatMap((piece) => [element("wbr"), piece]));
}

function more(count, shown, noun) {
  return count > shown ? [element("p", { className: "facts" }, `and ${plural(count - shown, noun)} more, in the report JSON`)] : [];
}

function giftTable(gifts, currency) {
  const show = (text) => (text === null ? "not known" : formatAmount(text, currency));
  const rows = gifts.map(({ id, amount, remaining, expiresAt, state }) => [
    id ?? "no id",
    show(amount),
    show(remaining),
    expiresAt ?? "no date",
    state ?? "not known",
  ]);
  const scroller = element("div", { className: "scroller", tabIndex: 0 }, table("Gifts", ["Gift", "Amount", "Remaining", "Expires", "State"], rows));
  scroller.setAttribute("role", "group");
  scroller.setAttribute("aria-label", "Gifts");
  return scroller;
}

function walletNode({ id, currency, unit, kind, status, amounts, gifts }) {
  const caption = element("span", {}, currency ?? "Currency not known");
  const notes = [kind, status, unit === null ? "unit not known" : null].filter((note) => note !== null);
  const title = element("span", {}, caption, notes.length > 0 ? element("small", {}, notes.join(", ")) : null);
  const rows = Object.entries(amounts).map(([name, text]) => [AMOUNTS[name], amountNode(text, currency)]);
  const node = element("article", { className: "wallet" }, table(title, ["Amount", "Value"], rows));
  if (id !== null) node.append(element("p", { className: "id" }, "Wallet ", element("code", {}, id)));
  if (gifts.length > 0) node.append(giftTable(gifts, currency));
  return node;
}

export function walletNodes({ wallets, totals }) {
  const nodes = wallets.slice(0, WALLETS_MAX).map(walletNode);
  const sums = totals.filter((total) => total.wallets > 1);
  for (const { currency, wallets: count, amounts } of sums) {
    const rows = Object.entries(amounts).map(([name, text]) => [
      AMOUNTS[name],
      text === null ? "too large" : amountNode(text, currency),
    ]);
    nodes.push(element("article", { className: "wallet sum" }, table(`${currency}, all ${count}`, ["Amount", "Value"], rows)));
  }
  return [...nodes, ...more(wallets.length, WALLETS_MAX, "wallet")];
}

function comparison({ expected, actual, delta }, currency) {
  const parts = [
    ["Recomputed", expected],
    ["Stated", actual],
    ["Difference", delta],
  ].filter(([, text]) => typeof text === "string");
  if (parts.length === 0) return null;
  const terms = parts.map(([title, text]) =>
    element("div", {}, element("dt", {}, title), element("dd", {}, amountNode(text, currency))),
  );
  return element("dl", {}, ...terms);
}

function placeText({ offset, line, column }) {
  return line === undefined ? `Show byte ${offset}` : `Show byte ${offset} (line ${line}, column ${column})`;
}

function findingNode(finding, wallets, onPlace) {
  const { code, outcome, message, header, path, offset } = finding;
  const { tone } = OUTCOMES[outcome];
  const currency = header === undefined ? (wallets[finding.wallet]?.currency ?? null) : null;
  const because = causeText(finding) ?? reasonText(finding);
  const place = offset === undefined ? null : element("button", { type: "button", onclick: () => onPlace(finding) }, placeText(finding));
  return element(
    "li",
    { className: `finding ${tone}` },
    element("p", { className: "head" }, element("strong", {}, markOf(OUTCOMES[outcome]), outcome), " ", element("code", {}, code)),
    element("p", {}, message),
    comparison(finding, currency),
    because === null ? null : element("p", { className: "cause" }, because),
    element("p", { className: "place" }, place, path ? element("code", {}, path) : null),
  );
}

/** onPlace(finding) is called where somebody wants to see the bytes that a finding is about. */
export function findingNodes({ findings, wallets }, onPlace) {
  const nodes = findings.slice(0, FINDINGS_MAX).map((finding) => findingNode(finding, wallets, onPlace));
  const rest = more(findings.length, FINDINGS_MAX, "finding").map((note) => element("li", {}, note));
  return [...nodes, ...rest];
}
