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

/**
 * The same string in pieces between which a narrow column may break it: behind the commas, within a long fraction, never
 * before the point or the currency, where the first half would read as an amount. A short one is one piece.
 */
export function piecesOf(shown) {
  if (shown.length <= 20) return [shown];
  const [number, currency] = shown.split("\u00a0");
  const pieces = number.match(/[^,.]{1,4},|[^,.]{1,4}(?:\.\d{1,6})?/g) ?? [number];
  if (currency !== undefined) pieces.push(`${pieces.pop()}\u00a0${currency}`);
  return pieces;
}
