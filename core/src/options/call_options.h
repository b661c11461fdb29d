/* SPDX-License-Identifier: Apache-2.0 */
/*
 * call_options.h - what one call gives anew: the status and the headers of its answer, and the time. A JSON text comes
 * in, a sy_call goes out, or the first wrong option by name.
 * May use: base, json, verifier.
 */
#ifndef SY_CALL_OPTIONS_H
#define SY_CALL_OPTIONS_H

#include "verifier/verifier_options.h"

/*
 * Reads the text into `document`, which the call refers to; an empty text gives nothing. STEELYARD_OK; STEELYARD_MEMORY;
 * STEELYARD_CALL_ARGUMENT where the text is no JSON object, STEELYARD_OPTION_* where an option is wrong.
 */
steelyard_status sy_call_options_read(sy_arena *memory, sy_span json, sy_document *document, sy_call *call_out,
                                      steelyard_fault *fault_out);

#endif
