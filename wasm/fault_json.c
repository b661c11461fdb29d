/* SPDX-License-Identifier: Apache-2.0 */
#include "fault_json.h"
#include "json/json_write.h"

/* `,"path":"/profile/unit"`; nothing where the fault does not say it. */
static void write_fault_text(sy_writer *writer, const char *key, steelyard_span text) {
    if (text.bytes == NULL) return;
    sy_writer_literal(writer, ",\"");
    sy_writer_literal(writer, key);
    sy_writer_literal(writer, "\":");
    sy_json_write_string(writer, text);
}

/* `,"allowed":["major","minor"]` out of `major, minor`. */
static void write_allowed(sy_writer *writer, steelyard_span names) {
    size_t start = 0;
    size_t i;
    if (names.bytes == NULL) return;
    sy_writer_literal(writer, ",\"allowed\":[");
    for (i = 0; i <= names.nbytes; i++) {
        bool ends = i == names.nbytes || (names.bytes[i] == ',' && i + 1 < names.nbytes && names.bytes[i + 1] == ' ');
        if (!ends) continue;
        if (start > 0) sy_writer_byte(writer, ',');
        sy_json_write_string(writer, (steelyard_span){names.bytes + start, i - start});
        start = i + 2;
    }
    sy_writer_byte(writer, ']');
}

/* Where a JSON text is wrong, and what may stand there; only what the fault says. */
static void write_fault_place(sy_writer *writer, const steelyard_fault *fault) {
    write_fault_text(writer, "path", fault->path);
    if (fault->offset != STEELYARD_NO_OFFSET) {
        sy_writer_literal(writer, ",\"offset\":");
        sy_writer_unsigned(writer, fault->offset);
    }
    write_fault_text(writer, "found", fault->found);
    write_fault_text(writer, "nearest", fault->nearest);
    write_allowed(writer, fault->allowed);
}

void fault_json_write(sy_writer *writer, const steelyard_fault *fault) {
    sy_writer_literal(writer, "{\"code\":");
    sy_json_write_string(writer, steelyard_status_code(fault->status));
    sy_writer_literal(writer, ",\"option\":");
    if (fault->option.bytes == NULL) {
        sy_writer_literal(writer, "null");
    } else {
        sy_json_write_string(writer, fault->option);
    }
    sy_writer_literal(writer, ",\"message\":");
    sy_json_write_string(writer, fault->message);
    write_fault_place(writer, fault);
    sy_writer_literal(writer, "}");
}
