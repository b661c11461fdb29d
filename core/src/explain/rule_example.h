/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_example.h - a rule of a profile with numbers in it. A rule's place comes in; an example goes out, with amounts
 * that break the rule by one cent and the nearest that keep it, in major units.
 * May use: decimal, json, profile.
 */
#ifndef SY_RULE_EXAMPLE_H
#define SY_RULE_EXAMPLE_H

#include "explain/rule_place.h"
#include "explain/say.h"

/* A line `Example: ...`, or more; nothing where no numbers were found. */
void sy_rule_example_write(const sy_profile_reader *reader, const sy_rule_place *place);

#endif
