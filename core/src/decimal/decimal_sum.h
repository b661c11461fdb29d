/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decimal_sum.h - sums of decimals, exact whatever happens on the way. Terms come in, a decimal goes out where it fits.
 * May use: nothing.
 */
#ifndef SY_DECIMAL_SUM_H
#define SY_DECIMAL_SUM_H

#include "decimal/decimal.h"

/*
 * A sum that is exact whatever happens on the way: 2^31 terms of any scale cannot overflow it. While everything fits
 * 64 bits at one scale it stays on a fast path. Begins with zeroed memory or sy_decimal_sum_begin; may be copied by assignment.
 *
 *   limbs, least significant first, two's complement, in units of 10^-38:   [ l0 | l1 | l2 | l3 | l4 | l5 ]
 */
#define SY_SUM_LIMBS 6
typedef struct sy_decimal_sum {
    uint64_t limbs[SY_SUM_LIMBS]; /* used once `wide` is set */
    int64_t narrow;               /* in units of 10^-narrow_scale while `wide` is clear */
    uint8_t narrow_scale;
    bool wide;
    uint8_t scale_digits_max; /* the largest scale of any term added: the scale that the result keeps */
} sy_decimal_sum;

void sy_decimal_sum_begin(sy_decimal_sum *sum);
void sy_decimal_sum_add(sy_decimal_sum *sum, const sy_decimal *term);
void sy_decimal_sum_subtract(sy_decimal_sum *sum, const sy_decimal *term);
/* Adds (or subtracts) the whole of another sum. */
void sy_decimal_sum_add_sum(sy_decimal_sum *sum, const sy_decimal_sum *other, bool subtract);
/* Multiplies what the sum holds by a factor of at most 2^32 - 1 (used on a unit or a difference, never on long sums). */
void sy_decimal_sum_times(sy_decimal_sum *sum, uint32_t factor);
/* -1, 0, 1 */
int sy_decimal_sum_sign(const sy_decimal_sum *sum);
/* Compares two sums by value: -1, 0, 1. */
int sy_decimal_sum_compare(const sy_decimal_sum *left, const sy_decimal_sum *right);
/* STEELYARD_OK, or STEELYARD_DECIMAL_RANGE where the result does not fit even without trailing zeros. */
steelyard_status sy_decimal_sum_result(const sy_decimal_sum *sum, sy_decimal *decimal_out);

#endif
