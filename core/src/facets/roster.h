/* SPDX-License-Identifier: Apache-2.0 */
/*
 * roster.h - all wallets of a body at a glance: where each stands, and the texts that are compared over all of them.
 * The walk over wallets writes the places, each facet the texts that it compares, wallet by wallet; once the last
 * wallet is judged nobody writes it.
 * May use: base, verifier.
 */
#ifndef SY_ROSTER_H
#define SY_ROSTER_H

#include "verifier/facet.h"

/* Where a wallet, or a part of it, stands. */
typedef struct sy_wallet_place {
    uint32_t node;
    uint32_t wallet;
} sy_wallet_place;

/* A text that is compared over all wallets. */
typedef struct sy_compared {
    sy_span text;
    uint32_t node; /* SY_NODE_NONE where the wallet has none */
} sy_compared;

typedef struct sy_roster {
    sy_wallet_place *places; /* in document order */
    uint32_t place_count;
    uint32_t wallet_count;
    uint32_t wallet_count_max;             /* how many there is room for */
    sy_compared *compared[SY_FACET_COUNT]; /* by wallet; NULL where the facet is off, or judges no wallets together */
} sy_roster;

#endif
