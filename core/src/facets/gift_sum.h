/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gift_sum.h - what the gifts of a wallet add up to, against the stated total. Gifts as they were judged come in; a finding
 * or nothing goes out.
 * May use: base, decimal, judge, report, verifier.
 */
#ifndef SY_GIFT_SUM_H
#define SY_GIFT_SUM_H

#include "judge/find.h"

typedef enum sy_expiry {
    SY_EXPIRY_NEVER, /* no date */
    SY_EXPIRY_BAD,   /* a date that did not parse, or stands twice */
    SY_EXPIRY_EXPIRED,
    SY_EXPIRY_AHEAD,
    SY_EXPIRY_AMBIGUOUS, /* a date alone, and now within the hours in which some zone disagrees */
    SY_EXPIRY_UNKNOWN    /* a date, and no now */
} sy_expiry;

typedef struct sy_gift_value {
    sy_amount amount;
    sy_amount remaining;
    const sy_amount *counts; /* what the sum takes: remaining, else amount; NULL where that is not known */
    uint8_t expiry;
} sy_gift_value;

/* `values` holds `count` gifts of the list. */
void sy_gift_sum_judge(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                       const sy_gift_value *values, uint32_t count);

#endif
