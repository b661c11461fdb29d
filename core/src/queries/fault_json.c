/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fault_json.c - a fault as JSON: code, option, message, and where a JSON text is wrong. A fault comes in, a text goes
 * out; members that do not apply are left out.
 */
#include "base/fault.h"
#include "json/json_write.h"

static void write_optional(sy_json_writer *json, sy_span name, sy_span text) {
    if (text.bytes != NULL) sy_json_write_name_text(json, name, text);
}

/* "allowed":["major","minor"] out of `major, minor`. */
static void write_allowed(sy_json_writer *json, sy_span names) {
    size_t start = 0;
    if (names.bytes == NULL) return;
    sy_json_write_field_array(json, "allowed");
    for (size_t i = 0; i <= names.nbytes; i += 1) {
        bool ends = i == names.nbytes || (names.bytes[i] == ',' && i + 1 < names.nbytes && names.bytes[i + 1] == ' ');
        if (!ends) continue;
        sy_json_write_text(json, (sy_span){names.bytes + start, i - start});
        start = i + 2;
    }
    sy_json_write_end(json);
}

steelyard_status steelyard_fault_json(steelyard_arena *arena, const steelyard_fault *fault, steelyard_span *json_out,
                                      steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    sy_arena_begin(&memory, arena);
    sy_writer_begin(&writer, &memory);
    sy_json_write_begin(&json, &writer);
    sy_json_write_object(&json);
    sy_json_write_field_text(&json, "code", steelyard_status_code(fault->status));
    sy_json_write_field_text(&json, "option", fault->option);
    sy_json_write_field_text(&json, "message", fault->message.bytes == NULL ? SY_SPAN("") : fault->message);
    write_optional(&json, SY_SPAN("path"), fault->path);
    if (fault->offset != STEELYARD_NO_OFFSET) sy_json_write_field_unsigned(&json, "offset", fault->offset);
    write_optional(&json, SY_SPAN("found"), fault->found);
    write_optional(&json, SY_SPAN("nearest"), fault->nearest);
    write_allowed(&json, fault->allowed);
    sy_json_write_end(&json);
    return sy_json_write_finish(&json, json_out, fault_out);
}
