// SPDX-License-Identifier: Apache-2.0
// What verdicts, outcomes, amounts and causes mean, for people. The marks say by shape what colours say, too.

export const VERDICTS = {
  verified: { tone: "good", mark: "✓", text: "Every sum that the response states was recomputed, and holds." },
  valid: { tone: "good", mark: "✓", text: "Nothing contradicts the response. It states no sum to recompute." },
  unverifiable: { tone: "unknown", mark: "?", text: "Nothing is wrong, but a fact is missing to say that it holds." },
  stale: { tone: "unknown", mark: "?", text: "The snapshot is not of the time that was asked for." },
  mismatch: { tone: "bad", mark: "✗", text: "The response contradicts itself or its own rules." },
  invalid: { tone: "bad", mark: "✗", text: "This is JSON, but not what the provider documents." },
  provider_error: { tone: "bad", mark: "✗", text: "The provider answered with an error, not with a balance." },
  malformed: { tone: "bad", mark: "✗", text: "This is not JSON." },
};

export const OUTCOMES = {
  invalid: { tone: "bad", mark: "✗" },
  fail: { tone: "bad", mark: "✗" },
  stale: { tone: "unknown", mark: "?" },
  unverifiable: { tone: "unknown", mark: "?" },
  warn: { tone: "note", mark: "!" },
  pass: { tone: "good", mark: "✓" },
};

export const AMOUNTS = {
  cash: "Cash",
  gift: "Gifts",
  blocked: "Blocked",
  pending: "Pending",
  reserved: "Reserved",
  referral: "Referral",
  total: "Total",
  available: "Available",
  overdraftLimit: "Overdraft limit",
  spendable: "Spendable",
};

const CAUSES = {
  float_drift: () => "Less than half a minor unit: somebody added in binary floating point.",
  rounding: () => "As much as rounding each term can make.",
  sign: () => "The sign is turned.",
  minor_units: () => "Major and minor units were taken for each other.",
  omitted: (term) => `As if ${term} had been left out.`,
  double_counted: (term) => `As if ${term} had been counted twice.`,
  flipped: (term) => `As if ${term} had the other sign.`,
  transposed: () => "Two neighbouring digits changed places.",
  counted_original: () => "Gifts were counted with their first amount, not with what remains.",
  counted_expired: () => "Expired gifts were counted.",
};

/** A finding's cause in a sentence, null where none is known. */
export function causeText({ cause, term }) {
  return Object.hasOwn(CAUSES, cause ?? "") ? CAUSES[cause](term ?? "a term") : null;
}

const REASONS = {
  out_of_range: "The sum has more than 38 digits.",
  expiry_ambiguous: "A gift's date has no time zone, so nobody can say whether it has expired.",
  now_unknown: "Gifts have dates, and no time was given to judge them by.",
  limit_unknown: "How far the wallet may be overdrawn is not known.",
};

/** Why something stayed undecided, null where nothing is to be said. */
export function reasonText({ reason }) {
  return REASONS[reason] ?? null;
}
