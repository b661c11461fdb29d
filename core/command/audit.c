/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"

#include "output.h"
#include "workspace.h"

enum { VERDICT_COUNT = STEELYARD_VERDICT_MALFORMED + 1 };

/* What the summary at the end says. */
typedef struct cmd_tally {
    uint64_t ok;
    uint64_t not_ok;
    uint64_t not_ok_by_verdict[VERDICT_COUNT];
} cmd_tally;

static void count(cmd_tally *tally, const steelyard_report *report) {
    if (steelyard_report_ok(report)) {
        tally->ok += 1;
        return;
    }
    tally->not_ok += 1;
    tally->not_ok_by_verdict[steelyard_report_verdict(report)] += 1;
}

static void print_json(cmd_run *run, const cmd_judgement *judgement) {
    steelyard_span json;
    steelyard_fault fault;
    steelyard_status status;
    WORKSPACE_CALL(&run->text_arena, status, &fault,
                   steelyard_report_json(&run->text_arena, judgement->report, &json, &fault));
    if (status == STEELYARD_OK) run_print_line(run, json);
    else run_complain_of_fault(run, judgement->name, &fault);
}

/* `FILE:LINE: VERDICT: CODE, CODE` */
static void print_not_ok(cmd_run *run, const cmd_judgement *judgement, uint64_t line) {
    cmd_text *text = &run->text;
    text_empty(text);
    text_append_string(text, judgement->name);
    text_append_string(text, ":");
    text_append_number(text, line);
    text_append_string(text, ": ");
    run_append_verdict(text, judgement->report);
    text_append_string(text, "\n");
    if (text->failed) run_complain_of_file(run, judgement->name, INPUT_MEMORY);
    else run_print(run, text_span(text));
}

static void audit_line(cmd_run *run, cmd_judgement *judgement, uint64_t line, cmd_tally *tally) {
    bool ok;
    if (!run_judge_body(run, judgement)) return;
    ok = steelyard_report_ok(judgement->report);
    count(tally, judgement->report);
    if (!ok) run_note_exit(run, EXIT_NOT_OK);
    if (run->arguments.json) print_json(run, judgement);
    else if (!ok) print_not_ok(run, judgement, line);
}

/* A line that does not fit into memory is passed over; anything else that cannot be read ends the file. */
static void audit_lines(cmd_run *run, cmd_judgement *judgement, cmd_tally *tally) {
    uint64_t line = 0;
    while (!run->stopped) {
        bool blank = false;
        input_status status = input_read_line(&run->input, run_body_nbytes_max(run), &judgement->body, &blank);
        if (status == INPUT_END) return;
        line += 1;
        if (status == INPUT_OK && !blank) audit_line(run, judgement, line, tally);
        if (status != INPUT_OK) run_complain_of_file(run, judgement->name, status);
        if (status > INPUT_MEMORY) return;
    }
}

static void audit_file(cmd_run *run, const char *name, cmd_tally *tally) {
    cmd_judgement *judgement = &run->judgements[0];
    input_status status = input_open_operand(&run->input, name);
    judgement->name = name;
    if (status != INPUT_OK) {
        run_complain_of_file(run, name, status);
        return;
    }
    audit_lines(run, judgement, tally);
    input_close(&run->input);
}

/* `1 malformed, 1 mismatch`, the worst first. */
static void append_verdicts(cmd_text *text, const cmd_tally *tally) {
    const char *separator = " (";
    for (int verdict = VERDICT_COUNT - 1; verdict >= 0; verdict -= 1) {
        if (tally->not_ok_by_verdict[verdict] == 0) continue;
        text_append_string(text, separator);
        text_append_number(text, tally->not_ok_by_verdict[verdict]);
        text_append_string(text, " ");
        text_append_span(text, steelyard_verdict_name((steelyard_verdict)verdict));
        separator = ", ";
    }
    if (tally->not_ok != 0) text_append_string(text, ")");
}

static void note_summary(cmd_text *text, const cmd_tally *tally) {
    uint64_t responses = tally->ok + tally->not_ok;
    text_empty(text);
    text_append_number(text, responses);
    text_append_string(text, responses == 1 ? " response: " : " responses: ");
    text_append_number(text, tally->ok);
    text_append_string(text, " ok, ");
    text_append_number(text, tally->not_ok);
    text_append_string(text, " not ok");
    append_verdicts(text, tally);
    text_append_string(text, "\n");
    output_note(text_span(text));
}

void command_audit(cmd_run *run) {
    cmd_tally tally = {0};
    for (size_t i = 0; i < run->arguments.operand_count && !run->stopped; i += 1) {
        audit_file(run, run->arguments.operands[i], &tally);
    }
    if (!run->stopped && !run->arguments.json) note_summary(&run->text, &tally);
}
