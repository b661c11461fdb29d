/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reconcile_entry.h - a ledger beside a report while the two are compared, and what became of one expected amount.
 * May use: base, decimal, report, values.
 */
#ifndef SY_RECONCILE_ENTRY_H
#define SY_RECONCILE_ENTRY_H

#include "decimal/decimal_sum.h"
#include "queries/agreement.h"
#include "queries/ledger.h"
#include "queries/wallet_match.h"
#include "report/report.h"

/* What the wallets of an expectation hold together; of one wallet, what it holds. */
typedef struct sy_holding {
    const sy_expectation *expectation;
    sy_match match;
    sy_agreement obstacle;   /* why nothing can be compared, or SY_AGREEMENT_SAME */
    const sy_wallet *wallet; /* the first that fits, NULL where the expectation fits none or too many */
    bool unit_is_known;      /* of all of them, and of the ledger */
    int32_t minor_units;
    uint16_t amounts_present; /* given by all of them */
    sy_decimal_sum sums[SY_AMOUNT_COUNT];
} sy_holding;

typedef struct sy_reconcile {
    const steelyard_report *report;
    sy_ledger ledger;
    sy_matches matches;
    uint64_t entry_counts[SY_AGREEMENT_COUNT];
    bool same;
    sy_holding holding; /* of the expectation last turned to */
} sy_reconcile;

/* One expected amount, and what became of it. */
typedef struct sy_entry {
    uint32_t amount;
    sy_agreement agreement;
    sy_span id; /* of the wallet that fits, else as expected; bytes NULL: none */
    sy_span currency;
    const sy_decimal *expected;
    sy_decimal actual;
    sy_decimal delta; /* actual - expected */
    bool is_compared; /* same, within or differs */
    bool has_actual;
    bool has_delta;
    sy_span cause;        /* bytes NULL where nothing differs */
    uint32_t term_amount; /* the amount to blame, or SY_AMOUNT_COUNT */
    uint32_t term_wallet; /* the wallet to blame, or SY_NO_WALLET */
} sy_entry;

#endif
