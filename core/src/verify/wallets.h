/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallets.h - the wallets of a body: one object, a list, an object of name to wallet, or several lists. A body whose
 * envelope is a success comes in; wallets go through the stages one by one, then what is judged over all of them
 * follows.
 * May use: base, facets, json, judge, report, verifier.
 */
#ifndef SY_WALLETS_H
#define SY_WALLETS_H

#include "facets/roster.h"
#include "judge/find.h"

void sy_wallets_judge(const sy_request *asked, sy_findings *found, sy_roster *roster, steelyard_report *report);

#endif
