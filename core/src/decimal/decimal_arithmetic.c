/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decimal_arithmetic.c - exact comparison and arithmetic. Decimals come in, decimals go out, or the status that
 * the exact result does not fit.
 *
 * Each operation that wallets need often has a narrow path: at most 18 digits, 64-bit steps, nothing copied.
 */
#include "base/assert.h"
#include "decimal/wide.h"

static bool is_narrow(const sy_decimal *value) {
    return value->coefficient_high == 0 && value->coefficient_low < sy_wide_narrow_power_of_ten[SY_NARROW_DIGITS_MAX];
}

static uint32_t larger_scale(const sy_decimal *left, const sy_decimal *right) {
    return left->scale_digits > right->scale_digits ? left->scale_digits : right->scale_digits;
}

/* The signed coefficient in units of 10^-scale_digits, where 62 bits hold it: two of them add without overflow. */
static bool narrow_coefficient(const sy_decimal *value, uint32_t scale_digits, int64_t *coefficient_out) {
    uint64_t magnitude;
    if (!is_narrow(value)) return false;
    if (!sy_wide_narrow_scale_up(value->coefficient_low, scale_digits - value->scale_digits, &magnitude)) return false;
    if (magnitude > INT64_MAX / 2) return false;
    *coefficient_out = value->negative ? -(int64_t)magnitude : (int64_t)magnitude;
    return true;
}

static bool narrow_coefficients(const sy_decimal *left, const sy_decimal *right, uint32_t scale_digits,
                                int64_t *left_out, int64_t *right_out) {
    return narrow_coefficient(left, scale_digits, left_out) && narrow_coefficient(right, scale_digits, right_out);
}

static sy_decimal from_narrow(int64_t coefficient, uint32_t scale_digits) {
    sy_decimal value = sy_decimal_from_integer(coefficient);
    value.scale_digits = (uint8_t)scale_digits;
    return value;
}

sy_decimal sy_decimal_from_integer(int64_t value) {
    /* Negating as unsigned is right for INT64_MIN too, whose magnitude no int64_t holds. */
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    return (sy_decimal){magnitude, 0, 0, value < 0};
}

sy_decimal sy_decimal_unit(uint32_t digits) {
    SY_ASSERT(digits <= SY_SCALE_DIGITS_MAX);
    return (sy_decimal){1, 0, (uint8_t)digits, false};
}

bool sy_decimal_is_zero(const sy_decimal *value) {
    return (value->coefficient_low | value->coefficient_high) == 0;
}

int sy_decimal_compare(const sy_decimal *left, const sy_decimal *right) {
    uint32_t scale_digits = larger_scale(left, right);
    int64_t left_narrow, right_narrow;
    if (narrow_coefficients(left, right, scale_digits, &left_narrow, &right_narrow)) {
        return (left_narrow > right_narrow) - (left_narrow < right_narrow);
    }
    uint64_t difference[SY_WIDE_LIMBS], subtrahend[SY_WIDE_LIMBS];
    sy_wide_from_decimal(difference, left, scale_digits);
    sy_wide_from_decimal(subtrahend, right, scale_digits);
    sy_wide_subtract(difference, subtrahend);
    if (sy_wide_is_negative(difference)) return -1;
    return sy_wide_is_zero(difference) ? 0 : 1;
}

bool sy_decimal_has_digits_beyond(const sy_decimal *value, uint32_t digits) {
    if (value->scale_digits <= digits) return false;
    return sy_decimal_trim(value).scale_digits > digits;
}

sy_decimal sy_decimal_negate(const sy_decimal *value) {
    sy_decimal negated = *value;
    negated.negative = !value->negative && !sy_decimal_is_zero(value);
    return negated;
}

sy_decimal sy_decimal_abs(const sy_decimal *value) {
    sy_decimal magnitude = *value;
    magnitude.negative = false;
    return magnitude;
}

static bool last_digit_is_zero(const sy_decimal *value) {
    /* 2^64 = 6 modulo 10: the last digit of high * 2^64 + low needs no wide division. */
    return ((value->coefficient_high % 10) * 6 + value->coefficient_low % 10) % 10 == 0;
}

