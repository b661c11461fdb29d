/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_decimal.c - the laws of exact arithmetic, on two numbers with a NUL between them. Suspect decimal_*.c, wide.c.
 */
#include "fuzz.h"

#include "decimal/decimal.h"
#include "decimal/decimal_sum.h"

static void check_invariants(const sy_decimal *value) {
    static const sy_decimal end = {UINT64_C(687399551400673280), UINT64_C(5421010862427522170), 0, false};
    bool below_end = value->coefficient_high < end.coefficient_high ||
                     (value->coefficient_high == end.coefficient_high && value->coefficient_low < end.coefficient_low);
    REQUIRE(below_end && value->scale_digits <= SY_SCALE_DIGITS_MAX);
    REQUIRE(!sy_decimal_is_zero(value) || !value->negative);
}

static bool same(const sy_decimal *left, const sy_decimal *right) {
    return sy_decimal_compare(left, right) == 0;
}

/* Printed text reads back as the value, whatever digits are asked for. */
static void check_print(const sy_decimal *value, uint32_t digits) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX];
    sy_decimal again;
    for (int trim = 0; trim < 2; trim += 1) {
        size_t nbytes = sy_decimal_print(value, digits, trim != 0, text);
        REQUIRE(nbytes <= SY_DECIMAL_TEXT_NBYTES_MAX);
        if (sy_decimal_parse_string((sy_span){text, nbytes}, &again, NULL) == STEELYARD_OK)
            REQUIRE(same(value, &again));
        else REQUIRE(false);
    }
}

static void check_one(const sy_decimal *value) {
    sy_decimal result, zero = sy_decimal_from_integer(0);
    sy_decimal negated = sy_decimal_negate(value);
    sy_decimal trimmed = sy_decimal_trim(value);
    check_invariants(value);
    check_invariants(&trimmed);
    REQUIRE(same(value, &trimmed));
    REQUIRE(sy_decimal_subtract(value, value, &result) == STEELYARD_OK && sy_decimal_is_zero(&result));
    REQUIRE(sy_decimal_add(value, &negated, &result) == STEELYARD_OK && sy_decimal_is_zero(&result));
    REQUIRE(sy_decimal_multiply(value, &zero, &result) == STEELYARD_OK && sy_decimal_is_zero(&result));
    REQUIRE(sy_decimal_quantize(value, value->scale_digits, SY_ROUND_UP, &result) == STEELYARD_OK);
    REQUIRE(same(value, &result) && result.scale_digits == value->scale_digits);
    for (int32_t exponent = -40; exponent <= 40; exponent += 8) {
        sy_decimal back;
        if (sy_decimal_shift(value, exponent, &result) != STEELYARD_OK) continue;
        check_invariants(&result);
        REQUIRE(sy_decimal_shift(&result, -exponent, &back) == STEELYARD_OK && same(value, &back));
    }
    check_print(value, 0);
    check_print(value, 2);
    check_print(value, SY_SCALE_DIGITS_MAX);
}

/* Rounding moves by less than one unit, by half a unit at the most where that is the rule, and down never goes up. */
static void check_rounding(const sy_decimal *value, uint32_t scale_digits) {
    sy_decimal unit = sy_decimal_unit(scale_digits);
    for (int mode = SY_ROUND_HALF_EVEN; mode <= SY_ROUND_FLOOR; mode += 1) {
        sy_decimal rounded, moved;
        sy_decimal_sum twice;
        if (sy_decimal_quantize(value, scale_digits, (sy_rounding)mode, &rounded) != STEELYARD_OK) continue;
        check_invariants(&rounded);
        REQUIRE(rounded.scale_digits == scale_digits);
        if (sy_decimal_subtract(&rounded, value, &moved) != STEELYARD_OK) continue;
        if (mode == SY_ROUND_FLOOR) REQUIRE(moved.negative || sy_decimal_is_zero(&moved));
        if (mode == SY_ROUND_CEILING) REQUIRE(!moved.negative);
        moved = sy_decimal_abs(&moved);
        REQUIRE(sy_decimal_compare(&moved, &unit) < 0);
        sy_decimal_sum_begin(&twice);
        sy_decimal_sum_add(&twice, &moved);
        sy_decimal_sum_add(&twice, &moved);
        sy_decimal_sum_subtract(&twice, &unit);
        if (mode <= SY_ROUND_HALF_DOWN) REQUIRE(sy_decimal_sum_sign(&twice) <= 0);
    }
}

