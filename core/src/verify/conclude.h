/* SPDX-License-Identifier: Apache-2.0 */
/*
 * conclude.h - from findings and wallets to a verdict: duplicates, the order of findings, totals, summary. What was
 * found comes in, a finished report goes out. Nothing is judged anew.
 * May use: base, decimal, facets, json, judge, report, values, verifier.
 */
#ifndef SY_CONCLUDE_H
#define SY_CONCLUDE_H

#include "facets/roster.h"
#include "judge/find.h"

void sy_conclude(const sy_request *asked, const sy_roster *roster, sy_findings *found, steelyard_report *report);

#endif
