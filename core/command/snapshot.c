/* SPDX-License-Identifier: Apache-2.0 */
/* The two commands that need a canonical snapshot of what they read: normalize and diff. */
#include "commands.h"

#include "workspace.h"

void command_normalize(cmd_run *run) {
    cmd_judgement *judgement = &run->judgements[0];
    steelyard_span json;
    if (!run_judge_file(run, judgement, run->arguments.operands[0])) return;
    if (!steelyard_report_ok(judgement->report)) run_note_exit(run, EXIT_NOT_OK);
    if (run_make_snapshot(run, judgement, &json)) run_print_line(run, json);
}

static steelyard_status ask(cmd_run *run, steelyard_span *text_out, bool *same_out, steelyard_fault *fault_out) {
    const steelyard_report *before = run->judgements[0].report;
    const steelyard_report *after = run->judgements[1].report;
    steelyard_arena *arena = &run->text_arena;
    steelyard_status status = steelyard_diff(arena, before, after, text_out, same_out, fault_out);
    if (status != STEELYARD_OK || run->arguments.json) return status;
    return steelyard_diff_text(arena, before, after, run->colour, text_out, fault_out);
}

/* The changes as JSON or for a person, in the run's arena for texts. */
static bool render(cmd_run *run, steelyard_span *text_out, bool *same_out) {
    steelyard_fault fault;
    steelyard_status status;
    WORKSPACE_CALL(&run->text_arena, status, &fault, ask(run, text_out, same_out, &fault));
    if (status != STEELYARD_OK) run_complain_of_fault(run, run->judgements[1].name, &fault);
    return status == STEELYARD_OK;
}

/* Both bodies; both are tried, so that whatever is wrong with either is said at once. */
static bool judge_both(cmd_run *run) {
    char **names = run->arguments.operands;
    bool before = run_judge_file(run, &run->judgements[0], names[0]);
    bool after = !run->stopped && run_judge_file(run, &run->judgements[1], names[1]);
    return before && after;
}

static bool have_snapshots(cmd_run *run) {
    steelyard_span ignored;
    bool before = run_make_snapshot(run, &run->judgements[0], &ignored);
    bool after = run_make_snapshot(run, &run->judgements[1], &ignored);
    return before && after;
}

void command_diff(cmd_run *run) {
    bool same = false;
    steelyard_span text;
    if (!judge_both(run) || !have_snapshots(run) || !render(run, &text, &same)) return;
    if (!same) run_note_exit(run, EXIT_NOT_OK);
    run_print_line(run, text);
}
