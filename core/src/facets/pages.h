/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pages.h - pagination headers against each other and against the rows of the list. Headers and a list come in, findings go
 * out. Nothing is judged with a header that does not parse, or with a page or size of zero.
 * May use: base, decimal, json, judge, report, verifier.
 */
#ifndef SY_PAGES_H
#define SY_PAGES_H

#include "judge/find.h"

void sy_pages_judge(const sy_request *asked, sy_findings *found, uint32_t list);

#endif
