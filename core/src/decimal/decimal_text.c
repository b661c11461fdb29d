/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decimal_text.c - decimals from text and back. JSON number tokens and string amounts come in, decimals go out, and
 * the other way round.
 */
#include "base/assert.h"
#include "base/numeral.h"
#include "decimal/wide.h"

/* Where an exponent stops growing: far beyond any count of digits in memory, and one step below the end of 64 bits. */
#define EXPONENT_END INT64_C(100000000000000000)

bool sy_decimal_is_json_number(sy_span text) {
    sy_numeral parts;
    return sy_numeral_is_whole(text, &parts);
}

static uint64_t append_digits(uint64_t number, sy_span token, size_t start, size_t end) {
    for (size_t i = start; i < end; i += 1) number = number * 10 + (uint64_t)(token.bytes[i] - '0');
    return number;
}

/* The common case: no exponent, at most 18 digits, so that nothing can overflow. */
static bool read_narrow(sy_span token, const sy_numeral *parts, sy_decimal *decimal_out) {
    size_t scale_digits = parts->fraction_end - parts->fraction_start;
    size_t digits = parts->integer_end - parts->integer_start + scale_digits;
    if (sy_numeral_has_exponent(parts) || digits > SY_NARROW_DIGITS_MAX) return false;
    uint64_t coefficient = append_digits(0, token, parts->integer_start, parts->integer_end);
    coefficient = append_digits(coefficient, token, parts->fraction_start, parts->fraction_end);
    bool negative = token.bytes[0] == '-' && coefficient != 0;
    *decimal_out = (sy_decimal){coefficient, 0, (uint8_t)scale_digits, negative};
    return true;
}

/*
 * What a token of any length says, measured in one pass and without taking its value:
 *
 *   -00...0.000 1234 5678 000 e-99
 *               |         `-- trailing_zeros = 3
 *               `-- first_significant;  significant_digits = 11, the zeros included (0 where every digit is zero)
 */
typedef struct extent {
    size_t first_significant;
    int64_t significant_digits;
    int64_t trailing_zeros;
    int64_t scale_digits; /* fraction digits less the exponent: may be negative, may be huge */
} extent;

/* The exponent after its mark; past EXPONENT_END it only stays too large, whatever follows. */
static int64_t read_exponent(sy_span digits) {
    bool negative = digits.bytes[0] == '-';
    int64_t exponent = 0;
    for (size_t i = sy_span_is_digit(digits.bytes[0]) ? 0 : 1; i < digits.nbytes; i += 1) {
        if (exponent < EXPONENT_END) exponent = exponent * 10 + (digits.bytes[i] - '0');
    }
    return negative ? -exponent : exponent;
}

static extent measure(sy_span token, const sy_numeral *parts) {
    extent shape = {.scale_digits = (int64_t)(parts->fraction_end - parts->fraction_start)};
    if (sy_numeral_has_exponent(parts)) {
        sy_span exponent = {token.bytes + parts->exponent_start, parts->end - parts->exponent_start};
        shape.scale_digits -= read_exponent(exponent);
    }
    for (size_t i = parts->integer_start; i < parts->fraction_end; i += 1) {
        char byte = token.bytes[i];
        if (byte == '.' || (byte == '0' && shape.significant_digits == 0)) continue;
        if (shape.significant_digits == 0) shape.first_significant = i;
        shape.significant_digits += 1;
        shape.trailing_zeros = byte == '0' ? shape.trailing_zeros + 1 : 0;
    }
    return shape;
}

/* A negative scale means zeros to append: they need room in the coefficient. */
static bool fits(int64_t digits, int64_t scale_digits) {
    int64_t appended = scale_digits < 0 ? -scale_digits : 0;
    return scale_digits <= SY_SCALE_DIGITS_MAX && digits + appended <= SY_COEFFICIENT_DIGITS_MAX;
}

static uint64_t half_coefficient(const char *digits) {
    uint64_t value = 0;
    for (size_t i = 0; i < SY_COEFFICIENT_DIGITS_MAX / 2; i += 1) value = value * 10 + (uint64_t)(digits[i] - '0');
    return value;
}

/* Reads `digits` digits from the first significant one on, appends zeros, and goes through two halves of 19 digits. */
static sy_decimal read_coefficient(sy_span token, size_t first_significant, int64_t digits, int64_t appended) {
    char places[SY_COEFFICIENT_DIGITS_MAX];
    int64_t place = 0, places_before = SY_COEFFICIENT_DIGITS_MAX - digits - appended;
    size_t at = first_significant;
    while (place < places_before) places[place++] = '0';
    while (place < places_before + digits) {
        char byte = token.bytes[at++];
        if (byte != '.') places[place++] = byte;
    }
    while (place < SY_COEFFICIENT_DIGITS_MAX) places[place++] = '0';

    uint64_t wide[SY_WIDE_LIMBS], low_half[SY_WIDE_LIMBS];
    sy_wide_set(wide, half_coefficient(places), 0);
    sy_wide_set(low_half, half_coefficient(places + SY_COEFFICIENT_DIGITS_MAX / 2), 0);
    sy_wide_multiply_power_of_ten(wide, SY_COEFFICIENT_DIGITS_MAX / 2);
    sy_wide_add(wide, low_half);
    return (sy_decimal){wide[0], wide[1], 0, false};
}

