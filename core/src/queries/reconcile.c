/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/reconcile.h"

#include "base/sort.h"
#include "decimal/decimal_sum.h"
#include "values/currency.h"

sy_span sy_agreement_name(sy_agreement agreement) {
    switch (agreement) {
    case SY_AGREEMENT_SAME: return SY_SPAN("same");
    case SY_AGREEMENT_WITHIN: return SY_SPAN("within");
    case SY_AGREEMENT_DIFFERS: return SY_SPAN("differs");
    case SY_AGREEMENT_ABSENT: return SY_SPAN("absent");
    case SY_AGREEMENT_NO_WALLET: return SY_SPAN("no_wallet");
    case SY_AGREEMENT_SEVERAL_WALLETS: return SY_SPAN("several_wallets");
    case SY_AGREEMENT_UNIT_UNKNOWN:
    case SY_AGREEMENT_COUNT: break;
    }
    return SY_SPAN("unit_unknown");
}

/* ---- which wallets an expectation fits: ranges of two sorted lists ---- */

typedef struct sorted_wallets {
    const sy_wallet *wallets;
    uint32_t *order;
    uint32_t count;
    uint32_t *depths; /* of range ends: +1 where one begins, -1 behind it; sums say how many ranges cover a wallet */
    bool by_id;       /* by id, then currency; else by currency alone */
} sorted_wallets;

/* No text goes before every text. */
static int compare_texts(sy_span left, sy_span right) {
    if (left.bytes == NULL || right.bytes == NULL) return (left.bytes != NULL) - (right.bytes != NULL);
    return sy_span_compare(left, right);
}

static bool goes_after_by_id(const void *context, uint32_t left, uint32_t right) {
    const sy_wallet *wallets = context;
    int order = compare_texts(wallets[left].id, wallets[right].id);
    if (order == 0) order = compare_texts(wallets[left].currency, wallets[right].currency);
    return order != 0 ? order > 0 : left > right;
}

static bool goes_after_by_currency(const void *context, uint32_t left, uint32_t right) {
    const sy_wallet *wallets = context;
    int order = compare_texts(wallets[left].currency, wallets[right].currency);
    return order != 0 ? order > 0 : left > right;
}

static void sort_wallets(sorted_wallets *sorted, sy_arena *memory, const steelyard_report *report, bool by_id) {
    uint32_t count = report->wallet_count;
    sorted->wallets = report->wallets;
    sorted->by_id = by_id;
    sorted->order = sy_arena_allocate_array(memory, count, sizeof *sorted->order);
    sorted->depths = sy_arena_allocate_array(memory, (size_t)count + 1, sizeof *sorted->depths);
    if (sorted->order == NULL || sorted->depths == NULL) return;
    sorted->count = count;
    for (uint32_t i = 0; i < count; i += 1) sorted->order[i] = i;
    sy_sort(sorted->order, count, by_id ? goes_after_by_id : goes_after_by_currency, report->wallets);
}

/* Below 0, 0, above 0: the wallet against what the expectation asks of it; what it does not ask for is equal. */
static int compare_with(const sorted_wallets *sorted, const sy_wallet *wallet, const sy_expectation *expectation) {
    int order = sorted->by_id ? compare_texts(wallet->id, expectation->id) : 0;
    if (order != 0 || expectation->currency.bytes == NULL) return order;
    return compare_texts(wallet->currency, expectation->currency);
}

/* How many wallets go before the expectation, or, with `through`, before or with it. */
static uint32_t count_before(const sorted_wallets *sorted, const sy_expectation *expectation, bool through) {
    uint32_t low = 0;
    uint32_t high = sorted->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = compare_with(sorted, &sorted->wallets[sorted->order[middle]], expectation);
        if (order < 0 || (through && order == 0)) low = middle + 1;
        else high = middle;
    }
    return low;
}

