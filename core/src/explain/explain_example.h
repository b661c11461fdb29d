/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain_example.h - the example of an explanation, run when it is shown. A row comes in; what the engine answers goes out, and
 * the lines that show it.
 * May use: base, prose, report.
 */
#ifndef SY_EXPLAIN_EXAMPLE_H
#define SY_EXPLAIN_EXAMPLE_H

#include "base/writer.h"
#include "explain/explanations.h"

/* What the engine says to an example. */
typedef struct sy_example_answer {
    steelyard_fault fault;
    const steelyard_report *report; /* NULL where there is none */
    sy_span json;                   /* of canSpend and diff; bytes NULL where there is none */
} sy_example_answer;

/* Runs the example in the arena. False where memory ran out. */
bool sy_explain_example_run(steelyard_arena *arena, const sy_explanation *row, sy_example_answer *answer_out);
void sy_explain_example_write(sy_writer *writer, const sy_explanation *row, const sy_example_answer *answer);

#endif
