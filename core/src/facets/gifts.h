/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gifts.h - gifts with expiry: each is read, judged and kept for the report, then they are summed.
 * May use: base, decimal, json, judge, report, values, verifier.
 */
#ifndef SY_GIFTS_H
#define SY_GIFTS_H

#include "judge/find.h"

void sy_gifts_judge(const sy_request *asked, const sy_values *read, sy_wallet *wallet, sy_findings *found);

#endif
