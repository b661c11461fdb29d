/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_decimal.c - what decimals promise: read exactly or refused, printed plainly, computed without a lost digit,
 * rounded only by the mode named. The oracle is arithmetic on paper: input and expected text stand side by side.
 * Suspect decimal_text.c, decimal_arithmetic.c, decimal_rounding.c and, beyond 18 digits, wide.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "decimal/decimal.h"

#define NINES_19 "9999999999999999999"
#define NINES_38 NINES_19 NINES_19
#define ZEROS_19 "0000000000000000000"
#define ZEROS_38 ZEROS_19 ZEROS_19
#define SMALLEST "0.00000000000000000000000000000000000001"

/* Expected texts that are no texts. */
static const char refused_range[] = "out of range";
static const char refused_syntax[] = "bad syntax";

static sy_span span_of(const char *text) {
    return (sy_span){text, strlen(text)};
}

/* What came out, as a text of the decimal's own scale. */
typedef struct outcome {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX + 1];
} outcome;

static outcome outcome_of(steelyard_status status, const sy_decimal *value) {
    outcome result = {{0}};
    if (status == STEELYARD_DECIMAL_RANGE) memcpy(result.text, refused_range, sizeof refused_range);
    if (status == STEELYARD_DECIMAL_SYNTAX) memcpy(result.text, refused_syntax, sizeof refused_syntax);
    if (status == STEELYARD_OK) (void)sy_decimal_print(value, 0, false, result.text);
    return result;
}

static void expect_text(const char *expectation, outcome actual, const char *expected) {
    if (strcmp(actual.text, expected) != 0) fail_msg("%s: %s instead of %s", expectation, actual.text, expected);
}

/* Reads from memory that ends where the text ends, so that the address sanitizer sees a byte read too many. */
static steelyard_status read_number(const char *text, sy_decimal *value, uint32_t *written_scale) {
    size_t nbytes = strlen(text);
    char *exact = malloc(nbytes);
    assert_non_null(exact);
    memcpy(exact, text, nbytes);
    steelyard_status status = sy_decimal_parse_number((sy_span){exact, nbytes}, value, written_scale);
    free(exact);
    return status;
}

static sy_decimal decimal_of(const char *text) {
    sy_decimal value;
    assert_int_equal(read_number(text, &value, NULL), STEELYARD_OK);
    return value;
}

