/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_fields.h - the members of a wallet that are judged. Pointers come in; a forest of fields goes out, in which
 * an object stands once however many fields it holds and is required where one of them is.
 *
 *   /balance/amount (required), /balance/currency   ->   0 balance (object, required)
 *                                                        1 amount in 0    2 currency in 0
 * May use: json, verifier, options.
 */
#ifndef SY_PROFILE_FIELDS_H
#define SY_PROFILE_FIELDS_H

#include "profile/profile_compiler.h"

/* A field of this type and slot, all else as it is where a profile says nothing. */
sy_field sy_profile_fields_of(sy_field_type type, uint32_t slot);
/* Adds the member at a pointer, and the objects that hold it. Returns the field, SY_FIELD_NONE after a fault. */
uint32_t sy_profile_fields_add(sy_profile_compiler *compiler, uint32_t node, sy_span pointer, sy_field field);
/* Adds the member that `object` places by `at` and `in`, required where it says so. */
uint32_t sy_profile_fields_add_placed(sy_profile_compiler *compiler, uint32_t object, const char *at, sy_field field);
/* Adds a text that is the name under which the wallet stands; `node` is where the profile says so. */
void sy_profile_fields_add_key(sy_profile_compiler *compiler, uint32_t node, sy_field field);
/* The part that member `in` of `object` names; the wallet where there is none. */
uint8_t sy_profile_fields_part(sy_profile_compiler *compiler, uint32_t object);
/* Whether the field's value is the text of this slot. */
bool sy_profile_fields_is_text(const sy_field *field, uint32_t slot);
/* Writes fields, sums and units into the verifier, when there are no more to come. */
void sy_profile_fields_keep(sy_profile_compiler *compiler);

#endif
