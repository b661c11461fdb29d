/* SPDX-License-Identifier: Apache-2.0 */
/*
 * say.h - sentences about a profile. Words of ours and words of the profile's author come in, and are added to the reader's
 * writer; what the author wrote is escaped, so that it can do a terminal no harm.
 * May use: base, json, prose, values.
 */
#ifndef SY_SAY_H
#define SY_SAY_H

#include "explain/profile_reader.h"

/* Words of ours. */
void sy_say(const sy_profile_reader *reader, const char *text);
/* Words of the profile's author. */
void sy_say_escaped(const sy_profile_reader *reader, sy_span text);
/* What parts the elements of a list; `index` counts them from 0. */
void sy_say_comma(const sy_profile_reader *reader, uint32_t index);
/* Where a member stands: `/TotalBalance`, `/amount in the list pending`, `the option creditLimit`. */
void sy_say_place(const sy_profile_reader *reader, uint32_t object);
/* Of a name that is no word of the report but near to one: it is for rules only, and that may be a slip. */
void sy_say_near_word(const sy_profile_reader *reader, sy_span name);
/* `/type is "pending" or "held"` */
void sy_say_test(const sy_profile_reader *reader, uint32_t test);
/*
 * A name of a rule in the provider's word: the last part of its pointer. Where another member's pointer ends alike, where
 * the provider has none, and for status and kind it is the name itself.
 */
void sy_say_member_name(const sy_profile_reader *reader, sy_span name);

#endif
