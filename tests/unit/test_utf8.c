/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_utf8.c - what UTF-8 promises: every scalar value and nothing else. The oracle is the table of RFC 3629
 * section 4, and the number of sequences that it allows. Suspect utf8.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

static void every_scalar_value_survives_the_way_there_and_back(void **state) {
    (void)state;
    for (uint32_t scalar = 0; scalar <= 0x10ffff; scalar += 1) {
        char bytes[4];
        if (scalar == 0xd800) scalar = 0xe000;
        size_t expected = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
        size_t written = sy_utf8_encode(scalar, bytes);
        if (written != expected) fail_msg("U+%04X takes %u bytes", (unsigned)scalar, (unsigned)written);
        if (sy_utf8_sequence_nbytes(bytes, written) != written) fail_msg("U+%04X is refused", (unsigned)scalar);
        if (written == 1) continue;
        if (sy_utf8_sequence_nbytes(bytes, written - 1) != 0) fail_msg("U+%04X cut off is taken", (unsigned)scalar);
    }
}

/* All scalar values passed; that nothing else does follows from the count. */
static void there_are_no_other_sequences_of_up_to_three_bytes(void **state) {
    size_t counts[5] = {0};
    (void)state;
    for (uint32_t pattern = 0; pattern < UINT32_C(1) << 24; pattern += 1) {
        const char bytes[3] = {(char)(pattern >> 16), (char)(pattern >> 8), (char)pattern};
        counts[sy_utf8_sequence_nbytes(bytes, sizeof bytes)]++;
    }
    assert_int_equal(counts[1], 0x80 * 0x10000);
    assert_int_equal(counts[2], (0x800 - 0x80) * 0x100);
    assert_int_equal(counts[3], 0x10000 - 0x800 - 0x800);
    assert_int_equal(counts[4], 0);
}

static void sequences_end_where_rfc_3629_says(void **state) {
    static const struct {
        const char *expectation, *bytes;
        size_t nbytes, expected;
    } rows[] = {
        {"NUL", "\0", 1, 1},
        {"U+007F", "\x7f", 1, 1},
        {"only the first sequence counts", "ab", 2, 1},
        {"U+0080, the first of two bytes", "\xc2\x80", 2, 2},
        {"U+07FF, the last of two bytes", "\xdf\xbf", 2, 2},
        {"U+0800, the first of three bytes", "\xe0\xa0\x80", 3, 3},
        {"U+D7FF, the last before the surrogates", "\xed\x9f\xbf", 3, 3},
        {"U+E000, the first after them", "\xee\x80\x80", 3, 3},
        {"U+FFFF", "\xef\xbf\xbf", 3, 3},
        {"U+10000, the first of four bytes", "\xf0\x90\x80\x80", 4, 4},
        {"U+10FFFF, the last of all", "\xf4\x8f\xbf\xbf", 4, 4},
        {"a continuation byte alone", "\x80", 1, 0},
        {"the last continuation byte alone", "\xbf", 1, 0},
        {"an overlong slash", "\xc0\xaf", 2, 0},
        {"an overlong U+007F", "\xc1\xbf", 2, 0},
        {"an overlong U+07FF", "\xe0\x9f\xbf", 3, 0},
        {"an overlong U+FFFF", "\xf0\x8f\xbf\xbf", 4, 0},
        {"the first surrogate", "\xed\xa0\x80", 3, 0},
        {"the last surrogate", "\xed\xbf\xbf", 3, 0},
        {"U+110000", "\xf4\x90\x80\x80", 4, 0},
        {"a lead byte beyond Unicode", "\xf5\x80\x80\x80", 4, 0},
        {"FE", "\xfe", 1, 0},
        {"FF", "\xff", 1, 0},
        {"two bytes cut off", "\xc3", 1, 0},
        {"three bytes cut off after two", "\xe2\x82", 2, 0},
        {"four bytes cut off after three", "\xf0\x9f\x98", 3, 0},
        {"a letter instead of the second byte",
         "\xc3"
         "A",
         2, 0},
        {"a letter instead of the third byte",
         "\xe2\x82"
         "A",
         3, 0},
        {"a letter instead of the fourth byte",
         "\xf0\x9f\x98"
         "A",
         4, 0},
        {"a new lead byte instead of the fourth", "\xf0\x9f\x98\xc0", 4, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        /* Memory that ends where the bytes end: the address sanitizer sees a byte read too many. */
        char *exact = malloc(rows[i].nbytes);
        assert_non_null(exact);
        memcpy(exact, rows[i].bytes, rows[i].nbytes);
        size_t actual = sy_utf8_sequence_nbytes(exact, rows[i].nbytes);
        free(exact);
        if (actual != rows[i].expected) fail_msg("%s: %u bytes", rows[i].expectation, (unsigned)actual);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scalar_value_survives_the_way_there_and_back),
        cmocka_unit_test(there_are_no_other_sequences_of_up_to_three_bytes),
        cmocka_unit_test(sequences_end_where_rfc_3629_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
