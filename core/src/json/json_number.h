/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_number.h - numbers as JSON writes them, without turning them into values. Digits come in, answers go out.
 * May use: base.
 */
#ifndef SY_JSON_NUMBER_H
#define SY_JSON_NUMBER_H

#include "base/span.h"

/* -?(0|[1-9][0-9]*), and not -0: how JSON writes integers plainly. */
bool sy_json_number_is_plain_integer(sy_span digits);
/* -?[0-9]+, zeros in front allowed. */
bool sy_json_number_is_integer(sy_span text);
/* Plain integers of any length: below 0, 0, above 0. */
int sy_json_number_compare_integers(sy_span left, sy_span right);

#endif
