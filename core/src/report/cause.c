/* SPDX-License-Identifier: Apache-2.0 */
#include "report/cause.h"
#include "decimal/decimal_sum.h"

/* Both numbers at one scale: the digits before the point and those behind. */
#define ALIGNED_DIGITS_MAX (SY_COEFFICIENT_DIGITS_MAX + SY_SCALE_DIGITS_MAX)

sy_span sy_cause_name(sy_cause cause) {
    switch (cause) {
#define CAUSE_NAME(NAME, text)                                                                                         \
    case SY_CAUSE_##NAME: return SY_SPAN(text);
        SY_CAUSE_TABLE(CAUSE_NAME)
#undef CAUSE_NAME
    case SY_CAUSE_COUNT: break;
    }
    return SY_SPAN("");
}

/* Fraction digits of u: the minor units, else the finest scale written among the terms. */
static uint32_t unit_digits(const sy_failure *failure) {
    uint32_t digits = 0;
    if (failure->minor_units >= 0) return (uint32_t)failure->minor_units;
    for (uint32_t i = 0; i < failure->term_count; i += 1)
        if (failure->terms[i].written_scale > digits) digits = failure->terms[i].written_scale;
    return digits;
}

/* Compares 2 * |D| with n * u: below 0, 0 or above 0. */
static int compare_delta(const sy_failure *failure, uint32_t times, uint32_t digits) {
    sy_decimal delta = sy_decimal_abs(&failure->delta);
    sy_decimal unit = sy_decimal_unit(digits);
    sy_decimal_sum twice;
    sy_decimal_sum units;
    sy_decimal_sum_begin(&twice);
    sy_decimal_sum_add(&twice, &delta);
    sy_decimal_sum_add(&twice, &delta);
    sy_decimal_sum_begin(&units);
    sy_decimal_sum_add(&units, &unit);
    sy_decimal_sum_times(&units, times);
    return sy_decimal_sum_compare(&twice, &units);
}

static sy_cause small_difference(const sy_failure *failure) {
    uint32_t digits = unit_digits(failure);
    if (failure->term_count < 2 || digits > SY_SCALE_DIGITS_MAX) return SY_CAUSE_UNKNOWN;
    if (compare_delta(failure, 1, digits) < 0) return SY_CAUSE_FLOAT_DRIFT;
    if (compare_delta(failure, failure->term_count, digits) <= 0) return SY_CAUSE_ROUNDING;
    return SY_CAUSE_UNKNOWN;
}

/* Whether left = right * 10^digits. */
static bool is_shifted(const sy_decimal *left, const sy_decimal *right, int32_t digits) {
    sy_decimal shifted;
    return sy_decimal_shift(right, digits, &shifted) == STEELYARD_OK && sy_decimal_compare(left, &shifted) == 0;
}

static sy_cause other_scale_or_sign(const sy_failure *failure) {
    sy_decimal negated = sy_decimal_negate(&failure->expected);
    int32_t digits = failure->minor_units >= 0 ? failure->minor_units : 2;
    if (sy_decimal_is_zero(&failure->expected)) return SY_CAUSE_UNKNOWN;
    if (sy_decimal_compare(&failure->actual, &negated) == 0) return SY_CAUSE_SIGN;
    if (digits == 0) return SY_CAUSE_UNKNOWN;
    if (is_shifted(&failure->actual, &failure->expected, digits)) return SY_CAUSE_MINOR_UNITS;
    if (is_shifted(&failure->expected, &failure->actual, digits)) return SY_CAUSE_MINOR_UNITS;
    return SY_CAUSE_UNKNOWN;
}

/* Whether times * value = target; times is 1 or 2. */
static bool is_multiple(const sy_decimal *value, uint32_t times, const sy_decimal *target) {
    sy_decimal_sum sum;
    sy_decimal_sum_begin(&sum);
    for (uint32_t i = 0; i < times; i += 1) sy_decimal_sum_add(&sum, value);
    sy_decimal_sum_subtract(&sum, target);
    return sy_decimal_sum_sign(&sum) == 0;
}

/*
 * A term left out gives E - t = A, so t = -D; counted twice E + t = A, so t = D; with its sign turned E - 2t = A, so
 * 2t = -D. D is not zero, so no zero term fits.
 */
static sy_cause one_term(const sy_failure *failure, uint32_t *term_out) {
    static const struct {
        sy_cause cause;
        uint32_t times;
        bool negated;
    } trials[] = {
        {SY_CAUSE_OMITTED, 1, true},
        {SY_CAUSE_DOUBLE_COUNTED, 1, false},
        {SY_CAUSE_FLIPPED, 2, true},
    };
    sy_decimal negated = sy_decimal_negate(&failure->delta);
    for (size_t trial = 0; trial < sizeof trials / sizeof trials[0]; trial += 1) {
        const sy_decimal *target = trials[trial].negated ? &negated : &failure->delta;
        for (uint32_t i = 0; i < failure->term_count; i += 1) {
            if (!is_multiple(&failure->terms[i].value, trials[trial].times, target)) continue;
            *term_out = i;
            return trials[trial].cause;
        }
    }
    return SY_CAUSE_UNKNOWN;
}

sy_cause sy_cause_by_terms(const sy_failure *failure, uint32_t *term_out) {
    sy_cause cause = small_difference(failure);
    if (cause == SY_CAUSE_UNKNOWN) cause = other_scale_or_sign(failure);
    if (cause == SY_CAUSE_UNKNOWN) cause = one_term(failure, term_out);
    return cause;
}

/* The digits of |value| with scale_digits behind the point and no point, padded in front to ALIGNED_DIGITS_MAX. */
static void align_digits(const sy_decimal *value, uint32_t scale_digits, char digits_out[ALIGNED_DIGITS_MAX]) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX];
    sy_decimal magnitude = sy_decimal_abs(value);
    size_t nbytes = sy_decimal_print(&magnitude, scale_digits, true, text);
    size_t at = ALIGNED_DIGITS_MAX;
    for (size_t i = 0; i < ALIGNED_DIGITS_MAX; i += 1) digits_out[i] = '0';
    for (size_t i = nbytes; i > 0; i -= 1) {
        if (text[i - 1] == '.') continue;
        at -= 1;
        digits_out[at] = text[i - 1];
    }
}

sy_cause sy_cause_by_digits(const sy_failure *failure) {
    sy_decimal expected = sy_decimal_trim(&failure->expected);
    sy_decimal actual = sy_decimal_trim(&failure->actual);
    uint32_t scale = expected.scale_digits > actual.scale_digits ? expected.scale_digits : actual.scale_digits;
    char left[ALIGNED_DIGITS_MAX];
    char right[ALIGNED_DIGITS_MAX];
    size_t at = 0;
    if (expected.negative != actual.negative) return SY_CAUSE_UNKNOWN;
    align_digits(&expected, scale, left);
    align_digits(&actual, scale, right);
    while (at < ALIGNED_DIGITS_MAX && left[at] == right[at]) at += 1;
    if (at + 1 >= ALIGNED_DIGITS_MAX || left[at] != right[at + 1] || left[at + 1] != right[at]) return SY_CAUSE_UNKNOWN;
    for (at += 2; at < ALIGNED_DIGITS_MAX; at += 1)
        if (left[at] != right[at]) return SY_CAUSE_UNKNOWN;
    return SY_CAUSE_TRANSPOSED;
}
