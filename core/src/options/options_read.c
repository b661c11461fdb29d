/* SPDX-License-Identifier: Apache-2.0 */
#include "options/options_read.h"

#include "base/fault.h"
#include "json/json_node.h"
#include "json/json_reader.h"

steelyard_status sy_options_read(sy_arena *memory, sy_span json, sy_document *document_out,
                                 steelyard_fault *fault_out) {
    sy_json_error error;
    steelyard_status status = sy_json_reader_read(memory, json, SY_OPTIONS_NBYTES_MAX, document_out, &error);
    if (status == STEELYARD_OK && sy_json_node_is(document_out, 0, SY_NODE_OBJECT)) return STEELYARD_OK;
    if (memory->exhausted) return sy_fault_memory(fault_out, memory, json.nbytes);
    (void)sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, SY_SPAN("options"), SY_SPAN("options are a JSON object."));
    if (status == STEELYARD_OK) {
        fault_out->path = SY_SPAN("");
        fault_out->offset = sy_json_node_offset(document_out, 0);
    } else {
        fault_out->offset = error.offset;
    }
    return STEELYARD_CALL_ARGUMENT;
}
