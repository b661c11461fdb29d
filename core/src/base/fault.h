/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fault.h - what a public call says of its failure. A status and words come in, a steelyard_fault goes out.
 * May use: nothing.
 */
#ifndef SY_FAULT_H
#define SY_FAULT_H

#include "base/writer.h"

/* Everything is well. */
steelyard_status sy_fault_none(steelyard_fault *fault_out);
/* The status with its own message. */
steelyard_status sy_fault_plain(steelyard_fault *fault_out, steelyard_status status);
/* With the name of an option or argument and a message, static or in the arena. */
steelyard_status sy_fault_named(steelyard_fault *fault_out, steelyard_status status, sy_span name, sy_span message);
/*
 * Memory ran out: gives the arena back as it was, and says how much to lend. `input_nbytes` is the length of what was
 * read. No figure fits every input of a length: paths repeat the names above a finding, so that what must be said of a
 * body may grow with the square of its length. The figure is enough for ordinary input, and at least twice what was
 * lent, so that a caller who lends it and calls again gets there in few steps.
 */
steelyard_status sy_fault_memory(steelyard_fault *fault_out, sy_arena *memory, size_t input_nbytes);

/* Ends a public call that wrote one text. */
steelyard_status sy_fault_finish_text(sy_writer *writer, steelyard_span *text_out, steelyard_fault *fault_out);

#endif
