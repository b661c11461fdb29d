/* SPDX-License-Identifier: Apache-2.0 */
#include "values/time.h"

#include "base/assert.h"
#include "decimal/decimal_sum.h"

#define SECONDS_PER_MINUTE 60
#define SECONDS_PER_DAY 86400
#define MINUTES_PER_DAY 1440
#define DAYS_PER_400_YEARS 146097

/* Days are counted from 0000-01-01 of the proleptic Gregorian calendar, so that no division meets a negative number. */
#define DAY_OF_1970 719528
#define DAY_OF_10000 3652425

/* 10000-01-01T00:00:00Z, the first second that four digits of year cannot write. */
#define SECONDS_END ((int64_t)(DAY_OF_10000 - DAY_OF_1970) * SECONDS_PER_DAY)

typedef struct civil_date {
    int32_t year;
    int32_t month;
    int32_t day;
} civil_date;

static bool is_leap_year(int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int32_t days_in_month(int32_t year, int32_t month) {
    static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

/* The year 0 is a leap year: a year's own leap day counts from the next year on, hence the rounding up. */
static int32_t day_of_year_begin(int32_t year) {
    return year * 365 + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
}

static int32_t day_of_date(civil_date date) {
    int32_t day = day_of_year_begin(date.year);
    for (int32_t month = 1; month < date.month; month += 1) day += days_in_month(date.year, month);
    return day + date.day - 1;
}

static civil_date date_of_day(int32_t day) {
    /* The mean length of a year gives the year or a neighbour of it. */
    int32_t year = (int32_t)((int64_t)day * 400 / DAYS_PER_400_YEARS);
    if (day < day_of_year_begin(year)) year -= 1;
    if (day >= day_of_year_begin(year + 1)) year += 1;
    civil_date date = {year, 1, day - day_of_year_begin(year) + 1};
    while (date.day > days_in_month(year, date.month)) date.day -= days_in_month(year, date.month++);
    return date;
}

/* Reads exactly `digits` digits at `at`. */
static bool read_digits(sy_span text, size_t at, size_t digits, int32_t *number_out) {
    int32_t number = 0;
    if (text.nbytes < at + digits) return false;
    for (size_t i = at; i < at + digits; i += 1) {
        if (!sy_span_is_digit(text.bytes[i])) return false;
        number = number * 10 + (text.bytes[i] - '0');
    }
    *number_out = number;
    return true;
}

static bool has_byte(sy_span text, size_t at, char expected) {
    return at < text.nbytes && text.bytes[at] == expected;
}

static bool has_letter(sy_span text, size_t at, char upper, char lower) {
    return has_byte(text, at, upper) || has_byte(text, at, lower);
}

/* YYYY-MM-DD at the beginning of text. */
static bool read_date(sy_span text, civil_date *date_out) {
    civil_date date;
    if (!read_digits(text, 0, 4, &date.year) || !has_byte(text, 4, '-')) return false;
    if (!read_digits(text, 5, 2, &date.month) || !has_byte(text, 7, '-')) return false;
    if (!read_digits(text, 8, 2, &date.day)) return false;
    if (date.month < 1 || date.month > 12) return false;
    if (date.day < 1 || date.day > days_in_month(date.year, date.month)) return false;
    *date_out = date;
    return true;
}

/* hh:mm at `at`, as minutes. */
static bool read_hour_and_minute(sy_span text, size_t at, int32_t *minutes_out) {
    int32_t hour, minute;
    if (!read_digits(text, at, 2, &hour) || !has_byte(text, at + 2, ':')) return false;
    if (!read_digits(text, at + 3, 2, &minute)) return false;
    if (hour > 23 || minute > 59) return false;
    *minutes_out = hour * 60 + minute;
    return true;
}

/* The optional .digits at *at, which moves behind them. */
static bool read_fraction(sy_span text, size_t *at, sy_time *time) {
    if (!has_byte(text, *at, '.')) return true;
    size_t begin = *at + 1, end = begin;
    while (end < text.nbytes && sy_span_is_digit(text.bytes[end])) end += 1;
    if (end == begin || end - begin > SY_FRACTION_DIGITS_MAX) return false;
    sy_bytes_copy(time->fraction, text.bytes + begin, end - begin);
    time->fraction_digits = (uint8_t)(end - begin);
    *at = end;
    return true;
}

/* Z or +hh:mm or -hh:mm from `at` to the end of text, as minutes ahead of UTC. */
static bool read_offset(sy_span text, size_t at, int32_t *minutes_out) {
    *minutes_out = 0;
    if (has_letter(text, at, 'Z', 'z')) return text.nbytes == at + 1;
    bool behind = has_byte(text, at, '-');
    if (!behind && !has_byte(text, at, '+')) return false;
    if (!read_hour_and_minute(text, at + 1, minutes_out) || text.nbytes != at + 6) return false;
    if (behind) *minutes_out = -*minutes_out;
    return true;
}

/* Leap seconds are put in at the end of a UTC month and nowhere else; when, no program can know years ahead. */
static bool is_last_of_month(int64_t utc_minute) {
    int64_t next_minute = utc_minute + 1;
    return next_minute % MINUTES_PER_DAY == 0 && date_of_day((int32_t)(next_minute / MINUTES_PER_DAY)).day == 1;
}

/*
 *   2024 - 02 - 29 T 23 : 59 : 60 .fraction Z
 *   0    4 5  7 8  10 11    16 17 19
 */
steelyard_status sy_time_parse_rfc3339(sy_span text, sy_time *time_out) {
    sy_time time = {0};
    civil_date date;
    int32_t minutes, second, offset_minutes;
    size_t at = 19;
    if (!read_date(text, &date) || !has_letter(text, 10, 'T', 't')) return STEELYARD_TIMESTAMP_SYNTAX;
    if (!read_hour_and_minute(text, 11, &minutes)) return STEELYARD_TIMESTAMP_SYNTAX;
    if (!has_byte(text, 16, ':') || !read_digits(text, 17, 2, &second)) return STEELYARD_TIMESTAMP_SYNTAX;
    if (!read_fraction(text, &at, &time)) return STEELYARD_TIMESTAMP_SYNTAX;
    if (!read_offset(text, at, &offset_minutes)) return STEELYARD_TIMESTAMP_SYNTAX;

    int64_t utc_minute = (int64_t)day_of_date(date) * MINUTES_PER_DAY + minutes - offset_minutes;
    if (second > 60 || (second == 60 && !is_last_of_month(utc_minute))) return STEELYARD_TIMESTAMP_SYNTAX;
    if (utc_minute < 0 || utc_minute >= (int64_t)DAY_OF_10000 * MINUTES_PER_DAY) return STEELYARD_TIMESTAMP_RANGE;
    time.seconds = (utc_minute - (int64_t)DAY_OF_1970 * MINUTES_PER_DAY) * SECONDS_PER_MINUTE + second;
    time.leap_second = second == 60;
    time.offset_is_zero = offset_minutes == 0;
    *time_out = time;
    return STEELYARD_OK;
}

/*
 * Cuts the plain text of a count of 10^-unit_digits seconds into seconds and fraction. Its point is left out, and the
 * last fraction_digits digits are the fraction; a text that is shorter gets zeros in front:
 *
 *   milliseconds   1700000000123.45  ->  1700000000|12345        5  ->  0|005
 */
static sy_time split_digits(sy_span plain, size_t fraction_digits) {
    sy_time time = {.fraction_digits = (uint8_t)fraction_digits, .offset_is_zero = true};
    size_t missing = fraction_digits;
    size_t at = plain.nbytes;
    while (missing > 0) {
        char byte = at > 0 ? plain.bytes[--at] : '0';
        if (byte != '.') time.fraction[--missing] = byte;
    }
    for (size_t i = 0; i < at; i += 1) {
        if (plain.bytes[i] != '.') time.seconds = time.seconds * 10 + (plain.bytes[i] - '0');
    }
    return time;
}

steelyard_status sy_time_parse_unix(sy_span number, uint32_t unit_digits, sy_time *time_out) {
    sy_decimal count, end = sy_decimal_from_integer(SECONDS_END);
    uint32_t written_scale;
    char text[SY_DECIMAL_TEXT_NBYTES_MAX];
    if (sy_decimal_parse_number(number, &count, &written_scale) != STEELYARD_OK) return STEELYARD_TIMESTAMP_RANGE;
    if (sy_decimal_shift(&end, (int32_t)unit_digits, &end) != STEELYARD_OK) return STEELYARD_TIMESTAMP_RANGE;
    if (count.negative || sy_decimal_compare(&count, &end) >= 0) return STEELYARD_TIMESTAMP_RANGE;
    if (written_scale > SY_FRACTION_DIGITS_MAX - unit_digits) return STEELYARD_TIMESTAMP_SYNTAX;
    /* The decimal may have lost trailing zeros to fit its digits; padding to the written scale brings them back. */
    size_t text_nbytes = sy_decimal_print(&count, written_scale, false, text);
    *time_out = split_digits((sy_span){text, text_nbytes}, written_scale + unit_digits);
    return STEELYARD_OK;
}

bool sy_time_parse_date(sy_span text, int64_t *begin_seconds_out) {
    civil_date date;
    if (text.nbytes != 10 || !read_date(text, &date)) return false;
    *begin_seconds_out = (int64_t)(day_of_date(date) - DAY_OF_1970) * SECONDS_PER_DAY;
    return true;
}

static char fraction_digit(const sy_time *time, uint32_t index) {
    return index < time->fraction_digits ? time->fraction[index] : '0';
}

int sy_time_compare(const sy_time *left, const sy_time *right) {
    if (left->seconds != right->seconds) return left->seconds < right->seconds ? -1 : 1;
    for (uint32_t i = 0; i < SY_FRACTION_DIGITS_MAX; i += 1) {
        int difference = fraction_digit(left, i) - fraction_digit(right, i);
        if (difference != 0) return difference < 0 ? -1 : 1;
    }
    return 0;
}

sy_time sy_time_from_seconds(int64_t seconds) {
    return (sy_time){.seconds = seconds, .offset_is_zero = true};
}

static sy_decimal fraction_as_decimal(const sy_time *time) {
    char text[2 + SY_FRACTION_DIGITS_MAX] = "0.";
    sy_decimal fraction = sy_decimal_from_integer(0);
    if (time->fraction_digits == 0) return fraction;
    sy_bytes_copy(text + 2, time->fraction, time->fraction_digits);
    /* At most 30 digits below the point: they always fit. */
    (void)sy_decimal_parse_number((sy_span){text, 2 + (size_t)time->fraction_digits}, &fraction, NULL);
    return fraction;
}

bool sy_time_is_older(const sy_time *then, const sy_time *now, const sy_decimal *max_age_seconds) {
    sy_decimal now_seconds = sy_decimal_from_integer(now->seconds), now_fraction = fraction_as_decimal(now);
    sy_decimal then_seconds = sy_decimal_from_integer(then->seconds), then_fraction = fraction_as_decimal(then);
    sy_decimal_sum excess;
    sy_decimal_sum_begin(&excess);
    sy_decimal_sum_add(&excess, &now_seconds);
    sy_decimal_sum_add(&excess, &now_fraction);
    sy_decimal_sum_subtract(&excess, &then_seconds);
    sy_decimal_sum_subtract(&excess, &then_fraction);
    sy_decimal_sum_subtract(&excess, max_age_seconds);
    return sy_decimal_sum_sign(&excess) > 0;
}

/* Writes `number` with `digits` digits, then `mark`; returns where the next byte goes. */
static char *write_field(char *at, int32_t number, uint32_t digits, char mark) {
    for (uint32_t i = digits; i > 0; i -= 1) {
        at[i - 1] = (char)('0' + number % 10);
        number /= 10;
    }
    at[digits] = mark;
    return at + digits + 1;
}

/* `YYYY-MM-DDThh:mm:ss.` */
SY_STATIC_ASSERT(20 + SY_FRACTION_DIGITS_MAX + 1 <= SY_TIME_TEXT_NBYTES_MAX, "the longest time fits its text");

size_t sy_time_print(const sy_time *time, char text_out[SY_TIME_TEXT_NBYTES_MAX]) {
    /* A leap second is stored as the second after it; it is printed as the one before, with 60 for 59. */
    int64_t seconds = time->seconds - (time->leap_second ? 1 : 0) + (int64_t)DAY_OF_1970 * SECONDS_PER_DAY;
    civil_date date = date_of_day((int32_t)(seconds / SECONDS_PER_DAY));
    int32_t second_of_day = (int32_t)(seconds % SECONDS_PER_DAY);
    int32_t second = second_of_day % 60 + (time->leap_second ? 1 : 0);
    char *at = write_field(text_out, date.year, 4, '-');
    at = write_field(at, date.month, 2, '-');
    at = write_field(at, date.day, 2, 'T');
    at = write_field(at, second_of_day / 3600, 2, ':');
    at = write_field(at, second_of_day / 60 % 60, 2, ':');
    at = write_field(at, second, 2, time->fraction_digits > 0 ? '.' : 'Z');
    if (time->fraction_digits > 0) {
        sy_bytes_copy(at, time->fraction, time->fraction_digits);
        at += time->fraction_digits;
        *at++ = 'Z';
    }
    return (size_t)(at - text_out);
}
