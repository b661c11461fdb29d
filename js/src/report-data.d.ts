// SPDX-License-Identifier: Apache-2.0
// Types of what the engine answers: reports, what may be spent, changes, ledgers. Plain data, as the JSON has it.

/**
 * Verdicts, best first. `verified` and `valid` are ok.
 *
 * @example
 * const verdict: Verdict = report.verdict;
 */
export type Verdict =
  "verified" | "valid" | "unverifiable" | "stale" | "mismatch" | "invalid" | "provider_error" | "malformed";

/**
 * What a report holds, as plain data; `JSON.stringify` of it is the engine's JSON, byte for byte.
 *
 * @example
 * const data: ReportData = JSON.parse(JSON.stringify(report));
 */
export interface ReportData {
  readonly verdict: Verdict;
  /** Name of the profile that judged, null where none was found. */
  readonly profile: string | null;
  /** `YYYY-MM-DDThh:mm:ss[.fraction]Z`, null where the provider gives no time. */
  readonly snapshotAt: string | null;
  /** In document order. */
  readonly wallets: readonly Wallet[];
  /** For each known currency, in the order in which the wallets name them. */
  readonly totals: readonly Total[];
  /** What did not pass, ordered by offset. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** Of a `provider_error` alone. */
  readonly error?: ProviderError;
}

/**
 * Names of amounts.
 *
 * @example
 * const name: AmountName = "available";
 */
export type AmountName =
  | "cash"
  | "gift"
  | "blocked"
  | "pending"
  | "reserved"
  | "referral"
  | "total"
  | "available"
  | "overdraftLimit"
  | "spendable";

/**
 * A wallet. `amounts` leaves out what the provider did not give and nothing derives.
 *
 * @example
 * const { currency, amounts } = report.wallets[0];
 * console.log(currency, amounts.available ?? "not known");
 */
export interface Wallet {
  readonly id: string | null;
  readonly currency: string | null;
  /** Digits after the point of the currency, null where not known. */
  readonly minorUnits: number | null;
  /** Unit of `amounts`, null where not known. */
  readonly unit: "major" | null;
  readonly kind: string | null;
  readonly status: string | null;
  readonly amounts: { readonly [Name in AmountName]?: string };
  readonly gifts: readonly Gift[];
  /** Limits of use; only where the profile knows such. */
  readonly limits?: readonly UseLimit[];
}

/**
 * A gift balance.
 *
 * @example
 * const active = wallet.gifts.filter((gift) => gift.state === "active");
 */
export interface Gift {
  readonly id: string | null;
  readonly amount: string | null;
  readonly remaining: string | null;
  readonly expiresAt: string | null;
  readonly state: "used" | "expired" | "ambiguous" | "unknown" | "active" | null;
}

/**
 * A limit of use: how much of a wallet may be spent in a period. `spendable` is never more than what remains.
 *
 * @example
 * const daily = wallet.limits?.find(({ name }) => name === "daily")?.remaining;
 */
export interface UseLimit {
  readonly name: string | null;
  readonly limit: string | null;
  readonly used: string | null;
  /** As stated, else `limit` less `used`. */
  readonly remaining: string | null;
  readonly resetsAt: string | null;
}

/**
 * The sum of the wallets of one currency; null where a sum is out of range.
 *
 * @example
 * const lira = report.totals.find(({ currency }) => currency === "TRY")?.amounts.total;
 */
export interface Total {
  readonly currency: string;
  /** How many wallets were added. */
  readonly wallets: number;
  readonly amounts: { readonly [Name in Exclude<AmountName, "overdraftLimit">]?: string | null };
}

/**
 * One finding. Each member but `code`, `outcome` and `message` stands only where it applies.
 *
 * @example
 * for (const { code, outcome, path, message } of report.findings) console.log(outcome, code, path, message);
 */
