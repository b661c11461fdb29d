/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_number.h - integers as texts, of any length: ids are never calculated with. Texts come in; what they are and which
 * goes first go out.
 * May use: base.
 */
#ifndef SY_JSON_NUMBER_H
#define SY_JSON_NUMBER_H

#include "base/span.h"

/* Whether the text is a JSON number without fraction and exponent, and not -0. */
bool sy_json_number_is_plain_integer(sy_span text);
/* -1, 0 or 1: integers by value, other texts, and an integer beside one, byte by byte. */
int sy_json_number_compare_texts(sy_span left, sy_span right);

#endif
