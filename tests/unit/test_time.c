/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_time.c - what times promise: RFC 3339 to the letter, no roll-over, fractions as written, order by instant; and
 * ids written as uuids. The oracles: RFC 3339 sections 5.6 to 5.8, and `date -u +%s`. Suspect time.c and uuid.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "values/time.h"
#include "values/uuid.h"

#define DIGITS_30 "123456789012345678901234567890"
#define ZEROS_30 "000000000000000000000000000000"

static sy_span span_of(const char *text) {
    return (sy_span){text, strlen(text)};
}

/* Reads from memory that ends where the text ends, so that the address sanitizer sees a byte read too many. */
static steelyard_status read_time(const char *text, sy_time *time) {
    size_t nbytes = strlen(text);
    char *exact = malloc(nbytes + 1);
    assert_non_null(exact);
    memcpy(exact + 1, text, nbytes);
    steelyard_status status = sy_time_parse_rfc3339((sy_span){exact + 1, nbytes}, time);
    free(exact);
    return status;
}

static sy_time time_of(const char *text) {
    sy_time time;
    if (read_time(text, &time) != STEELYARD_OK) fail_msg("%s does not parse", text);
    return time;
}

static void expect_printed(const char *input, const sy_time *time, const char *expected) {
    char text[SY_TIME_TEXT_NBYTES_MAX + 1];
    text[sy_time_print(time, text)] = '\0';
    if (strcmp(text, expected) != 0) fail_msg("%s: %s instead of %s", input, text, expected);
}

