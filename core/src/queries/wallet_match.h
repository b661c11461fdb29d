/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallet_match.h - the wallets of a report that a ledger means. A report and expectations come in; for each
 * expectation the range of wallets that it fits goes out. Two sorts and a search each, so that hundreds of thousands
 * of wallets are no matter.
 *
 *   expectation 0: wallet a              fits wallets of the report by id: one, none, several
 *   expectation 1: the sum over EUR      fits all wallets of the currency, taken together
 *
 * May use: base, report.
 */
#ifndef SY_WALLET_MATCH_H
#define SY_WALLET_MATCH_H

#include "base/arena.h"
#include "queries/ledger.h"
#include "report/report.h"

/* The wallets that an expectation fits: indices into the report's, of a sum in the order of the document. */
typedef struct sy_match {
    const uint32_t *wallets;
    uint32_t count;
} sy_match;

typedef struct sy_matches {
    sy_match *of_expectation;
    uint8_t *claim_counts; /* of each wallet: expectations that fit it alone, counted to 2 */
    bool *is_named;        /* of each wallet: whether any expectation fits it */
    uint32_t unexpected_count;
} sy_matches;

/* matches_out is zeroed by the caller; a lack of memory stays in `memory`. */
void sy_wallet_match(sy_arena *memory, const steelyard_report *report, const sy_ledger *ledger,
                     sy_matches *matches_out);

#endif