static void numbers_are_read_exactly_with_the_scale_as_written(void **state) {
    static const struct {
        const char *expectation, *text, *expected;
        uint32_t written_scale;
    } rows[] = {
        {"an integer", "12", "12", 0},
        {"cents", "0.80", "0.80", 2},
        {"minus", "-12.50", "-12.50", 2},
        {"zero", "0", "0", 0},
        {"minus zero is zero", "-0.00", "0.00", 2},
        {"what binary floating point cannot hold", "0.1", "0.1", 1},
        {"more than 2^53", "9007199254740993", "9007199254740993", 0},
        {"18 digits, the last of the narrow ones", "9999999999999999.99", "9999999999999999.99", 2},
        {"19 digits, the first of the wide ones", "99999999999999999.99", "99999999999999999.99", 2},
        {"2^64 - 1", "18446744073709551615", "18446744073709551615", 0},
        {"2^64", "18446744073709551616", "18446744073709551616", 0},
        {"the largest coefficient", NINES_38, NINES_38, 0},
        {"the largest coefficient, negative", "-" NINES_38, "-" NINES_38, 0},
        {"one digit more than 38", NINES_38 "9", refused_range, 0},
        {"10^38, the first integer beyond", "1" ZEROS_38, refused_range, 0},
        {"38 fraction digits", SMALLEST, SMALLEST, 38},
        {"39 fraction digits", "0." ZEROS_38 "1", refused_range, 39},
        {"39 fraction digits, the last a zero", SMALLEST "0", SMALLEST, 39},
        {"zeros that do not fit are all dropped", "1." ZEROS_38 "0", "1", 39},
        {"zeros that do not fit 38 digits are all dropped", "123456789.10" ZEROS_38, "123456789.1", 40},
        {"zeros before the point are never dropped", "10" ZEROS_19 "." ZEROS_19, "10" ZEROS_19, 19},
        {"a zero of 38 fraction digits keeps them", "0." ZEROS_38, "0." ZEROS_38, 38},
        {"a zero of 39 fraction digits", "0." ZEROS_38 "0", "0", 39},
        {"37 + 1 digits on both sides of the point", "1234567890123456789012345678901234567.8",
         "1234567890123456789012345678901234567.8", 1},
        {"an exponent", "1.5E1", "15", 0},
        {"an exponent that leaves a fraction", "1.50e1", "15.0", 1},
        {"an exponent with a plus", "1e+2", "100", 0},
        {"a negative exponent", "125e-2", "1.25", 2},
        {"an exponent with zeros in front", "1e0002", "100", 0},
        {"1e37, the largest power of ten", "1e37", "10000000000000000000000000000000000000", 0},
        {"1e38", "1e38", refused_range, 0},
        {"1e-38, the smallest amount", "1e-38", SMALLEST, 38},
        {"1e-39", "1e-39", refused_range, 39},
        {"10e-39", "10e-39", SMALLEST, 39},
        {"1e400", "1e400", refused_range, 0},
        {"1e-400", "1e-400", refused_range, 400},
        {"an exponent beyond 64 bits", "1e99999999999999999999", refused_range, 0},
        {"an exponent below 64 bits", "1e-99999999999999999999", refused_range, SY_WRITTEN_SCALE_MAX},
        {"the written scale at its cap", "0e-1000000000", "0", SY_WRITTEN_SCALE_MAX},
        {"the written scale below its cap", "0e-999999999", "0", SY_WRITTEN_SCALE_MAX - 1},
        {"the written scale past its cap", "0e-1000000001", "0", SY_WRITTEN_SCALE_MAX},
        {"a zero with a huge exponent", "0e999999999999", "0", 0},
        {"a zero with a small negative exponent", "0e-3", "0.000", 3},
        {"minus zero with an exponent", "-0e5", "0", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal value;
        uint32_t written_scale = 12345;
        steelyard_status status = read_number(rows[i].text, &value, &written_scale);
        expect_text(rows[i].expectation, outcome_of(status, &value), rows[i].expected);
        if (written_scale != rows[i].written_scale) {
            fail_msg("%s: written scale %u", rows[i].expectation, (unsigned)written_scale);
        }
    }
}

/* head, then `count` times `filler`, then tail. */
static char *long_text(const char *head, char filler, size_t count, const char *tail) {
    size_t head_nbytes = strlen(head), tail_nbytes = strlen(tail);
    char *text = malloc(head_nbytes + count + tail_nbytes + 1);
    assert_non_null(text);
    memcpy(text, head, head_nbytes);
    memset(text + head_nbytes, filler, count);
    memcpy(text + head_nbytes + count, tail, tail_nbytes + 1);
    return text;
}

static void a_million_digits_are_read_exactly_and_in_linear_time(void **state) {
    enum { MILLION = 1000000 };
    static const struct {
        const char *expectation, *head;
        char filler;
        size_t count;
        const char *tail, *expected;
    } rows[] = {
        {"a thousand zeros taken back by the exponent", "1", '0', 1000, "e-1000", "1"},
        {"a million zeros taken back by the exponent", "1", '0', MILLION, "e-1000000", "1"},
        {"zeros behind the point lifted by the exponent", "0.", '0', 100, "1e101", "1"},
        {"a million zeros behind the point lifted by the exponent", "-0.", '0', MILLION, "125e1000001", "-1.25"},
        {"lifted as little as will do", "0.", '0', 100, "1e63", SMALLEST},
        {"lifted one place too few", "0.", '0', 100, "1e62", refused_range},
        {"a million trailing zeros", "0.8", '0', MILLION, "", "0.8"},
        {"a one behind a million zeros", "0.8", '0', MILLION, "1", refused_range},
        {"a million nines", "9", '9', MILLION, "", refused_range},
        {"an exponent of a million zeros and a one", "1e", '0', MILLION, "1", "10"},
        {"a negative exponent of a million zeros and a one", "1e-", '0', MILLION, "1", "0.1"},
        {"an exponent of a million nines", "1e", '9', MILLION, "", refused_range},
        {"a zero with an exponent of a million nines", "0e-", '9', MILLION, "", "0"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        char *text = long_text(rows[i].head, rows[i].filler, rows[i].count, rows[i].tail);
        sy_decimal value;
        steelyard_status status = read_number(text, &value, NULL);
        free(text);
        expect_text(rows[i].expectation, outcome_of(status, &value), rows[i].expected);
    }
}

static void string_amounts_take_plain_decimals_and_nothing_else(void **state) {
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"0", "0"},
        {"-0", "0"},
        {"0.80", "0.80"},
        {"-12.5", "-12.5"},
        {"100", "100"},
        {NINES_38, NINES_38},
        {"1" ZEROS_38, refused_range},
        {"0." ZEROS_38 "1", refused_range},
        {"", refused_syntax},
        {"-", refused_syntax},
        {"+1", refused_syntax},
        {".5", refused_syntax},
        {"1.", refused_syntax},
        {"-.5", refused_syntax},
        {"007", refused_syntax},
        {"00", refused_syntax},
        {"-01", refused_syntax},
        {"1e3", refused_syntax},
        {"1E3", refused_syntax},
        {"1,000.00", refused_syntax},
        {"1,5", refused_syntax},
        {" 1", refused_syntax},
        {"1 ", refused_syntax},
        {"--1", refused_syntax},
        {"1.2.3", refused_syntax},
        {"0x10", refused_syntax},
        {"NaN", refused_syntax},
        {"1-", refused_syntax},
        {"\xef\xbc\x91", refused_syntax}, /* the full-width digit one */
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal value;
        uint32_t written_scale;
        steelyard_status status = sy_decimal_parse_string(span_of(rows[i].text), &value, &written_scale);
        expect_text(rows[i].text, outcome_of(status, &value), rows[i].expected);
    }
    assert_int_equal(sy_decimal_parse_string((sy_span){"1\0", 2}, &(sy_decimal){0}, NULL), STEELYARD_DECIMAL_SYNTAX);
}

