/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain.h - the pieces of `explain`: an example that is run, a rule in words. Rows and places of rules come in, text
 * goes out. It refuses to know which code was asked for.
 */
#ifndef SY_EXPLAIN_H
#define SY_EXPLAIN_H

#include "explain/explanations.h"
#include "explain/profile_reader.h"
#include "report/report.h"

/* What the engine says to an example. */
typedef struct sy_example_answer {
    steelyard_fault fault;
    const steelyard_report *report; /* NULL where there is none */
    sy_span json;                   /* of canSpend and diff; bytes NULL where there is none */
} sy_example_answer;

/* explain_example.c: runs the example in the arena. False where memory ran out. */
bool sy_explain_example_run(steelyard_arena *arena, const sy_explanation *row, sy_example_answer *answer_out);
void sy_explain_example_write(sy_writer *writer, const sy_explanation *row, const sy_example_answer *answer);

/* explain_rule.c: the rule at this place of the profile that is open. */
void sy_explain_rule(const sy_profile_reader *words, const sy_rule_place *place);

#endif
