/* SPDX-License-Identifier: Apache-2.0 */
#include "run.h"

#include "clock.h"
#include "output.h"
#include "workspace.h"

bool run_open(cmd_run *run) {
    bool opened = workspace_open(&run->verifier_arena) && workspace_open(&run->text_arena) &&
                  workspace_open(&run->judgements[0].arena) && workspace_open(&run->judgements[1].arena);
    if (!opened) output_complain("there is no memory");
    return opened;
}

void run_close(cmd_run *run) {
    for (size_t i = 0; i < 2; i += 1) {
        text_free(&run->judgements[i].body);
        workspace_close(&run->judgements[i].arena);
    }
    text_free(&run->text);
    text_free(&run->call_options);
    workspace_close(&run->text_arena);
    workspace_close(&run->verifier_arena);
}

void run_note_exit(cmd_run *run, int exit_status) {
    if (exit_status > run->exit_status) run->exit_status = exit_status;
}

void run_stop(cmd_run *run, int exit_status) {
    if (exit_status == EXIT_USAGE) output_note(span_of_string(COMPLAINT_HINT "\n"));
    run->exit_status = exit_status;
    run->stopped = true;
}

void run_complain_of_file(cmd_run *run, const char *name, input_status status) {
    output_complain("%s: %s", name, input_reason(status));
    run_note_exit(run, EXIT_FILE);
}

static void complain_of_memory(cmd_run *run, const char *name, const steelyard_fault *fault) {
    output_complain("%s: memory: %.*s", name, OUTPUT_SPAN(fault->message));
    run_note_exit(run, EXIT_FILE);
}

static void complain_of_options(cmd_run *run, const steelyard_fault *fault) {
    steelyard_span code = steelyard_status_code(fault->status);
    const char *colon = fault->option.nbytes == 0 ? "" : ": ";
    output_complain("%.*s%s%.*s: %.*s", OUTPUT_SPAN(code), colon, OUTPUT_SPAN(fault->option),
                    OUTPUT_SPAN(fault->message));
    run_stop(run, EXIT_USAGE);
}

void run_complain_of_fault(cmd_run *run, const char *name, const steelyard_fault *fault) {
    if (fault->status == STEELYARD_MEMORY) complain_of_memory(run, name, fault);
    else complain_of_options(run, fault);
}

/* Whoever closed a pipe has seen enough: that is no error, and the worst status so far stands. */
void run_print(cmd_run *run, steelyard_span text) {
    output_status status = output_write(text);
    if (status == OUTPUT_OK) return;
    if (status == OUTPUT_FAILED) {
        output_complain(COMPLAINT_OUTPUT);
        run_note_exit(run, EXIT_FILE);
    }
    run_stop(run, run->exit_status);
}

/* In one piece, so that a line is not torn where several programs print into one pipe. */
void run_print_line(cmd_run *run, steelyard_span text) {
    bool ended = text.nbytes != 0 && text.bytes[text.nbytes - 1] == '\n';
    text_empty(&run->text);
    text_append_span(&run->text, text);
    if (!ended) text_append_string(&run->text, "\n");
    if (run->text.failed) run_complain_of_file(run, "standard output", INPUT_MEMORY);
    else run_print(run, text_span(&run->text));
}

size_t run_body_nbytes_max(const cmd_run *run) {
    return steelyard_verifier_body_nbytes_max(run->verifier) + 1;
}

/* The options of one call: `now`, where ages are judged and nobody said at what time. */
static steelyard_span call_options(cmd_run *run) {
    char now[CLOCK_TEXT_NBYTES];
    cmd_text *options = &run->call_options;
    text_empty(options);
    if (steelyard_verifier_wants_now(run->verifier) && clock_now(now)) {
        text_append_string(options, "{\"now\":");
        text_append_json_string(options, span_of_string(now));
        text_append_string(options, "}");
    }
    return options->failed ? (steelyard_span){NULL, 0} : text_span(options);
}

bool run_judge_body(cmd_run *run, cmd_judgement *judgement) {
    steelyard_span options = call_options(run);
    steelyard_fault fault;
    steelyard_status status;
    WORKSPACE_CALL(&judgement->arena, status, &fault,
                   steelyard_verify(&judgement->arena, run->verifier, options, text_span(&judgement->body),
                                    &judgement->report, &fault));
    if (status == STEELYARD_OK) return true;
    run_complain_of_fault(run, judgement->name, &fault);
    return false;
}

bool run_judge_file(cmd_run *run, cmd_judgement *judgement, const char *name) {
    input_status status = input_open_operand(&run->input, name);
    judgement->name = name;
    if (status == INPUT_OK) {
        status = input_read_body(&run->input, run_body_nbytes_max(run), &judgement->body);
        input_close(&run->input);
    }
    if (status == INPUT_OK) return run_judge_body(run, judgement);
    run_complain_of_file(run, name, status);
    return false;
}

/* Whether the codes listed so far, `CODE, CODE`, hold this one. */
static bool is_listed(steelyard_span list, steelyard_span code) {
    size_t start = 0;
    for (size_t i = 0; i <= list.nbytes; i += 1) {
        if (i < list.nbytes && list.bytes[i] != ',') continue;
        if (span_equal((steelyard_span){list.bytes + start, i - start}, code)) return true;
        start = i + 2;
    }
    return false;
}

static bool is_more_than_warning(const steelyard_finding_view *finding) {
    return !span_equal(finding->outcome, span_of_string("warn")) &&
           !span_equal(finding->outcome, span_of_string("pass"));
}

static void append_code(cmd_text *text, size_t list_start, steelyard_span code) {
    steelyard_span list = {text->bytes + list_start, text->nbytes - list_start};
    if (text->failed || is_listed(list, code)) return;
    if (list.nbytes != 0) text_append_string(text, ", ");
    text_append_span(text, code);
}

void run_append_verdict(cmd_text *text, const steelyard_report *report) {
    steelyard_finding_view finding;
    size_t list_start;
    text_append_span(text, steelyard_verdict_name(steelyard_report_verdict(report)));
    list_start = text->nbytes + 2;
    for (size_t i = 0; steelyard_report_finding(report, i, &finding); i += 1) {
        if (!is_more_than_warning(&finding)) continue;
        if (text->nbytes < list_start) text_append_string(text, ": ");
        append_code(text, list_start, finding.code);
    }
}

/* `steelyard: FILE: no canonical snapshot: VERDICT: CODE, CODE` */
static void complain_of_snapshot(cmd_run *run, const cmd_judgement *judgement) {
    cmd_text *text = &run->text;
    text_empty(text);
    run_append_verdict(text, judgement->report);
    output_complain(COMPLAINT_NO_SNAPSHOT, OUTPUT_STRING(judgement->name), OUTPUT_SPAN(text_span(text)));
    run_note_exit(run, EXIT_NOT_OK);
}

bool run_make_snapshot(cmd_run *run, const cmd_judgement *judgement, steelyard_span *json_out) {
    steelyard_fault fault;
    steelyard_status status;
    WORKSPACE_CALL(&run->text_arena, status, &fault,
                   steelyard_report_canonical(&run->text_arena, judgement->report, true, json_out, &fault));
    if (status == STEELYARD_REPORT_NO_CANONICAL) complain_of_snapshot(run, judgement);
    else if (status != STEELYARD_OK) run_complain_of_fault(run, judgement->name, &fault);
    return status == STEELYARD_OK;
}
