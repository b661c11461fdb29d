// SPDX-License-Identifier: Apache-2.0
// Types of the package. Amounts are decimal strings everywhere ("10.00"), never numbers.

import type { AmountName, Diff, Reconciliation, ReportData, SpendAnswer } from "./report-data.js";

export type * from "./report-data.js";

/**
 * Loads the engine: compiles the module that fits this runtime, once. After that everything is synchronous.
 * Calling it again returns the same engine.
 *
 * Rejects with a {@link SteelyardError} `call.argument` where `module` is not Steelyard's engine, and with the
 * runtime's own error where it forbids WebAssembly (a page needs `'wasm-unsafe-eval'` in its policy).
 *
 * @example
 * import { load } from "steelyard";
 * const steelyard = await load();
 */
export declare function load(options?: LoadOptions): Promise<Steelyard>;

/**
 * What `load` takes.
 *
 * @example
 * import wasm from "steelyard/core.wasm"; // in hosts that import a WebAssembly.Module
 * const steelyard = await load({ module: wasm });
 */
export interface LoadOptions {
  /** A compiled `WebAssembly.Module` of the engine, or its bytes, for hosts that compile nothing at run time. */
  module?: object | undefined;
}

/**
 * A wrong call. A wrong body never throws: it gets a verdict.
 *
 * @example
 * try {
 *   steelyard.verify(body, { currency: "usd" });
 * } catch (error) {
 *   if (error instanceof SteelyardError) console.error(error.code, error.option); // "option.value" "currency"
 * }
 */
export declare class SteelyardError extends Error {
  readonly name: "SteelyardError";
  /** What is wrong, from a closed list. */
  readonly code: SteelyardErrorCode;
  /** Name of the option or argument that is wrong, null where nothing has a name. */
  readonly option: string | null;
  /** Where in the options or in the profile it is wrong: a JSON Pointer, `"/profile/formulas/0/is"`. */
  readonly path?: string | undefined;
  /** The byte offset of that place, where the profile was given as a JSON text. */
  readonly offset?: number | undefined;
  /** What stands there and is wrong. */
  readonly found?: string | undefined;
  /** The name that was probably meant. */
  readonly nearest?: string | undefined;
  /** What may stand there. */
  readonly allowed?: readonly string[] | undefined;
  private constructor();
}

/**
 * Codes of {@link SteelyardError}.
 *
 * @example
 * const code: SteelyardErrorCode = "option.unknown";
 */
export type SteelyardErrorCode =
  | "memory"
  | "option.unknown"
  | "option.type"
  | "option.value"
  | "call.body"
  | "call.amount"
  | "call.argument"
  | "decimal.syntax"
  | "decimal.range"
  | "report.no_canonical";

/**
 * The engine, as `load()` gives it.
 *
 * @example
 * const { verify, decimal } = await load();
 */
export interface Steelyard {
  /** Version of the engine and of this package, for instance `"0.1.0"`. */
  readonly version: string;

  /**
   * Names of the built-in profiles, in byte order.
   *
   * @example
   * steelyard.profiles.includes("stripe"); // true
   */
  readonly profiles: readonly string[];

  /**
   * A built-in profile as the data it is, to read or to start an own one from.
   * Throws `call.argument` where there is none of that name.
   *
   * @example
   * const own = { ...steelyard.profile("paywall"), profile: "mywall" };
   * steelyard.verify(body, { profile: own });
   */
  profile(name: string): ProfileData;

  /**
   * Judges one response. Throws `call.body` where the body is neither text nor bytes, `option.*` for
   * wrong options and profiles, `memory` where there is not enough; never for what the body holds.
   *
   * @example
   * const report = steelyard.verify(await response.arrayBuffer(), { profile: "payop", status: response.status });
   * if (!report.ok) console.warn(report.verdict, report.findings);
   */
  verify(body: Body, options?: Options): Report;