static void check_two(const sy_decimal *left, const sy_decimal *right) {
    sy_decimal sum, turned, product, back;
    sy_decimal_sum many;
    REQUIRE(sy_decimal_compare(left, right) == -sy_decimal_compare(right, left));
    sy_decimal_sum_begin(&many);
    sy_decimal_sum_add(&many, left);
    sy_decimal_sum_add(&many, right);
    if (sy_decimal_add(left, right, &sum) == STEELYARD_OK) {
        check_invariants(&sum);
        REQUIRE(sy_decimal_add(right, left, &turned) == STEELYARD_OK && same(&sum, &turned));
        REQUIRE(sy_decimal_sum_result(&many, &turned) == STEELYARD_OK && same(&sum, &turned));
        if (sy_decimal_subtract(&sum, right, &back) == STEELYARD_OK) REQUIRE(same(&back, left));
    } else {
        REQUIRE(sy_decimal_sum_result(&many, &turned) == STEELYARD_DECIMAL_RANGE);
    }
    sy_decimal_sum_subtract(&many, right);
    sy_decimal_sum_subtract(&many, left);
    REQUIRE(sy_decimal_sum_sign(&many) == 0);
    if (sy_decimal_multiply(left, right, &product) == STEELYARD_OK) {
        check_invariants(&product);
        REQUIRE(sy_decimal_multiply(right, left, &turned) == STEELYARD_OK && same(&product, &turned));
    }
}

/* The grammar of RFC 8259 once more, written by hand over a terminated text. */
static bool is_number(const char *at) {
    if (*at == '-') at += 1;
    if (*at == '0') at += 1;
    else if (*at >= '1' && *at <= '9') at += strspn(at, "0123456789");
    else return false;
    if (*at == '.') {
        size_t digits = strspn(at + 1, "0123456789");
        if (digits == 0) return false;
        at += 1 + digits;
    }
    if (*at == 'e' || *at == 'E') {
        at += 1;
        if (*at == '+' || *at == '-') at += 1;
        if (strspn(at, "0123456789") == 0) return false;
        at += strspn(at, "0123456789");
    }
    return *at == '\0';
}

static bool read_operand(steelyard_span text, sy_decimal *value) {
    sy_span terminated = fuzz_join(text, (steelyard_span){"", 1}, (steelyard_span){NULL, 0});
    uint32_t written_scale;
    sy_decimal as_string;
    bool expected = memchr(terminated.bytes, '\0', text.nbytes + 1) == terminated.bytes + text.nbytes &&
                    is_number(terminated.bytes);
    REQUIRE(sy_decimal_is_json_number(text) == expected);
    if (!expected) {
        REQUIRE(sy_decimal_parse_string(text, &as_string, NULL) == STEELYARD_DECIMAL_SYNTAX);
        return false;
    }
    if (sy_decimal_parse_number(text, value, &written_scale) != STEELYARD_OK) return false;
    REQUIRE(written_scale <= SY_WRITTEN_SCALE_MAX);
    if (sy_decimal_parse_string(text, &as_string, NULL) == STEELYARD_OK) REQUIRE(same(value, &as_string));
    return true;
}

static void check_calls(steelyard_span left, steelyard_span right) {
    for (int operation = 0; operation <= STEELYARD_DECIMAL_QUANTIZE + 1; operation += 1) {
        steelyard_arena *arena = fuzz_arena();
        steelyard_span text;
        steelyard_fault fault;
        steelyard_status status = steelyard_decimal(arena, (steelyard_decimal_operation)operation, left, right, &text,
                                                    &fault);
        if (status == STEELYARD_OK) REQUIRE(sy_decimal_is_json_number(text));
        else fuzz_check_fault(status, &fault);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes) {
    fuzz_parts parts = fuzz_split(data, nbytes);
    sy_decimal left, right;
    bool has_left = read_operand(parts.first, &left);
    bool has_right = read_operand(parts.rest, &right);
    if (has_left) check_one(&left);
    if (has_left) check_rounding(&left, (uint32_t)(nbytes % (SY_SCALE_DIGITS_MAX + 1)));
    if (has_left && has_right) check_two(&left, &right);
    check_calls(parts.first, parts.rest);
    return 0;
}
