// SPDX-License-Identifier: Apache-2.0
// Responses that the tests share, small enough to judge by eye.

/** paywall: 0.80 of cash, no gifts; the total is stated as `total`. */
export function paywall(total = "0.80") {
  return `{"IsSuccess":true,"IsFailure":false,"Value":{"Id":"7883fb19-2359-4a9b-b917-f08a259898ed","Name":"Test","WalletBalance":0.80,"GiftBalances":[],"TotalGiftBalance":0,"BlockedBalance":0,"TotalBalance":${total},"AvailableBalance":0.80,"AllowOverdraft":false,"OverdraftLimit":0}}`;
}

/** payop: two currencies whose totals hold. */
export function payop(available = "1000.50", snapshotAt = "2025-09-15T12:34:56Z") {
  return `{"snapshotAt":"${snapshotAt}","currencies":[{"code":"EUR","balance":{"available":"${available}","referral":"15.00","pending":"50.00","reserve":"200.00"}},{"code":"USD","balance":{"available":"8000.50","referral":"0.00","pending":"0.00","reserve":"0.00","total":"8000.50"}}]}`;
}

/** popup: one prepaid and one postpaid wallet. */
export const POPUP = `[{"id":103,"currency_id":1,"amount":5000.00,"type":"PREPAID"},{"id":101,"currency_id":2,"amount":-5.00,"type":"POSTPAID"}]`;

/** A body with a member that nobody reads, of so many bytes in all. */
export function padded(byteLength) {
  const [head, tail] = ['{"padding":"', `",${paywall().slice(1)}`];
  return head + "x".repeat(byteLength - head.length - tail.length) + tail;
}
