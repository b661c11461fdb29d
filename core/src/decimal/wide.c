/* SPDX-License-Identifier: Apache-2.0 */
#include "decimal/wide.h"

#include "base/assert.h"

/* 10^38 in two limbs: the first coefficient that is too large. */
#define COEFFICIENT_END_LOW UINT64_C(687399551400673280)
#define COEFFICIENT_END_HIGH UINT64_C(5421010862427522170)

#define LOW_HALF UINT64_C(0xffffffff)

SY_STATIC_ASSERT(SY_COEFFICIENT_DIGITS_MAX == 38, "the end of the coefficients above is 10^38");
SY_STATIC_ASSERT(SY_SCALE_DIGITS_MAX == 38, "the widths drawn in wide.h count on units of 10^-38");

const uint64_t sy_wide_narrow_power_of_ten[SY_NARROW_DIGITS_MAX + 1] = {
    UINT64_C(1),
    UINT64_C(10),
    UINT64_C(100),
    UINT64_C(1000),
    UINT64_C(10000),
    UINT64_C(100000),
    UINT64_C(1000000),
    UINT64_C(10000000),
    UINT64_C(100000000),
    UINT64_C(1000000000),
    UINT64_C(10000000000),
    UINT64_C(100000000000),
    UINT64_C(1000000000000),
    UINT64_C(10000000000000),
    UINT64_C(100000000000000),
    UINT64_C(1000000000000000),
    UINT64_C(10000000000000000),
    UINT64_C(100000000000000000),
    UINT64_C(1000000000000000000),
};

bool sy_wide_narrow_scale_up(uint64_t value, uint32_t digits, uint64_t *scaled_out) {
    if (value == 0 || digits == 0) {
        *scaled_out = value;
        return value <= INT64_MAX;
    }
    if (digits > SY_NARROW_DIGITS_MAX) return false;
    if (value > (uint64_t)INT64_MAX / sy_wide_narrow_power_of_ten[digits]) return false;
    *scaled_out = value * sy_wide_narrow_power_of_ten[digits];
    return true;
}

static uint32_t small_power_of_ten(uint32_t digits) {
    return (uint32_t)sy_wide_narrow_power_of_ten[digits];
}

void sy_wide_set(uint64_t wide[SY_WIDE_LIMBS], uint64_t low, uint64_t high) {
    wide[0] = low;
    wide[1] = high;
    for (size_t i = 2; i < SY_WIDE_LIMBS; i += 1) wide[i] = 0;
}

void sy_wide_copy(uint64_t to[SY_WIDE_LIMBS], const uint64_t from[SY_WIDE_LIMBS]) {
    for (size_t i = 0; i < SY_WIDE_LIMBS; i += 1) to[i] = from[i];
}

bool sy_wide_is_zero(const uint64_t wide[SY_WIDE_LIMBS]) {
    uint64_t any = 0;
    for (size_t i = 0; i < SY_WIDE_LIMBS; i += 1) any |= wide[i];
    return any == 0;
}

bool sy_wide_is_negative(const uint64_t wide[SY_WIDE_LIMBS]) {
    return wide[SY_WIDE_LIMBS - 1] >> 63 != 0;
}

void sy_wide_negate(uint64_t wide[SY_WIDE_LIMBS]) {
    uint64_t carry = 1;
    for (size_t i = 0; i < SY_WIDE_LIMBS; i += 1) {
        wide[i] = ~wide[i] + carry;
        carry = carry != 0 && wide[i] == 0;
    }
}

void sy_wide_add(uint64_t wide[SY_WIDE_LIMBS], const uint64_t addend[SY_WIDE_LIMBS]) {
    uint64_t carry = 0;
    for (size_t i = 0; i < SY_WIDE_LIMBS; i += 1) {
        uint64_t limb = addend[i];
        uint64_t partial = wide[i] + carry;
        carry = partial < carry;
        wide[i] = partial + limb;
        carry += wide[i] < limb;
    }
}

void sy_wide_subtract(uint64_t wide[SY_WIDE_LIMBS], const uint64_t subtrahend[SY_WIDE_LIMBS]) {
    uint64_t borrow = 0;
    for (size_t i = 0; i < SY_WIDE_LIMBS; i += 1) {
        uint64_t limb = subtrahend[i];
        uint64_t before = wide[i];
        wide[i] = before - limb - borrow;
        borrow = before < limb || (before == limb && borrow != 0);
    }
}

void sy_wide_multiply_small(uint64_t wide[SY_WIDE_LIMBS], uint32_t factor) {
    uint64_t carry = 0;
    for (size_t i = 0; i < SY_WIDE_LIMBS; i += 1) {
        uint64_t low = (wide[i] & LOW_HALF) * factor + carry;
        uint64_t high = (wide[i] >> 32) * factor + (low >> 32);
        wide[i] = high << 32 | (low & LOW_HALF);
        carry = high >> 32;
    }
}

