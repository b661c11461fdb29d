/* SPDX-License-Identifier: Apache-2.0 */
/*
 * options_merge.c - one options object out of two. JSON texts come in, one goes out; members of the second go before
 * those of the first.
 */
#include "base/fault.h"
#include "json/json_node.h"
#include "json/json_reader.h"
#include "json/json_string.h"

static steelyard_status read_object(sy_arena *memory, sy_span text, sy_document *document) {
    sy_json_error error;
    steelyard_status status;
    if (text.nbytes == 0) text = SY_SPAN("{}");
    status = sy_json_reader_read(memory, text, SY_OPTIONS_NBYTES_MAX, document, &error);
    if (status == STEELYARD_OK && sy_json_node_is(document, 0, SY_NODE_OBJECT)) return STEELYARD_OK;
    return status == STEELYARD_MEMORY ? status : STEELYARD_CALL_ARGUMENT;
}

/* Whether an object has a member whose name is that of `key`, whichever way either is escaped. */
static bool has_member(const sy_document *object, sy_span key) {
    sy_span name = {key.bytes + 1, key.nbytes - 2};
    for (uint32_t node = sy_json_node_first(object, 0); node != SY_NODE_NONE;
         node = sy_json_node_after(object, 0, node)) {
        sy_span other = sy_json_node_token(object, sy_json_node_key(node));
        if (sy_json_string_compare(name, (sy_span){other.bytes + 1, other.nbytes - 2}) == 0) return true;
    }
    return false;
}

static void write_members(sy_writer *writer, const sy_document *document, const sy_document *over, bool *first) {
    for (uint32_t node = sy_json_node_first(document, 0); node != SY_NODE_NONE;
         node = sy_json_node_after(document, 0, node)) {
        sy_span key = sy_json_node_token(document, sy_json_node_key(node));
        if (over != NULL && has_member(over, key)) continue;
        if (!*first) sy_writer_byte(writer, ',');
        *first = false;
        sy_writer_span(writer, key);
        sy_writer_byte(writer, ':');
        sy_writer_span(writer, sy_json_node_token(document, node));
    }
}

steelyard_status steelyard_options_merge(steelyard_arena *arena, steelyard_span base_json, steelyard_span over_json,
                                         steelyard_span *json_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_document base;
    sy_document over;
    sy_writer writer;
    sy_span json;
    bool first = true;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = read_object(&memory, base_json, &base);
    if (status == STEELYARD_OK) status = read_object(&memory, over_json, &over);
    if (status == STEELYARD_CALL_ARGUMENT)
        return sy_fault_named(fault_out, status, SY_SPAN("options"), SY_SPAN("options are a JSON object."));
    sy_writer_begin(&writer, &memory);
    if (status == STEELYARD_OK) {
        sy_writer_byte(&writer, '{');
        write_members(&writer, &base, &over, &first);
        write_members(&writer, &over, NULL, &first);
        sy_writer_byte(&writer, '}');
    }
    json = sy_writer_end(&writer);
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, base_json.nbytes + over_json.nbytes);
    *json_out = json;
    return sy_fault_none(fault_out);
}
