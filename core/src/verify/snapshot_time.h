/* SPDX-License-Identifier: Apache-2.0 */
/*
 * snapshot_time.h - when the provider made the snapshot, and whether that is too long ago. The body and the options'
 * maxAge and now come in; snapshotAt and findings about time go out. No clock is read.
 * May use: base, decimal, json, judge, report, values, verifier.
 */
#ifndef SY_SNAPSHOT_TIME_H
#define SY_SNAPSHOT_TIME_H

#include "judge/find.h"

/* may_lack_time: the body is no snapshot of this profile, so that a missing time is no finding of its own. */
void sy_snapshot_time_judge(const sy_request *asked, sy_findings *found, bool may_lack_time, sy_span *snapshot_at_out);

#endif
