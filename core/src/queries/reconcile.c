/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/reconcile.h"

#include "base/fault.h"
#include "queries/reconcile_cause.h"
#include "report/canonical.h"
#include "values/currency.h"

/* ---- what those wallets hold together ---- */

static sy_agreement obstacle_of(const sy_reconcile *reconcile, const sy_holding *holding) {
    if (holding->match.count == 0) return SY_AGREEMENT_NO_WALLET;
    if (holding->expectation->is_sum) return SY_AGREEMENT_SAME;
    if (holding->match.count > 1 || reconcile->matches.claim_counts[holding->match.wallets[0]] > 1)
        return SY_AGREEMENT_SEVERAL_WALLETS;
    return SY_AGREEMENT_SAME;
}

static void add_wallet(sy_holding *holding, const sy_wallet *wallet) {
    holding->unit_is_known = holding->unit_is_known && wallet->unit_is_major;
    holding->amounts_present = (uint16_t)(holding->amounts_present & wallet->amounts_present);
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
        if (sy_report_wallet_has(wallet, amount)) sy_decimal_sum_add(&holding->sums[amount], &wallet->amounts[amount]);
}

void sy_reconcile_turn_to(sy_reconcile *reconcile, uint32_t expectation) {
    sy_holding *holding = &reconcile->holding;
    const sy_wallet *wallets = reconcile->report->wallets;
    holding->expectation = &reconcile->ledger.expectations[expectation];
    holding->match = reconcile->matches.of_expectation[expectation];
    holding->obstacle = obstacle_of(reconcile, holding);
    holding->wallet = NULL;
    if (holding->obstacle != SY_AGREEMENT_SAME) return;
    holding->wallet = &wallets[holding->match.wallets[0]];
    holding->minor_units = holding->wallet->minor_units;
    holding->unit_is_known = !holding->expectation->unit_is_unknown;
    holding->amounts_present = UINT16_MAX;
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1) sy_decimal_sum_begin(&holding->sums[amount]);
    for (uint32_t i = 0; i < holding->match.count; i += 1) add_wallet(holding, &wallets[holding->match.wallets[i]]);
}

uint32_t sy_reconcile_digits(const sy_holding *holding) {
    return holding->minor_units != SY_MINOR_UNITS_NONE ? (uint32_t)holding->minor_units : 0;
}

/* ---- one amount ---- */

/* Limits of several wallets add up to nothing. */
static sy_agreement obstacle_of_amount(const sy_holding *holding, uint32_t amount) {
    if (holding->obstacle != SY_AGREEMENT_SAME) return holding->obstacle;
    if (amount == SY_AMOUNT_OVERDRAFT_LIMIT && holding->match.count > 1) return SY_AGREEMENT_SEVERAL_WALLETS;
    if (((unsigned)holding->amounts_present >> amount & 1u) == 0) return SY_AGREEMENT_ABSENT;
    return holding->unit_is_known ? SY_AGREEMENT_SAME : SY_AGREEMENT_UNIT_UNKNOWN;
}

/* -tolerance <= difference <= tolerance, whether or not any of it fits a decimal. */
static bool is_within(const sy_ledger *ledger, const sy_decimal_sum *difference) {
    sy_decimal_sum below = *difference;
    sy_decimal_sum above = *difference;
    if (!ledger->has_tolerance) return false;
    sy_decimal_sum_subtract(&below, &ledger->tolerance);
    sy_decimal_sum_add(&above, &ledger->tolerance);
    return sy_decimal_sum_sign(&below) <= 0 && sy_decimal_sum_sign(&above) >= 0;
}

static void compare_amount(const sy_reconcile *reconcile, sy_entry *entry) {
    const sy_decimal_sum *sum = &reconcile->holding.sums[entry->amount];
    sy_decimal_sum difference = *sum;
    sy_decimal_sum_subtract(&difference, entry->expected);
    entry->is_compared = true;
    entry->has_actual = sy_decimal_sum_result(sum, &entry->actual) == STEELYARD_OK;
    entry->has_delta = sy_decimal_sum_result(&difference, &entry->delta) == STEELYARD_OK;
    if (sy_decimal_sum_sign(&difference) == 0) return;
    entry->agreement = is_within(&reconcile->ledger, &difference) ? SY_AGREEMENT_WITHIN : SY_AGREEMENT_DIFFERS;
    sy_reconcile_cause_find(reconcile, entry);
}

bool sy_reconcile_entry(const sy_reconcile *reconcile, uint32_t amount, sy_entry *entry_out) {
    const sy_holding *holding = &reconcile->holding;
    const sy_expectation *expectation = holding->expectation;
    if (((unsigned)expectation->amounts_present >> amount & 1u) == 0) return false;
    sy_bytes_clear(entry_out, sizeof *entry_out);
    entry_out->amount = amount;
    entry_out->id = expectation->id;
    entry_out->currency = expectation->currency;
    if (holding->wallet != NULL && !expectation->is_sum) {
        entry_out->id = holding->wallet->id;
        entry_out->currency = holding->wallet->currency;
    }
    entry_out->expected = &expectation->amounts[amount];
    entry_out->term_amount = SY_AMOUNT_COUNT;
    entry_out->term_wallet = SY_NO_WALLET;
    entry_out->agreement = obstacle_of_amount(holding, amount);
    if (entry_out->agreement == SY_AGREEMENT_SAME) compare_amount(reconcile, entry_out);
    return true;
}

/* ---- the whole ---- */

static void count_entries(sy_reconcile *reconcile) {
    sy_entry entry;
    for (uint32_t i = 0; i < reconcile->ledger.expectation_count; i += 1) {
        sy_reconcile_turn_to(reconcile, i);
        for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
            if (sy_reconcile_entry(reconcile, amount, &entry)) reconcile->entry_counts[entry.agreement] += 1;
    }
}

static bool is_same(const sy_reconcile *reconcile) {
    for (uint32_t agreement = SY_AGREEMENT_DIFFERS; agreement < SY_AGREEMENT_COUNT; agreement += 1)
        if (reconcile->entry_counts[agreement] > 0) return false;
    return !reconcile->ledger.is_complete || reconcile->matches.unexpected_count == 0;
}

steelyard_status sy_reconcile_begin(sy_reconcile *reconcile, sy_arena *memory, const steelyard_report *report,
                                    sy_span expected_json, steelyard_fault *fault_out) {
    steelyard_status status;
    sy_bytes_clear(reconcile, sizeof *reconcile);
    if (!sy_canonical_exists(report)) return sy_fault_plain(fault_out, STEELYARD_REPORT_NO_CANONICAL);
    reconcile->report = report;
    status = sy_ledger_read(memory, expected_json, &reconcile->ledger, fault_out);
    if (status != STEELYARD_OK || memory->exhausted) return status;
    sy_wallet_match(memory, report, &reconcile->ledger, &reconcile->matches);
    if (memory->exhausted) return STEELYARD_OK;
    count_entries(reconcile);
    reconcile->same = is_same(reconcile);
    return STEELYARD_OK;
}