  /**
   * Compiles options once, for many bodies. Throws as `verify` does for wrong options.
   *
   * @example
   * const verifier = steelyard.verifier({ profile: "popup", currencies: { 1: "USD" } });
   * const report = verifier.verify(body, { headers: response.headers });
   */
  verifier(options?: Options): Verifier;

  /**
   * Exact changes between two reports or canonical snapshots (as reports, as their JSON, or parsed).
   * Throws `call.argument` where an argument is neither, `report.no_canonical` for a report without a snapshot.
   *
   * @example
   * const { same, wallets } = steelyard.diff(before, after);
   * wallets[0].amounts.available; // { before: "10.00", after: "7.50", delta: "-2.50" }
   */
  diff(before: ReportLike, after: ReportLike): Diff;

  /**
   * What your own ledger expects against what the report states, amount by amount and exact. Throws `call.argument`
   * where the ledger is wrong (the message says at which place), `report.no_canonical` for a report without a snapshot.
   *
   * @example
   * const { same, entries } = steelyard.reconcile(report, { wallets: { "101": { available: "10.00" } } });
   * for (const { amount, delta, cause, term } of entries) console.log(amount, delta, cause, term);
   */
  reconcile(report: ReportLike, expected: Expected): Reconciliation;

  /**
   * The report for a person: verdict, amounts, and each finding in a sentence. `title` heads it; `colour` adds ANSI
   * escapes. Throws `call.argument`, `option.unknown`, `option.type`.
   *
   * @example
   * console.log(steelyard.format(report, { title: "wallet.json" }));
   */
  format(report: ReportLike, options?: { title?: string | undefined; colour?: boolean | undefined }): string;

  /**
   * What a code means, why it matters, what to do, and an example: the code of a finding, a verdict, a cause, a reason
   * or an error. `profile` (an object, or its JSON text) brings the codes of a profile of your own.
   * Throws `call.argument` where there is no such code, with the `nearest`; `option.value` for a wrong profile.
   *
   * @example
   * for (const { code } of report.findings) console.log(steelyard.explain(code, { profile: own }));
   */
  explain(code: string, options?: { profile?: ProfileData | string | undefined }): string;

  /**
   * What a profile does, in plain words: where everything stands, what must hold, what is derived. For whoever writes
   * one. Throws `option.value` where it is wrong, with `path`, `found`, `nearest`, `allowed`, and of a JSON text `offset`;
   * `call.argument` where it is no JSON object.
   *
   * @example
   * console.log(steelyard.explainProfile(await readFile("acme.json", "utf8")));
   */
  explainProfile(profile: ProfileData | string): string;

  /** Exact decimal arithmetic. */
  readonly decimal: Decimal;
}

/**
 * A response as it came: text, or its bytes. Prefer bytes; of text only its encoding is judged. Anything else throws
 * `call.body`, views of other types among them.
 *
 * @example
 * const body: Body = new Uint8Array(await response.arrayBuffer());
 */
export type Body = string | Uint8Array | ArrayBuffer | SharedArrayBuffer;

/**
 * What can be compared and formatted: a report, its JSON or its canonical snapshot, as text or parsed.
 *
 * @example
 * const stored: ReportLike = cache.get("wallet"); // what report.canonical() gave
 */
export type ReportLike = Report | ReportData | string | object;

/**
 * Amounts that a ledger expects, as decimal strings in major units.
 *
 * @example
 * const amounts: ExpectedAmounts = { total: "10.00", available: "7.50" };
 */
export type ExpectedAmounts = { readonly [Name in AmountName]?: string | undefined };

/**
 * A wallet as a ledger lists it: what a report or a canonical snapshot says of one, or less. `id` and `currency` have to
 * be equal where they are given; without both, the one wallet there is.
 *
 * @example
 * const stored: readonly ExpectedWallet[] = JSON.parse(yesterday).wallets;
 */
export interface ExpectedWallet {
  readonly id?: string | null | undefined;
  readonly currency?: string | null | undefined;
  readonly amounts: ExpectedAmounts;
  /** Of the amounts; null where the stored snapshot did not know it: then nothing is compared. */
  readonly unit?: "major" | null | undefined;
  /** These are taken and passed over. */
  readonly minorUnits?: number | null | undefined;
  readonly kind?: string | null | undefined;
  readonly status?: string | null | undefined;
  readonly gifts?: readonly object[] | undefined;
}

