/* SPDX-License-Identifier: Apache-2.0 */
#include "options/call_options.h"

#include "base/fault.h"
#include "options/option_value.h"
#include "json/json_reader.h"

static void read_members(sy_builder *builder, sy_call *call, sy_option_fault *fault) {
    static const char *const names[] = {"status", "headers", "now", NULL};
    sy_option_value_only(builder, 0, names, fault);
    if (fault->status != STEELYARD_OK) return;
    call->document = builder->source;
    call->http_status = (int32_t)sy_option_value_integer(builder, 0, "status", SY_HTTP_STATUS_MIN, SY_HTTP_STATUS_MAX,
                                                         fault);
    call->headers = sy_option_value_headers(builder, 0, fault);
    call->has_now = sy_option_value_now(builder, 0, &call->now, fault);
}

steelyard_status sy_call_options_read(sy_arena *memory, sy_span json, sy_document *document, sy_call *call_out,
                                      steelyard_fault *fault_out) {
    sy_builder builder;
    sy_option_fault fault = {STEELYARD_OK, {NULL, 0}, ""};
    sy_json_error error;
    steelyard_status status;
    *call_out = (sy_call){.headers = SY_NODE_NONE, .http_status = -1};
    if (json.nbytes == 0) return STEELYARD_OK;
    status = sy_json_reader_read(memory, json, SY_OPTIONS_NBYTES_MAX, document, &error);
    if (status == STEELYARD_MEMORY) return sy_fault_memory(fault_out, memory, json.nbytes);
    if (status != STEELYARD_OK || !sy_json_node_is(document, 0, SY_NODE_OBJECT))
        return sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, SY_SPAN("options"),
                              SY_SPAN("call options are a JSON object."));
    sy_bytes_clear(&builder, sizeof builder);
    builder.memory = memory;
    builder.source = document;
    read_members(&builder, call_out, &fault);
    if (memory->exhausted) return sy_fault_memory(fault_out, memory, json.nbytes);
    if (fault.status == STEELYARD_OK) return STEELYARD_OK;
    return sy_fault_named(fault_out, fault.status, fault.name, sy_span_of(fault.text));
}
