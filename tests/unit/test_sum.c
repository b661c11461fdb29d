/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_sum.c - what sums promise: exact whatever happens on the way, only the result has to fit, and the step from
 * 64 bits to 384 cannot be seen from outside. The oracle is arithmetic on paper. Suspect decimal_sum.c, then wide.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decimal/decimal.h"
#include "decimal/decimal_sum.h"

#define NINES_19 "9999999999999999999"
#define NINES_38 NINES_19 NINES_19
#define ZEROS_37 "0000000000000000000000000000000000000"
#define SMALLEST "0." ZEROS_37 "1"

static const char refused_range[] = "out of range";

static sy_decimal decimal_of(const char *text) {
    sy_decimal value;
    steelyard_status status = sy_decimal_parse_number((sy_span){text, strlen(text)}, &value, NULL);
    assert_int_equal(status, STEELYARD_OK);
    return value;
}

static void expect_result(const char *expectation, const sy_decimal_sum *sum, const char *expected) {
    sy_decimal result;
    char text[SY_DECIMAL_TEXT_NBYTES_MAX + 1] = "out of range";
    if (sy_decimal_sum_result(sum, &result) == STEELYARD_OK) text[sy_decimal_print(&result, 0, false, text)] = '\0';
    if (strcmp(text, expected) != 0) fail_msg("%s: %s instead of %s", expectation, text, expected);
}

/* The sum of a list of numbers that ends with NULL. */
static sy_decimal_sum sum_of(const char *const *terms) {
    sy_decimal_sum sum;
    sy_decimal_sum_begin(&sum);
    for (; *terms != NULL; terms += 1) {
        sy_decimal term = decimal_of(*terms);
        sy_decimal_sum_add(&sum, &term);
    }
    return sum;
}

static sy_decimal_sum sum_of_one(const char *term) {
    return sum_of((const char *const[]){term, NULL});
}

