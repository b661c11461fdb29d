/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decimal.h - exact decimals: a sign, an integer coefficient below 10^SY_COEFFICIENT_DIGITS_MAX and a scale up
 * to SY_SCALE_DIGITS_MAX.
 *
 * Texts come in, values and texts go out; nothing is rounded unless a caller asks for it. Portable C11: no __int128, so
 * that no toolchain has to bring multiplication helpers.
 *
 * Invariants of a sy_decimal: coefficient and scale within these bounds, zero is never negative. The scale is kept as
 * written where it fits; where a number is only representable without trailing fraction zeros they are all dropped.
 *
 * May use: base.
 */
#ifndef SY_DECIMAL_H
#define SY_DECIMAL_H

#include "base/limits.h"
#include "base/writer.h"

typedef struct sy_decimal {
    uint64_t coefficient_low;
    uint64_t coefficient_high;
    uint8_t scale_digits;
    bool negative;
} sy_decimal;

/*
 * Reads a token that already fits the grammar of a JSON number (RFC 8259 section 6), exponent included.
 * written_scale_out (may be NULL): fraction digits as written less the exponent, at least 0, at most
 * SY_WRITTEN_SCALE_MAX; it is written whatever the status. Any zero (0e999999999999, 0.000...) is 0.
 * Work is linear in the digits given and does not depend on the exponent's size, which may have any number of digits.
 * Returns STEELYARD_OK or STEELYARD_DECIMAL_RANGE.
 */
steelyard_status sy_decimal_parse_number(sy_span token, sy_decimal *decimal_out, uint32_t *written_scale_out);

/* Whether text is a JSON number and nothing else: -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)? */
bool sy_decimal_is_json_number(sy_span text);

/*
 * Reads a string amount, -?(0|[1-9][0-9]*)(\.[0-9]+)? and nothing else.
 * written_scale_out as above; 0 where the syntax is refused.
 * Returns STEELYARD_OK, STEELYARD_DECIMAL_SYNTAX or STEELYARD_DECIMAL_RANGE.
 */
steelyard_status sy_decimal_parse_string(sy_span text, sy_decimal *decimal_out, uint32_t *written_scale_out);

sy_decimal sy_decimal_from_integer(int64_t value);
/* 10^-digits; digits <= SY_SCALE_DIGITS_MAX. */
sy_decimal sy_decimal_unit(uint32_t digits);

bool sy_decimal_is_zero(const sy_decimal *value);
/* -1, 0 or 1: by value, whatever the scales. */
int sy_decimal_compare(const sy_decimal *left, const sy_decimal *right);
/* Whether a non-zero digit stands beyond `digits` fraction digits. */
bool sy_decimal_has_digits_beyond(const sy_decimal *value, uint32_t digits);

sy_decimal sy_decimal_negate(const sy_decimal *value);
sy_decimal sy_decimal_abs(const sy_decimal *value);
/* The same value without trailing fraction zeros (scale as small as it goes, never below 0). */
sy_decimal sy_decimal_trim(const sy_decimal *value);

/*
 * Exact arithmetic. The scale of a sum or difference is the larger scale, of a product the sum of both; where the
 * value does not fit so, all trailing fraction zeros are dropped. STEELYARD_OK or STEELYARD_DECIMAL_RANGE.
 */
steelyard_status sy_decimal_add(const sy_decimal *left, const sy_decimal *right, sy_decimal *decimal_out);
steelyard_status sy_decimal_subtract(const sy_decimal *left, const sy_decimal *right, sy_decimal *decimal_out);
steelyard_status sy_decimal_multiply(const sy_decimal *left, const sy_decimal *right, sy_decimal *decimal_out);
/* value * 10^exponent exactly (exponent may be negative); result without superfluous change of scale: scale - exponent, at least 0. */
steelyard_status sy_decimal_shift(const sy_decimal *value, int32_t exponent, sy_decimal *decimal_out);

typedef enum sy_rounding {
    SY_ROUND_HALF_EVEN,
    SY_ROUND_HALF_UP,
    SY_ROUND_HALF_DOWN,
    SY_ROUND_UP,
    SY_ROUND_DOWN,
    SY_ROUND_CEILING,
    SY_ROUND_FLOOR
} sy_rounding;

/* Mode by name ("half_even", "half_up", "half_down", "up", "down", "ceiling", "floor"); false where there is none. */
bool sy_decimal_rounding_by_name(sy_span name, sy_rounding *rounding_out);
/* Brings value to exactly scale_digits, at most SY_SCALE_DIGITS_MAX. Modes as in the General Decimal Arithmetic specification. */
steelyard_status sy_decimal_quantize(const sy_decimal *value, uint32_t scale_digits, sy_rounding rounding,
                                     sy_decimal *decimal_out);

/*
 * Plain digits, no exponent, `-` where negative, a digit before the point. Prints with at least
 * scale_digits_min fraction digits (padding with zeros, up to SY_SCALE_DIGITS_MAX) and, where `trim` is set, no further trailing
 * zeros; without `trim` the decimal's own scale is kept. Returns how many bytes were written.
 */
size_t sy_decimal_print(const sy_decimal *value, uint32_t scale_digits_min, bool trim,
                        char text_out[SY_DECIMAL_TEXT_NBYTES_MAX]);

/* The decimal in printed form: at least scale_digits_min fraction digits, no superfluous zeros. */
void sy_decimal_write(sy_writer *writer, const sy_decimal *value, uint32_t scale_digits_min);

#endif
