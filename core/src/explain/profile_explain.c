/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/profile_explain.h"

#include "base/fault.h"
#include "explain/profile_page.h"
#include "profile/compile.h"

/* Opens the profile as it was compiled: `whole` has what it extends merged in, and only the text given names that one. */
static bool open_whole(sy_arena *memory, sy_span profile_json, sy_span whole, sy_profile_reader *reader_out) {
    sy_profile_reader given;
    if (!sy_profile_reader_open(&given, memory, profile_json) || !sy_profile_reader_open(reader_out, memory, whole))
        return false;
    reader_out->base = sy_profile_reader_text(&given, 0, "extends");
    return true;
}

steelyard_status sy_profile_explain_open(sy_arena *memory, sy_span profile_json, sy_profile_reader *reader_out,
                                         steelyard_fault *fault_out) {
    sy_span whole;
    steelyard_status status = sy_compile_alone(memory, profile_json, &whole, fault_out);
    if (status != STEELYARD_OK) return status;
    if (!open_whole(memory, profile_json, whole, reader_out))
        return sy_fault_memory(fault_out, memory, profile_json.nbytes);
    return STEELYARD_OK;
}

steelyard_status steelyard_profile_explain(steelyard_arena *arena, steelyard_span profile_json,
                                           steelyard_span *text_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_profile_reader reader;
    sy_writer writer;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = sy_profile_explain_open(&memory, profile_json, &reader, fault_out);
    if (status != STEELYARD_OK) return status;
    sy_writer_begin(&writer, &memory);
    reader.writer = &writer;
    sy_profile_page_write(&reader);
    return sy_fault_finish_text(&writer, text_out, fault_out);
}