static void sums_are_exact_and_keep_the_largest_scale(void **state) {
    static const struct {
        const char *expectation, *terms[7], *expected;
    } rows[] = {
        {"no term at all", {NULL}, "0"},
        {"ten cents and twenty", {"0.1", "0.2"}, "0.3"},
        {"the largest scale stays", {"1", "2.50", "-3.5"}, "0.00"},
        {"the largest 64 bits", {"9223372036854775806", "1"}, "9223372036854775807"},
        {"one past 64 bits", {"9223372036854775807", "1"}, "9223372036854775808"},
        {"the most negative narrow sum", {"-9223372036854775806", "-1"}, "-9223372036854775807"},
        {"one past it", {"-9223372036854775807", "-1"}, "-9223372036854775808"},
        {"two past it", {"-9223372036854775807", "-2"}, "-9223372036854775809"},
        {"past 64 bits and back", {"9223372036854775807", "0.01", "-9223372036854775807"}, "0.01"},
        {"a finer term that lifts the sum past 64 bits", {"92233720368547758.07", "0.001"}, "92233720368547758.071"},
        {"a coarser term that is past 64 bits at the sum's scale",
         {"0.000000001", "99999999999"},
         "99999999999.000000001"},
        {"a zero with 38 fraction digits", {"0." ZEROS_37 "0", "1"}, "1"},
        {"out of range on the way only", {NINES_38, NINES_38, "-" NINES_38}, NINES_38},
        {"out of range in the end", {NINES_38, "1"}, refused_range},
        {"out of range below zero", {"-" NINES_38, "-1"}, refused_range},
        {"the largest beside the smallest", {NINES_38, SMALLEST}, refused_range},
        {"the largest beside the smallest and back", {NINES_38, SMALLEST, "-" NINES_38}, SMALLEST},
        {"zeros that do not fit are dropped", {NINES_38, SMALLEST, "-" SMALLEST}, NINES_38},
        {"cancelled to nothing", {NINES_38, "-" NINES_38}, "0"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal_sum sum = sum_of(rows[i].terms);
        expect_result(rows[i].expectation, &sum, rows[i].expected);
    }
}

static void the_order_of_the_terms_does_not_matter(void **state) {
    static const char *const forward[] = {NINES_38, "0.10", "-9223372036854775808", "-" NINES_38, SMALLEST, NULL};
    static const char *const backward[] = {SMALLEST, "-" NINES_38, "-9223372036854775808", "0.10", NINES_38, NULL};
    sy_decimal_sum one = sum_of(forward), other = sum_of(backward);
    (void)state;
    assert_int_equal(sy_decimal_sum_compare(&one, &other), 0);
}

static void a_sum_of_a_million_cents_stays_narrow(void **state) {
    sy_decimal_sum sum;
    sy_decimal cent = decimal_of("0.01");
    (void)state;
    sy_decimal_sum_begin(&sum);
    for (int i = 0; i < 1000000; i += 1) sy_decimal_sum_add(&sum, &cent);
    assert_false(sum.wide);
    expect_result("a million cents", &sum, "10000.00");
    for (int i = 0; i < 1000000; i += 1) sy_decimal_sum_subtract(&sum, &cent);
    expect_result("and back", &sum, "0.00");
}

static void zeroed_memory_is_an_empty_sum(void **state) {
    sy_decimal_sum sum;
    sy_decimal term = decimal_of("0.80");
    (void)state;
    memset(&sum, 0, sizeof sum);
    sy_decimal_sum_add(&sum, &term);
    expect_result("one term", &sum, "0.80");
    memset(&sum, 0xff, sizeof sum);
    sy_decimal_sum_begin(&sum);
    expect_result("begun anew", &sum, "0");
}

/* 2^31 terms of the largest amount at the largest distance of scales: by doubling, or the test would take a day. */
static void two_to_the_31_largest_terms_times_the_largest_factor_come_back_exactly(void **state) {
    enum { DOUBLINGS = 31 };
    sy_decimal_sum parts[DOUBLINGS + 1], sum, factored;
    (void)state;
    parts[0] = sum_of((const char *const[]){"-" NINES_38, "-" SMALLEST, NULL});
    for (size_t i = 0; i < DOUBLINGS; i += 1) {
        parts[i + 1] = parts[i];
        sy_decimal_sum_add_sum(&parts[i + 1], &parts[i], false);
    }
    sum = factored = parts[DOUBLINGS];
    sy_decimal_sum_times(&factored, UINT32_MAX);
    assert_int_equal(sy_decimal_sum_sign(&factored), -1);
    assert_int_equal(sy_decimal_sum_compare(&factored, &sum), -1);
    expect_result("far out of range", &factored, refused_range);
    /* sum - sum/2 - sum/4 - ... leaves one part. */
    for (size_t i = DOUBLINGS; i-- > 0;) sy_decimal_sum_add_sum(&sum, &parts[i], true);
    assert_int_equal(sy_decimal_sum_compare(&sum, &parts[0]), 0);
    sy_decimal largest = decimal_of(NINES_38);
    sy_decimal_sum_add(&sum, &largest);
    expect_result("every digit is still there", &sum, "-" SMALLEST);
}

static void sums_of_sums_add_and_subtract(void **state) {
    static const struct {
        const char *expectation, *left, *right, *added, *subtracted;
    } rows[] = {
        {"both narrow", "1.5", "0.25", "1.75", "1.25"},
        {"narrow and wide", "1", "9223372036854775808", "9223372036854775809", "-9223372036854775807"},
        {"wide and narrow", "9223372036854775808", "1", "9223372036854775809", "9223372036854775807"},
        {"both wide", NINES_38, NINES_38, refused_range, "0"},
        {"the finer scale comes along", "9223372036854775808", "0.00", "9223372036854775808.00",
         "9223372036854775808.00"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal_sum left = sum_of_one(rows[i].left), right = sum_of_one(rows[i].right), sum = left;
        sy_decimal_sum_add_sum(&sum, &right, false);
        expect_result(rows[i].expectation, &sum, rows[i].added);
        sum = left;
        sy_decimal_sum_add_sum(&sum, &right, true);
        expect_result(rows[i].expectation, &sum, rows[i].subtracted);
    }
}

static void a_sum_may_be_added_to_itself_and_taken_from_itself(void **state) {
    sy_decimal_sum narrow = sum_of_one("1.25"), wide = sum_of_one("12345678901234567890.5");
    (void)state;
    sy_decimal_sum_add_sum(&narrow, &narrow, false);
    expect_result("narrow twice", &narrow, "2.50");
    sy_decimal_sum_add_sum(&wide, &wide, false);
    expect_result("wide twice", &wide, "24691357802469135781.0");
    sy_decimal_sum_add_sum(&narrow, &narrow, true);
    expect_result("narrow less itself", &narrow, "0.00");
    sy_decimal_sum_add_sum(&wide, &wide, true);
    expect_result("wide less itself", &wide, "0.0");
}

static void factors_multiply_exactly(void **state) {
    static const struct {
        const char *expectation, *term;
        uint32_t factor;
        const char *expected;
    } rows[] = {
        {"three half cents", "0.005", 3, "0.015"},
        {"by zero", "-12.50", 0, "0.00"},
        {"by one", "-12.50", 1, "-12.50"},
        {"a wide one by zero", NINES_38, 0, "0"},
        {"up to 64 bits", "3074457345618258602", 3, "9223372036854775806"},
        {"past 64 bits", "3074457345618258603", 3, "9223372036854775809"},
        {"the largest factor", "-4294967297", UINT32_MAX, "-18446744073709551615"},
        {"a negative wide one", "-33333333333333333333333333333333333333", 3, "-" NINES_38},
        {"out of range", "50000000000000000000000000000000000000", 2, refused_range},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal_sum sum = sum_of_one(rows[i].term);
        sy_decimal_sum_times(&sum, rows[i].factor);
        expect_result(rows[i].expectation, &sum, rows[i].expected);
    }
}

static void signs_and_order_go_by_value(void **state) {
    static const struct {
        const char *left, *right;
        int order;
    } rows[] = {
        {"1", "1.00", 0},
        {"0", "-0.01", 1},
        {"-1", "0", -1},
        {"9223372036854775807", "9223372036854775808", -1},
        {"-" NINES_38, NINES_38, -1},
        {NINES_38, NINES_38, 0},
        {SMALLEST, "0", 1},
        {"-" SMALLEST, "0", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal_sum left = sum_of_one(rows[i].left), right = sum_of_one(rows[i].right), difference = left;
        if (sy_decimal_sum_compare(&left, &right) != rows[i].order ||
            sy_decimal_sum_compare(&right, &left) != -rows[i].order) {
            fail_msg("%s against %s", rows[i].left, rows[i].right);
        }
        sy_decimal_sum_add_sum(&difference, &right, true);
        assert_int_equal(sy_decimal_sum_sign(&difference), rows[i].order);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_exact_and_keep_the_largest_scale),
        cmocka_unit_test(the_order_of_the_terms_does_not_matter),
        cmocka_unit_test(a_sum_of_a_million_cents_stays_narrow),
        cmocka_unit_test(zeroed_memory_is_an_empty_sum),
        cmocka_unit_test(two_to_the_31_largest_terms_times_the_largest_factor_come_back_exactly),
        cmocka_unit_test(sums_of_sums_add_and_subtract),
        cmocka_unit_test(a_sum_may_be_added_to_itself_and_taken_from_itself),
        cmocka_unit_test(factors_multiply_exactly),
        cmocka_unit_test(signs_and_order_go_by_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
