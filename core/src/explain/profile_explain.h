/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_explain.h - one profile by itself: is it right, and what does it say? A profile's JSON text comes in; it is
 * open for words, or the fault says where it is wrong.
 * May use: base, profile, report.
 */
#ifndef SY_PROFILE_EXPLAIN_H
#define SY_PROFILE_EXPLAIN_H

#include "explain/profile_reader.h"

/*
 * Compiles the profile and opens it. STEELYARD_OK; STEELYARD_MEMORY; STEELYARD_CALL_ARGUMENT where the text is no JSON
 * object, STEELYARD_OPTION_VALUE where the profile is wrong, either with the fault's option `profile`.
 */
steelyard_status sy_profile_explain_open(sy_arena *memory, sy_span profile_json, sy_profile_reader *reader_out,
                                         steelyard_fault *fault_out);

#endif