export interface Finding {
  /** For instance `"json.syntax"` or `"paywall.total"`. */
  readonly code: string;
  readonly outcome: "invalid" | "fail" | "stale" | "unverifiable" | "warn" | "pass";
  /** Index in `wallets`. */
  readonly wallet?: number;
  /** JSON Pointer of the value judged. */
  readonly path?: string;
  /** Byte offset of the value judged, from 0. */
  readonly offset?: number;
  /** Line and column (in bytes), from 1, of a malformed body. */
  readonly line?: number;
  readonly column?: number;
  /** The recomputed value, the stated one, and stated less recomputed (null where it does not fit). */
  readonly expected?: string;
  readonly actual?: string;
  readonly delta?: string | null;
  /** What a failed equality looks like. */
  readonly cause?: Cause;
  /** The term that the cause speaks of: an amount's name, `gifts/INDEX`, `limits/INDEX/limit` or `limits/INDEX/used`. */
  readonly term?: string;
  /** Why an equality is undecided. */
  readonly reason?: string;
  /** The response header judged, as documented. */
  readonly header?: string;
  /** One sentence; it names fields and amounts, never personal data. */
  readonly message: string;
}

/**
 * Causes of a failed equality; a profile may add its own.
 *
 * @example
 * const drifted = report.findings.some(({ cause }) => cause === "float_drift");
 */
export type Cause =
  | "float_drift"
  | "rounding"
  | "sign"
  | "minor_units"
  | "omitted"
  | "double_counted"
  | "flipped"
  | "transposed"
  | "unknown"
  | (string & {});

/**
 * Counts of a report: recomputed equalities, and findings by outcome (`invalid` and `stale` among `failed`).
 *
 * @example
 * const { formulas, failed } = report.summary;
 */
export interface Summary {
  readonly wallets: number;
  readonly formulas: number;
  readonly failed: number;
  readonly unverifiable: number;
  readonly warnings: number;
}

/**
 * What the provider said instead of a balance.
 *
 * @example
 * if (report.error) console.error(report.error.status, report.error.messages.join("; "));
 */
export interface ProviderError {
  readonly status: number | null;
  readonly code: string | null;
  /** A message that belongs to a field is `field: text`. */
  readonly messages: readonly string[];
}

/**
 * The answer of `canSpend`.
 *
 * @example
 * const answer: SpendAnswer = report.canSpend("10.00");
 * if (answer.reason === "insufficient") console.log(`${answer.shortfall} short`);
 */
export interface SpendAnswer {
  readonly allowed: boolean;
  /** The first reason that fits. */
  readonly reason:
    | "ok"
    | "not_ok"
    | "no_wallet"
    | "currency_mismatch"
    | "several_wallets"
    | "wallet_not_active"
    | "unit_unknown"
    | "limit_unknown"
    | "insufficient";
  readonly verdict: Verdict;
  /** Id of the wallet, where it was found and has one. */
  readonly wallet: string | null;
  /** What a payment may use, null where not known. */
  readonly spendable: string | null;
  /** What is missing, of `insufficient` alone. */
  readonly shortfall: string | null;
}

/**
 * Exact changes between two snapshots.
 *
 * @example
 * const changed = steelyard.diff(before, after).wallets.filter(({ change }) => change !== "same");
 */
export interface Diff {
  /** true where every wallet is the same; time does not count. */
  readonly same: boolean;
  /** By `snapshotAt`. */
  readonly order: "forward" | "same" | "reversed" | "unknown";
  /** All wallets, matched by currency and id. */
  readonly wallets: readonly WalletDiff[];
  readonly findings: readonly { readonly code: "diff.time_reversed" | "diff.same_time"; readonly message: string }[];
}

/**
 * The changes of one wallet: the amounts that changed, null on the side that lacks one.
 *
 * @example
 * const delta = wallet.amounts.available?.delta;
 */
export interface WalletDiff {
  readonly id: string | null;
  readonly currency: string | null;
  readonly change: "added" | "removed" | "changed" | "same";
  readonly amounts: {
    readonly [Name in AmountName]?: {
      readonly before: string | null;
      readonly after: string | null;
      /** null where a side lacks the amount, the units differ or it does not fit. */
      readonly delta: string | null;
    };
  };
}

