/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json_number.h"

bool sy_json_number_is_plain_integer(sy_span digits) {
    size_t sign = digits.nbytes > 0 && digits.bytes[0] == '-' ? 1 : 0;
    if (digits.nbytes == sign || sy_span_equal(digits, SY_SPAN("-0"))) return false;
    if (digits.nbytes > sign + 1 && digits.bytes[sign] == '0') return false;
    for (size_t i = sign; i < digits.nbytes; i += 1)
        if (!sy_span_is_digit(digits.bytes[i])) return false;
    return true;
}

int sy_json_number_compare_integers(sy_span left, sy_span right) {
    bool left_negative = left.nbytes > 0 && left.bytes[0] == '-';
    bool right_negative = right.nbytes > 0 && right.bytes[0] == '-';
    int order;
    if (left_negative != right_negative) return left_negative ? -1 : 1;
    if (left.nbytes != right.nbytes) order = left.nbytes < right.nbytes ? -1 : 1;
    else order = sy_span_compare(left, right);
    return left_negative ? -order : order;
}

bool sy_json_number_is_integer(sy_span text) {
    size_t sign = text.nbytes > 1 && text.bytes[0] == '-' ? 1 : 0;
    for (size_t i = sign; i < text.nbytes; i += 1)
        if (!sy_span_is_digit(text.bytes[i])) return false;
    return text.nbytes > 0;
}
