/* SPDX-License-Identifier: Apache-2.0 */
/*
 * uniqueness.h - what is judged over all wallets of a body: the same id or currency twice, and the documented order. The
 * roster comes in, findings go out. n log n.
 * May use: base, judge, report, verifier.
 */
#ifndef SY_UNIQUENESS_H
#define SY_UNIQUENESS_H

#include "facets/roster.h"
#include "judge/find.h"

void sy_uniqueness_judge(const sy_request *asked, const sy_roster *roster, sy_findings *found);

#endif
