/* SPDX-License-Identifier: Apache-2.0 */
#include "fault.h"

steelyard_status sy_fault_none(steelyard_fault *fault_out) {
    return sy_fault_plain(fault_out, STEELYARD_OK);
}

steelyard_status sy_fault_plain(steelyard_fault *fault_out, steelyard_status status) {
    return sy_fault_named(fault_out, status, (sy_span){"", 0}, steelyard_status_message(status));
}

steelyard_status sy_fault_named(steelyard_fault *fault_out, steelyard_status status, sy_span name, sy_span message) {
    fault_out->status = status;
    fault_out->option = name;
    fault_out->message = message;
    fault_out->arena_nbytes = 0;
    return status;
}

steelyard_status sy_fault_memory(steelyard_fault *fault_out, sy_memory *memory, size_t input_nbytes) {
    size_t bound = SY_ARENA_FIXED_NBYTES;
    size_t per_byte = SY_ARENA_NBYTES_PER_INPUT_BYTE;
    bound = input_nbytes > (SIZE_MAX - bound) / per_byte ? SIZE_MAX : bound + input_nbytes * per_byte;
    bound = memory->begin_nbytes > SIZE_MAX - bound ? SIZE_MAX : bound + memory->begin_nbytes;
    (void)sy_fault_plain(fault_out, STEELYARD_MEMORY);
    fault_out->arena_nbytes = bound;
    steelyard_arena_reset(memory->arena, memory->begin_nbytes);
    return STEELYARD_MEMORY;
}
