/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_parts.h - what every part of a profile is made of: names and their slots, lists of texts, codes, outcomes,
 * carriers, tests. Members of JSON objects come in; slots, words and rows go out.
 * May use: base, decimal, json, verifier, options.
 */
#ifndef SY_PROFILE_PARTS_H
#define SY_PROFILE_PARTS_H

#include "profile/profile_compiler.h"

/* ---- names ---- */

/* The slot of a name; names->count where there is none. */
uint32_t sy_profile_parts_find_name(const sy_names *names, sy_span name);
/* Slot of the name of a member, added behind the others where it is new. */
uint32_t sy_profile_parts_name_slot(sy_profile_compiler *compiler, sy_names *names, uint32_t node, uint32_t count_max);
/* The slot that member `name` of `object` names; a fault where `names` lacks it. `text` says so. */
uint8_t sy_profile_parts_slot(sy_profile_compiler *compiler, uint32_t object, const char *name, const sy_names *names,
                              const char *text);

/* ---- lists ---- */

/* The first member of an object of objects, and the one after it; SY_NODE_NONE at its end or after a fault. */
uint32_t sy_profile_parts_first_object(sy_profile_compiler *compiler, uint32_t container);
uint32_t sy_profile_parts_next_object(sy_profile_compiler *compiler, uint32_t container, uint32_t node);
/* A list of strings at member `name` of `object` as a table of texts. */
sy_ref sy_profile_parts_texts(sy_profile_compiler *compiler, uint32_t object, const char *name);
/* An object of the provider's texts to the report's words, with at most `max` members: rows of sy_value_name. */
sy_ref sy_profile_parts_value_names(sy_profile_compiler *compiler, uint32_t object, const char *name, uint32_t max);

/* ---- findings ---- */

/* A code of the profile's own: its name, a dot, the member `name` of `object`; absent where there is none. */
sy_ref sy_profile_parts_code(sy_profile_compiler *compiler, uint32_t object, const char *name);
/* The same; a fault where there is none. */
sy_ref sy_profile_parts_required_code(sy_profile_compiler *compiler, uint32_t object, const char *name);
/* `fail`, `warn` or `invalid` at member `outcome`; fail where absent. */
uint8_t sy_profile_parts_outcome(sy_profile_compiler *compiler, uint32_t object);

/* ---- values ---- */

/* SY_CARRIER_* at member `carrier` of `object`; `fallback` where absent. */
uint32_t sy_profile_parts_carriers(sy_profile_compiler *compiler, uint32_t object, uint32_t fallback);
/* {"at": pointer, "is": value or values}. */
sy_test sy_profile_parts_test(sy_profile_compiler *compiler, uint32_t object);
/* The same at member `name` of `object`; without values where it is absent. */
sy_test sy_profile_parts_test_member(sy_profile_compiler *compiler, uint32_t object, const char *name);

#endif
