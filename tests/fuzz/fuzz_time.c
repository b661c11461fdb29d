/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_time.c - what is read as a time prints as the same instant in UTC. Suspect time.c, uuid.c.
 */
#include "fuzz.h"

#include "values/time.h"
#include "values/uuid.h"

static void check_time(const sy_time *time) {
    char text[SY_TIME_TEXT_NBYTES_MAX];
    char text_again[SY_TIME_TEXT_NBYTES_MAX];
    size_t nbytes = sy_time_print(time, text);
    sy_time again;
    REQUIRE(nbytes <= SY_TIME_TEXT_NBYTES_MAX && text[nbytes - 1] == 'Z');
    REQUIRE(sy_time_parse_rfc3339((sy_span){text, nbytes}, &again) == STEELYARD_OK);
    REQUIRE(sy_time_compare(time, &again) == 0 && again.offset_is_zero);
    REQUIRE(sy_time_print(&again, text_again) == nbytes && memcmp(text, text_again, nbytes) == 0);
}

static bool is_digits(sy_span text) {
    for (size_t i = 0; i < text.nbytes; i += 1)
        if (!sy_span_is_digit(text.bytes[i])) return false;
    return text.nbytes > 0;
}

static void check_unix(sy_span number) {
    static const uint32_t units[] = {0, 3, 6, 9};
    sy_time time, seconds;
    if (!sy_decimal_is_json_number(number)) return;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i += 1) {
        steelyard_status status = sy_time_parse_unix(number, units[i], &time);
        if (status != STEELYARD_OK) continue;
        check_time(&time);
        if (!is_digits(number) || units[i] != 0) continue;
        seconds = sy_time_from_seconds(time.seconds);
        REQUIRE(sy_time_compare(&time, &seconds) == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes) {
    fuzz_parts parts = fuzz_split(data, nbytes);
    sy_time time, other;
    sy_decimal zero = sy_decimal_from_integer(0);
    int64_t begin_seconds;
    char uuid[SY_UUID_NBYTES];
    bool is_time = sy_time_parse_rfc3339(parts.first, &time) == STEELYARD_OK;
    if (is_time) check_time(&time);
    if (is_time && sy_time_parse_rfc3339(parts.rest, &other) == STEELYARD_OK) {
        REQUIRE(sy_time_compare(&time, &other) == -sy_time_compare(&other, &time));
        REQUIRE(sy_time_is_older(&time, &other, &zero) == (sy_time_compare(&time, &other) < 0));
    }
    check_unix(parts.first);
    if (sy_time_parse_date(parts.first, &begin_seconds)) {
        time = sy_time_from_seconds(begin_seconds);
        REQUIRE(parts.first.nbytes == 10 && begin_seconds % 86400 == 0);
        check_time(&time);
    }
    (void)sy_uuid_normalise(parts.first, uuid);
    return 0;
}
