/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_cause.h - why a formula most likely failed, and which term is to blame. The failure comes in; cause and term
 * are written into its finding.
 * May use: base, decimal, json, report, verifier.
 */
#ifndef SY_RULE_CAUSE_H
#define SY_RULE_CAUSE_H

#include "judge/find.h"
#include "report/cause.h"

void sy_rule_cause_find(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                        const sy_rule *rule, sy_finding *finding, sy_failure *failure);

#endif
