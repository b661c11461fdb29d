/* SPDX-License-Identifier: Apache-2.0 */
/*
 * compile.h - a profile compiled by itself. Its JSON text comes in; the text of the whole profile, with what it
 * extends, goes out, or the fault with its place in the text given. What was compiled is not kept.
 * May use: base, json, verifier, options.
 */
#ifndef SY_COMPILE_H
#define SY_COMPILE_H

#include "base/arena.h"

/*
 * STEELYARD_OK; STEELYARD_MEMORY; STEELYARD_CALL_ARGUMENT where the text is no JSON object (the fault has the offset),
 * STEELYARD_OPTION_VALUE where the profile is wrong; both with option `profile`. `memory` is as long as the arena: the
 * text may refer to it.
 */
steelyard_status sy_compile_alone(sy_arena *memory, sy_span profile_json, sy_span *whole_out,
                                  steelyard_fault *fault_out);

#endif
