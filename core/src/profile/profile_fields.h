/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_fields.h - the forest of members that are judged. Pointers come in; fields go out, parents before their children.
 *
 *   "/balance/amount" and "/balance/currency"   ->   balance (object) > amount, currency
 *
 * May use: base, json, options, verifier.
 */
#ifndef SY_PROFILE_FIELDS_H
#define SY_PROFILE_FIELDS_H

#include "profile/profile_compiler.h"

/* Adds the member at a pointer, and the objects that hold it. Returns the field, SY_FIELD_NONE after a fault. */
uint32_t sy_profile_fields_add(sy_profile_compiler *compiler, uint32_t node, sy_span pointer, sy_field field);
/* Adds the member that `object` places by `at` and `in`, required where it says so. */
uint32_t sy_profile_fields_add_placed(sy_profile_compiler *compiler, uint32_t object, const char *at, sy_field field);
/* The part that member `in` of `object` names; the wallet where there is none. */
uint8_t sy_profile_fields_part(sy_profile_compiler *compiler, uint32_t object);
/* All fields of the profile into its table. */
void sy_profile_fields_keep(sy_profile_compiler *compiler);

#endif