static void match_one(sy_reconcile *reconcile, uint32_t index, sorted_wallets *by_id, sorted_wallets *by_currency) {
    const sy_expectation *expectation = &reconcile->ledger.expectations[index];
    sorted_wallets *sorted = expectation->id.bytes != NULL ? by_id : by_currency;
    uint32_t first = count_before(sorted, expectation, false);
    uint32_t end = count_before(sorted, expectation, true);
    sy_match *match = &reconcile->matches[index];
    match->wallets = &sorted->order[first];
    match->count = end - first;
    sorted->depths[first] += 1;
    sorted->depths[end] -= 1;
    if (match->count != 1 || expectation->is_sum) return;
    if (reconcile->claim_counts[match->wallets[0]] < 2) reconcile->claim_counts[match->wallets[0]] += 1;
}

static void name_wallets(sy_reconcile *reconcile, const sorted_wallets *sorted) {
    uint32_t depth = 0;
    for (uint32_t i = 0; i < sorted->count; i += 1) {
        depth += sorted->depths[i];
        if (depth > 0) reconcile->is_named[sorted->order[i]] = true;
    }
}

/* Two sorts and a search for each expectation, so that hundreds of thousands of wallets are no matter. */
static void match_all(sy_reconcile *reconcile, sy_arena *memory) {
    uint32_t wallet_count = reconcile->report->wallet_count;
    uint32_t expectation_count = reconcile->ledger.expectation_count;
    sorted_wallets by_id;
    sorted_wallets by_currency;
    sort_wallets(&by_id, memory, reconcile->report, true);
    sort_wallets(&by_currency, memory, reconcile->report, false);
    reconcile->matches = sy_arena_allocate_array(memory, expectation_count, sizeof *reconcile->matches);
    reconcile->claim_counts = sy_arena_allocate_array(memory, wallet_count, sizeof *reconcile->claim_counts);
    reconcile->is_named = sy_arena_allocate_array(memory, wallet_count, sizeof *reconcile->is_named);
    if (memory->exhausted) return;
    for (uint32_t i = 0; i < expectation_count; i += 1) match_one(reconcile, i, &by_id, &by_currency);
    name_wallets(reconcile, &by_id);
    name_wallets(reconcile, &by_currency);
    for (uint32_t i = 0; i < wallet_count; i += 1) reconcile->unexpected_count += !reconcile->is_named[i];
}

/* ---- what those wallets hold together ---- */

static sy_agreement obstacle_of(const sy_reconcile *reconcile, const sy_holding *holding) {
    if (holding->match.count == 0) return SY_AGREEMENT_NO_WALLET;
    if (holding->expectation->is_sum) return SY_AGREEMENT_SAME;
    if (holding->match.count > 1 || reconcile->claim_counts[holding->match.wallets[0]] > 1)
        return SY_AGREEMENT_SEVERAL_WALLETS;
    return SY_AGREEMENT_SAME;
}

static void add_wallet(sy_holding *holding, const sy_wallet *wallet) {
    holding->unit_is_known = holding->unit_is_known && wallet->unit_is_major;
    holding->amounts_present = (uint16_t)(holding->amounts_present & wallet->amounts_present);
    for (uint32_t word = 0; word < SY_AMOUNT_COUNT; word += 1)
        if (sy_report_wallet_has(wallet, word)) sy_decimal_sum_add(&holding->sums[word], &wallet->amounts[word]);
}

void sy_reconcile_turn_to(sy_reconcile *reconcile, uint32_t expectation) {
    sy_holding *holding = &reconcile->holding;
    const sy_wallet *wallets = reconcile->report->wallets;
    holding->expectation = &reconcile->ledger.expectations[expectation];
    holding->match = reconcile->matches[expectation];
    holding->obstacle = obstacle_of(reconcile, holding);
    holding->wallet = NULL;
    if (holding->obstacle != SY_AGREEMENT_SAME) return;
    holding->wallet = &wallets[holding->match.wallets[0]];
    holding->minor_units = holding->wallet->minor_units;
    holding->unit_is_known = !holding->expectation->unit_is_unknown;
    holding->amounts_present = UINT16_MAX;
    for (uint32_t word = 0; word < SY_AMOUNT_COUNT; word += 1) sy_decimal_sum_begin(&holding->sums[word]);
    for (uint32_t i = 0; i < holding->match.count; i += 1) add_wallet(holding, &wallets[holding->match.wallets[i]]);
}

