/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/reconcile_cause.h"

#include "report/cause.h"
#include "values/currency.h"

/* Compares |2D| with `times` minor units of as many digits: below 0, 0 or above 0. */
static int compare_twice(const sy_decimal *delta, uint32_t times, uint32_t digits) {
    sy_decimal magnitude = sy_decimal_abs(delta);
    sy_decimal unit = sy_decimal_unit(digits);
    sy_decimal_sum twice;
    sy_decimal_sum units;
    sy_decimal_sum_begin(&twice);
    sy_decimal_sum_add(&twice, &magnitude);
    sy_decimal_sum_add(&twice, &magnitude);
    sy_decimal_sum_begin(&units);
    sy_decimal_sum_add(&units, &unit);
    sy_decimal_sum_times(&units, times);
    return sy_decimal_sum_compare(&twice, &units);
}

static sy_cause small_difference(const sy_entry *entry, int32_t minor_units) {
    uint32_t digits;
    if (minor_units == SY_MINOR_UNITS_NONE) return SY_CAUSE_UNKNOWN;
    digits = (uint32_t)minor_units;
    if (compare_twice(&entry->delta, 2, digits) >= 0) return SY_CAUSE_UNKNOWN;
    if (compare_twice(&entry->delta, 1, digits) >= 0) return SY_CAUSE_ROUNDING;
    return sy_decimal_has_digits_beyond(entry->expected, digits) ? SY_CAUSE_FLOAT_DRIFT : SY_CAUSE_ROUNDING;
}

/* The ledger's amount in the place of the one that was stated, the provider's in that of the one recomputed. */
static sy_failure failure_of(const sy_entry *entry, int32_t minor_units) {
    sy_failure failure;
    sy_bytes_clear(&failure, sizeof failure);
    failure.expected = entry->actual;
    failure.actual = *entry->expected;
    failure.delta = sy_decimal_negate(&entry->delta);
    failure.minor_units = minor_units;
    return failure;
}

/* Whether times * term is the target; with `either_sign`, or its opposite. */
static bool is_multiple(const sy_decimal_sum *term, uint32_t times, const sy_decimal *target, bool either_sign) {
    sy_decimal_sum multiple = *term;
    sy_decimal_sum negated = *term;
    sy_decimal_sum_times(&multiple, times);
    sy_decimal_sum_times(&negated, times);
    sy_decimal_sum_subtract(&multiple, target);
    sy_decimal_sum_add(&negated, target);
    return sy_decimal_sum_sign(&multiple) == 0 || (either_sign && sy_decimal_sum_sign(&negated) == 0);
}

/* The first other amount of which so many are the target; SY_AMOUNT_COUNT where there is none. */
static uint32_t find_amount(const sy_holding *holding, uint32_t amount, uint32_t times, const sy_decimal *target,
                            bool either_sign) {
    for (uint32_t other = 0; other < SY_AMOUNT_COUNT; other += 1) {
        if (other == amount || ((unsigned)holding->amounts_present >> other & 1u) == 0) continue;
        if (other == SY_AMOUNT_OVERDRAFT_LIMIT && holding->match.count > 1) continue;
        if (is_multiple(&holding->sums[other], times, target, either_sign)) return other;
    }
    return SY_AMOUNT_COUNT;
}

/* The first wallet of a sum whose amount, taken so many times, is the target; SY_NO_WALLET where there is none. */
static uint32_t find_wallet(const sy_reconcile *reconcile, uint32_t amount, uint32_t times, const sy_decimal *target) {
    const sy_match *match = &reconcile->holding.match;
    if (!reconcile->holding.expectation->is_sum) return SY_NO_WALLET;
    for (uint32_t i = 0; i < match->count; i += 1) {
        sy_decimal_sum held;
        sy_decimal_sum_begin(&held);
        sy_decimal_sum_add(&held, &reconcile->report->wallets[match->wallets[i]].amounts[amount]);
        if (is_multiple(&held, times, target, false)) return match->wallets[i];
    }
    return SY_NO_WALLET;
}

/* One amount or wallet too many, too few, or with its sign turned. D is not zero, so no zero fits. */
static sy_span one_term(const sy_reconcile *reconcile, sy_entry *entry) {
    static const struct {
        sy_span of_amount;
        sy_span of_wallet;
        uint32_t times;
        bool is_negated;
        bool either_sign;
    } trials[] = {
        {{"omitted", 7}, {"omitted", 7}, 1, false, false},
        {{"included", 8}, {"double_counted", 14}, 1, true, false},
        {{"flipped", 7}, {"flipped", 7}, 2, false, true},
    };
    sy_decimal negated = sy_decimal_negate(&entry->delta);
    for (size_t i = 0; i < sizeof trials / sizeof trials[0]; i += 1) {
        const sy_decimal *target = trials[i].is_negated ? &negated : &entry->delta;
        uint32_t times = trials[i].times;
        entry->term_amount = find_amount(&reconcile->holding, entry->amount, times, target, trials[i].either_sign);
        if (entry->term_amount < SY_AMOUNT_COUNT) return trials[i].of_amount;
        entry->term_wallet = find_wallet(reconcile, entry->amount, times, target);
        if (entry->term_wallet != SY_NO_WALLET) return trials[i].of_wallet;
    }
    return (sy_span){NULL, 0};
}

static bool is_other_amount(const sy_reconcile *reconcile, sy_entry *entry) {
    if (sy_decimal_is_zero(entry->expected)) return false;
    entry->term_amount = find_amount(&reconcile->holding, entry->amount, 1, entry->expected, false);
    return entry->term_amount < SY_AMOUNT_COUNT;
}

void sy_reconcile_cause_find(const sy_reconcile *reconcile, sy_entry *entry) {
    int32_t minor_units = reconcile->holding.minor_units;
    sy_failure failure = failure_of(entry, minor_units);
    uint32_t no_term;
    sy_cause cause;
    entry->cause = sy_cause_name(SY_CAUSE_UNKNOWN);
    if (!entry->has_actual || !entry->has_delta) return;
    cause = small_difference(entry, minor_units);
    if (cause == SY_CAUSE_UNKNOWN) cause = sy_cause_by_terms(&failure, &no_term);
    entry->cause = sy_cause_name(cause);
    if (cause != SY_CAUSE_UNKNOWN) return;
    if (is_other_amount(reconcile, entry)) {
        entry->cause = SY_SPAN("other_amount");
        return;
    }
    entry->cause = one_term(reconcile, entry);
    if (entry->cause.bytes == NULL) entry->cause = sy_cause_name(sy_cause_by_digits(&failure));
}
