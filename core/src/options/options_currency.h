/* SPDX-License-Identifier: Apache-2.0 */
/*
 * options_currency.h - the options currency, currencies and minorUnits. Their JSON comes in; a table of codes with
 * digits and a map of provider ids to codes go out, in the verifier.
 * May use: base, decimal, values, json, verifier.
 */
#ifndef SY_OPTIONS_CURRENCY_H
#define SY_OPTIONS_CURRENCY_H

#include "options/option_value.h"

/* Compiles the three options of the object `root` of builder->source into builder->verifier. */
void sy_options_currency_compile(sy_builder *builder, uint32_t root, sy_option_fault *fault);

#endif
