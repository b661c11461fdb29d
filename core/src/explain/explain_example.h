/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain_example.h - an example of a code of the engine's, run when it is shown. A row with its example comes in;
 * what the engine says to it goes out, in lines.
 * May use: base, values, prose, report.
 */
#ifndef SY_EXPLAIN_EXAMPLE_H
#define SY_EXPLAIN_EXAMPLE_H

#include "base/writer.h"
#include "explain/explanations.h"
#include "report/report.h"

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
