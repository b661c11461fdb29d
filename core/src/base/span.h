/* SPDX-License-Identifier: Apache-2.0 */
/*
 * span.h - bytes with a length. Spans come in, comparisons and pieces go out; nothing is copied.
 * May use: nothing.
 */
#ifndef SY_SPAN_H
#define SY_SPAN_H

#include <steelyard.h>

#include "base/bytes.h"

typedef steelyard_span sy_span;

/* A span over a string literal, without its NUL. */
#define SY_SPAN(literal) ((sy_span){(literal), sizeof(literal) - 1})
/* The same as the initialiser of a constant, in tables. */
#define SY_SPAN_ENTRY(literal)                                                                                         \
    { "" literal, sizeof(literal) - 1 }

/* A span over a C string, without its NUL; of NULL one that is absent. */
sy_span sy_span_of(const char *text);

bool sy_span_equal(sy_span left, sy_span right);
/* ASCII letters compare without regard to case, other bytes as they are. */
bool sy_span_equal_ignoring_case(sy_span left, sy_span right);
/* Byte order, the shorter first where one begins the other: below 0, 0, above 0. */
int sy_span_compare(sy_span left, sy_span right);
/* The same where a text may be missing (bytes NULL): that goes before every text, and two of them are equal. */
int sy_span_compare_or_null(sy_span left, sy_span right);
/* The offset of the first such byte, nbytes where there is none. */
size_t sy_span_find(sy_span whole, char byte);
/* The piece from `start` (at most nbytes) to the end. */
sy_span sy_span_from(sy_span whole, size_t start);
/* In the header, because readers ask it of every byte of every number. */
static inline bool sy_span_is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

#endif
