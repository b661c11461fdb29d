/* SPDX-License-Identifier: Apache-2.0 */
#include "decimal/natural.h"

static void trim(sy_natural *number) {
    while (number->count > 1 && number->digits[number->count - 1] == 0) number->count -= 1;
}

bool sy_natural_parse(sy_span text, sy_natural *number_out) {
    size_t zeros = 0;
    if (text.nbytes == 0) return false;
    for (size_t i = 0; i < text.nbytes; i += 1)
        if (!sy_span_is_digit(text.bytes[i])) return false;
    while (zeros + 1 < text.nbytes && text.bytes[zeros] == '0') zeros += 1;
    text = sy_span_from(text, zeros);
    if (text.nbytes > SY_HEADER_DIGITS_MAX) return false;
    number_out->count = (uint32_t)text.nbytes;
    for (size_t i = 0; i < text.nbytes; i += 1)
        number_out->digits[i] = (uint8_t)(text.bytes[text.nbytes - 1 - i] - '0');
    return true;
}

void sy_natural_from_integer(uint32_t value, sy_natural *number_out) {
    number_out->count = 0;
    do {
        number_out->digits[number_out->count] = (uint8_t)(value % 10);
        number_out->count += 1;
        value /= 10;
    } while (value != 0);
}

bool sy_natural_is_zero(const sy_natural *number) {
    return number->count == 1 && number->digits[0] == 0;
}

int sy_natural_compare(const sy_natural *left, const sy_natural *right) {
    if (left->count != right->count) return left->count < right->count ? -1 : 1;
    for (uint32_t i = left->count; i > 0; i -= 1) {
        if (left->digits[i - 1] != right->digits[i - 1]) return left->digits[i - 1] < right->digits[i - 1] ? -1 : 1;
    }
    return 0;
}

void sy_natural_subtract(sy_natural *number, const sy_natural *less) {
    uint32_t borrow = 0;
    for (uint32_t i = 0; i < number->count; i += 1) {
        uint32_t less_digit = borrow + (i < less->count ? less->digits[i] : 0u);
        borrow = number->digits[i] < less_digit;
        number->digits[i] = (uint8_t)(number->digits[i] + 10u * borrow - less_digit);
    }
    trim(number);
}

static void add_one(sy_natural *number) {
    uint32_t at = 0;
    while (at < number->count && number->digits[at] == 9) {
        number->digits[at] = 0;
        at += 1;
    }
    if (at == number->count) {
        number->digits[at] = 0;
        number->count += 1;
    }
    number->digits[at] = (uint8_t)(number->digits[at] + 1);
}

void sy_natural_multiply(const sy_natural *left, const sy_natural *right, sy_natural *product_out) {
    product_out->count = left->count + right->count;
    sy_bytes_clear(product_out->digits, product_out->count);
    for (uint32_t i = 0; i < left->count; i += 1) {
        uint32_t carry = 0;
        for (uint32_t j = 0; j < right->count; j += 1) {
            uint32_t digit = product_out->digits[i + j] + (uint32_t)left->digits[i] * right->digits[j] + carry;
            product_out->digits[i + j] = (uint8_t)(digit % 10);
            carry = digit / 10;
        }
        product_out->digits[i + right->count] = (uint8_t)carry;
    }
    trim(product_out);
}

/* number * 10 + digit */
static void append_digit(sy_natural *number, uint8_t digit) {
    if (sy_natural_is_zero(number)) number->count = 0;
    for (uint32_t i = number->count; i > 0; i -= 1) number->digits[i] = number->digits[i - 1];
    number->digits[0] = digit;
    number->count += 1;
}

void sy_natural_divide_up(const sy_natural *number, const sy_natural *divisor, sy_natural *rest,
                          sy_natural *quotient_out) {
    sy_natural_from_integer(0, rest);
    quotient_out->count = number->count;
    for (uint32_t i = number->count; i > 0; i -= 1) {
        append_digit(rest, number->digits[i - 1]);
        quotient_out->digits[i - 1] = 0;
        while (sy_natural_compare(rest, divisor) >= 0) {
            sy_natural_subtract(rest, divisor);
            quotient_out->digits[i - 1] = (uint8_t)(quotient_out->digits[i - 1] + 1);
        }
    }
    trim(quotient_out);
    if (!sy_natural_is_zero(rest)) add_one(quotient_out);
}

sy_span sy_natural_print(sy_arena *memory, const sy_natural *number) {
    sy_writer writer;
    sy_writer_begin(&writer, memory);
    for (uint32_t i = number->count; i > 0; i -= 1) sy_writer_byte(&writer, (char)('0' + number->digits[i - 1]));
    return sy_writer_end(&writer);
}