/**
 * What a ledger expects. It may leave out what it does not know, but not everything.
 *
 * @example
 * const expected: Expected = {
 *   tolerance: "0.01",
 *   wallets: { "101": { available: "10.00" } },
 *   currencies: { EUR: { total: "250.00" } },
 * };
 */
export interface Expected {
  /** Largest difference of one amount, in major units, that still is `within`. None where it is not stated. */
  readonly tolerance?: string | undefined;
  /** true: every wallet of the report has to be named, else the answer is not the same. */
  readonly complete?: boolean | undefined;
  /** By id, as reports print ids; or a list as reports and canonical snapshots have it. */
  readonly wallets?: Readonly<Record<string, ExpectedAmounts>> | readonly ExpectedWallet[] | undefined;
  /** By code: the exact sum over all wallets of the currency. */
  readonly currencies?: Readonly<Record<string, ExpectedAmounts>> | undefined;
}

/**
 * The options that may differ from response to response.
 *
 * @example
 * verifier.verify(body, { status: response.status, headers: response.headers, now: new Date() });
 */
export interface CallOptions {
  /** HTTP status, 100 to 599; from 400 on any JSON body is a provider error. */
  status?: number | undefined;
  /** HTTP response headers, names in any case, for pagination. */
  headers?: Readonly<Record<string, unknown>> | HeadersLike | undefined;
  /** The time to judge ages and expiries by, RFC 3339 or a Date. Where `maxAge` stands without it: the clock. */
  now?: string | Date | undefined;
}

/**
 * A `Headers` object of any fetch.
 *
 * @example
 * const headers: HeadersLike = new Headers({ "X-Page": "1" });
 */
export interface HeadersLike {
  get(name: string): string | null;
  forEach(callback: (value: string, name: string) => void): void;
}

/**
 * All options. One that is unknown, ill-typed or senseless throws `option.unknown`, `option.type`, `option.value`.
 *
 * @example
 * const options: Options = { profile: "paywall", currency: "TRY", maxAge: "300" };
 */
export interface Options extends CallOptions {
  /** `"auto"` (default), the name of one of `profiles` or a built-in one, or a profile of your own. */
  profile?: "auto" | BuiltInProfile | ProfileData | (string & {}) | undefined;
  /** Profiles of your own, with different names: `"auto"` tries them first, `profile` and `extends` may name them. */
  profiles?: readonly ProfileData[] | undefined;
  /** ISO 4217 code where the response says nothing about it. */
  currency?: string | undefined;
  /** The provider's currency ids to codes. */
  currencies?: Readonly<Record<string, string | { readonly code: string; readonly minorUnits?: number }>> | undefined;
  /** Currency code (2 to 10 of A-Z and 0-9) to digits after the point; goes before the profile's own and ISO 4217. */
  minorUnits?: Readonly<Record<string, number>> | undefined;
  /** Unit of the amounts, where the provider does not say. */
  unit?: "major" | "minor" | undefined;
  /** Limit of all postpaid wallets as a decimal string, or by wallet id. */
  creditLimit?: string | Readonly<Record<string, string>> | undefined;
  /** Age in seconds from which on a snapshot is stale: an integer, or a decimal string ("1.5"). */
  maxAge?: number | string | undefined;
  /** Longest body in bytes, 67108864 by default; a longer one is `json.size`. */
  maxBytes?: number | undefined;
  /** true: findings list the equalities that hold, too. */
  explain?: boolean | undefined;
}

/**
 * The name of a built-in profile.
 *
 * @example
 * const profile: BuiltInProfile = "stripe";
 */
export type BuiltInProfile =
  | "adyen"
  | "didww"
  | "juicyway"
  | "mangopay"
  | "modern_treasury"
  | "payop"
  | "paypal"
  | "paywall"
  | "paywall_payout"
  | "paywint"
  | "popup"
  | "square_gift_card"
  | "stripe"
  | "wise";

