/* SPDX-License-Identifier: Apache-2.0 */
/*
 * envelope_error.h - code and messages of a provider's error, in the shapes that the profile documents. The envelope
 * comes in, texts go out; a part of any other shape leaves the whole without code and messages.
 * May use: base, json, judge, report, verifier.
 */
#ifndef SY_ENVELOPE_ERROR_H
#define SY_ENVELOPE_ERROR_H

#include "judge/request.h"
#include "report/report.h"

void sy_envelope_error_read(const sy_request *asked, sy_arena *memory, sy_error *error_out);

#endif
