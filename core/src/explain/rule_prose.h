/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_prose.h - what rules ask for. Expressions and places of rules come in, sentences go out.
 * May use: json, profile.
 */
#ifndef SY_RULE_PROSE_H
#define SY_RULE_PROSE_H

#include "explain/rule_place.h"
#include "explain/say.h"

/* `cash + gift` */
void sy_rule_prose_sum(const sy_profile_reader *reader, sy_span text, sy_naming naming);
/* ` where allowOverdraft is true and overdraftLimit is at least 0`; nothing where the rule always applies. */
void sy_rule_prose_when(const sy_profile_reader *reader, uint32_t rule, sy_naming naming);
/* `total must be cash + gift` and a full stop; what the rule asks for, whichever kind it is. */
void sy_rule_prose_rule(const sy_profile_reader *reader, const sy_rule_place *place, sy_naming naming);

#endif
