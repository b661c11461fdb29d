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

static sy_reconcile_cause small_difference(const sy_difference *difference, int32_t minor_units) {
    uint32_t digits;
    if (minor_units == SY_MINOR_UNITS_NONE) return SY_RECONCILE_CAUSE_UNKNOWN;
    digits = (uint32_t)minor_units;
    if (compare_twice(difference->delta, 2, digits) >= 0) return SY_RECONCILE_CAUSE_UNKNOWN;
    if (compare_twice(difference->delta, 1, digits) >= 0) return SY_RECONCILE_CAUSE_ROUNDING;
    return sy_decimal_has_digits_beyond(difference->expected, digits) ? SY_RECONCILE_CAUSE_FLOAT_DRIFT
                                                                      : SY_RECONCILE_CAUSE_ROUNDING;
}

/*
 * The causes that need no other amount, as the report finds them: the ledger's amount in the place of the one that was
 * stated, the provider's in that of the one recomputed, and no terms.
 */
static sy_failure failure_of(const sy_difference *difference, int32_t minor_units) {
    sy_failure failure;
    sy_bytes_clear(&failure, sizeof failure);
    failure.expected = *difference->actual;
    failure.actual = *difference->expected;
    failure.delta = sy_decimal_negate(difference->delta);
    failure.minor_units = minor_units;
    return failure;
}

static sy_reconcile_cause of_whole_amount(const sy_failure *failure) {
    uint32_t no_term;
    switch (sy_cause_by_terms(failure, &no_term)) {
    case SY_CAUSE_SIGN: return SY_RECONCILE_CAUSE_SIGN;
    case SY_CAUSE_MINOR_UNITS: return SY_RECONCILE_CAUSE_MINOR_UNITS;
    default: return SY_RECONCILE_CAUSE_UNKNOWN;
    }
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
        if (other == amount || !sy_holding_has(holding, other)) continue;
        if (is_multiple(&holding->sums[other], times, target, either_sign)) return other;
    }
    return SY_AMOUNT_COUNT;
}

/* The first wallet of a sum of whose amount so many are the target; SY_NO_WALLET where there is none. */
static uint32_t find_wallet(const sy_holding *holding, uint32_t amount, uint32_t times, const sy_decimal *target) {
    const sy_match *match = &holding->match;
    if (!holding->expectation->is_sum) return SY_NO_WALLET;
    for (uint32_t i = 0; i < match->count; i += 1) {
        sy_decimal_sum sum;
        sy_decimal_sum_begin(&sum);
        sy_decimal_sum_add(&sum, &holding->wallets[match->wallets[i]].amounts[amount]);
        if (is_multiple(&sum, times, target, false)) return match->wallets[i];
    }
    return SY_NO_WALLET;
}

/* One amount or wallet too many, too few, or with its sign turned. D is not zero, so no zero fits. */
static bool blame_one_term(const sy_holding *holding, const sy_difference *difference, sy_blame *blame_out) {
    static const struct {
        sy_reconcile_cause of_amount;
        sy_reconcile_cause of_wallet;
        uint32_t times;
        bool is_negated;
        bool either_sign;
    } trials[] = {
        {SY_RECONCILE_CAUSE_OMITTED, SY_RECONCILE_CAUSE_OMITTED, 1, false, false},
        {SY_RECONCILE_CAUSE_INCLUDED, SY_RECONCILE_CAUSE_DOUBLE_COUNTED, 1, true, false},
        {SY_RECONCILE_CAUSE_FLIPPED, SY_RECONCILE_CAUSE_FLIPPED, 2, false, true},
    };
    sy_decimal negated = sy_decimal_negate(difference->delta);
    for (size_t i = 0; i < sizeof trials / sizeof trials[0]; i += 1) {
        const sy_decimal *target = trials[i].is_negated ? &negated : difference->delta;
        uint32_t times = trials[i].times;
        uint32_t amount = find_amount(holding, difference->amount, times, target, trials[i].either_sign);
        uint32_t wallet = SY_NO_WALLET;
        if (amount == SY_AMOUNT_COUNT) wallet = find_wallet(holding, difference->amount, times, target);
        if (amount == SY_AMOUNT_COUNT && wallet == SY_NO_WALLET) continue;
        *blame_out = (sy_blame){amount < SY_AMOUNT_COUNT ? trials[i].of_amount : trials[i].of_wallet, amount, wallet};
        return true;
    }
    return false;
}

static bool blame_other_amount(const sy_holding *holding, const sy_difference *difference, sy_blame *blame_out) {
    uint32_t amount;
    if (sy_decimal_is_zero(difference->expected)) return false;
    amount = find_amount(holding, difference->amount, 1, difference->expected, false);
    if (amount == SY_AMOUNT_COUNT) return false;
    *blame_out = (sy_blame){SY_RECONCILE_CAUSE_OTHER_AMOUNT, amount, SY_NO_WALLET};
    return true;
}

sy_blame sy_reconcile_cause_find(const sy_holding *holding, const sy_difference *difference) {
    sy_failure failure = failure_of(difference, holding->minor_units);
    sy_blame blame = sy_reconcile_cause_none();
    blame.cause = small_difference(difference, holding->minor_units);
    if (blame.cause == SY_RECONCILE_CAUSE_UNKNOWN) blame.cause = of_whole_amount(&failure);
    if (blame.cause != SY_RECONCILE_CAUSE_UNKNOWN) return blame;
    if (blame_other_amount(holding, difference, &blame)) return blame;
    if (blame_one_term(holding, difference, &blame)) return blame;
    if (sy_cause_by_digits(&failure) == SY_CAUSE_TRANSPOSED) blame.cause = SY_RECONCILE_CAUSE_TRANSPOSED;
    return blame;
}

sy_blame sy_reconcile_cause_none(void) {
    return (sy_blame){SY_RECONCILE_CAUSE_COUNT, SY_AMOUNT_COUNT, SY_NO_WALLET};
}

sy_span sy_reconcile_cause_name(sy_reconcile_cause cause) {
    switch (cause) {
#define CAUSE_NAME(NAME, text)                                                                                         \
    case SY_RECONCILE_CAUSE_##NAME: return SY_SPAN(text);
        SY_RECONCILE_CAUSE_TABLE(CAUSE_NAME)
#undef CAUSE_NAME
    case SY_RECONCILE_CAUSE_COUNT: break;
    }
    return (sy_span){NULL, 0};
}

sy_span sy_reconcile_cause_term(const sy_blame *blame, char text_out[SY_TERM_NBYTES_MAX]) {
    const sy_span list = SY_SPAN(SY_TERM_WALLETS);
    sy_decimal index = sy_decimal_from_integer(blame->wallet);
    if (blame->amount < SY_AMOUNT_COUNT) return sy_vocabulary_amount_name(blame->amount);
    if (blame->wallet == SY_NO_WALLET) return (sy_span){NULL, 0};
    sy_bytes_copy(text_out, list.bytes, list.nbytes);
    return (sy_span){text_out, list.nbytes + sy_decimal_print(&index, 0, false, text_out + list.nbytes)};
}