uint32_t sy_reconcile_digits(const sy_holding *holding) {
    return holding->minor_units != SY_MINOR_UNITS_NONE ? (uint32_t)holding->minor_units : 0;
}

/* ---- one amount ---- */

/* Limits of several wallets add up to nothing. */
static sy_agreement obstacle_of_amount(const sy_holding *holding, uint32_t word) {
    if (holding->obstacle != SY_AGREEMENT_SAME) return holding->obstacle;
    if (word == SY_AMOUNT_OVERDRAFT_LIMIT && holding->match.count > 1) return SY_AGREEMENT_SEVERAL_WALLETS;
    if (((unsigned)holding->amounts_present >> word & 1u) == 0) return SY_AGREEMENT_ABSENT;
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
    const sy_decimal_sum *sum = &reconcile->holding.sums[entry->word];
    sy_decimal_sum difference = *sum;
    sy_decimal_sum_subtract(&difference, entry->expected);
    entry->is_compared = true;
    entry->has_actual = sy_decimal_sum_result(sum, &entry->actual) == STEELYARD_OK;
    entry->has_delta = sy_decimal_sum_result(&difference, &entry->delta) == STEELYARD_OK;
    if (sy_decimal_sum_sign(&difference) == 0) return;
    entry->agreement = is_within(&reconcile->ledger, &difference) ? SY_AGREEMENT_WITHIN : SY_AGREEMENT_DIFFERS;
    sy_reconcile_cause_find(reconcile, entry);
}

bool sy_reconcile_entry(const sy_reconcile *reconcile, uint32_t word, sy_entry *entry_out) {
    const sy_holding *holding = &reconcile->holding;
    const sy_expectation *expectation = holding->expectation;
    if (((unsigned)expectation->amounts_present >> word & 1u) == 0) return false;
    sy_bytes_clear(entry_out, sizeof *entry_out);
    entry_out->word = word;
    entry_out->id = expectation->id;
    entry_out->currency = expectation->currency;
    if (holding->wallet != NULL && !expectation->is_sum) {
        entry_out->id = holding->wallet->id;
        entry_out->currency = holding->wallet->currency;
    }
    entry_out->expected = &expectation->amounts[word];
    entry_out->term_word = SY_AMOUNT_COUNT;
    entry_out->term_wallet = SY_NO_WALLET;
    entry_out->agreement = obstacle_of_amount(holding, word);
    if (entry_out->agreement == SY_AGREEMENT_SAME) compare_amount(reconcile, entry_out);
    return true;
}

/* ---- the whole ---- */

static void count_entries(sy_reconcile *reconcile) {
    sy_entry entry;
    for (uint32_t i = 0; i < reconcile->ledger.expectation_count; i += 1) {
        sy_reconcile_turn_to(reconcile, i);
        for (uint32_t word = 0; word < SY_AMOUNT_COUNT; word += 1)
            if (sy_reconcile_entry(reconcile, word, &entry)) reconcile->entry_counts[entry.agreement] += 1;
    }
}

static bool is_same(const sy_reconcile *reconcile) {
    for (uint32_t agreement = SY_AGREEMENT_DIFFERS; agreement < SY_AGREEMENT_COUNT; agreement += 1)
        if (reconcile->entry_counts[agreement] > 0) return false;
    return !reconcile->ledger.is_complete || reconcile->unexpected_count == 0;
}

steelyard_status sy_reconcile_begin(sy_reconcile *reconcile, sy_arena *memory, const steelyard_report *report,
                                    sy_span expected_json, steelyard_fault *fault_out) {
    steelyard_status status;
    sy_bytes_clear(reconcile, sizeof *reconcile);
    if (!sy_canonical_exists(report)) return sy_fault_plain(fault_out, STEELYARD_REPORT_NO_CANONICAL);
    reconcile->report = report;
    status = sy_ledger_read(memory, expected_json, &reconcile->ledger, fault_out);
    if (status != STEELYARD_OK || memory->exhausted) return status;
    match_all(reconcile, memory);
    if (memory->exhausted) return STEELYARD_OK;
    count_entries(reconcile);
    reconcile->same = is_same(reconcile);
    return STEELYARD_OK;
}