void sy_wide_multiply_power_of_ten(uint64_t wide[SY_WIDE_LIMBS], uint32_t digits) {
    while (digits > 0) {
        uint32_t step = digits < SY_SMALL_DIGITS_MAX ? digits : SY_SMALL_DIGITS_MAX;
        sy_wide_multiply_small(wide, small_power_of_ten(step));
        digits -= step;
    }
}

static void shift_left_by_half_a_limb(uint64_t wide[SY_WIDE_LIMBS]) {
    for (size_t i = SY_WIDE_LIMBS - 1; i > 0; i -= 1) wide[i] = wide[i] << 32 | wide[i - 1] >> 32;
    wide[0] <<= 32;
}

void sy_wide_multiply(uint64_t wide[SY_WIDE_LIMBS], uint64_t low, uint64_t high) {
    const uint32_t halves[4] = {(uint32_t)(high >> 32), (uint32_t)high, (uint32_t)(low >> 32), (uint32_t)low};
    uint64_t product[SY_WIDE_LIMBS] = {0};
    for (size_t i = 0; i < 4; i += 1) {
        uint64_t partial[SY_WIDE_LIMBS];
        sy_wide_copy(partial, wide);
        sy_wide_multiply_small(partial, halves[i]);
        shift_left_by_half_a_limb(product);
        sy_wide_add(product, partial);
    }
    sy_wide_copy(wide, product);
}

uint32_t sy_wide_divide_small(uint64_t wide[SY_WIDE_LIMBS], uint32_t divisor) {
    uint64_t remainder = 0;
    for (size_t i = SY_WIDE_LIMBS; i-- > 0;) {
        uint64_t high = remainder << 32 | wide[i] >> 32;
        uint64_t low = (high % divisor) << 32 | (wide[i] & LOW_HALF);
        wide[i] = (high / divisor) << 32 | low / divisor;
        remainder = low % divisor;
    }
    return (uint32_t)remainder;
}

bool sy_wide_divide_power_of_ten(uint64_t wide[SY_WIDE_LIMBS], uint32_t digits) {
    bool has_remainder = false;
    while (digits > 0) {
        uint32_t step = digits < SY_SMALL_DIGITS_MAX ? digits : SY_SMALL_DIGITS_MAX;
        if (sy_wide_divide_small(wide, small_power_of_ten(step)) != 0) has_remainder = true;
        digits -= step;
    }
    return has_remainder;
}

void sy_wide_from_decimal(uint64_t wide[SY_WIDE_LIMBS], const sy_decimal *value, uint32_t scale_digits) {
    sy_wide_set(wide, value->coefficient_low, value->coefficient_high);
    sy_wide_multiply_power_of_ten(wide, scale_digits - value->scale_digits);
    if (value->negative) sy_wide_negate(wide);
}

static bool fits_coefficient(const uint64_t wide[SY_WIDE_LIMBS]) {
    if ((wide[2] | wide[3] | wide[4] | wide[5]) != 0) return false;
    if (wide[1] != COEFFICIENT_END_HIGH) return wide[1] < COEFFICIENT_END_HIGH;
    return wide[0] < COEFFICIENT_END_LOW;
}

static bool fits_decimal(const uint64_t magnitude[SY_WIDE_LIMBS], uint32_t scale_digits) {
    return scale_digits <= SY_SCALE_DIGITS_MAX && fits_coefficient(magnitude);
}

static uint32_t drop_fraction_zeros(uint64_t magnitude[SY_WIDE_LIMBS], uint32_t scale_digits) {
    uint64_t shorter[SY_WIDE_LIMBS];
    sy_wide_copy(shorter, magnitude);
    while (scale_digits > 0 && sy_wide_divide_small(shorter, 10) == 0) {
        sy_wide_copy(magnitude, shorter);
        scale_digits -= 1;
    }
    return scale_digits;
}

steelyard_status sy_wide_to_decimal(const uint64_t wide[SY_WIDE_LIMBS], uint32_t scale_digits,
                                    sy_decimal *decimal_out) {
    uint64_t magnitude[SY_WIDE_LIMBS];
    bool negative = sy_wide_is_negative(wide);
    sy_wide_copy(magnitude, wide);
    if (negative) sy_wide_negate(magnitude);
    if (!fits_decimal(magnitude, scale_digits)) scale_digits = drop_fraction_zeros(magnitude, scale_digits);
    if (!fits_decimal(magnitude, scale_digits)) return STEELYARD_DECIMAL_RANGE;
    *decimal_out = (sy_decimal){magnitude[0], magnitude[1], (uint8_t)scale_digits, negative};
    return STEELYARD_OK;
}
