/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sort.h - heap sort of 32-bit indices: n log n in the worst case, in place, without recursion.
 * Indices and an order come in, sorted indices go out.
 * May use: nothing.
 */
#ifndef SY_SORT_H
#define SY_SORT_H

#include "base/span.h"

/*
 * Whether `left` goes after `right`; must be a total order. Heap sort is not stable: an order that needs stability
 * compares the indices last.
 */
typedef bool (*sy_order)(const void *context, uint32_t left, uint32_t right);

void sy_sort(uint32_t *indices, size_t count, sy_order goes_after, const void *context);

#endif
