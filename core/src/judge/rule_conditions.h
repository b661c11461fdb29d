/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_conditions.h - whether the conditions of a rule hold. What was read comes in; yes, no, or not known goes out.
 * May use: base, decimal, report, verifier.
 */
#ifndef SY_RULE_CONDITIONS_H
#define SY_RULE_CONDITIONS_H

#include "judge/find.h"
#include "judge/locate.h"

sy_truth sy_rule_conditions_judge(const sy_request *asked, const sy_values *read, const sy_wallet *wallet,
                                  sy_arena *memory, const sy_condition *condition);
/* Whether each of these is known to hold. */
bool sy_rule_conditions_all_hold(const sy_request *asked, const sy_values *read, const sy_wallet *wallet,
                                 sy_arena *memory, sy_ref conditions);

#endif
