// SPDX-License-Identifier: Apache-2.0
// Amounts for people. In: the report's exact decimal strings. Out: one readable string, digit for digit the same value.
// It never makes a number of them.

const AMOUNT = /^(-?)(\d+)(\.\d+)?$/;
/** Screen readers pass over the hyphen-minus; they read this one. */
const MINUS = "\u2212";

function group(digits) {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "-1234.50" in TRY is "−1,234.50 TRY"; what is no plain decimal is shown as it stands. */
export function formatAmount(text, currency = null) {
  const [, sign, whole, fraction = ""] = AMOUNT.exec(text) ?? [];
  if (whole === undefined) return text;
  const shown = `${sign && MINUS}${group(whole)}${fraction}`;
  return currency === null ? shown : `${shown}\u00a0${currency}`;
}
