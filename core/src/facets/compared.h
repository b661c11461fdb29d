/* SPDX-License-Identifier: Apache-2.0 */
/*
 * compared.h - texts that are compared over all wallets. A text of a wallet goes into the roster; findings about one
 * wallet among all come out.
 * May use: base, judge, report.
 */
#ifndef SY_COMPARED_H
#define SY_COMPARED_H

#include "facets/roster.h"
#include "judge/find.h"

/* What the roster keeps of a wallet's text. */
sy_compared sy_compared_of(const sy_text_value *value);
/* A finding of a wallet that is judged already; the message goes behind the member's name. */
void sy_compared_find(sy_findings *found, sy_span code, sy_outcome outcome, uint32_t wallet, uint32_t node,
                      sy_span message);

#endif
