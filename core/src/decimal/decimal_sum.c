/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decimal_sum.c - sums that are exact whatever happens on the way. Decimals come in one by one; one decimal, a sign
 * or a comparison goes out. Only the result has to fit.
 *
 * A sum is narrow (64 bits, at the largest scale seen) until a step would overflow; then it is wide for good.
 * Invariants: |narrow| <= INT64_MAX, so that it can always be negated; while narrow, narrow_scale = scale_digits_max.
 */
#include "decimal/wide.h"

static uint64_t magnitude_of(int64_t value) {
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

static int64_t with_sign(uint64_t magnitude, bool negative) {
    return negative ? -(int64_t)magnitude : (int64_t)magnitude;
}

static sy_decimal narrow_as_decimal(const sy_decimal_sum *sum) {
    return (sy_decimal){magnitude_of(sum->narrow), 0, sum->narrow_scale, sum->narrow < 0};
}

static void keep_scale(sy_decimal_sum *sum, uint8_t scale_digits) {
    if (scale_digits > sum->scale_digits_max) sum->scale_digits_max = scale_digits;
}

static void widen(sy_decimal_sum *sum) {
    if (sum->wide) return;
    sy_decimal value = narrow_as_decimal(sum);
    sy_wide_from_decimal(sum->limbs, &value, SY_SCALE_DIGITS_MAX);
    sum->wide = true;
}

/* Adds at the larger of both scales; false, and nothing changed, where that overflows. */
static bool add_narrowly(sy_decimal_sum *sum, const sy_decimal *term) {
    uint32_t term_scale = term->scale_digits, sum_scale = sum->narrow_scale;
    uint32_t scale_digits = term_scale > sum_scale ? term_scale : sum_scale;
    uint64_t term_magnitude, sum_magnitude;
    if (term->coefficient_high != 0) return false;
    if (!sy_wide_narrow_scale_up(term->coefficient_low, scale_digits - term_scale, &term_magnitude)) return false;
    if (!sy_wide_narrow_scale_up(magnitude_of(sum->narrow), scale_digits - sum_scale, &sum_magnitude)) return false;
    bool same_sign = term->negative == (sum->narrow < 0);
    if (same_sign && term_magnitude > (uint64_t)INT64_MAX - sum_magnitude) return false;
    sum->narrow = with_sign(sum_magnitude, sum->narrow < 0) + with_sign(term_magnitude, term->negative);
    sum->narrow_scale = (uint8_t)scale_digits;
    return true;
}

void sy_decimal_sum_begin(sy_decimal_sum *sum) {
    sy_bytes_clear(sum, sizeof *sum);
}

void sy_decimal_sum_add(sy_decimal_sum *sum, const sy_decimal *term) {
    keep_scale(sum, term->scale_digits);
    if (!sum->wide && add_narrowly(sum, term)) return;
    uint64_t addend[SY_WIDE_LIMBS];
    sy_wide_from_decimal(addend, term, SY_SCALE_DIGITS_MAX);
    widen(sum);
    sy_wide_add(sum->limbs, addend);
}

void sy_decimal_sum_subtract(sy_decimal_sum *sum, const sy_decimal *term) {
    sy_decimal negated = sy_decimal_negate(term);
    sy_decimal_sum_add(sum, &negated);
}

void sy_decimal_sum_add_sum(sy_decimal_sum *sum, const sy_decimal_sum *other, bool subtract) {
    if (!other->wide) {
        sy_decimal term = narrow_as_decimal(other);
        if (subtract) term = sy_decimal_negate(&term);
        sy_decimal_sum_add(sum, &term);
        return;
    }
    keep_scale(sum, other->scale_digits_max);
    widen(sum);
    if (subtract) sy_wide_subtract(sum->limbs, other->limbs);
    else sy_wide_add(sum->limbs, other->limbs);
}

void sy_decimal_sum_times(sy_decimal_sum *sum, uint32_t factor) {
    if (!sum->wide && (factor == 0 || magnitude_of(sum->narrow) <= (uint64_t)INT64_MAX / factor)) {
        sum->narrow *= (int64_t)factor;
        return;
    }
    widen(sum);
    sy_wide_multiply_small(sum->limbs, factor);
}

int sy_decimal_sum_sign(const sy_decimal_sum *sum) {
    if (!sum->wide) return (sum->narrow > 0) - (sum->narrow < 0);
    if (sy_wide_is_negative(sum->limbs)) return -1;
    return sy_wide_is_zero(sum->limbs) ? 0 : 1;
}

int sy_decimal_sum_compare(const sy_decimal_sum *left, const sy_decimal_sum *right) {
    if (!left->wide && !right->wide && left->narrow_scale == right->narrow_scale) {
        return (left->narrow > right->narrow) - (left->narrow < right->narrow);
    }
    sy_decimal_sum difference = *left;
    sy_decimal_sum_add_sum(&difference, right, true);
    return sy_decimal_sum_sign(&difference);
}

steelyard_status sy_decimal_sum_result(const sy_decimal_sum *sum, sy_decimal *decimal_out) {
    if (!sum->wide) {
        *decimal_out = narrow_as_decimal(sum);
        return STEELYARD_OK;
    }
    uint64_t wide[SY_WIDE_LIMBS];
    bool negative = sy_wide_is_negative(sum->limbs);
    sy_wide_copy(wide, sum->limbs);
    if (negative) sy_wide_negate(wide);
    /* Every term was a whole number of 10^-scale_digits_max, so nothing is cut off here. */
    (void)sy_wide_divide_power_of_ten(wide, (uint32_t)SY_SCALE_DIGITS_MAX - sum->scale_digits_max);
    if (negative) sy_wide_negate(wide);
    return sy_wide_to_decimal(wide, sum->scale_digits_max, decimal_out);
}
