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