/**
 * What `reconcile` makes of a ledger.
 *
 * @example
 * const { same, entries }: Reconciliation = steelyard.reconcile(report, { currencies: { EUR: { available: "10.00" } } });
 * const wrong = entries.filter(({ outcome }) => outcome !== "same");
 */
export interface Reconciliation {
  /**
   * true where every entry is `same` or `within`, and, in a complete ledger, nothing is unexpected. The report's verdict
   * has no part in it.
   */
  readonly same: boolean;
  /** Of the report: whether the provider's own sums hold. null where it is a canonical snapshot, which has none. */
  readonly verdict: Verdict | null;
  /** As the caller stated it, null where none was stated: then equality alone is the same. */
  readonly tolerance: string | null;
  /** One for each expected amount: wallets before currencies, as they stand, amounts in the order of their names' table. */
  readonly entries: readonly ReconcileEntry[];
  /** Wallets of the report that the ledger does not name, in document order. */
  readonly unexpected: readonly { readonly id: string | null; readonly currency: string | null }[];
}

/**
 * One expected amount, and what became of it.
 *
 * @example
 * if (entry.cause === "omitted") console.log(`the ledger leaves out ${entry.term}`);
 */
export interface ReconcileEntry {
  /** Id of the wallet that fits, else as expected; null where it has none, and where a whole currency was asked for. */
  readonly wallet: string | null;
  readonly currency: string | null;
  readonly amount: AmountName;
  readonly expected: string;
  /** What the report states, or the exact sum; null where nothing was compared, or the sum is out of range. */
  readonly actual: string | null;
  /** `actual` less `expected`, null where nothing was compared, or it is out of range. */
  readonly delta: string | null;
  readonly outcome: ReconcileOutcome;
  /** The first that fits, where the amounts differ, within the tolerance or not. */
  readonly cause: ReconcileCause | null;
  /** The amount to blame, or of a currency the wallet (`wallets/INDEX`); of causes that name one. */
  readonly term: AmountName | `wallets/${number}` | null;
  /** One sentence; it names amounts, never wallets. */
  readonly message: string;
}

/**
 * What became of an expected amount. Equal is `same`; different, but by no more than the tolerance, `within`; else
 * `differs`. The rest could not be compared: `absent` where the wallet (or one wallet of the currency) does not state
 * the amount, `no_wallet` and `several_wallets` where not exactly one wallet fits (or more than one expectation fits it,
 * or limits of several wallets were asked for), `unit_unknown` where the unit of an amount is not known.
 *
 * @example
 * const missing = entries.some(({ outcome }: { outcome: ReconcileOutcome }) => outcome === "no_wallet");
 */
export type ReconcileOutcome =
  "same" | "within" | "differs" | "absent" | "no_wallet" | "several_wallets" | "unit_unknown";

/**
 * Why a ledger most likely differs. With E the expected amount, A the provider's, D = A - E, u one minor unit, t another
 * amount of the wallet (or sum of the currency) and w one wallet of the currency:
 *
 * - `float_drift`: |D| < u/2, and E has digits beyond the minor units
 * - `rounding`: |D| < u
 * - `sign`: E = -A
 * - `minor_units`: one is the other times 10^k, k the minor units, or 2 where they are not known
 * - `other_amount`: E = t, so that the client compares another amount
 * - `omitted`: D = t or D = w, which the ledger leaves out
 * - `included`: D = -t, which the ledger counts and the provider does not
 * - `double_counted`: D = -w, a wallet that the ledger counts twice
 * - `flipped`: D = 2t, D = -2t or D = 2w, which one side adds and the other subtracts
 * - `transposed`: two neighbouring digits changed places
 * - `unknown`
 *
 * @example
 * const cause: ReconcileCause | null = entry.cause;
 */
export type ReconcileCause =
  | "float_drift"
  | "rounding"
  | "sign"
  | "minor_units"
  | "other_amount"
  | "omitted"
  | "included"
  | "double_counted"
  | "flipped"
  | "transposed"
  | "unknown";
