/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_example.h - a rule of a profile with numbers in it. A rule comes in; amounts that break it by one cent, the nearest that
 * keep it, and words that say so go out. The numbers are in major units, and no body is made of them.
 * May use: base, decimal, json, profile.
 */
#ifndef SY_RULE_EXAMPLE_H
#define SY_RULE_EXAMPLE_H

#include "explain/rule_prose.h"

/* The example of any rule, line by line. */
void sy_rule_example_write(const sy_profile_reader *reader, const sy_rule_place *place);

#endif
