/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallets_joined.h - wallets that stand in several lists, put together by currency or id. The lists that the profile
 * names come in; wallets with their parts go through the stages. n log n.
 *
 *   "available": [{eur 1}, {usd 2}]   "pending": [{usd 3}, {gbp 4}]
 *   entries       0 eur    1 usd                  2 usd    3 gbp
 *   leader        0        1                      1        3         the entry by which a wallet is first seen
 *   wallets       eur {available: 0}, usd {available: 1, pending: 2}, gbp {pending: 3}
 *
 * The second entry of one key in one list belongs to the second wallet of that key, and so on.
 *
 * May use: base, facets, json, judge, report, verifier.
 */
#ifndef SY_WALLETS_JOINED_H
#define SY_WALLETS_JOINED_H

#include "verify/wallet.h"

/* `parts` is where the wallet under judgement stands: the body is set, the rest is written wallet by wallet. */
void sy_wallets_joined_judge(const sy_wallet_walk *walk, sy_wallet_parts *parts);

#endif
