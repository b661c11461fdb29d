/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gifts.h - gifts as they are judged, between reading one by one (gifts.c) and summing them (gift_sum.c).
 * It refuses to know the report's form.
 */
#ifndef SY_GIFTS_H
#define SY_GIFTS_H

#include "judge/stages.h"

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

/* The sum of the gifts against the stated total. `values` holds `count` gifts of the list. */
void sy_gift_sum_judge(sy_session *session, const sy_gift_value *values, uint32_t count);

#endif
