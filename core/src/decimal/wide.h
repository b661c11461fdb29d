/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wide.h - the integers behind the decimals: 64 bits where that is enough, 384 bits in two's complement where not.
 *
 * Limbs and small factors come in, limbs go out; at its two doors a decimal comes in or goes out. Private to the room.
 *
 *   uint64_t wide[6], least significant limb first:
 *
 *     bit 0          64         128        192        256        320      383
 *      [  limb 0   ][  limb 1  ][  limb 2  ][  limb 3  ][  limb 4  ][  limb 5  ]
 *      |<- a coefficient, 127 ->|                                            `- sign
 *      |<- a product of two, or a coefficient in units of 10^-38: 253 ->|
 *
 * 130 bits stay free above the widest single value, room for 2^31 terms and a factor of 2^32 with 67 bits to spare.
 * Multiplication and division go by halves of limbs, so that no step needs more than 64 bits.
 *
 * May use: base.
 */
#ifndef SY_WIDE_H
#define SY_WIDE_H

#include "decimal/decimal_sum.h"

#define SY_WIDE_LIMBS SY_SUM_LIMBS

/* Any number of 18 digits, and the sum of any nine of them, fits int64_t; of 19 digits not even one does. */
#define SY_NARROW_DIGITS_MAX 18
/* 10^9 is the largest power of ten below 2^32. */
#define SY_SMALL_DIGITS_MAX 9
extern const uint64_t sy_wide_narrow_power_of_ten[SY_NARROW_DIGITS_MAX + 1];

/* value * 10^digits into scaled_out where that is at most INT64_MAX; false where not. */
bool sy_wide_narrow_scale_up(uint64_t value, uint32_t digits, uint64_t *scaled_out);

void sy_wide_set(uint64_t wide[SY_WIDE_LIMBS], uint64_t low, uint64_t high);
void sy_wide_copy(uint64_t to[SY_WIDE_LIMBS], const uint64_t from[SY_WIDE_LIMBS]);
bool sy_wide_is_zero(const uint64_t wide[SY_WIDE_LIMBS]);
bool sy_wide_is_negative(const uint64_t wide[SY_WIDE_LIMBS]);
void sy_wide_negate(uint64_t wide[SY_WIDE_LIMBS]);
/* In place, and the addend may be the same limbs. */
void sy_wide_add(uint64_t wide[SY_WIDE_LIMBS], const uint64_t addend[SY_WIDE_LIMBS]);
void sy_wide_subtract(uint64_t wide[SY_WIDE_LIMBS], const uint64_t subtrahend[SY_WIDE_LIMBS]);
void sy_wide_multiply_small(uint64_t wide[SY_WIDE_LIMBS], uint32_t factor);
void sy_wide_multiply_power_of_ten(uint64_t wide[SY_WIDE_LIMBS], uint32_t digits);
/* wide * (high * 2^64 + low). */
void sy_wide_multiply(uint64_t wide[SY_WIDE_LIMBS], uint64_t low, uint64_t high);
/* Divides a value that is not negative, in place, and returns the remainder; the divisor is not zero. */
uint32_t sy_wide_divide_small(uint64_t wide[SY_WIDE_LIMBS], uint32_t divisor);
/* Likewise by 10^digits; returns whether there was a remainder. */
bool sy_wide_divide_power_of_ten(uint64_t wide[SY_WIDE_LIMBS], uint32_t digits);

/* The door in: the signed coefficient of value in units of 10^-scale_digits, which is no coarser than its own scale. */
void sy_wide_from_decimal(uint64_t wide[SY_WIDE_LIMBS], const sy_decimal *value, uint32_t scale_digits);
/*
 * The door out: wide * 10^-scale_digits at that scale where it fits, else without any trailing fraction zeros.
 * STEELYARD_OK, or STEELYARD_DECIMAL_RANGE where it does not fit even so.
 */
steelyard_status sy_wide_to_decimal(const uint64_t wide[SY_WIDE_LIMBS], uint32_t scale_digits, sy_decimal *decimal_out);

#endif
