/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decimal_rounding.c - the one place that rounds, and only because a caller named the mode. A decimal, a scale and a
 * mode come in; a decimal of exactly that scale goes out.
 */
#include "base/assert.h"
#include "decimal/wide.h"

bool sy_decimal_rounding_by_name(sy_span name, sy_rounding *rounding_out) {
    static const struct {
        sy_span name;
        sy_rounding rounding;
    } modes[] = {
        {SY_SPAN_ENTRY("half_even"), SY_ROUND_HALF_EVEN}, {SY_SPAN_ENTRY("half_up"), SY_ROUND_HALF_UP},
        {SY_SPAN_ENTRY("half_down"), SY_ROUND_HALF_DOWN}, {SY_SPAN_ENTRY("up"), SY_ROUND_UP},
        {SY_SPAN_ENTRY("down"), SY_ROUND_DOWN},           {SY_SPAN_ENTRY("ceiling"), SY_ROUND_CEILING},
        {SY_SPAN_ENTRY("floor"), SY_ROUND_FLOOR},
    };
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i += 1) {
        if (!sy_span_equal(name, modes[i].name)) continue;
        *rounding_out = modes[i].rounding;
        return true;
    }
    return false;
}

/* What was cut off, measured against half a unit of the last digit kept. */
typedef enum rest { REST_NONE, REST_BELOW_HALF, REST_HALF, REST_ABOVE_HALF } rest;

/* Cuts `digits` (at least 1) digits off; the first of them and "any other" are all that rounding needs to know. */
static rest cut_digits(uint64_t magnitude[SY_WIDE_LIMBS], uint32_t digits) {
    bool has_more = sy_wide_divide_power_of_ten(magnitude, digits - 1);
    uint32_t first = sy_wide_divide_small(magnitude, 10);
    if (first == 0 && !has_more) return REST_NONE;
    if (first == 5 && !has_more) return REST_HALF;
    return first < 5 ? REST_BELOW_HALF : REST_ABOVE_HALF;
}

/* Whether the magnitude kept goes up by one. */
static bool rounds_away_from_zero(rest cut, sy_rounding rounding, bool negative, bool last_kept_is_odd) {
    if (cut == REST_NONE) return false;
    switch (rounding) {
    case SY_ROUND_HALF_EVEN: return cut == REST_ABOVE_HALF || (cut == REST_HALF && last_kept_is_odd);
    case SY_ROUND_HALF_UP: return cut >= REST_HALF;
    case SY_ROUND_HALF_DOWN: return cut == REST_ABOVE_HALF;
    case SY_ROUND_UP: return true;
    case SY_ROUND_DOWN: return false;
    case SY_ROUND_CEILING: return !negative;
    case SY_ROUND_FLOOR: return negative;
    }
    return false;
}

static void round_to(uint64_t magnitude[SY_WIDE_LIMBS], uint32_t digits_cut, sy_rounding rounding, bool negative) {
    static const uint64_t one[SY_WIDE_LIMBS] = {1};
    rest cut = cut_digits(magnitude, digits_cut);
    if (rounds_away_from_zero(cut, rounding, negative, (magnitude[0] & 1) != 0)) sy_wide_add(magnitude, one);
}

steelyard_status sy_decimal_quantize(const sy_decimal *value, uint32_t scale_digits, sy_rounding rounding,
                                     sy_decimal *decimal_out) {
    uint64_t wide[SY_WIDE_LIMBS];
    sy_decimal quantized;
    SY_ASSERT(scale_digits <= SY_SCALE_DIGITS_MAX);
    sy_wide_set(wide, value->coefficient_low, value->coefficient_high);
    if (scale_digits >= value->scale_digits) {
        sy_wide_multiply_power_of_ten(wide, scale_digits - value->scale_digits);
    } else {
        round_to(wide, value->scale_digits - scale_digits, rounding, value->negative);
    }
    if (value->negative) sy_wide_negate(wide);
    /* The door out may drop zeros to make a value fit; here the scale is the caller's wish, so that is no fit. */
    steelyard_status status = sy_wide_to_decimal(wide, scale_digits, &quantized);
    if (status != STEELYARD_OK) return status;
    if (quantized.scale_digits != scale_digits) return STEELYARD_DECIMAL_RANGE;
    *decimal_out = quantized;
    return STEELYARD_OK;
}
