/* SPDX-License-Identifier: Apache-2.0 */
/*
 * element.h - members of an element of a facet's list: a gift, an event, a limit. An element and a member's name come
 * in; a value goes out, absent (null too), bad (given twice, or a finding says why) or good.
 * May use: base, decimal, json, judge, report, values, verifier.
 */
#ifndef SY_ELEMENT_H
#define SY_ELEMENT_H

#include "judge/find.h"

sy_text_value sy_element_text(const sy_request *asked, sy_findings *found, uint32_t element, sy_ref name);
sy_flag_value sy_element_flag(const sy_request *asked, sy_findings *found, uint32_t element, sy_ref name);
/* An amount in the unit and with the carriers of the wallet's amount in `slot`, judged for its digits as well. */
void sy_element_amount(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                       uint32_t element, sy_ref name, uint32_t slot, sy_amount *amount);

typedef enum sy_expiry {
    SY_EXPIRY_NEVER, /* no date */
    SY_EXPIRY_BAD,   /* a date that did not parse, or stands twice */
    SY_EXPIRY_EXPIRED,
    SY_EXPIRY_AHEAD,
    SY_EXPIRY_AMBIGUOUS, /* a date alone, and now within the hours in which some zone disagrees */
    SY_EXPIRY_UNKNOWN    /* a date, and no now */
} sy_expiry;

/* A time or a date alone, against `now`; expires_at_out is written where it parses. */
sy_expiry sy_element_expiry(const sy_request *asked, sy_findings *found, uint32_t element, sy_ref name,
                            sy_span *expires_at_out);

#endif
