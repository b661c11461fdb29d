/* SPDX-License-Identifier: Apache-2.0 */
/* reconcile: a body against the file of what the client's own ledger expects. The engine judges both. */
#include "commands.h"

#include "options.h"
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
    const char *name = run->arguments.values[OPTION_EXPECTED];
    input_status status;
    if (name == NULL) {
        output_complain(COMPLAINT_NEEDS_EXPECTED);
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

/* The tolerance of the flag goes before the file's own; stops the run where the file holds no object. */
static void put_tolerance(cmd_run *run, cmd_text *expected) {
    const char *tolerance = run->arguments.values[OPTION_TOLERANCE];
    const char *name = run->arguments.values[OPTION_EXPECTED];
    cmd_text value = {0};
    steelyard_fault fault;
    steelyard_status status;
    if (tolerance == NULL) return;
    if (expected->nbytes == 0) text_append_string(expected, " "); /* an empty file is no object, and no text is one */
    text_append_json_string(&value, span_of_string(tolerance));
    status = options_set(run, expected, "tolerance", &value, &fault);
    if (status == STEELYARD_CALL_ARGUMENT) {
        output_complain(COMPLAINT_NOT_OBJECT, OUTPUT_STRING(name));
        run_stop(run, EXIT_USAGE);
    } else if (status != STEELYARD_OK) {
        run_complain_of_fault(run, name, &fault);
        run_stop(run, EXIT_FILE);
    }
    text_free(&value);
}

static steelyard_status ask(cmd_run *run, steelyard_span expected, steelyard_span *text_out, bool *same_out,
                            steelyard_fault *fault_out) {
    const steelyard_report *report = run->judgements[0].report;
    steelyard_arena *arena = &run->text_arena;
    steelyard_status status = steelyard_reconcile(arena, report, expected, text_out, same_out, fault_out);
    if (status != STEELYARD_OK || run->arguments.json) return status;
    return steelyard_reconcile_text(arena, report, expected, run->colour, text_out, fault_out);
}

/* The answer as JSON or for a person, in the run's arena for texts. */
static bool render(cmd_run *run, steelyard_span expected, steelyard_span *text_out, bool *same_out) {
    steelyard_fault fault;
    steelyard_status status;
    WORKSPACE_CALL(&run->text_arena, status, &fault, ask(run, expected, text_out, same_out, &fault));
    if (status != STEELYARD_OK) run_complain_of_fault(run, run->judgements[0].name, &fault);
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
