/* SPDX-License-Identifier: Apache-2.0 */
/*
 * list_sum.h - amounts that the elements of a list, or the members of an object, add up to. A container comes in; one
 * exact amount goes out, or none where an element does not say what it adds.
 *
 *   {"holds": [{"amount": "1.00", "open": true}, {"amount": "2.50", "open": false}]}
 *   {"sum": "/holds", "of": "/amount", "where": {"at": "/open", "is": true}}            ->   1.00
 *
 * May use: base, decimal, json, verifier.
 */
#ifndef SY_LIST_SUM_H
#define SY_LIST_SUM_H

#include "judge/find.h"

/* Reads the container at `node` into the amount of the field. */
void sy_list_sum_read(const sy_request *asked, sy_values *read, sy_findings *found, uint32_t field, uint32_t node);
/* Whether an earlier sum over the same container has a value: what is wrong with all of it is said there. */
bool sy_list_sum_was_added(const sy_request *asked, const sy_values *read, uint32_t field);
/* Whether an earlier field requires the same container, and so has said that it is not there. */
bool sy_list_sum_was_missed(const sy_request *asked, uint32_t field);
/* Whether an earlier sum has read the same amount of the element, and said what is wrong with it. */
bool sy_list_sum_was_read(const sy_request *asked, uint32_t field, uint32_t element);

/* The elements that a sum adds, those whose amount parses, as they stand; node is SY_NODE_NONE behind the last. */
typedef struct sy_list_sum {
    const sy_amount *sum;
    uint32_t next;
    uint32_t node;
    sy_amount value;
} sy_list_sum;

void sy_list_sum_begin(const sy_request *asked, const sy_amount *sum, sy_list_sum *walk);
bool sy_list_sum_next(const sy_request *asked, sy_arena *memory, sy_list_sum *walk);

#endif
