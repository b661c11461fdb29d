/* SPDX-License-Identifier: Apache-2.0 */
/* reconcile: a body against the file of what the client's own ledger expects. The engine judges both. */
#include "commands.h"

#include "output.h"
#include "workspace.h"

/* What is read of a ledger: the engine takes no longer text. */
#define EXPECTED_NBYTES_MAX ((size_t)0x7fffffff)

static void stop_for_file(cmd_run *run, const char *name, input_status status) {
    run_complain_of_file(run, name, status);
    run_stop(run, EXIT_FILE);
}

/* Stops the run where the file cannot be read. */
static void read_expected(cmd_run *run, cmd_text *expected_out) {
    const char *name = run->arguments.values[FLAG_EXPECTED];
    input_status status;
    if (name == NULL) {
        output_complain("reconcile needs --expected FILE.json");
        run_stop(run, EXIT_USAGE);
        return;
    }
    status = input_open_file(&run->input, name);
    if (status == INPUT_OK) {
        status = input_read_body(&run->input, EXPECTED_NBYTES_MAX, expected_out);
        input_close(&run->input);
    }
    if (status != INPUT_OK) stop_for_file(run, name, status);
}

static void stop_without_object(cmd_run *run) {
    output_complain("%s: not a JSON object", run->arguments.values[FLAG_EXPECTED]);
    run_stop(run, EXIT_USAGE);
}

/* `over` in the place of the members of the same name; stops the run where the file holds no object. */
static void merge(cmd_run *run, cmd_text *expected, steelyard_span over) {
    steelyard_span merged = {NULL, 0};
    steelyard_fault fault;
    steelyard_status status;
    steelyard_arena_reset(&run->text_arena, 0);
    do {
        status = steelyard_options_merge(&run->text_arena, text_span(expected), over, &merged, &fault);
    } while (status != STEELYARD_OK && workspace_retry(&run->text_arena, &fault));
    if (status == STEELYARD_CALL_ARGUMENT) {
        stop_without_object(run);
    } else if (status != STEELYARD_OK) {
        run_complain_of_fault(run, run->arguments.values[FLAG_EXPECTED], &fault);
        run_stop(run, EXIT_FILE);
    } else {
        text_empty(expected);
        text_append_span(expected, merged);
    }
}

/* The tolerance of the flag goes before the file's own. */
static void put_tolerance(cmd_run *run, cmd_text *expected) {
    const char *tolerance = run->arguments.values[FLAG_TOLERANCE];
    cmd_text over = {0};
    if (tolerance == NULL) return;
    if (expected->nbytes == 0) {
        stop_without_object(run); /* the engine would take an empty text for no options */
        return;
    }
    text_append_string(&over, "{\"tolerance\":");
    text_append_json_string(&over, span_of_string(tolerance));
    text_append_string(&over, "}");
    if (!over.failed) merge(run, expected, text_span(&over));
    if (!run->stopped && (over.failed || expected->failed)) stop_for_file(run, "options", INPUT_MEMORY);
    text_free(&over);
}

/* The answer as JSON or for a person, in the run's arena for texts. */
static bool render(cmd_run *run, steelyard_span expected, steelyard_span *text_out, bool *same_out) {
    const cmd_judgement *judgement = &run->judgements[0];
    steelyard_arena *arena = &run->text_arena;
    steelyard_fault fault;
    steelyard_status status;
    steelyard_arena_reset(arena, 0);
    do {
        status = steelyard_reconcile(arena, judgement->report, expected, text_out, same_out, &fault);
        if (status == STEELYARD_OK && !run->arguments.json) {
            status = steelyard_reconcile_text(arena, judgement->report, expected, run->colour, text_out, &fault);
        }
    } while (status != STEELYARD_OK && workspace_retry(arena, &fault));
    if (status != STEELYARD_OK) run_complain_of_fault(run, judgement->name, &fault);
    return status == STEELYARD_OK;
}

static void reconcile(cmd_run *run, steelyard_span expected) {
    cmd_judgement *judgement = &run->judgements[0];
    bool same = false;
    steelyard_span text;
    if (!run_judge_file(run, judgement, run->arguments.operands[0])) return;
    if (!run_make_snapshot(run, judgement, &text) || !render(run, expected, &text, &same)) return;
    if (!same || !steelyard_report_ok(judgement->report)) run_note_exit(run, EXIT_NOT_OK);
    run_print_line(run, text);
}

void command_reconcile(cmd_run *run) {
    cmd_text expected = {0};
    read_expected(run, &expected);
    if (!run->stopped) put_tolerance(run, &expected);
    if (!run->stopped) reconcile(run, text_span(&expected));
    text_free(&expected);
}
