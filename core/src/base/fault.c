/* SPDX-License-Identifier: Apache-2.0 */
#include "base/fault.h"

steelyard_status sy_fault_none(steelyard_fault *fault_out) {
    return sy_fault_plain(fault_out, STEELYARD_OK);
}

steelyard_status sy_fault_plain(steelyard_fault *fault_out, steelyard_status status) {
    return sy_fault_named(fault_out, status, (sy_span){NULL, 0}, steelyard_status_message(status));
}

steelyard_status sy_fault_named(steelyard_fault *fault_out, steelyard_status status, sy_span name, sy_span message) {
    fault_out->status = status;
    fault_out->option = name;
    fault_out->message = message;
    fault_out->path = fault_out->found = fault_out->nearest = fault_out->allowed = (sy_span){NULL, 0};
    fault_out->offset = STEELYARD_NO_OFFSET;
    fault_out->arena_nbytes = 0;
    return status;
}

/* value * factor + more, or SIZE_MAX where that is too much. */
static size_t saturated(size_t value, size_t factor, size_t more) {
    if (value > (SIZE_MAX - more) / factor) return SIZE_MAX;
    return value * factor + more;
}

steelyard_status sy_fault_memory(steelyard_fault *fault_out, sy_arena *memory, size_t input_nbytes) {
    size_t twice = saturated(memory->arena->nbytes, 2, 0);
    size_t usual = saturated(input_nbytes, SY_ARENA_NBYTES_PER_INPUT_BYTE, SY_ARENA_FIXED_NBYTES);
    size_t lend = saturated(usual, 1, memory->begin_nbytes);
    if (twice > lend) lend = twice;
    (void)sy_fault_plain(fault_out, STEELYARD_MEMORY);
    fault_out->arena_nbytes = memory->wanted_nbytes > lend ? memory->wanted_nbytes : lend;
    steelyard_arena_reset(memory->arena, memory->begin_nbytes);
    return STEELYARD_MEMORY;
}

steelyard_status sy_fault_finish_text(sy_writer *writer, steelyard_span *text_out, steelyard_fault *fault_out) {
    sy_span text = sy_writer_end(writer);
    if (writer->memory->exhausted) return sy_fault_memory(fault_out, writer->memory, 0);
    *text_out = text;
    return sy_fault_none(fault_out);
}