static void json_numbers_are_told_from_what_only_looks_like_one(void **state) {
    static const char *const numbers[] = {"0", "-0", "10", "0.0", "1e1", "1E+1", "1e-1", "-1.5e00", "0e0"};
    static const char *const others[] = {"",      "-",   "+1",       "01",    "-01",  "1.", ".1", "1e",
                                         "1e+",   "1e-", "1.e1",     "1e1.5", "1e1 ", " 1", "e1", "1ee1",
                                         "1e+-1", "0x1", "Infinity", "NaN",   "1f",   "--1"};
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i += 1) {
        if (!sy_decimal_is_json_number(span_of(numbers[i]))) fail_msg("%s is a JSON number", numbers[i]);
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i += 1) {
        if (sy_decimal_is_json_number(span_of(others[i]))) fail_msg("%s is no JSON number", others[i]);
    }
    assert_false(sy_decimal_is_json_number((sy_span){NULL, 0}));
}

static void amounts_print_with_the_minor_units_and_no_superfluous_zero(void **state) {
    static const struct {
        const char *expectation, *text;
        uint32_t scale_digits_min;
        bool trim;
        const char *expected;
    } rows[] = {
        {"TRY fills up to two", "0.8", 2, true, "0.80"},
        {"TRY keeps a mill that is there", "0.805", 2, true, "0.805"},
        {"TRY drops zeros beyond two", "0.80000", 2, true, "0.80"},
        {"JPY has none", "100.00", 0, true, "100"},
        {"zeros of an integer stay", "100", 0, true, "100"},
        {"an unknown currency drops all zeros", "0.80", 0, true, "0.8"},
        {"without trimming the scale stays", "3.00", 0, false, "3.00"},
        {"without trimming the scale is filled up", "3.0", 3, false, "3.000"},
        {"zero of a currency of three", "0", 3, true, "0.000"},
        {"minus zero never shows", "-0.0", 2, true, "0.00"},
        {"a debt below one", "-0.05", 2, true, "-0.05"},
        {"the longest text", "-" NINES_38, 38, true, "-" NINES_38 "." ZEROS_38},
        {"38 fraction digits are the most", "1", 39, false, "1." ZEROS_38},
        {"the smallest amount", "1e-38", 0, true, SMALLEST},
        {"2^64 with a fraction", "18446744073709551616.5", 2, true, "18446744073709551616.50"},
        {"zeros inside a wide coefficient", "10" ZEROS_19 "0.1", 0, true, "10" ZEROS_19 "0.1"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal value = decimal_of(rows[i].text);
        outcome printed = {{0}};
        size_t nbytes = sy_decimal_print(&value, rows[i].scale_digits_min, rows[i].trim, printed.text);
        expect_text(rows[i].expectation, printed, rows[i].expected);
        assert_int_equal(nbytes, strlen(rows[i].expected));
    }
}

static void comparison_goes_by_value_whatever_the_scales(void **state) {
    static const struct {
        const char *left, *right;
        int order;
    } rows[] = {
        {"1", "1.000", 0},
        {"0", "-0.00", 0},
        {"0.1", "0.10000000000000000000000001", -1},
        {"-1", "1", -1},
        {"-2", "-1", -1},
        {"2", "-3", 1},
        {"0.8", "0.79", 1},
        {NINES_38, SMALLEST, 1},
        {"-" NINES_38, SMALLEST, -1},
        {NINES_38, NINES_38, 0},
        {"18446744073709551616", "18446744073709551615", 1},
        {"9223372036854775807", "9223372036854775808", -1},
        {"1e37", "1." ZEROS_19 ZEROS_19, 1},
        {"999999999999999999", "0.000000000000000001", 1},
        {"4611686018427387904", "4611686018427387903.9", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal left = decimal_of(rows[i].left), right = decimal_of(rows[i].right);
        if (sy_decimal_compare(&left, &right) != rows[i].order || sy_decimal_compare(&right, &left) != -rows[i].order) {
            fail_msg("%s against %s", rows[i].left, rows[i].right);
        }
    }
}

typedef steelyard_status operation(const sy_decimal *left, const sy_decimal *right, sy_decimal *decimal_out);

static void arithmetic_is_exact_and_keeps_the_scale_that_it_gives(void **state) {
    static const struct {
        operation *operation;
        const char *expectation, *left, *right, *expected;
    } rows[] = {
        {sy_decimal_add, "one tenth and two tenths", "0.1", "0.2", "0.3"},
        {sy_decimal_add, "the larger scale stays", "1.0", "2.00", "3.00"},
        {sy_decimal_add, "a sum of zero has no sign", "-1.50", "1.5", "0.00"},
        {sy_decimal_add, "the largest and the smallest digit together are too long", NINES_38, "0.1", refused_range},
        {sy_decimal_add, "38 digits on both sides, zeros dropped", NINES_38, "0.0", NINES_38},
        {sy_decimal_add, "one past the largest", NINES_38, "1", refused_range},
        {sy_decimal_add, "one below the largest", "99999999999999999999999999999999999998", "1", NINES_38},
        {sy_decimal_add, "a carry into the second limb", "18446744073709551615", "1", "18446744073709551616"},
        {sy_decimal_add, "a carry out of the narrow digits", "999999999999999999", "1", "1000000000000000000"},
        {sy_decimal_subtract, "a difference below zero", "0.80", "0.9", "-0.10"},
        {sy_decimal_subtract, "a borrow from the second limb", "18446744073709551616", "1", "18446744073709551615"},
        {sy_decimal_subtract, "one past the most negative", "-" NINES_38, "1", refused_range},
        {sy_decimal_subtract, "nothing from nothing", "0.00", "-0.0", "0.00"},
        {sy_decimal_multiply, "scales add", "1.10", "2.0", "2.200"},
        {sy_decimal_multiply, "signs multiply", "-1.5", "-2", "3.0"},
        {sy_decimal_multiply, "zero has no sign", "-5", "0.0", "0.0"},
        {sy_decimal_multiply, "2^32 squared", "4294967296", "4294967296", "18446744073709551616"},
        {sy_decimal_multiply, "19 nines squared", NINES_19, NINES_19, "99999999999999999980000000000000000001"},
        {sy_decimal_multiply, "10^19 squared is 10^38", "1" ZEROS_19, "1" ZEROS_19, refused_range},
        {sy_decimal_multiply, "the largest squared", NINES_38, NINES_38, refused_range},
        {sy_decimal_multiply, "a scale of 39, zeros dropped", "1e-37", "0.10", SMALLEST},
        {sy_decimal_multiply, "a scale of 39, nothing to drop", "1e-37", "0.01", refused_range},
        {sy_decimal_multiply, "a zero of scale 76", "0." ZEROS_38, "0." ZEROS_38, "0"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal left = decimal_of(rows[i].left), right = decimal_of(rows[i].right), result;
        steelyard_status status = rows[i].operation(&left, &right, &result);
        expect_text(rows[i].expectation, outcome_of(status, &result), rows[i].expected);
    }
}

static void shifting_moves_the_point_and_nothing_else(void **state) {
    static const struct {
        const char *expectation, *text;
        int32_t exponent;
        const char *expected;
    } rows[] = {
        {"minor units to major", "12345", -2, "123.45"},
        {"major units to minor", "123.45", 2, "12345"},
        {"zeros are appended past the point", "123.4", 3, "123400"},
        {"by nothing", "1.50", 0, "1.50"},
        {"up to the largest power of ten", "1", 37, "10000000000000000000000000000000000000"},
        {"one past it", "1", 38, refused_range},
        {"down to the smallest unit", "1", -38, SMALLEST},
        {"one below it", "1", -39, refused_range},
        {"one below it with a zero to drop", "1.0", -38, SMALLEST},
        {"by the least exponent", "1", INT32_MIN, refused_range},
        {"by the greatest exponent", "1", INT32_MAX, refused_range},
        {"zero by the greatest exponent", "0.00", INT32_MAX, "0"},
        {"zero by the least exponent", "0.00", INT32_MIN, "0"},
        {"zero keeps a scale that fits", "0.0", -3, "0.0000"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal value = decimal_of(rows[i].text), shifted;
        steelyard_status status = sy_decimal_shift(&value, rows[i].exponent, &shifted);
        expect_text(rows[i].expectation, outcome_of(status, &shifted), rows[i].expected);
    }
}

static void each_rounding_mode_rounds_as_its_name_says(void **state) {
    enum { MODES = SY_ROUND_FLOOR + 1 };
    static const struct {
        const char *text;
        uint32_t scale_digits;
        const char *expected[MODES];
    } rows[] = {
        /*               half_even  half_up  half_down  up      down    ceiling  floor */
        {"1.4", 0, {"1", "1", "1", "2", "1", "2", "1"}},
        {"1.5", 0, {"2", "2", "1", "2", "1", "2", "1"}},
        {"2.5", 0, {"2", "3", "2", "3", "2", "3", "2"}},
        {"2.51", 0, {"3", "3", "3", "3", "2", "3", "2"}},
        {"2.500001", 0, {"3", "3", "3", "3", "2", "3", "2"}},
        {"2.499999", 0, {"2", "2", "2", "3", "2", "3", "2"}},
        {"-2.5", 0, {"-2", "-3", "-2", "-3", "-2", "-2", "-3"}},
        {"-1.5", 0, {"-2", "-2", "-1", "-2", "-1", "-1", "-2"}},
        {"0.5", 0, {"0", "1", "0", "1", "0", "1", "0"}},
        {"-0.4", 0, {"0", "0", "0", "-1", "0", "0", "-1"}},
        {"0.125", 2, {"0.12", "0.13", "0.12", "0.13", "0.12", "0.13", "0.12"}},
        {"0.001", 2, {"0.00", "0.00", "0.00", "0.01", "0.00", "0.01", "0.00"}},
        {"9.995", 2, {"10.00", "10.00", "9.99", "10.00", "9.99", "10.00", "9.99"}},
        {"1e-38", 0, {"0", "0", "0", "1", "0", "1", "0"}},
        {"0.8", 2, {"0.80", "0.80", "0.80", "0.80", "0.80", "0.80", "0.80"}},
        {"0.800", 1, {"0.8", "0.8", "0.8", "0.8", "0.8", "0.8", "0.8"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal value = decimal_of(rows[i].text), rounded;
        for (size_t mode = 0; mode < MODES; mode += 1) {
            steelyard_status status = sy_decimal_quantize(&value, rows[i].scale_digits, (sy_rounding)mode, &rounded);
            expect_text(rows[i].text, outcome_of(status, &rounded), rows[i].expected[mode]);
        }
    }
}

static void a_quantize_that_does_not_fit_at_that_scale_is_out_of_range(void **state) {
    static const struct {
        const char *text;
        uint32_t scale_digits;
        const char *expected;
    } rows[] = {
        {NINES_38, 0, NINES_38},  {NINES_38, 1, refused_range}, {"1", 37, "1.0000000000000000000000000000000000000"},
        {"1", 38, refused_range}, {"10", 37, refused_range},    {"0.5", 38, "0.50000000000000000000000000000000000000"},
        {"0", 38, "0." ZEROS_38},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_decimal value = decimal_of(rows[i].text), rounded;
        steelyard_status status = sy_decimal_quantize(&value, rows[i].scale_digits, SY_ROUND_HALF_EVEN, &rounded);
        expect_text(rows[i].text, outcome_of(status, &rounded), rows[i].expected);
    }
}

static void rounding_modes_have_their_names(void **state) {
    static const char *const names[] = {"half_even", "half_up", "half_down", "up", "down", "ceiling", "floor"};
    sy_rounding mode;
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i += 1) {
        assert_true(sy_decimal_rounding_by_name(span_of(names[i]), &mode));
        assert_int_equal(mode, i);
    }
    assert_false(sy_decimal_rounding_by_name(span_of("HALF_UP"), &mode));
    assert_false(sy_decimal_rounding_by_name(span_of("half"), &mode));
    assert_false(sy_decimal_rounding_by_name(span_of(""), &mode));
}

static void small_questions_have_plain_answers(void **state) {
    sy_decimal mill = decimal_of("0.805"), written_long = decimal_of("0.8000"), debt = decimal_of("-1.0");
    sy_decimal wide = decimal_of("18446744073709551616.10"), zero = decimal_of("0.00"), unit = sy_decimal_unit(2);
    sy_decimal least = sy_decimal_from_integer(INT64_MIN), result;
    (void)state;
    assert_true(sy_decimal_has_digits_beyond(&mill, 2));
    assert_false(sy_decimal_has_digits_beyond(&mill, 3));
    assert_false(sy_decimal_has_digits_beyond(&written_long, 1));
    assert_true(sy_decimal_has_digits_beyond(&written_long, 0));
    assert_true(sy_decimal_has_digits_beyond(&wide, 0));
    assert_false(sy_decimal_has_digits_beyond(&wide, 1));
    assert_false(sy_decimal_has_digits_beyond(&zero, 0));
    assert_true(sy_decimal_is_zero(&zero));
    assert_false(sy_decimal_is_zero(&unit));
    expect_text("a cent", outcome_of(STEELYARD_OK, &unit), "0.01");
    expect_text("the least integer", outcome_of(STEELYARD_OK, &least), "-9223372036854775808");
    result = sy_decimal_negate(&zero);
    expect_text("zero negated", outcome_of(STEELYARD_OK, &result), "0.00");
    result = sy_decimal_negate(&debt);
    expect_text("a debt negated", outcome_of(STEELYARD_OK, &result), "1.0");
    result = sy_decimal_abs(&debt);
    expect_text("how much a debt is", outcome_of(STEELYARD_OK, &result), "1.0");
    result = sy_decimal_trim(&wide);
    expect_text("a wide value trimmed", outcome_of(STEELYARD_OK, &result), "18446744073709551616.1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_exactly_with_the_scale_as_written),
        cmocka_unit_test(a_million_digits_are_read_exactly_and_in_linear_time),
        cmocka_unit_test(string_amounts_take_plain_decimals_and_nothing_else),
        cmocka_unit_test(json_numbers_are_told_from_what_only_looks_like_one),
        cmocka_unit_test(amounts_print_with_the_minor_units_and_no_superfluous_zero),
        cmocka_unit_test(comparison_goes_by_value_whatever_the_scales),
        cmocka_unit_test(arithmetic_is_exact_and_keeps_the_scale_that_it_gives),
        cmocka_unit_test(shifting_moves_the_point_and_nothing_else),
        cmocka_unit_test(each_rounding_mode_rounds_as_its_name_says),
        cmocka_unit_test(a_quantize_that_does_not_fit_at_that_scale_is_out_of_range),
        cmocka_unit_test(rounding_modes_have_their_names),
        cmocka_unit_test(small_questions_have_plain_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