static steelyard_status read_extent(sy_span token, const extent *shape, sy_decimal *decimal_out) {
    int64_t digits = shape->significant_digits, scale_digits = shape->scale_digits;
    if (digits == 0) {
        bool keeps_scale = scale_digits >= 0 && scale_digits <= SY_SCALE_DIGITS_MAX;
        *decimal_out = (sy_decimal){0, 0, keeps_scale ? (uint8_t)scale_digits : 0, false};
        return STEELYARD_OK;
    }
    if (!fits(digits, scale_digits)) {
        digits -= shape->trailing_zeros;
        scale_digits -= shape->trailing_zeros;
    }
    if (!fits(digits, scale_digits)) return STEELYARD_DECIMAL_RANGE;
    int64_t appended = scale_digits < 0 ? -scale_digits : 0;
    sy_decimal value = read_coefficient(token, shape->first_significant, digits, appended);
    value.scale_digits = (uint8_t)(scale_digits + appended);
    value.negative = token.bytes[0] == '-';
    *decimal_out = value;
    return STEELYARD_OK;
}

static uint32_t clamp_written_scale(int64_t scale_digits) {
    if (scale_digits < 0) return 0;
    return scale_digits < SY_WRITTEN_SCALE_MAX ? (uint32_t)scale_digits : SY_WRITTEN_SCALE_MAX;
}

static steelyard_status read_parts(sy_span token, const sy_numeral *parts, sy_decimal *decimal_out,
                                   uint32_t *written_scale_out) {
    if (read_narrow(token, parts, decimal_out)) {
        if (written_scale_out != NULL) *written_scale_out = decimal_out->scale_digits;
        return STEELYARD_OK;
    }
    extent shape = measure(token, parts);
    if (written_scale_out != NULL) *written_scale_out = clamp_written_scale(shape.scale_digits);
    return read_extent(token, &shape, decimal_out);
}

steelyard_status sy_decimal_parse_number(sy_span token, sy_decimal *decimal_out, uint32_t *written_scale_out) {
    sy_numeral parts;
    bool is_number = sy_numeral_is_whole(token, &parts);
    SY_ASSERT(is_number);
    return read_parts(token, &parts, decimal_out, written_scale_out);
}

steelyard_status sy_decimal_parse_string(sy_span text, sy_decimal *decimal_out, uint32_t *written_scale_out) {
    sy_numeral parts;
    if (!sy_numeral_is_whole(text, &parts) || sy_numeral_has_exponent(&parts)) {
        if (written_scale_out != NULL) *written_scale_out = 0;
        return STEELYARD_DECIMAL_SYNTAX;
    }
    return read_parts(text, &parts, decimal_out, written_scale_out);
}

/* Room for 38 fraction digits and one before the point, rounded up to whole steps of nine digits. */
#define PLACES 45
SY_STATIC_ASSERT(PLACES % SY_SMALL_DIGITS_MAX == 0, "digits of wide coefficients are written nine at a time");
SY_STATIC_ASSERT(PLACES > SY_SCALE_DIGITS_MAX && PLACES >= SY_COEFFICIENT_DIGITS_MAX, "every digit has its place");
/* Sign, integer digits, point, and as many fraction digits as can be asked for. */
SY_STATIC_ASSERT(1 + SY_COEFFICIENT_DIGITS_MAX + 1 + SY_SCALE_DIGITS_MAX <= SY_DECIMAL_TEXT_NBYTES_MAX,
                 "the longest text fits");

static void write_number_backwards(char *end, uint64_t number) {
    for (; number != 0; number /= 10) *--end = (char)('0' + number % 10);
}

/* The coefficient's digits at the right end of `places`, zeros before them. */
static void write_places(const sy_decimal *value, char places[PLACES]) {
    for (size_t i = 0; i < PLACES; i += 1) places[i] = '0';
    if (value->coefficient_high == 0) {
        write_number_backwards(places + PLACES, value->coefficient_low);
        return;
    }
    uint64_t wide[SY_WIDE_LIMBS];
    sy_wide_set(wide, value->coefficient_low, value->coefficient_high);
    for (size_t end = PLACES; end > 0; end -= SY_SMALL_DIGITS_MAX) {
        write_number_backwards(places + end, sy_wide_divide_small(wide, 1000000000));
    }
}

static size_t first_place_shown(const char places[PLACES], size_t point) {
    size_t first = 0;
    while (first < point - 1 && places[first] == '0') first += 1;
    return first;
}

size_t sy_decimal_print(const sy_decimal *value, uint32_t scale_digits_min, bool trim,
                        char text_out[SY_DECIMAL_TEXT_NBYTES_MAX]) {
    sy_decimal shown = trim ? sy_decimal_trim(value) : *value;
    uint32_t fraction_digits = scale_digits_min < SY_SCALE_DIGITS_MAX ? scale_digits_min : SY_SCALE_DIGITS_MAX;
    size_t point = PLACES - (size_t)shown.scale_digits, nbytes = 0;
    char places[PLACES];
    write_places(&shown, places);
    if (shown.negative) text_out[nbytes++] = '-';
    for (size_t i = first_place_shown(places, point); i < point; i += 1) text_out[nbytes++] = places[i];
    if (shown.scale_digits > 0 || fraction_digits > 0) text_out[nbytes++] = '.';
    for (size_t i = point; i < PLACES; i += 1) text_out[nbytes++] = places[i];
    for (uint32_t i = shown.scale_digits; i < fraction_digits; i += 1) text_out[nbytes++] = '0';
    return nbytes;
}

void sy_decimal_write(sy_writer *writer, const sy_decimal *value, uint32_t scale_digits_min) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX];
    size_t nbytes = sy_decimal_print(value, scale_digits_min, true, text);
    sy_writer_span(writer, (sy_span){text, nbytes});
}
