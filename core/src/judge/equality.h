/* SPDX-License-Identifier: Apache-2.0 */
/*
 * equality.h - one equality between amounts: decided, undecided, or failed with its cause. The stated amount and the
 * recomputed sum come in; a finding (or nothing) goes out. Where the terms came from does not matter here.
 * May use: base, decimal, report.
 */
#ifndef SY_EQUALITY_H
#define SY_EQUALITY_H

#include "decimal/decimal_sum.h"
#include "judge/find.h"
#include "report/cause.h"

typedef struct sy_equality {
    sy_span code;
    sy_outcome outcome;      /* where it does not hold */
    const sy_amount *stated; /* A */
    sy_span stated_text;     /* what A is called */
    sy_decimal_sum sum;      /* E, exact */
    sy_span terms_text;      /* what E is made of, in the provider's words */
} sy_equality;

/* A = E. */
bool sy_equality_holds(const sy_equality *equality);
/* Counts it, and lists it where `explain` asks. */
void sy_equality_pass(const sy_request *asked, const sy_wallet *wallet, sy_findings *found,
                      const sy_equality *equality);
/* Undecided, with a reason. */
void sy_equality_leave_open(const sy_wallet *wallet, sy_findings *found, const sy_equality *equality, sy_span reason,
                            sy_span message);
/* E does not fit a decimal: says so and returns true. */
bool sy_equality_is_out_of_range(const sy_wallet *wallet, sy_findings *found, const sy_equality *equality);
/*
 * Failed: the finding with expected, actual and delta, its cause still unknown. failure_out (terms not set) is good
 * where true is returned, and not where the delta does not fit.
 */
bool sy_equality_fail(const sy_wallet *wallet, sy_findings *found, const sy_equality *equality,
                      sy_finding **finding_out, sy_failure *failure_out);

#endif
