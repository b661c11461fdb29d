/* SPDX-License-Identifier: Apache-2.0 */
/*
 * options.h - the options of a verifier, but for its profiles. The options' JSON comes in; what they say goes into the
 * verifier, or the first fault.
 * May use: base, decimal, json, values, verifier.
 */
#ifndef SY_OPTIONS_H
#define SY_OPTIONS_H

#include "options/option_value.h"

/*
 * Compiles every member of the options object at `root` of builder->source but `profile` and `profiles`.
 * Memory faults stay in the builder.
 */
void sy_options_compile(sy_builder *builder, uint32_t root, sy_option_fault *fault);

#endif