static void drop_last_digit(sy_decimal *value) {
    if (value->coefficient_high == 0) {
        value->coefficient_low /= 10;
    } else {
        uint64_t wide[SY_WIDE_LIMBS];
        sy_wide_set(wide, value->coefficient_low, value->coefficient_high);
        (void)sy_wide_divide_small(wide, 10);
        value->coefficient_low = wide[0];
        value->coefficient_high = wide[1];
    }
    value->scale_digits -= 1;
}

sy_decimal sy_decimal_trim(const sy_decimal *value) {
    sy_decimal trimmed = *value;
    while (trimmed.scale_digits > 0 && last_digit_is_zero(&trimmed)) drop_last_digit(&trimmed);
    return trimmed;
}

steelyard_status sy_decimal_add(const sy_decimal *left, const sy_decimal *right, sy_decimal *decimal_out) {
    uint32_t scale_digits = larger_scale(left, right);
    int64_t left_narrow, right_narrow;
    if (narrow_coefficients(left, right, scale_digits, &left_narrow, &right_narrow)) {
        *decimal_out = from_narrow(left_narrow + right_narrow, scale_digits);
        return STEELYARD_OK;
    }
    uint64_t sum[SY_WIDE_LIMBS], addend[SY_WIDE_LIMBS];
    sy_wide_from_decimal(sum, left, scale_digits);
    sy_wide_from_decimal(addend, right, scale_digits);
    sy_wide_add(sum, addend);
    return sy_wide_to_decimal(sum, scale_digits, decimal_out);
}

steelyard_status sy_decimal_subtract(const sy_decimal *left, const sy_decimal *right, sy_decimal *decimal_out) {
    sy_decimal negated = sy_decimal_negate(right);
    return sy_decimal_add(left, &negated, decimal_out);
}

static bool multiplies_narrowly(const sy_decimal *left, const sy_decimal *right) {
    return (left->coefficient_high | right->coefficient_high) == 0 && left->coefficient_low <= UINT32_MAX &&
           right->coefficient_low <= UINT32_MAX && left->scale_digits + right->scale_digits <= SY_SCALE_DIGITS_MAX;
}

steelyard_status sy_decimal_multiply(const sy_decimal *left, const sy_decimal *right, sy_decimal *decimal_out) {
    uint32_t scale_digits = (uint32_t)left->scale_digits + right->scale_digits;
    bool negative = left->negative != right->negative;
    if (multiplies_narrowly(left, right)) {
        uint64_t coefficient = left->coefficient_low * right->coefficient_low;
        *decimal_out = (sy_decimal){coefficient, 0, (uint8_t)scale_digits, negative && coefficient != 0};
        return STEELYARD_OK;
    }
    uint64_t product[SY_WIDE_LIMBS];
    sy_wide_set(product, left->coefficient_low, left->coefficient_high);
    sy_wide_multiply(product, right->coefficient_low, right->coefficient_high);
    if (negative) sy_wide_negate(product);
    return sy_wide_to_decimal(product, scale_digits, decimal_out);
}

steelyard_status sy_decimal_shift(const sy_decimal *value, int32_t exponent, sy_decimal *decimal_out) {
    int64_t scale_digits = (int64_t)value->scale_digits - exponent;
    if (sy_decimal_is_zero(value)) {
        bool fits = scale_digits >= 0 && scale_digits <= SY_SCALE_DIGITS_MAX;
        *decimal_out = from_narrow(0, fits ? (uint32_t)scale_digits : 0);
        return STEELYARD_OK;
    }
    /* Beyond these a non-zero value cannot fit: it has at most 37 zeros to drop, and room for 37 more in front. */
    if (scale_digits < -SY_COEFFICIENT_DIGITS_MAX) return STEELYARD_DECIMAL_RANGE;
    if (scale_digits > SY_SCALE_DIGITS_MAX + SY_COEFFICIENT_DIGITS_MAX) return STEELYARD_DECIMAL_RANGE;
    uint64_t shifted[SY_WIDE_LIMBS];
    sy_wide_from_decimal(shifted, value, value->scale_digits);
    if (scale_digits < 0) {
        sy_wide_multiply_power_of_ten(shifted, (uint32_t)-scale_digits);
        scale_digits = 0;
    }
    return sy_wide_to_decimal(shifted, (uint32_t)scale_digits, decimal_out);
}
