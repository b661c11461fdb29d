/* SPDX-License-Identifier: Apache-2.0 */
/*
 * run.h - one run of the program: what all commands share. Arguments and a compiled verifier are held; bodies become
 * reports, texts are printed, and the worst that happened is kept as the exit status.
 * May use: arguments, input, text; not the commands.
 */
#ifndef STEELYARD_COMMAND_RUN_H
#define STEELYARD_COMMAND_RUN_H

#include "arguments.h"
#include "input.h"
#include "text.h"

/* A body and its report. The report refers to the body. */
typedef struct cmd_judgement {
    const char *name; /* the file as named */
    cmd_text body;
    steelyard_arena arena;
    const steelyard_report *report;
} cmd_judgement;

typedef struct cmd_run {
    cmd_arguments arguments;
    bool colour;
    int exit_status;
    bool stopped; /* nothing more is to be done: wrong usage, or nobody takes the output */
    const steelyard_verifier *verifier;
    steelyard_arena verifier_arena;
    steelyard_arena text_arena;
    cmd_judgement judgements[2];
    cmd_input input;
    cmd_text text;         /* what is being printed */
    cmd_text call_options; /* what the engine is told for one body */
} cmd_run;

/* False, and said so, where there is not even the memory to begin with. */
bool run_open(cmd_run *run);
void run_close(cmd_run *run);

void run_note_exit(cmd_run *run, int exit_status);
/* Ends the run with the status, after a complaint of wrong usage also with the hint at the help. */
void run_stop(cmd_run *run, int exit_status);
/* For a file that cannot be read: says so and goes on. */
void run_complain_of_file(cmd_run *run, const char *name, input_status status);
/* For a call that failed: wrong usage where the engine refuses options, else out of memory for the file. */
void run_complain_of_fault(cmd_run *run, const char *name, const steelyard_fault *fault);
/* Prints; stops the run where that cannot be done. */
void run_print(cmd_run *run, steelyard_span text);
/* The same, with a line feed where the text lacks one at its end. */
void run_print_line(cmd_run *run, steelyard_span text);

/*
 * Reads a whole body and judges it; false, and said so, where there is no report. The report stands until the
 * judgement is used again.
 */
bool run_judge_file(cmd_run *run, cmd_judgement *judgement, const char *name);
/* Judges the body that stands in the judgement. */
bool run_judge_body(cmd_run *run, cmd_judgement *judgement);

/* How much of a body is worth reading: one byte more than the engine accepts. */
size_t run_body_nbytes_max(const cmd_run *run);

/*
 * Whether the report of this judgement has a canonical snapshot; false, and said so, where it has none or memory ran
 * out. The snapshot stands in the arena for texts.
 */
bool run_make_snapshot(cmd_run *run, const cmd_judgement *judgement, steelyard_span *json_out);

/* Appends `VERDICT`, or `VERDICT: CODE, CODE` with the findings that are more than a warning, each code once. */
void run_append_verdict(cmd_text *text, const steelyard_report *report);

#endif
