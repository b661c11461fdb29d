/* SPDX-License-Identifier: Apache-2.0 */
/*
 * time.h - RFC 3339 and unix-seconds times, exact to 30 fraction digits. Texts come in; instants, comparisons and
 * UTC texts go out. There is no clock, and there are no time-zone names.
 * May use: base, decimal.
 */
#ifndef SY_TIME_H
#define SY_TIME_H

#include "decimal/decimal.h"

typedef struct sy_time {
    int64_t seconds;                       /* since 1970-01-01T00:00:00Z; second 60 counts as the second after 59 */
    char fraction[SY_FRACTION_DIGITS_MAX]; /* digits as written, trailing zeros too */
    uint8_t fraction_digits;
    bool leap_second;    /* written as second 60: printed as :60 */
    bool offset_is_zero; /* `Z`, `z`, `+00:00` or `-00:00` */
} sy_time;

/*
 * RFC 3339 section 5.6, `t` and `z` in either case, seconds and an offset required, up to 30 fraction digits; second
 * 60 only where it is 23:59:60 UTC on the last day of a month; no roll-over; hours 00-23 and minutes 00-59 in offsets.
 * STEELYARD_OK, STEELYARD_TIMESTAMP_SYNTAX, or STEELYARD_TIMESTAMP_RANGE where the offset leads out of the years 0000
 * to 9999.
 */
steelyard_status sy_time_parse_rfc3339(sy_span text, sy_time *time_out);

/*
 * A JSON number token counting units of 10^-unit_digits seconds (0 seconds, 3 milliseconds, 6, 9). The decimal must be
 * exact, not negative and before the year 10000 (else STEELYARD_TIMESTAMP_RANGE); the fraction of the second keeps the
 * written scale (plus unit_digits), more than 30 digits are STEELYARD_TIMESTAMP_SYNTAX. Range goes first.
 * For unit_digits > 0 the fraction is what remains after the shift, with its written digits.
 */
steelyard_status sy_time_parse_unix(sy_span number, uint32_t unit_digits, sy_time *time_out);

/* A date alone, YYYY-MM-DD: the second at which that day begins in UTC. false where it is none. */
bool sy_time_parse_date(sy_span text, int64_t *begin_seconds_out);

/* -1, 0, 1 as instants, fractions by value. */
int sy_time_compare(const sy_time *left, const sy_time *right);
/* An instant that is a whole second, for comparisons. */
sy_time sy_time_from_seconds(int64_t seconds);
/* Whether `now` - `then` > max_age_seconds (a decimal >= 0), exactly. */
bool sy_time_is_older(const sy_time *then, const sy_time *now, const sy_decimal *max_age_seconds);
/* `YYYY-MM-DDThh:mm:ss[.fraction]Z`; returns the bytes written. */
size_t sy_time_print(const sy_time *time, char text_out[SY_TIME_TEXT_NBYTES_MAX]);

#endif
