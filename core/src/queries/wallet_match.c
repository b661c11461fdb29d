/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/wallet_match.h"

#include "base/sort.h"

typedef struct sorted_wallets {
    const sy_wallet *wallets;
    uint32_t *order;
    uint32_t count;
    uint32_t *depths; /* of range ends: +1 where one begins, -1 behind it; sums say how many ranges cover a wallet */
    bool by_id;       /* by id, then currency; else by currency alone */
} sorted_wallets;

static bool goes_after_by_id(const void *context, uint32_t left, uint32_t right) {
    const sy_wallet *wallets = context;
    int order = sy_span_compare_or_null(wallets[left].id, wallets[right].id);
    if (order == 0) order = sy_span_compare_or_null(wallets[left].currency, wallets[right].currency);
    return order != 0 ? order > 0 : left > right;
}

static bool goes_after_by_currency(const void *context, uint32_t left, uint32_t right) {
    const sy_wallet *wallets = context;
    int order = sy_span_compare_or_null(wallets[left].currency, wallets[right].currency);
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
    int order = sorted->by_id ? sy_span_compare_or_null(wallet->id, expectation->id) : 0;
    if (order != 0 || expectation->currency.bytes == NULL) return order;
    return sy_span_compare_or_null(wallet->currency, expectation->currency);
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

/* The range of the wallets that the expectation fits; its ends are counted in `depths`. */
static sy_match match_one(sorted_wallets *sorted, const sy_expectation *expectation) {
    uint32_t first = count_before(sorted, expectation, false);
    uint32_t end = count_before(sorted, expectation, true);
    sorted->depths[first] += 1;
    sorted->depths[end] -= 1;
    return (sy_match){&sorted->order[first], end - first};
}

static void claim(const sy_match *match, uint8_t *claim_counts) {
    if (match->count == 1 && claim_counts[match->wallets[0]] < 2) claim_counts[match->wallets[0]] += 1;
}

static void name_wallets(const sorted_wallets *sorted, bool *is_named) {
    uint32_t depth = 0;
    for (uint32_t i = 0; i < sorted->count; i += 1) {
        depth += sorted->depths[i];
        if (depth > 0) is_named[sorted->order[i]] = true;
    }
}

void sy_wallet_match_all(sy_arena *memory, const steelyard_report *report, const sy_ledger *ledger,
                         sy_wallet_match *match_out) {
    sorted_wallets by_id;
    sorted_wallets by_currency;
    sort_wallets(&by_id, memory, report, true);
    sort_wallets(&by_currency, memory, report, false);
    match_out->matches = sy_arena_allocate_array(memory, ledger->expectation_count, sizeof *match_out->matches);
    match_out->claim_counts = sy_arena_allocate_array(memory, report->wallet_count, sizeof *match_out->claim_counts);
    match_out->is_named = sy_arena_allocate_array(memory, report->wallet_count, sizeof *match_out->is_named);
    match_out->unexpected_count = 0;
    if (memory->exhausted) return;
    for (uint32_t i = 0; i < ledger->expectation_count; i += 1) {
        const sy_expectation *expectation = &ledger->expectations[i];
        match_out->matches[i] = match_one(expectation->id.bytes != NULL ? &by_id : &by_currency, expectation);
        if (!expectation->is_sum) claim(&match_out->matches[i], match_out->claim_counts);
    }
    name_wallets(&by_id, match_out->is_named);
    name_wallets(&by_currency, match_out->is_named);
    for (uint32_t i = 0; i < report->wallet_count; i += 1) match_out->unexpected_count += !match_out->is_named[i];
}
