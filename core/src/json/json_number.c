/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json_number.h"

#include "base/numeral.h"

bool sy_json_number_is_plain_integer(sy_span text) {
    sy_numeral parts;
    return sy_numeral_is_whole(text, &parts) && parts.integer_end == text.nbytes && !sy_span_equal(text, SY_SPAN("-0"));
}

static bool is_negative(sy_span text) {
    return text.nbytes > 1 && text.bytes[0] == '-';
}

/* A sign or none, and digits; ids that are strings may begin with zeros. */
static bool is_integer(sy_span text) {
    for (size_t i = is_negative(text); i < text.nbytes; i += 1)
        if (!sy_span_is_digit(text.bytes[i])) return false;
    return text.nbytes > 0;
}

static int compare_integers(sy_span left, sy_span right) {
    bool left_is_negative = is_negative(left);
    bool right_is_negative = is_negative(right);
    int order;
    if (left_is_negative != right_is_negative) return left_is_negative ? -1 : 1;
    if (left.nbytes != right.nbytes) order = left.nbytes < right.nbytes ? -1 : 1;
    else order = sy_span_compare(left, right);
    return left_is_negative ? -order : order;
}

int sy_json_number_compare_texts(sy_span left, sy_span right) {
    int order = is_integer(left) && is_integer(right) ? compare_integers(left, right) : sy_span_compare(left, right);
    return (order > 0) - (order < 0);
}
