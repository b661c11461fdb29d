/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gift_sum.h - what the gifts of a wallet add up to, against the stated total. Gifts as they were judged come in; a
 * finding or nothing goes out.
 * May use: base, decimal, judge, report, verifier.
 */
#ifndef SY_GIFT_SUM_H
#define SY_GIFT_SUM_H

#include "facets/element.h"

typedef struct sy_gift_value {
    sy_amount amount;
    sy_amount remaining;
    const sy_amount *counts; /* what the sum takes: remaining, else amount; NULL where that is not known */
    uint8_t expiry;
} sy_gift_value;

/* `values` holds `count` gifts of the list. */
void sy_gift_sum_judge(const sy_request *asked, const sy_facet_value *facet, const sy_values *read,
                       const sy_wallet *wallet, sy_findings *found, const sy_gift_value *values, uint32_t count);

#endif
