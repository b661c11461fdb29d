/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/conclude.h"

#include "base/assert.h"
#include "base/sort.h"
#include "decimal/decimal_sum.h"
#include "values/currency.h"

/* One finding for each later duplicate, with the wallet in which it stands. */
static void find_duplicates(const sy_request *asked, const sy_roster *roster, sy_findings *found) {
    const sy_node *nodes = asked->document->nodes;
    const sy_wallet_place *places = roster->places;
    uint32_t place = 0;
    if (asked->document->later_duplicate_count == 0) return;
    for (uint32_t node = 0; node < asked->document->node_count && !found->memory->exhausted; node += 1) {
        sy_finding *finding;
        if (nodes[node].type != SY_NODE_KEY || (nodes[node].flags & SY_NODE_LATER_DUPLICATE) == 0) continue;
        finding = sy_find_status_at(found, STEELYARD_JSON_DUPLICATE_KEY, SY_OUTCOME_INVALID, node + 1);
        while (place < roster->place_count && nodes[places[place].node].next <= node) place += 1;
        if (finding != NULL && place < roster->place_count && places[place].node < node)
            finding->wallet = places[place].wallet;
    }
}

static bool finding_goes_after(const void *context, uint32_t left_index, uint32_t right_index) {
    sy_finding *const *findings = context;
    const sy_finding *left = findings[left_index];
    const sy_finding *right = findings[right_index];
    int order;
    if (left->offset != right->offset) return left->offset > right->offset;
    if (left->rank != right->rank) return left->rank > right->rank;
    order = sy_span_compare(left->path, right->path);
    if (order == 0) order = sy_span_compare(left->code, right->code);
    return order != 0 ? order > 0 : left_index > right_index;
}

/* By offset, those without one last; ties by path, then code, then as found. */
static void order_findings(const sy_findings *found, steelyard_report *report) {
    uint32_t count = found->count;
    sy_finding **listed = sy_arena_allocate_array(found->memory, count, sizeof *listed);
    uint32_t *order = sy_arena_allocate_array(found->memory, count, sizeof *order);
    sy_finding **sorted = sy_arena_allocate_array(found->memory, count, sizeof *sorted);
    uint32_t index = 0;
    if (listed == NULL || order == NULL || sorted == NULL) return;
    for (sy_finding *finding = found->first; finding != NULL; finding = finding->next) {
        listed[index] = finding;
        order[index] = index;
        index += 1;
    }
    SY_ASSERT(index == count);
    sy_sort(order, count, finding_goes_after, listed);
    for (uint32_t i = 0; i < count; i += 1) sorted[i] = listed[order[i]];
    report->findings = sorted;
    report->finding_count = count;
}

static void summarise(const sy_findings *found, sy_summary *summary) {
    summary->formulas = found->formula_count;
    for (const sy_finding *finding = found->first; finding != NULL; finding = finding->next) {
        switch ((sy_outcome)finding->outcome) {
        case SY_OUTCOME_INVALID:
        case SY_OUTCOME_FAIL:
        case SY_OUTCOME_STALE: summary->failed += 1; break;
        case SY_OUTCOME_UNVERIFIABLE: summary->unverifiable += 1; break;
        case SY_OUTCOME_WARN: summary->warnings += 1; break;
        case SY_OUTCOME_PASS:
        case SY_OUTCOME_COUNT: break;
        }
    }
}

static steelyard_verdict verdict_of(sy_outcome outcome) {
    switch (outcome) {
    case SY_OUTCOME_INVALID: return STEELYARD_VERDICT_INVALID;
    case SY_OUTCOME_FAIL: return STEELYARD_VERDICT_MISMATCH;
    case SY_OUTCOME_STALE: return STEELYARD_VERDICT_STALE;
    case SY_OUTCOME_UNVERIFIABLE: return STEELYARD_VERDICT_UNVERIFIABLE;
    case SY_OUTCOME_WARN:
    case SY_OUTCOME_PASS:
    case SY_OUTCOME_COUNT: break;
    }
    return STEELYARD_VERDICT_VERIFIED;
}

