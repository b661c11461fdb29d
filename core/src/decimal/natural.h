/* SPDX-License-Identifier: Apache-2.0 */
/*
 * natural.h - whole numbers of many digits, for what headers count. Digits come in, digits go out, exact however
 * large. Least significant digit first, no leading zeros but for zero itself.
 * May use: base.
 */
#ifndef SY_NATURAL_H
#define SY_NATURAL_H

#include "base/writer.h"

typedef struct sy_natural {
    uint32_t count;
    uint8_t digits[2 * SY_HEADER_DIGITS_MAX];
} sy_natural;

/* Plain decimal digits, leading zeros allowed; false for anything else, and beyond SY_HEADER_DIGITS_MAX digits. */
bool sy_natural_parse(sy_span text, sy_natural *number_out);
void sy_natural_from_integer(uint32_t value, sy_natural *number_out);
bool sy_natural_is_zero(const sy_natural *number);
/* -1, 0, 1 */
int sy_natural_compare(const sy_natural *left, const sy_natural *right);
/* number - less, which must not be larger. */
void sy_natural_subtract(sy_natural *number, const sy_natural *less);
/* Both factors have at most SY_HEADER_DIGITS_MAX digits. */
void sy_natural_multiply(const sy_natural *left, const sy_natural *right, sy_natural *product_out);
/* ceil(number / divisor); the divisor is not zero. `rest` is scratch. */
void sy_natural_divide_up(const sy_natural *number, const sy_natural *divisor, sy_natural *rest,
                          sy_natural *quotient_out);
sy_span sy_natural_print(sy_arena *memory, const sy_natural *number);

#endif
