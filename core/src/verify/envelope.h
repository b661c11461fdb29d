/* SPDX-License-Identifier: Apache-2.0 */
/*
 * envelope.h - the frame around the wallets: success flags, error members, duplicates among them. The body's top comes
 * in; success, error or undecided goes out.
 * May use: base, json, judge, report, verifier.
 */
#ifndef SY_ENVELOPE_H
#define SY_ENVELOPE_H

#include "judge/find.h"

typedef enum sy_envelope_verdict {
    SY_ENVELOPE_SUCCESS,
    SY_ENVELOPE_ERROR,    /* error_out is filled */
    SY_ENVELOPE_UNDECIDED /* findings say why; the wallets are not read */
} sy_envelope_verdict;

/* error_is_doubtful_out: an error member stands, but a duplicate leaves it without a meaning. */
sy_envelope_verdict sy_envelope_judge(const sy_request *asked, sy_findings *found, sy_error *error_out,
                                      bool *error_is_doubtful_out);
/* A warning where the member for errors is not empty although the answer is a success. */
void sy_envelope_judge_warning(const sy_request *asked, sy_findings *found);

#endif
