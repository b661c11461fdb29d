/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reconcile.h - a client's ledger beside the provider's snapshot, amount by amount. A report and what the client expects
 * come in; what became of each expected amount goes out, with the most likely cause of a difference. Nothing is near
 * enough unless the caller said so, and the snapshot itself is not judged again.
 * May use: base, report.
 */
#ifndef SY_RECONCILE_H
#define SY_RECONCILE_H

#include "queries/reconcile_cause.h"

typedef struct sy_reconcile {
    const steelyard_report *report;
    sy_ledger ledger;
    sy_wallet_match match;
    uint64_t entry_counts[SY_AGREEMENT_COUNT];
    bool same;
} sy_reconcile;

/* One expected amount, and what became of it. */
typedef struct sy_entry {
    uint32_t amount; /* sy_amount_name */
    sy_agreement agreement;
    sy_span id; /* of the wallet that fits, else as expected; bytes NULL: none */
    sy_span currency;
    const sy_decimal *expected;
    sy_decimal actual;
    sy_decimal delta; /* actual - expected */
    bool is_compared; /* same, within or differs */
    bool has_actual;
    bool has_delta;
    sy_blame blame; /* without a cause where nothing differs */
} sy_entry;

/*
 * Reads the ledger, finds its wallets and counts what became of each amount. STEELYARD_OK, STEELYARD_CALL_ARGUMENT or
 * STEELYARD_REPORT_NO_CANONICAL with the fault filled; a lack of memory stays in `memory`, where nothing may be read.
 */
steelyard_status sy_reconcile_begin(sy_reconcile *reconcile, sy_arena *memory, const steelyard_report *report,
                                    sy_span expected_json, steelyard_fault *fault_out);
/* What the wallets of one expectation hold. */
void sy_reconcile_hold(const sy_reconcile *reconcile, uint32_t expectation, sy_holding *holding_out);
/* What became of an amount of the expectation whose wallets are held; false where none is expected. */
bool sy_reconcile_entry(const sy_reconcile *reconcile, const sy_holding *holding, uint32_t amount, sy_entry *entry_out);

#endif
