/* SPDX-License-Identifier: Apache-2.0 */
/*
 * roster.h - all wallets of a body at a glance: where each stands, and the texts that are compared over all of them.
 * The conductor fills it wallet by wallet; uniqueness and order read it.
 * May use: base.
 */
#ifndef SY_ROSTER_H
#define SY_ROSTER_H

#include "base/span.h"

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
    sy_compared *unique; /* by wallet */
    sy_compared *order;
} sy_roster;

#endif
