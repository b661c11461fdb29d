/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_facets.h - what a profile switches on by name. The object of each facet comes in; its values go out, in the
 * order of the facet's description. How a facet judges is not known here, nor which facets there are.
 * May use: json, verifier, options.
 */
#ifndef SY_PROFILE_FACETS_H
#define SY_PROFILE_FACETS_H

#include "profile/profile_compiler.h"

void sy_profile_facets_compile(sy_profile_compiler *compiler);

#endif