static void rfc_3339_times_become_utc_with_the_fraction_as_written(void **state) {
    static const struct {
        const char *text, *printed;
        int64_t seconds;
        bool offset_is_zero;
    } rows[] = {
        {"1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", 0, true},
        {"2024-02-29T12:34:56Z", "2024-02-29T12:34:56Z", 1709210096, true},
        {"2024-02-29t12:34:56z", "2024-02-29T12:34:56Z", 1709210096, true},
        {"2024-02-29T12:34:56+00:00", "2024-02-29T12:34:56Z", 1709210096, true},
        {"2024-02-29T12:34:56-00:00", "2024-02-29T12:34:56Z", 1709210096, true},
        {"2024-02-29T15:34:56+03:00", "2024-02-29T12:34:56Z", 1709210096, false},
        {"2024-02-29T07:04:56-05:30", "2024-02-29T12:34:56Z", 1709210096, false},
        {"2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00Z", 1709249400, false},
        {"2023-12-31T23:30:00-01:00", "2024-01-01T00:30:00Z", 1704069000, false},
        {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", -1, true},
        {"2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z", 951782400, true},
        {"2038-01-19T03:14:08Z", "2038-01-19T03:14:08Z", INT64_C(2147483648), true},
        {"0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z", INT64_C(-62167219200), true},
        {"0000-02-29T00:00:00Z", "0000-02-29T00:00:00Z", INT64_C(-62162121600), true},
        {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", INT64_C(253402300799), true},
        {"9999-12-31T23:59:59+23:59", "9999-12-31T00:00:59Z", INT64_C(253402214459), false},
        {"0000-01-01T23:59:00+23:59", "0000-01-01T00:00:00Z", INT64_C(-62167219200), false},
        {"2024-01-01T00:00:00.5Z", "2024-01-01T00:00:00.5Z", 1704067200, true},
        {"2024-01-01T00:00:00.500Z", "2024-01-01T00:00:00.500Z", 1704067200, true},
        {"2024-01-01T00:00:00.0Z", "2024-01-01T00:00:00.0Z", 1704067200, true},
        {"2024-01-01T00:00:00." DIGITS_30 "Z", "2024-01-01T00:00:00." DIGITS_30 "Z", 1704067200, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_time time = time_of(rows[i].text);
        expect_printed(rows[i].text, &time, rows[i].printed);
        if (time.seconds != rows[i].seconds) fail_msg("%s: %lld seconds", rows[i].text, (long long)time.seconds);
        if (time.offset_is_zero != rows[i].offset_is_zero) fail_msg("%s: offset", rows[i].text);
    }
}

static void what_is_not_rfc_3339_is_refused_and_nothing_rolls_over(void **state) {
    static const char *const rows[] = {
        "",
        "2024",
        "2024-01-01",
        "2024-01-01T00:00:00",
        "2024-01-01T00:00Z",
        "2024-01-01 00:00:00Z",
        "2024-02-30T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2024-04-31T00:00:00Z",
        "2024-00-01T00:00:00Z",
        "2024-13-01T00:00:00Z",
        "2024-01-00T00:00:00Z",
        "2024-01-32T00:00:00Z",
        "2024-01-01T24:00:00Z",
        "2024-01-01T00:60:00Z",
        "2024-01-01T00:00:61Z",
        "2024-01-01T00:00:99Z",
        "2024-01-01T00:00:00+24:00",
        "2024-01-01T00:00:00+00:60",
        "2024-01-01T00:00:00+0000",
        "2024-01-01T00:00:00+00",
        "2024-01-01T00:00:00+00:0",
        "2024-01-01T00:00:00 Z",
        "2024-01-01T00:00:00ZZ",
        "2024-01-01T00:00:00Z ",
        " 2024-01-01T00:00:00Z",
        "2024-01-01T00:00:00+00:00Z",
        "2024-01-01T00:00:00X",
        "2024-01-01T00:00:00.Z",
        "2024-01-01T00:00:00,5Z",
        "2024-01-01T00:00:00.5",
        "2024-01-01T00:00:00.5x",
        "2024-01-01T00:00:00." DIGITS_30 "1Z",
        "2024-01-01T00:00:00." ZEROS_30 "0Z",
        "24-01-01T00:00:00Z",
        "02024-01-01T00:00:00Z",
        "-024-01-01T00:00:00Z",
        "+024-01-01T00:00:00Z",
        "2024/01/01T00:00:00Z",
        "2024-1-01T00:00:00Z",
        "2024-01-01T0:00:00Z",
        "2024-W01-1T00:00:00Z",
        "20240101T000000Z",
        "2024-01-01T00-00-00Z",
        "2024-01-01T00:00:0\xd9\xa1Z",
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_time time;
        if (read_time(rows[i], &time) != STEELYARD_TIMESTAMP_SYNTAX) fail_msg("%s is no time", rows[i]);
    }
}

static void an_offset_out_of_the_years_0000_to_9999_is_out_of_range(void **state) {
    static const char *const rows[] = {
        "0000-01-01T00:00:00+00:01", "0000-01-01T23:58:59+23:59", "9999-12-31T23:59:00-00:01",
        "9999-12-31T00:01:00-23:59", "0000-01-01T00:59:60+01:00",
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_time time;
        if (read_time(rows[i], &time) != STEELYARD_TIMESTAMP_RANGE) fail_msg("%s is out of range", rows[i]);
    }
}

static void second_60_stands_at_the_end_of_a_utc_month_only(void **state) {
    static const struct {
        const char *text, *printed, *same_instant;
    } taken[] = {
        {"2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"},
        {"1990-12-31T15:59:60-08:00", "1990-12-31T23:59:60Z", "1991-01-01T00:00:00Z"},
        {"2017-01-01T05:29:60.25+05:30", "2016-12-31T23:59:60.25Z", "2017-01-01T00:00:00.25Z"},
        {"2024-02-29T23:59:60Z", "2024-02-29T23:59:60Z", "2024-03-01T00:00:00Z"},
        {"2023-04-30T23:59:60Z", "2023-04-30T23:59:60Z", "2023-05-01T00:00:00Z"},
        {"9999-12-31T23:59:60Z", "9999-12-31T23:59:60Z", NULL},
    };
    static const char *const refused[] = {
        "2016-12-31T23:58:60Z", "2016-12-30T23:59:60Z", "2016-12-31T22:59:60Z", "2016-12-31T23:59:60+01:00",
        "2024-02-28T23:59:60Z", "2023-03-30T23:59:60Z", "2016-12-31T23:59:61Z", "9999-12-31T23:59:60-01:00",
    };
    (void)state;
    for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i += 1) {
        sy_time time = time_of(taken[i].text);
        expect_printed(taken[i].text, &time, taken[i].printed);
        if (taken[i].same_instant == NULL) continue;
        sy_time same = time_of(taken[i].same_instant);
        if (sy_time_compare(&time, &same) != 0) fail_msg("%s is %s", taken[i].text, taken[i].same_instant);
    }
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i += 1) {
        sy_time time;
        if (read_time(refused[i], &time) != STEELYARD_TIMESTAMP_SYNTAX) fail_msg("%s is no time", refused[i]);
    }
}

static void unix_times_keep_their_written_digits(void **state) {
    static const struct {
        const char *number;
        uint32_t unit_digits;
        const char *printed;
    } rows[] = {
        {"0", 0, "1970-01-01T00:00:00Z"},
        {"-0", 0, "1970-01-01T00:00:00Z"},
        {"1709210096", 0, "2024-02-29T12:34:56Z"},
        {"1709210096.50", 0, "2024-02-29T12:34:56.50Z"},
        {"1.7092100965e9", 0, "2024-02-29T12:34:56.5Z"},
        {"1709210096123", 3, "2024-02-29T12:34:56.123Z"},
        {"1709210096000", 3, "2024-02-29T12:34:56.000Z"},
        {"1709210096123.40", 3, "2024-02-29T12:34:56.12340Z"},
        {"5", 3, "1970-01-01T00:00:00.005Z"},
        {"5", 9, "1970-01-01T00:00:00.000000005Z"},
        {"1e3", 3, "1970-01-01T00:00:01.000Z"},
        {"1709210096123456789", 9, "2024-02-29T12:34:56.123456789Z"},
        {"253402300799", 0, "9999-12-31T23:59:59Z"},
        {"253402300799999999999", 9, "9999-12-31T23:59:59.999999999Z"},
        {"0." DIGITS_30, 0, "1970-01-01T00:00:00." DIGITS_30 "Z"},
        /* 12 + 30 digits are more than a decimal holds; the zeros among them are brought back. */
        {"253402300799." ZEROS_30, 0, "9999-12-31T23:59:59." ZEROS_30 "Z"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_time time;
        steelyard_status status = sy_time_parse_unix(span_of(rows[i].number), rows[i].unit_digits, &time);
        if (status != STEELYARD_OK) fail_msg("%s: status %d", rows[i].number, (int)status);
        expect_printed(rows[i].number, &time, rows[i].printed);
        assert_true(time.offset_is_zero);
    }
}

static void unix_times_out_of_range_are_told_from_too_many_digits(void **state) {
    static const struct {
        const char *number;
        uint32_t unit_digits;
        steelyard_status status;
    } rows[] = {
        {"253402300800", 0, STEELYARD_TIMESTAMP_RANGE},
        {"253402300800000", 3, STEELYARD_TIMESTAMP_RANGE},
        {"-1", 0, STEELYARD_TIMESTAMP_RANGE},
        {"-0.001", 0, STEELYARD_TIMESTAMP_RANGE},
        {"1e400", 0, STEELYARD_TIMESTAMP_RANGE},
        {"1700000000." DIGITS_30, 0, STEELYARD_TIMESTAMP_RANGE},      /* 40 digits: no decimal */
        {"253402300800." ZEROS_30 "0", 0, STEELYARD_TIMESTAMP_RANGE}, /* range goes first */
        {"0." ZEROS_30 "0", 0, STEELYARD_TIMESTAMP_SYNTAX},
        {"0." ZEROS_30, 3, STEELYARD_TIMESTAMP_SYNTAX},
        {"0.0000000000000000000000000000", 3, STEELYARD_TIMESTAMP_SYNTAX},
        {"0.000000000000000000000000000", 3, STEELYARD_OK},
        {"1.0000000000000000000000000000001", 0, STEELYARD_TIMESTAMP_SYNTAX},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_time time;
        steelyard_status status = sy_time_parse_unix(span_of(rows[i].number), rows[i].unit_digits, &time);
        if (status != rows[i].status) fail_msg("%s: status %d", rows[i].number, (int)status);
    }
}

static void times_compare_as_instants(void **state) {
    static const struct {
        const char *left, *right;
        int order;
    } rows[] = {
        {"2024-01-01T00:00:00Z", "2024-01-01T00:00:00.000Z", 0},
        {"2024-01-01T01:00:00+01:00", "2024-01-01T00:00:00Z", 0},
        {"2024-01-01T00:00:00.1Z", "2024-01-01T00:00:00.09Z", 1},
        {"2024-01-01T00:00:00." DIGITS_30 "Z", "2024-01-01T00:00:00.12345678901234567890123456789Z", 0},
        {"2024-01-01T00:00:00." DIGITS_30 "Z", "2024-01-01T00:00:00.123456789012345678901234567891Z", -1},
        {"1969-12-31T23:59:59.9Z", "1970-01-01T00:00:00Z", -1},
        {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59.9Z", 1},
        {"0000-01-01T00:00:00Z", "9999-12-31T23:59:60Z", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_time left = time_of(rows[i].left), right = time_of(rows[i].right);
        if (sy_time_compare(&left, &right) != rows[i].order || sy_time_compare(&right, &left) != -rows[i].order) {
            fail_msg("%s against %s", rows[i].left, rows[i].right);
        }
    }
    sy_time begin = sy_time_from_seconds(0), epoch = time_of("1970-01-01T00:00:00Z");
    assert_int_equal(sy_time_compare(&begin, &epoch), 0);
}

static void exactly_the_greatest_age_is_not_older(void **state) {
    static const struct {
        const char *then, *now, *max_age;
        bool is_older;
    } rows[] = {
        {"2024-01-01T00:00:00Z", "2024-01-01T00:05:00Z", "300", false},
        {"2024-01-01T00:00:00Z", "2024-01-01T00:05:00Z", "299", true},
        {"2024-01-01T00:00:00Z", "2024-01-01T00:05:00.000000000000000000000000000001Z", "300", true},
        {"2024-01-01T00:00:00.000000000000000000000000000001Z", "2024-01-01T00:05:00Z", "300", false},
        {"2024-01-01T00:00:00.5Z", "2024-01-01T00:00:02Z", "1.5", false},
        {"2024-01-01T00:00:00.5Z", "2024-01-01T00:00:02Z", "1.4999999999999999999999999999999999999", true},
        {"2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z", "0", false},
        {"2024-01-01T00:00:01Z", "2024-01-01T00:00:00Z", "0", false},
        {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "315569519999", false},
        {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "315569519998", true},
        {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "99999999999999999999999999999999999999", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_time then = time_of(rows[i].then), now = time_of(rows[i].now);
        sy_decimal max_age;
        assert_int_equal(sy_decimal_parse_number(span_of(rows[i].max_age), &max_age, NULL), STEELYARD_OK);
        bool is_older = sy_time_is_older(&then, &now, &max_age);
        if (is_older != rows[i].is_older) fail_msg("%s at %s", rows[i].then, rows[i].now);
    }
}

static void dates_are_ten_bytes_of_a_day_that_exists(void **state) {
    static const char *const refused[] = {"",           "2024-01-0",   "2024-01-011", "2024-02-30",
                                          "2023-02-29", "2024-13-01",  "2024/01/01",  "2024-00-10",
                                          "2024-01-00", "2024-01-01T", "x024-01-01"};
    int64_t seconds = 0;
    (void)state;
    assert_true(sy_time_parse_date(span_of("2024-02-29"), &seconds));
    assert_int_equal(seconds, 1709164800);
    assert_true(sy_time_parse_date(span_of("0000-01-01"), &seconds));
    assert_true(seconds == INT64_C(-62167219200));
    assert_true(sy_time_parse_date(span_of("9999-12-31"), &seconds));
    assert_true(seconds == INT64_C(253402214400));
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i += 1) {
        if (sy_time_parse_date(span_of(refused[i]), &seconds)) fail_msg("%s is no date", refused[i]);
    }
}

/* Every day of ten thousand years, counted by a calendar on fingers. */
static void every_day_follows_the_day_before(void **state) {
    static const int days_of_months[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t expected = INT64_C(-62167219200);
    (void)state;
    for (int year = 0; year <= 9999; year += 1) {
        bool is_leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        for (int month = 1; month <= 12; month += 1) {
            int days = days_of_months[month - 1] + (month == 2 && is_leap);
            for (int day = 1; day <= days; day++, expected += 86400) {
                char text[] = "0000-00-00";
                int64_t seconds = 0;
                for (int i = 3, rest = year; i >= 0; i--, rest /= 10) text[i] = (char)('0' + rest % 10);
                text[5] = (char)('0' + month / 10), text[6] = (char)('0' + month % 10);
                text[8] = (char)('0' + day / 10), text[9] = (char)('0' + day % 10);
                if (!sy_time_parse_date(span_of(text), &seconds) || seconds != expected) fail_msg("%s", text);
                char printed[SY_TIME_TEXT_NBYTES_MAX];
                sy_time time = sy_time_from_seconds(expected);
                if (sy_time_print(&time, printed) != 20 || memcmp(printed, text, 10) != 0) fail_msg("%s", text);
            }
        }
    }
}

static void uuids_come_out_in_lower_case(void **state) {
    static const char *const refused[] = {
        "",
        "7883fb19-2359-4a9b-b917-f08a259898e",
        "7883fb19-2359-4a9b-b917-f08a259898edd",
        "7883fb1902359-4a9b-b917-f08a259898ed",
        "7883fb19-2359-4a9b-b917-f08a259898eg",
        "7883fb19-2359-4a9b-b91-7f08a259898ed",
        "{883fb19-2359-4a9b-b917-f08a259898e}",
        "------------------------------------",
    };
    char uuid[SY_UUID_NBYTES];
    (void)state;
    assert_true(sy_uuid_normalise(span_of("7883FB19-2359-4a9B-b917-f08a259898ED"), uuid));
    assert_memory_equal(uuid, "7883fb19-2359-4a9b-b917-f08a259898ed", SY_UUID_NBYTES);
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i += 1) {
        if (sy_uuid_normalise(span_of(refused[i]), uuid)) fail_msg("%s is no uuid", refused[i]);
    }
    assert_memory_equal(uuid, "7883fb19", 8); /* a refusal writes nothing */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rfc_3339_times_become_utc_with_the_fraction_as_written),
        cmocka_unit_test(what_is_not_rfc_3339_is_refused_and_nothing_rolls_over),
        cmocka_unit_test(an_offset_out_of_the_years_0000_to_9999_is_out_of_range),
        cmocka_unit_test(second_60_stands_at_the_end_of_a_utc_month_only),
        cmocka_unit_test(unix_times_keep_their_written_digits),
        cmocka_unit_test(unix_times_out_of_range_are_told_from_too_many_digits),
        cmocka_unit_test(times_compare_as_instants),
        cmocka_unit_test(exactly_the_greatest_age_is_not_older),
        cmocka_unit_test(dates_are_ten_bytes_of_a_day_that_exists),
        cmocka_unit_test(every_day_follows_the_day_before),
        cmocka_unit_test(uuids_come_out_in_lower_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