/**
 * A profile, in the language of the built-in ones.
 *
 * @example
 * const profile: ProfileData = steelyard.profile("payop");
 */
export type ProfileData = { readonly [member: string]: unknown };

/**
 * Options compiled once.
 *
 * @example
 * const verifier = steelyard.verifier({ profile: "payop" });
 * const reports = bodies.map((body) => verifier.verify(body));
 */
export interface Verifier {
  /** As `steelyard.verify`; `options` go before those of the verifier, for this call alone. */
  verify(body: Body, options?: CallOptions): Report;
}

/**
 * A report. Its fields are decoded when they are first read, frozen, and stay valid after later calls.
 *
 * @example
 * const report = steelyard.verify(body);
 * report.ok ? report.wallets[0]?.amounts.available : report.findings[0]?.message;
 */
export interface Report extends ReportData {
  /** true for `verified` and `valid` alone. Costs no parsing, nor does `verdict`. */
  readonly ok: boolean;
  /** The report JSON. */
  readonly json: string;
  /** The report as plain frozen data. */
  toJSON(): ReportData;
  /** The report JSON. */
  toString(): string;

  /**
   * The canonical snapshot, for hashing and caching: sorted keys, no names and no findings. `time: false` leaves
   * `snapshotAt` out. Throws `report.no_canonical` for malformed, provider_error and invalid reports.
   *
   * @example
   * const key = createHash("sha256").update(report.canonical({ time: false })).digest("hex");
   */
  canonical(options?: { time?: boolean | undefined }): string;

  /**
   * May this amount be paid now? The wallet by id, by currency, or the only one.
   * Throws `call.amount` where the amount is no decimal string above zero, `option.unknown`, `option.type`.
   *
   * @example
   * const { allowed, reason, shortfall } = report.canSpend("10.00", { currency: "TRY" });
   */
  canSpend(amount: string, options?: { wallet?: string | undefined; currency?: string | undefined }): SpendAnswer;
}

/**
 * Rounding modes of `quantize`.
 *
 * @example
 * const mode: RoundingMode = "half_up";
 */
export type RoundingMode = "half_even" | "half_up" | "half_down" | "up" | "down" | "ceiling" | "floor";

/**
 * Exact decimal arithmetic. Operands are strings in the syntax of JSON numbers, exponent allowed; results are plain
 * strings with the scale that exact arithmetic gives. Throws `decimal.syntax` (a number or another type as operand,
 * too) and `decimal.range` (more than 38 digits, or a scale above 38).
 *
 * @example
 * steelyard.decimal.add("0.1", "0.2"); // "0.3"
 */
export interface Decimal {
  /** @example decimal.add("1.0", "2.00") // "3.00" */
  add(x: string, y: string): string;
  /** @example decimal.subtract("1", "0.9") // "0.1" */
  subtract(x: string, y: string): string;
  /** @example decimal.multiply("1.5", "0.20") // "0.300" */
  multiply(x: string, y: string): string;
  /**
   * Of a list; `"0"` for an empty one. Throws `call.argument` where the list is no array.
   * @example decimal.sum(["0.1", "0.2", "0.3"]) // "0.6"
   */
  sum(list: readonly string[]): string;
  /** By value. @example decimal.compare("1.0", "1") // 0 */
  compare(x: string, y: string): -1 | 0 | 1;
  /** @example decimal.negate("1.50") // "-1.50" */
  negate(x: string): string;
  /** @example decimal.abs("-1.50") // "1.50" */
  abs(x: string): string;
  /**
   * Rounds to `scale` digits after the point, 0 to 38; `half_even` where no mode is given.
   * Throws `call.argument` for another scale or mode, `decimal.range` where the result does not fit.
   * @example decimal.quantize("1.005", 2, "half_up") // "1.01"
   */
  quantize(x: string, scale: number, mode?: RoundingMode): string;
}
