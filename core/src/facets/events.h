/* SPDX-License-Identifier: Apache-2.0 */
/*
 * events.h - the life of a wallet as its events tell it. A list of events and the stated status come in; findings go out.
 * A status is not judged where the events leave it open.
 * May use: base, json, judge, report, values, verifier.
 */
#ifndef SY_EVENTS_H
#define SY_EVENTS_H

#include "judge/find.h"

void sy_events_judge(const sy_request *asked, const sy_values *read, sy_findings *found);

#endif
