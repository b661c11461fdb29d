/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallet_match.h - which wallets of a report an expectation fits. A report and a ledger come in; ranges of sorted wallets
 * go out, and which wallets no expectation names.
 *
 *   expectation 0: wallet a            fits wallets of the report by id: one, none, several
 *   expectation 1: the sum over EUR    fits all wallets of the currency, taken together
 *
 * Two sorts and a search for each expectation, so that hundreds of thousands of wallets are no matter.
 *
 * May use: base, report.
 */
#ifndef SY_WALLET_MATCH_H
#define SY_WALLET_MATCH_H

#include "queries/ledger.h"
#include "report/report.h"

/* The wallets that an expectation fits: indices into the report's, of a sum in the order of the document. */
typedef struct sy_match {
    const uint32_t *wallets;
    uint32_t count;
} sy_match;

typedef struct sy_wallet_match {
    sy_match *matches;     /* one for each expectation */
    uint8_t *claim_counts; /* of each wallet: expectations that fit it alone, counted to 2 */
    bool *is_named;        /* of each wallet: whether any expectation fits it */
    uint32_t unexpected_count;
} sy_wallet_match;

/* A lack of memory stays in `memory`; then nothing may be read. */
void sy_wallet_match_all(sy_arena *memory, const steelyard_report *report, const sy_ledger *ledger,
                         sy_wallet_match *match_out);

#endif
