/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ref.h - references within a verifier, which has no pointers so that it may be copied and moved.
 * May use: nothing.
 */
#ifndef SY_REF_H
#define SY_REF_H

#include <stdint.h>

/* A text of `count` bytes or a table of `count` rows, `start` bytes behind the verifier's first; absent where start is 0. */
typedef struct sy_ref {
    uint32_t start;
    uint32_t count;
} sy_ref;

#endif
