/* SPDX-License-Identifier: Apache-2.0 */
/*
 * call_options.h - what one call may give anew: `status`, `headers`, `now`. Its JSON comes in, a sy_call goes out, or the fault.
 * May use: base, json, verifier.
 */
#ifndef SY_CALL_OPTIONS_H
#define SY_CALL_OPTIONS_H

#include "verifier/verifier_options.h"

/*
 * Reads the options of a call; an empty text gives none. STEELYARD_OK; STEELYARD_MEMORY or a wrong option, with the fault
 * filled. `document_out` holds the headers and has to live as long as the call.
 */
steelyard_status sy_call_options_read(sy_arena *memory, sy_span json, sy_document *document_out, sy_call *call_out,
                                      steelyard_fault *fault_out);

#endif
