/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile.h - the compiler of profiles. A profile's JSON document comes in, a sy_profile row goes out, or the first
 * fault with its place. No provider is known here: built-in profiles and users' own go through it alike.
 * May use: json, verifier, options.
 */
#ifndef SY_PROFILE_H
#define SY_PROFILE_H

#include "profile/profile_compiler.h"

/*
 * Compiles the profile at `root` of builder->source into *profile. Faults stay in the builder. `compiler` is scratch
 * that the caller lends.
 */
void sy_profile_compile(sy_profile_compiler *compiler, sy_builder *builder, uint32_t root, sy_profile *profile);

/* Whether profiles have a member of this name at their top. */
bool sy_profile_has_member(sy_span name);

#endif
