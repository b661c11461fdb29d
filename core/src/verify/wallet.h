/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallet.h - one wallet through the stages that judge it. Its parts come in; its entry in the report, its line in the
 * roster and findings go out.
 *
 *   fields > unit > facets > rules   ->   what is kept of it
 *
 * May use: base, facets, judge, report, verifier.
 */
#ifndef SY_WALLET_H
#define SY_WALLET_H

#include "facets/roster.h"
#include "judge/find.h"

/* A walk over the wallets of a body: what it reads and what it fills. Only wallets.c writes it, before the first wallet. */
typedef struct sy_wallet_walk {
    const sy_request *asked;
    const sy_values *of_body; /* what stands around the wallets, NULL where the profile has no such member */
    sy_values *read;          /* of the wallet under judgement */
    sy_findings *found;
    sy_roster *roster;
    steelyard_report *report;
} sy_wallet_walk;

/* Room for so many wallets; false where memory ran out. */
bool sy_wallet_allocate(const sy_wallet_walk *walk, uint32_t count);
/* The wallet that stands in these parts, the next one of the report. */
void sy_wallet_judge(const sy_wallet_walk *walk, const sy_wallet_parts *parts);

#endif
