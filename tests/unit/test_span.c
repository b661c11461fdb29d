/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_span.c - what spans promise: length decides, NUL is a byte like others, order is that of unsigned bytes.
 * Suspect span.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/span.h"

static void spans_compare_by_bytes_then_by_length(void **state) {
    static const struct {
        const char *expectation;
        sy_span left, right;
        int order;
        bool equal_ignoring_case;
    } rows[] = {
        {"both empty", {NULL, 0}, {"", 0}, 0, true},
        {"empty before anything", {NULL, 0}, {"\0", 1}, -1, false},
        {"equal", {"TRY", 3}, {"TRY", 3}, 0, true},
        {"capitals before small letters", {"TRY", 3}, {"try", 3}, -1, true},
        {"a beginning before the whole", {"10", 2}, {"100", 3}, -1, false},
        {"digits as bytes, not as numbers", {"10", 2}, {"9", 1}, -1, false},
        {"NUL is a byte", {"a\0b", 3}, {"a\0c", 3}, -1, false},
        {"bytes are unsigned", {"\x7f", 1}, {"\x80", 1}, -1, false},
        {"U+FFFD before U+10000", {"\xef\xbf\xbd", 3}, {"\xf0\x90\x80\x80", 4}, -1, false},
        {"letters alone have case: @ and `", {"@", 1}, {"`", 1}, -1, false},
        {"letters alone have case: [ and {", {"[", 1}, {"{", 1}, -1, false},
        {"A and Z have case", {"AZ", 2}, {"az", 2}, -1, true},
        {"letters outside ASCII have none", {"\xc3\x84", 2}, {"\xc3\xa4", 2}, -1, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_span left = rows[i].left, right = rows[i].right;
        int forward = sy_span_compare(left, right), backward = sy_span_compare(right, left);
        bool ordered = rows[i].order == 0 ? forward == 0 && backward == 0 : forward < 0 && backward > 0;
        if (!ordered) fail_msg("%s: order", rows[i].expectation);
        if (sy_span_equal(left, right) != (rows[i].order == 0)) fail_msg("%s: equality", rows[i].expectation);
        if (sy_span_equal_ignoring_case(left, right) != rows[i].equal_ignoring_case ||
            sy_span_equal_ignoring_case(right, left) != rows[i].equal_ignoring_case) {
            fail_msg("%s: equality ignoring case", rows[i].expectation);
        }
    }
}

static void pieces_share_the_bytes_of_the_whole(void **state) {
    sy_span whole = SY_SPAN("abc"), empty = {NULL, 0};
    (void)state;
    assert_int_equal(whole.nbytes, 3);
    assert_true(sy_span_equal(sy_span_from(whole, 0), whole));
    assert_ptr_equal(sy_span_from(whole, 1).bytes, whole.bytes + 1);
    assert_int_equal(sy_span_from(whole, 1).nbytes, 2);
    assert_int_equal(sy_span_from(whole, 3).nbytes, 0);
    assert_int_equal(sy_span_from(empty, 0).nbytes, 0);
}

static void ten_bytes_are_digits(void **state) {
    int count = 0;
    (void)state;
    for (int byte = 0; byte <= 0xff; byte += 1) count += sy_span_is_digit((char)byte);
    assert_int_equal(count, 10);
    for (char digit = '0'; digit <= '9'; digit += 1) assert_true(sy_span_is_digit(digit));
}

static void copies_and_zeros_touch_their_bytes_only(void **state) {
    char target[] = "........";
    (void)state;
    sy_bytes_copy(target + 2, "ab\0d", 4);
    assert_memory_equal(target, "..ab\0d..", 8);
    sy_bytes_copy(target, NULL, 0);
    sy_bytes_clear(target + 5, 2);
    assert_memory_equal(target, "..ab\0\0\0.", 8);
    sy_bytes_clear(NULL, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_compare_by_bytes_then_by_length),
        cmocka_unit_test(pieces_share_the_bytes_of_the_whole),
        cmocka_unit_test(ten_bytes_are_digits),
        cmocka_unit_test(copies_and_zeros_touch_their_bytes_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
