/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain_rule.h - a rule of a profile explained: what it asks for, where its amounts stand, what to do, an example. A reader that
 * is open and a place of a rule come in, text goes out.
 * May use: base, json, profile.
 */
#ifndef SY_EXPLAIN_RULE_H
#define SY_EXPLAIN_RULE_H

#include "explain/rule_prose.h"

/* The rule at this place of the profile that is open. */
void sy_explain_rule(const sy_profile_reader *reader, const sy_rule_place *place);

#endif
