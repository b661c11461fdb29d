/* SPDX-License-Identifier: Apache-2.0 */
/*
 * options.h - the options object, judged member by member. Its JSON comes in; what a verifier holds of it goes out, or
 * the first wrong option by name.
 * May use: base, decimal, values, json, verifier.
 */
#ifndef SY_OPTIONS_H
#define SY_OPTIONS_H

#include "options/option_value.h"

/*
 * Compiles every member of the options object at `root` of builder->source but `profile` and `profiles` into
 * builder->verifier. Memory faults stay in the builder.
 */
void sy_options_compile(sy_builder *builder, uint32_t root, sy_option_fault *fault);

#endif
