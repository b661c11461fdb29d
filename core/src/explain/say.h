/* SPDX-License-Identifier: Apache-2.0 */
/*
 * say.h - words about a profile. Words of ours and words of the profile's author come in; text goes out, through the
 * writer of the reader. What the author wrote is made harmless to a terminal; what is ours stands as it is.
 * May use: base, values, json, prose, profile.
 */
#ifndef SY_SAY_H
#define SY_SAY_H

#include "explain/profile_reader.h"

/* Whose name for an amount, a flag or a text is said. */
typedef enum sy_naming {
    SY_NAMING_REPORT,  /* the one that rules and reports have */
    SY_NAMING_PROVIDER /* the provider's, where it has one that is its alone */
} sy_naming;

/* Words of ours. */
void sy_say(const sy_profile_reader *reader, const char *text);
void sy_say_span(const sy_profile_reader *reader, sy_span text);
/* Words of the profile's author. */
void sy_say_escaped(const sy_profile_reader *reader, sy_span text);
/* What parts the elements of a list; `index` counts them from 0. */
void sy_say_comma(const sy_profile_reader *reader, uint32_t index);
/* A name, number or literal of a rule. */
void sy_say_name(const sy_profile_reader *reader, sy_span name, sy_naming naming);
/* Where a member stands: `/TotalBalance`, `/amount in the list pending`, `the option creditLimit`. */
void sy_say_place(const sy_profile_reader *reader, uint32_t object);
/* Of a name that is no word of the report but near to one: it is for rules only, and that may be a slip. */
void sy_say_near_word(const sy_profile_reader *reader, sy_span name);
/* `/type is 'pending' or 'held'` */
void sy_say_test(const sy_profile_reader *reader, uint32_t test);

#endif
