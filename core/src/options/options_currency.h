/* SPDX-License-Identifier: Apache-2.0 */
/*
 * options_currency.h - the options `currency`, `currencies` and `minorUnits`. The options come in; codes and digits go into
 * the verifier, or the first fault.
 * May use: base, decimal, json, values, verifier.
 */
#ifndef SY_OPTIONS_CURRENCY_H
#define SY_OPTIONS_CURRENCY_H

#include "options/option_value.h"

void sy_options_currency_compile(sy_builder *builder, uint32_t root, sy_option_fault *fault);

#endif
