/* SPDX-License-Identifier: Apache-2.0 */
/*
 * numeral.h - the grammar of numbers as JSON writes them (RFC 8259 section 6), for whoever finds the end of a number and
 * for whoever takes its value. Bytes come in; the places of a number's parts go out, or the first byte that does not fit.
 *
 *   -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
 *
 *      - 1 2 . 5 0 e - 7
 *        |   | |   |  |  `- end
 *        |   | |   |  `- exponent_start, its sign included; without an exponent the same as end
 *        |   | `---`- fraction_start, fraction_end; without a fraction the same as integer_end
 *        `---`- integer_start, integer_end
 *
 * May use: nothing.
 */
#ifndef SY_NUMERAL_H
#define SY_NUMERAL_H

#include "base/span.h"

typedef struct sy_numeral {
    size_t integer_start;
    size_t integer_end;
    size_t fraction_start;
    size_t fraction_end;
    size_t exponent_start;
    size_t end; /* where the number is broken: the byte (or the text's end) that cannot continue it */
} sy_numeral;

/* Reads as far as the number goes, from text.bytes[start] on; false where it is broken. */
bool sy_numeral_scan(sy_span text, size_t start, sy_numeral *numeral_out);
/* Whether the number has an exponent. */
bool sy_numeral_has_exponent(const sy_numeral *numeral);
/* Whether all of the text is one number. */
bool sy_numeral_is_whole(sy_span text, sy_numeral *numeral_out);

#endif
