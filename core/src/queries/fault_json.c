/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/fault_json.h"

#include "json/json_write.h"

/* `"allowed":["major","minor"]` out of `major, minor`. */
static void write_allowed(sy_json_write *json, sy_span names) {
    size_t start = 0;
    if (names.bytes == NULL) return;
    sy_json_write_field(json, "allowed");
    sy_json_write_open_list(json);
    for (size_t i = 0; i <= names.nbytes; i += 1) {
        bool ends = i == names.nbytes || (names.bytes[i] == ',' && i + 1 < names.nbytes && names.bytes[i + 1] == ' ');
        if (!ends) continue;
        sy_json_write_string(json, (sy_span){names.bytes + start, i - start});
        start = i + 2;
    }
    sy_json_write_close_list(json);
}

void sy_fault_json_write(sy_writer *writer, const steelyard_fault *fault) {
    sy_json_write json;
    sy_json_write_begin(&json, writer);
    sy_json_write_open_object(&json);
    sy_json_write_text_field(&json, "code", steelyard_status_code(fault->status));
    sy_json_write_text_field(&json, "option", fault->option);
    sy_json_write_text_field(&json, "message", fault->message.bytes == NULL ? SY_SPAN("") : fault->message);
    sy_json_write_optional_field(&json, "path", fault->path);
    if (fault->offset != STEELYARD_NO_OFFSET) sy_json_write_unsigned_field(&json, "offset", fault->offset);
    sy_json_write_optional_field(&json, "found", fault->found);
    sy_json_write_optional_field(&json, "nearest", fault->nearest);
    write_allowed(&json, fault->allowed);
    sy_json_write_close_object(&json);
}
