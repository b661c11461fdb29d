// SPDX-License-Identifier: Apache-2.0
// Compiled, never run: what users may write, and with @ts-expect-error what they may not.

import { SteelyardError, load } from "steelyard";
import type { Diff, Expected, Finding, Options, Reconciliation, Report, SpendAnswer, Steelyard, Verifier } from "steelyard";
import { load as loadCore } from "steelyard/core";
import module from "steelyard/core.wasm";

export async function use(bytes: Uint8Array): Promise<string | undefined> {
  const steelyard: Steelyard = await load();
  const options: Options = {
    profile: "popup",
    currencies: { 1: "USD", 3: { code: "JPY", minorUnits: 0 } },
    maxAge: "1.5",
  };
  const verifier: Verifier = steelyard.verifier(options);
  const report: Report = verifier.verify(bytes, { status: 200, headers: { "X-Page": "1" }, now: new Date() });
  const same: Report = steelyard.verify(bytes.buffer, {
    profile: steelyard.profile("payop"),
    creditLimit: { 7: "10.00" },
  });
  const answer: SpendAnswer = report.canSpend("10.00", { currency: "USD" });
  const diff: Diff = steelyard.diff(report, same.canonical({ time: false }));
  const expected: Expected = { tolerance: "0.01", currencies: { USD: { total: "10.00" } } };
  const reconciled: Reconciliation = steelyard.reconcile(report, { ...expected, wallets: same.wallets });
  if (reconciled.entries[0]?.cause === "omitted") return reconciled.entries[0].term ?? undefined;
  const finding: Finding | undefined = report.findings[0];
  const compared: -1 | 0 | 1 = steelyard.decimal.compare("1", "2");
  if (answer.reason === "insufficient") return answer.shortfall ?? undefined;
  const words: string = steelyard.explainProfile({ profile: "acme" }) + steelyard.explainProfile("{}");
  const meaning: string = steelyard.explain(finding?.code ?? "ok", { profile: steelyard.profile("payop") });
  if (words === meaning) return undefined;
  if (diff.same) return steelyard.format(report, { title: finding?.code ?? "", colour: compared === 0 });
  return report.wallets[0]?.amounts.available;
}

export async function misuse(steelyard: Steelyard, report: Report): Promise<void> {
  // @ts-expect-error a number is no decimal
  steelyard.decimal.add(1, 2);
  // @ts-expect-error a number is no amount
  report.canSpend(10);
  // @ts-expect-error an unknown option
  steelyard.verify("{}", { curency: "USD" });
  // @ts-expect-error a limit is a string
  steelyard.verify("{}", { creditLimit: 100 });
  // @ts-expect-error an expected amount is a string
  steelyard.reconcile(report, { wallets: { a: { total: 10 } } });
  // @ts-expect-error there is no such amount
  steelyard.reconcile(report, { wallets: { a: { totl: "10" } } });
  // @ts-expect-error fields cannot be written
  report.verdict = "valid";
  // @ts-expect-error an unknown rounding mode
  steelyard.decimal.quantize("1", 2, "half_odd");
  // @ts-expect-error core wants a module
  await loadCore();
  await loadCore({ module });
}

export function codeOf(error: unknown): string | null {
  return error instanceof SteelyardError ? error.code : null;
}
