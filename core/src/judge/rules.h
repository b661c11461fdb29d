/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rules.h - formulas, derived amounts and checks of one wallet. What was read comes in; findings go out, and amounts
 * that follow from others. A rule one of whose terms is not known is left alone, unless it says what not knowing
 * means.
 * May use: base, decimal, report, verifier.
 */
#ifndef SY_RULES_H
#define SY_RULES_H

#include "judge/find.h"

void sy_rules_apply(const sy_request *asked, sy_values *read, const sy_wallet *wallet, sy_findings *found);

#endif
