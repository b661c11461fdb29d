/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"

#include "workspace.h"

/* Where a report is printed for a person: what heads it. */
static steelyard_span title_of(const cmd_judgement *judgement) {
    if (input_is_standard(judgement->name)) return (steelyard_span){NULL, 0};
    return span_of_string(judgement->name);
}

static steelyard_status ask(cmd_run *run, const cmd_judgement *judgement, steelyard_span *text_out,
                            steelyard_fault *fault_out) {
    steelyard_arena *arena = &run->text_arena;
    if (run->arguments.json) return steelyard_report_json(arena, judgement->report, text_out, fault_out);
    return steelyard_report_text(arena, judgement->report, title_of(judgement), run->colour, text_out, fault_out);
}

/* The report as JSON or for a person, in the run's arena for texts. */
static bool render(cmd_run *run, const cmd_judgement *judgement, steelyard_span *text_out) {
    steelyard_fault fault;
    steelyard_status status;
    WORKSPACE_CALL(&run->text_arena, status, &fault, ask(run, judgement, text_out, &fault));
    if (status != STEELYARD_OK) run_complain_of_fault(run, judgement->name, &fault);
    return status == STEELYARD_OK;
}

/* An empty line between two reports for a person; `printed` says whether one stands before this. */
static void print_report(cmd_run *run, steelyard_span text, bool *printed) {
    if (*printed && !run->arguments.json) run_print(run, span_of_string("\n"));
    if (!run->stopped) run_print_line(run, text);
    *printed = true;
}

void command_verify(cmd_run *run) {
    cmd_judgement *judgement = &run->judgements[0];
    steelyard_span text;
    bool printed = false;
    for (size_t i = 0; i < run->arguments.operand_count && !run->stopped; i += 1) {
        if (!run_judge_file(run, judgement, run->arguments.operands[i])) continue;
        if (!steelyard_report_ok(judgement->report)) run_note_exit(run, EXIT_NOT_OK);
        if (render(run, judgement, &text)) print_report(run, text, &printed);
    }
}
