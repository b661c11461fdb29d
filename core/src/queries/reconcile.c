/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/reconcile.h"

#include "base/fault.h"
#include "report/canonical.h"

/* -tolerance <= difference <= tolerance, whether or not any of it fits a decimal. */
static bool is_within(const sy_ledger *ledger, const sy_decimal_sum *difference) {
    sy_decimal_sum below = *difference;
    sy_decimal_sum above = *difference;
    if (!ledger->has_tolerance) return false;
    sy_decimal_sum_subtract(&below, &ledger->tolerance);
    sy_decimal_sum_add(&above, &ledger->tolerance);
    return sy_decimal_sum_sign(&below) <= 0 && sy_decimal_sum_sign(&above) >= 0;
}

static void compare_amount(const sy_ledger *ledger, const sy_holding *holding, sy_entry *entry) {
    const sy_decimal_sum *sum = &holding->sums[entry->amount];
    sy_difference found = {entry->amount, entry->expected, &entry->actual, &entry->delta};
    sy_decimal_sum difference = *sum;
    sy_decimal_sum_subtract(&difference, entry->expected);
    entry->is_compared = true;
    entry->has_actual = sy_decimal_sum_result(sum, &entry->actual) == STEELYARD_OK;
    entry->has_delta = sy_decimal_sum_result(&difference, &entry->delta) == STEELYARD_OK;
    if (sy_decimal_sum_sign(&difference) == 0) return;
    entry->agreement = is_within(ledger, &difference) ? SY_AGREEMENT_WITHIN : SY_AGREEMENT_DIFFERS;
    if (entry->has_actual && entry->has_delta) entry->blame = sy_reconcile_cause_find(holding, &found);
    else entry->blame.cause = SY_RECONCILE_CAUSE_UNKNOWN;
}

void sy_reconcile_hold(const sy_reconcile *reconcile, uint32_t expectation, sy_holding *holding_out) {
    sy_holding_add_up(reconcile->report, &reconcile->ledger, &reconcile->match, expectation, holding_out);
}

bool sy_reconcile_entry(const sy_reconcile *reconcile, const sy_holding *holding, uint32_t amount,
                        sy_entry *entry_out) {
    const sy_expectation *expectation = holding->expectation;
    if (!sy_vocabulary_set_has(expectation->amounts_present, amount)) return false;
    sy_bytes_clear(entry_out, sizeof *entry_out);
    entry_out->amount = amount;
    entry_out->id = expectation->id;
    entry_out->currency = expectation->currency;
    if (holding->wallet != NULL && !expectation->is_sum) {
        entry_out->id = holding->wallet->id;
        entry_out->currency = holding->wallet->currency;
    }
    entry_out->expected = &expectation->amounts[amount];
    entry_out->blame = sy_reconcile_cause_none();
    entry_out->agreement = sy_holding_obstacle(holding, amount);
    if (entry_out->agreement == SY_AGREEMENT_SAME) compare_amount(&reconcile->ledger, holding, entry_out);
    return true;
}

static void count_entries(sy_reconcile *reconcile) {
    sy_holding holding;
    sy_entry entry;
    for (uint32_t i = 0; i < reconcile->ledger.expectation_count; i += 1) {
        sy_reconcile_hold(reconcile, i, &holding);
        for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
            if (sy_reconcile_entry(reconcile, &holding, amount, &entry)) reconcile->entry_counts[entry.agreement] += 1;
    }
}

static bool is_same(const sy_reconcile *reconcile) {
    for (uint32_t agreement = SY_AGREEMENT_DIFFERS; agreement < SY_AGREEMENT_COUNT; agreement += 1)
        if (reconcile->entry_counts[agreement] > 0) return false;
    return !reconcile->ledger.is_complete || reconcile->match.unexpected_count == 0;
}

steelyard_status sy_reconcile_begin(sy_reconcile *reconcile, sy_arena *memory, const steelyard_report *report,
                                    sy_span expected_json, steelyard_fault *fault_out) {
    steelyard_status status;
    sy_bytes_clear(reconcile, sizeof *reconcile);
    if (!sy_canonical_exists(report)) return sy_fault_plain(fault_out, STEELYARD_REPORT_NO_CANONICAL);
    reconcile->report = report;
    status = sy_ledger_read(memory, expected_json, &reconcile->ledger, fault_out);
    if (status != STEELYARD_OK || memory->exhausted) return status;
    sy_wallet_match_all(memory, report, &reconcile->ledger, &reconcile->match);
    if (memory->exhausted) return STEELYARD_OK;
    count_entries(reconcile);
    reconcile->same = is_same(reconcile);
    return STEELYARD_OK;
}
