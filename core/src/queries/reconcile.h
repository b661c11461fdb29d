/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reconcile.h - a client's ledger beside the provider's snapshot, amount by amount. A report and what the client
 * expects come in; what became of each expected amount goes out, with the most likely cause of a difference. Nothing
 * is near enough that the caller did not call so.
 * May use: base, decimal, report, values.
 */
#ifndef SY_RECONCILE_H
#define SY_RECONCILE_H

#include "queries/reconcile_entry.h"

/*
 * Reads the ledger, finds its wallets and counts what became of each amount. STEELYARD_OK, STEELYARD_CALL_ARGUMENT or
 * STEELYARD_REPORT_NO_CANONICAL with the fault filled; a lack of memory stays in `memory`, where nothing may be read.
 */
steelyard_status sy_reconcile_begin(sy_reconcile *reconcile, sy_arena *memory, const steelyard_report *report,
                                    sy_span expected_json, steelyard_fault *fault_out);
/* Adds up the wallets of one expectation. */
void sy_reconcile_turn_to(sy_reconcile *reconcile, uint32_t expectation);
/* What became of an amount of the expectation turned to; false where none is expected. */
bool sy_reconcile_entry(const sy_reconcile *reconcile, uint32_t amount, sy_entry *entry_out);
/* Fraction digits that the amounts of the expectation turned to are printed with at the least. */
uint32_t sy_reconcile_digits(const sy_holding *holding);

#endif