/* The worst finding speaks; where none speaks, a recomputed formula makes it verified. */
static steelyard_verdict judge(const sy_findings *found) {
    steelyard_verdict worst = STEELYARD_VERDICT_VERIFIED;
    for (const sy_finding *finding = found->first; finding != NULL; finding = finding->next) {
        steelyard_verdict verdict = verdict_of((sy_outcome)finding->outcome);
        if (verdict > worst) worst = verdict;
    }
    if (worst == STEELYARD_VERDICT_VERIFIED && found->formula_count == 0) return STEELYARD_VERDICT_VALID;
    return worst;
}

static bool belongs_to_totals(const sy_wallet *wallet) {
    return wallet->currency_is_known && wallet->unit_is_major;
}

/* An entry for each known currency, in the order in which the wallets name them. */
static void collect_totals(steelyard_report *report, uint32_t total_count_max, uint32_t *total_of_wallet) {
    for (uint32_t i = 0; i < report->wallet_count; i += 1) {
        const sy_wallet *wallet = &report->wallets[i];
        uint32_t total = 0;
        total_of_wallet[i] = UINT32_MAX;
        if (!belongs_to_totals(wallet)) continue;
        while (total < report->total_count && !sy_span_equal(report->totals[total].currency, wallet->currency))
            total += 1;
        if (total == report->total_count) {
            SY_ASSERT(total < total_count_max);
            report->totals[total].currency = wallet->currency;
            report->totals[total].minor_units = wallet->minor_units;
            report->totals[total].amounts_present = UINT16_MAX;
            report->total_count += 1;
        }
        report->totals[total].wallet_count += 1;
        if (report->totals[total].wallet_count > 1)
            report->totals[total].amounts_present = (uint16_t)(report->totals[total].amounts_present &
                                                               ~(unsigned)wallet->amounts_shared);
        report->totals[total].amounts_present = (uint16_t)(report->totals[total].amounts_present &
                                                           wallet->amounts_present);
        total_of_wallet[i] = total;
    }
}

static void add_totals(sy_arena *memory, const uint32_t *total_of_wallet, steelyard_report *report) {
    sy_decimal_sum *sums = sy_arena_allocate_array(memory, report->total_count, sizeof *sums);
    for (uint32_t name = 0; sums != NULL && name < SY_AMOUNT_COUNT; name += 1) {
        for (uint32_t total = 0; total < report->total_count; total += 1) sy_decimal_sum_begin(&sums[total]);
        for (uint32_t i = 0; i < report->wallet_count; i += 1)
            if (total_of_wallet[i] != UINT32_MAX && sy_report_wallet_has(&report->wallets[i], name))
                sy_decimal_sum_add(&sums[total_of_wallet[i]], &report->wallets[i].amounts[name]);
        for (uint32_t i = 0; i < report->total_count; i += 1) {
            sy_total *total = &report->totals[i];
            if (sy_decimal_sum_result(&sums[i], &total->amounts[name]) == STEELYARD_OK)
                total->amounts_fit = (uint16_t)(total->amounts_fit | 1u << name);
        }
    }
}

/*
 * How many different known currencies there can be: no more than wallets, nor than codes that ISO 4217, the options and
 * the profile know.
 */
static uint32_t count_most_totals(const sy_request *asked, uint32_t wallet_count) {
    uint32_t codes = SY_CURRENCY_COUNT + asked->verifier->currency_rows.count + asked->profile->currency_digits.count;
    return wallet_count < codes ? wallet_count : codes;
}

static void total_up(const sy_request *asked, sy_arena *memory, steelyard_report *report) {
    uint32_t *total_of_wallet = sy_arena_allocate_array(memory, report->wallet_count, sizeof *total_of_wallet);
    uint32_t most = count_most_totals(asked, report->wallet_count);
    report->totals = sy_arena_allocate_array(memory, most, sizeof *report->totals);
    if (total_of_wallet == NULL || report->totals == NULL) return;
    collect_totals(report, most, total_of_wallet);
    add_totals(memory, total_of_wallet, report);
}

void sy_conclude(const sy_request *asked, const sy_roster *roster, sy_findings *found, steelyard_report *report) {
    find_duplicates(asked, roster, found);
    if (found->memory->exhausted) return;
    summarise(found, &report->summary);
    report->verdict = judge(found);
    if (report->verdict < STEELYARD_VERDICT_INVALID) total_up(asked, found->memory, report);
    order_findings(found, report);
}
