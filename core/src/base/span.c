/* SPDX-License-Identifier: Apache-2.0 */
#include "base/span.h"

static unsigned char lower_of(char byte) {
    unsigned char value = (unsigned char)byte;
    return value >= 'A' && value <= 'Z' ? (unsigned char)(value + ('a' - 'A')) : value;
}

sy_span sy_span_of(const char *text) {
    size_t nbytes = 0;
    if (text == NULL) return (sy_span){NULL, 0};
    while (text[nbytes] != '\0') nbytes += 1;
    return (sy_span){text, nbytes};
}

bool sy_span_equal(sy_span left, sy_span right) {
    if (left.nbytes != right.nbytes) return false;
    for (size_t i = 0; i < left.nbytes; i += 1) {
        if (left.bytes[i] != right.bytes[i]) return false;
    }
    return true;
}

bool sy_span_equal_ignoring_case(sy_span left, sy_span right) {
    if (left.nbytes != right.nbytes) return false;
    for (size_t i = 0; i < left.nbytes; i += 1) {
        if (lower_of(left.bytes[i]) != lower_of(right.bytes[i])) return false;
    }
    return true;
}

int sy_span_compare(sy_span left, sy_span right) {
    size_t shared_nbytes = left.nbytes < right.nbytes ? left.nbytes : right.nbytes;
    for (size_t i = 0; i < shared_nbytes; i += 1) {
        /* char may be signed; byte order is the order of unsigned bytes, which is also that of code points. */
        int difference = (unsigned char)left.bytes[i] - (unsigned char)right.bytes[i];
        if (difference != 0) return difference;
    }
    return (left.nbytes > right.nbytes) - (left.nbytes < right.nbytes);
}

int sy_span_compare_or_null(sy_span left, sy_span right) {
    if (left.bytes == NULL || right.bytes == NULL) return (left.bytes != NULL) - (right.bytes != NULL);
    return sy_span_compare(left, right);
}

sy_span sy_span_from(sy_span whole, size_t start) {
    /* NULL + 0 is undefined in C, and an empty span may stand on NULL. */
    if (start == 0) return whole;
    return (sy_span){whole.bytes + start, whole.nbytes - start};
}

size_t sy_span_find(sy_span whole, char byte) {
    size_t at = 0;
    while (at < whole.nbytes && whole.bytes[at] != byte) at += 1;
    return at;
}
