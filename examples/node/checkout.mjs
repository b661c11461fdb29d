// SPDX-License-Identifier: Apache-2.0
// A checkout that pays only from balances that hold: it fetches wallet responses, verifies them and decides.
// Use: node checkout.mjs      Ends with 0 where every decision is the expected one.

import { fileURLToPath } from "node:url";
import { load } from "steelyard";
import { fetchReport } from "./fetch-report.mjs";
import { startProvider } from "./provider.mjs";

const POPUP = { profile: "popup", currencies: { 1: "USD", 2: "EUR", 3: "JPY" } };

/** Every payment somebody asks for, and what has to come of it. */
export const PAYMENTS = [
  {
    path: "/paywall",
    options: { profile: "paywall", currency: "TRY" },
    pay: "0.80",
    from: { currency: "TRY" },
    expected: { verdict: "verified", reason: "ok" },
  },
  {
    path: "/paywall",
    options: { profile: "paywall", currency: "TRY" },
    pay: "10.00",
    from: { currency: "TRY" },
    expected: { verdict: "verified", reason: "insufficient" },
  },
  {
    path: "/paywall-tampered",
    options: { profile: "paywall", currency: "TRY" },
    pay: "0.10",
    expected: { verdict: "mismatch", reason: "not_ok" },
  },
  {
    path: "/paywall-cut",
    options: { profile: "paywall", currency: "TRY" },
    pay: "0.10",
    expected: { verdict: "malformed", reason: "not_ok" },
  },
  {
    path: "/payop",
    options: { profile: "payop" },
    pay: "1000.51",
    from: { currency: "EUR" },
    expected: { verdict: "verified", reason: "insufficient" },
  },
  {
    path: "/payop-busy",
    options: { profile: "payop" },
    pay: "5.00",
    from: { currency: "EUR" },
    expected: { verdict: "provider_error", reason: "not_ok" },
  },
  {
    path: "/juicyway",
    options: { profile: "juicyway" },
    pay: "1.00",
    expected: { verdict: "unverifiable", reason: "unit_unknown" },
  },
  {
    path: "/popup?page=1",
    options: POPUP,
    pay: "2500.50",
    from: { wallet: "102", currency: "EUR" },
    expected: { verdict: "valid", reason: "ok" },
  },
  {
    path: "/popup?page=1",
    options: POPUP,
    pay: "1",
    from: { wallet: "103" },
    expected: { verdict: "valid", reason: "limit_unknown" },
  },
  {
    path: "/popup?page=1",
    options: { ...POPUP, creditLimit: { 103: "50000" } },
    pay: "60000",
    from: { wallet: "103" },
    expected: { verdict: "valid", reason: "ok" },
  },
  {
    path: "/popup?page=2",
    options: POPUP,
    pay: "5000.00",
    from: { currency: "USD" },
    expected: { verdict: "valid", reason: "ok" },
  },
  {
    path: "/popup-short",
    options: POPUP,
    pay: "1.00",
    from: { wallet: "102" },
    expected: { verdict: "mismatch", reason: "not_ok" },
  },
];

/** Why, in one line: each reason of canSpend for a person. */
const REASONS = {
  ok: ({ spendable }) => `${spendable} may be spent`,
  insufficient: ({ spendable, shortfall }) => `only ${spendable} may be spent, ${shortfall} short`,
  not_ok: ({ verdict }) => `the verdict is ${verdict}`,
  no_wallet: () => "there is no such wallet",
  currency_mismatch: () => "the wallet holds another currency",
  several_wallets: () => "several wallets fit",
  wallet_not_active: () => "the wallet is not active",
  unit_unknown: () => "whether the amount is in major or minor units is not documented",
  limit_unknown: () => "how far the wallet may be overdrawn is not known",
};

/** What speaks against the response, or what the provider said instead. Warnings decide nothing, but are told. */
function remarks(report) {
  const errors = (report.error?.messages ?? []).map((message) => `provider: ${message}`);
  const at = ({ offset }) => (offset === undefined ? "" : ` (byte ${offset})`);
  return [...errors, ...report.findings.map((finding) => `${finding.code}: ${finding.message}${at(finding)}`)];
}

/** The account of one payment: what was asked, what was decided and why. */
function account({ path, options, pay, from }, report, answer) {
  const currency = from?.currency ?? report.wallets.find(({ id }) => id === from?.wallet)?.currency ?? options.currency;
  const asked = `${path.padEnd(20)} pay ${[pay, currency].filter(Boolean).join(" ")}`;
  const decided = `${answer.allowed ? "PAID" : "REFUSED"} (${answer.reason}): ${REASONS[answer.reason](answer)}`;
  return [`${asked.padEnd(42)} ${decided}`, ...remarks(report).map((remark) => `    ${remark}`)];
}

/** Decides on one payment. Returns whether it went as expected, and its account. */
export async function settle(steelyard, address, payment) {
  const report = await fetchReport(steelyard, address + payment.path, payment.options);
  const answer = report.canSpend(payment.pay, payment.from);
  const { verdict, reason } = payment.expected;
  const isExpected = report.verdict === verdict && answer.reason === reason && answer.allowed === (reason === "ok");
  const lines = account(payment, report, answer);
  if (!isExpected) lines.push(`    UNEXPECTED: ${verdict} and ${reason} were expected, here it is ${report.verdict}`);
  return { isExpected, lines };
}

/** Runs every payment and returns how many surprised. */
export async function runPayments(payments, print) {
  const steelyard = await load();
  const provider = await startProvider();
  let surprises = 0;
  try {
    for (const payment of payments) {
      const { isExpected, lines } = await settle(steelyard, provider.address, payment);
      for (const line of lines) print(line);
      if (!isExpected) surprises += 1;
    }
  } finally {
    provider.stop();
  }
  print(`${payments.length} payments decided, ${surprises} not as expected`);
  return surprises;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = (await runPayments(PAYMENTS, console.log)) === 0 ? 0 : 1;
}
