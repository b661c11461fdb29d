/* SPDX-License-Identifier: Apache-2.0 */
/*
 * options_read.h - options as a document. A JSON text comes in, an object goes out, or the fault says where it is none.
 * May use: base, json.
 */
#ifndef SY_OPTIONS_READ_H
#define SY_OPTIONS_READ_H

#include "base/arena.h"
#include "json/json_document.h"

/*
 * STEELYARD_OK; STEELYARD_MEMORY; STEELYARD_CALL_ARGUMENT with the option `options` and an offset: of the first byte that
 * cannot continue a JSON text, or, where the text is JSON but no object, of its value, with the path of the whole.
 */
steelyard_status sy_options_read(sy_arena *memory, sy_span json, sy_document *document_out, steelyard_fault *fault_out);

#endif
