/* SPDX-License-Identifier: Apache-2.0 */
#include "base/numeral.h"

static bool stands_at(sy_span text, size_t at, char first, char second) {
    return at < text.nbytes && (text.bytes[at] == first || text.bytes[at] == second);
}

static size_t after_digits(sy_span text, size_t at) {
    while (at < text.nbytes && sy_span_is_digit(text.bytes[at])) at += 1;
    return at;
}

bool sy_numeral_scan(sy_span text, size_t start, sy_numeral *numeral_out) {
    size_t integer = start + stands_at(text, start, '-', '-');
    size_t end = stands_at(text, integer, '0', '0') ? integer + 1 : after_digits(text, integer);
    *numeral_out = (sy_numeral){integer, end, end, end, end, end};
    if (end == integer) return false;
    if (stands_at(text, end, '.', '.')) {
        numeral_out->fraction_start = end + 1;
        end = after_digits(text, end + 1);
        numeral_out->fraction_end = numeral_out->exponent_start = numeral_out->end = end;
        if (end == numeral_out->fraction_start) return false;
    }
    if (stands_at(text, end, 'e', 'E')) {
        size_t digits = end + 1 + stands_at(text, end + 1, '+', '-');
        numeral_out->exponent_start = end + 1;
        numeral_out->end = after_digits(text, digits);
        return numeral_out->end > digits;
    }
    return true;
}

bool sy_numeral_has_exponent(const sy_numeral *numeral) {
    return numeral->exponent_start != numeral->end;
}

bool sy_numeral_is_whole(sy_span text, sy_numeral *numeral_out) {
    return sy_numeral_scan(text, 0, numeral_out) && numeral_out->end == text.nbytes;
}
