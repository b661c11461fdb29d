/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain_rule.h - a code that a profile makes, explained. A place in a profile that is open comes in; what the rule
 * asks for goes out, where its amounts stand, what to do, and an example.
 * May use: json, profile.
 */
#ifndef SY_EXPLAIN_RULE_H
#define SY_EXPLAIN_RULE_H

#include "explain/rule_place.h"

void sy_explain_rule(const sy_profile_reader *reader, const sy_rule_place *place);

#endif
