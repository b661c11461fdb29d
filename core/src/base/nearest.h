/* SPDX-License-Identifier: Apache-2.0 */
/*
 * nearest.h - the name that was probably meant. A name that does not exist comes in, then those that do, one by one;
 * the nearest of them goes out, where one is near. No memory is allocated.
 *
 * Near is what few slips of the fingers make of a name: a byte left out, added, replaced, or changing places with its
 * neighbour. One slip in up to 4 bytes, two in up to 8, three in more, and never as many as there are bytes. Names
 * that differ in nothing but the case of letters are always near.
 *
 * May use: nothing.
 */
#ifndef SY_NEAREST_H
#define SY_NEAREST_H

#include "base/limits.h"
#include "base/span.h"

typedef struct sy_nearest {
    sy_span given;
    sy_span best;      /* the first of the nearest so far; bytes NULL where none is near */
    uint32_t distance; /* slips between the two; before anything is near, one more than are allowed */
} sy_nearest;

void sy_nearest_begin(sy_nearest *nearest, sy_span given);
/* One name that exists. Names longer than SY_NAME_NBYTES_MAX are passed over. */
void sy_nearest_offer(sy_nearest *nearest, sy_span name);
/* The nearest, of several the first that was offered; bytes NULL where none is near. */
sy_span sy_nearest_name(const sy_nearest *nearest);

#endif
