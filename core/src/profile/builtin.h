/* SPDX-License-Identifier: Apache-2.0 */
/*
 * builtin.h - the profiles of core/profiles, carried as the JSON texts they are. An index or a name comes in, a text
 * goes out. The compiler reads them, as it does a user's own.
 * May use: base.
 */
#ifndef SY_BUILTIN_H
#define SY_BUILTIN_H

#include "base/span.h"

/* The index of a built-in profile; steelyard_profile_count() where there is none of this name. */
size_t sy_builtin_find(sy_span name);

#endif
