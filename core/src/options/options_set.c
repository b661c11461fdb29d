/* SPDX-License-Identifier: Apache-2.0 */
/*
 * options_set.c - options with one member set. The JSON texts of options and of a value come in, one options text goes
 * out. What the options mean is not asked here.
 */
#include "base/fault.h"
#include "options/options_read.h"
#include "json/json_node.h"
#include "json/json_reader.h"
#include "json/json_write.h"

/* The members of other names as they are written, then the one that is set. */
static sy_span write_options(sy_arena *memory, const sy_document *options, sy_span name, sy_span value) {
    sy_writer writer;
    sy_writer_begin(&writer, memory);
    sy_writer_byte(&writer, '{');
    for (uint32_t node = sy_json_node_first(options, 0); node != SY_NODE_NONE;
         node = sy_json_node_after(options, 0, node)) {
        uint32_t key = sy_json_node_key(node);
        if (sy_json_node_text_is(options, key, name)) continue;
        sy_writer_span(&writer, sy_json_node_token(options, key));
        sy_writer_byte(&writer, ':');
        sy_writer_span(&writer, sy_json_node_token(options, node));
        sy_writer_byte(&writer, ',');
    }
    sy_json_write_string(&writer, name);
    sy_writer_byte(&writer, ':');
    sy_writer_span(&writer, value);
    sy_writer_byte(&writer, '}');
    return sy_writer_end(&writer);
}

/*
 * What was put together is read once more: a value that is well by itself may be too deep as a member or make the whole
 * too long, and a name may be no UTF-8. Whatever goes out can be read. argument_out: which text is wrong, if one is;
 * the error's offset is in that text.
 */
static steelyard_status check_whole(sy_arena *memory, sy_span json, const sy_document *value, sy_json_error *error,
                                    sy_span *argument_out) {
    sy_document whole;
    size_t value_start = json.nbytes - 1 - sy_json_node_token(value, 0).nbytes;
    steelyard_status status = sy_json_reader_read(memory, json, SY_OPTIONS_NBYTES_MAX, &whole, error);
    if (status == STEELYARD_OK || memory->exhausted) return status;
    if (error->offset < value_start) {
        *argument_out = SY_SPAN("name");
        error->offset = STEELYARD_NO_OFFSET;
    } else {
        error->offset += sy_json_node_offset(value, 0) - value_start;
    }
    return status;
}

steelyard_status steelyard_options_set(steelyard_arena *arena, steelyard_span options_json, steelyard_span name,
                                       steelyard_span value_json, steelyard_span *options_out,
                                       steelyard_fault *fault_out) {
    sy_arena memory;
    sy_document options;
    sy_document value;
    sy_json_error error;
    sy_span argument = SY_SPAN("value");
    sy_span json = {NULL, 0};
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = sy_options_read(&memory, options_json.nbytes == 0 ? SY_SPAN("{}") : options_json, &options, fault_out);
    if (status != STEELYARD_OK) return status;
    status = sy_json_reader_read(&memory, value_json, SY_OPTIONS_NBYTES_MAX, &value, &error);
    if (status == STEELYARD_OK) {
        json = write_options(&memory, &options, name, sy_json_node_token(&value, 0));
        if (!memory.exhausted) status = check_whole(&memory, json, &value, &error, &argument);
    }
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, options_json.nbytes + value_json.nbytes);
    if (status == STEELYARD_OK) {
        *options_out = json;
        return sy_fault_none(fault_out);
    }
    (void)sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, argument, steelyard_status_message(status));
    fault_out->offset = error.offset;
    return STEELYARD_CALL_ARGUMENT;
}
