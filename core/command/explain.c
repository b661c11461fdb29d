/* SPDX-License-Identifier: Apache-2.0 */
/* Codes and profiles in words: explain, and profile check. */
#include "commands.h"

#include <string.h>

#include "output.h"
#include "workspace.h"

/* What is read of a profile: more than that the engine takes for no JSON. */
#define PROFILE_NBYTES_MAX ((size_t)64 * 1024 * 1024 + 1)

static bool is_file(const char *name) {
    return string_ends_with(name, ".json") || strchr(name, '/') != NULL;
}

static bool is_built_in(const char *name) {
    size_t count = steelyard_profile_count();
    for (size_t i = 0; i < count; i += 1) {
        if (span_equal(steelyard_profile_name(i), span_of_string(name))) return true;
    }
    return strcmp(name, "auto") == 0;
}

/* Reads the whole file; false, and the run stopped, where that cannot be done. */
static bool read_file(cmd_run *run, const char *name, cmd_text *text_out) {
    input_status status = input_open_operand(&run->input, name);
    if (status == INPUT_OK) {
        status = input_read_body(&run->input, PROFILE_NBYTES_MAX, text_out);
        input_close(&run->input);
    }
    if (status == INPUT_OK) return true;
    run_complain_of_file(run, name, status);
    run_stop(run, EXIT_FILE);
    return false;
}

/* Appends `FILE:LINE:COLUMN: MESSAGE`, lines and columns from 1, columns in bytes. */
static void append_placed(cmd_text *text, const char *name, steelyard_span json, const steelyard_fault *fault) {
    uint64_t line = 1;
    size_t line_start = 0;
    text_append_string(text, name);
    if (fault->offset != STEELYARD_NO_OFFSET) {
        for (size_t i = 0; i < fault->offset && i < json.nbytes; i += 1) {
            if (json.bytes[i] != '\n') continue;
            line += 1;
            line_start = i + 1;
        }
        text_append_string(text, ":");
        text_append_number(text, line);
        text_append_string(text, ":");
        text_append_number(text, fault->offset - line_start + 1);
    }
    text_append_string(text, ": ");
    text_append_span(text, fault->message);
}

static bool is_wrong_profile(const steelyard_fault *fault) {
    return fault->status != STEELYARD_MEMORY && span_equal(fault->option, span_of_string("profile"));
}

/* For a profile that was only to be checked the complaint is the answer. */
static void answer_with_complaint(cmd_run *run, const char *name, steelyard_span json, const steelyard_fault *fault) {
    cmd_text text = {0};
    append_placed(&text, name, json, fault);
    if (text.failed) run_complain_of_file(run, name, INPUT_MEMORY);
    else run_print_line(run, text_span(&text));
    run_note_exit(run, EXIT_NOT_OK);
    text_free(&text);
}

static void check_profile(cmd_run *run, const char *name, steelyard_span json) {
    steelyard_span text;
    steelyard_fault fault;
    steelyard_status status;
    WORKSPACE_CALL(&run->text_arena, status, &fault, steelyard_profile_explain(&run->text_arena, json, &text, &fault));
    if (status == STEELYARD_OK) run_print_line(run, text);
    else if (is_wrong_profile(&fault)) answer_with_complaint(run, name, json, &fault);
    else run_complain_of_fault(run, name, &fault);
}

void command_profile(cmd_run *run) {
    const char *action = run->arguments.operands[0];
    const char *name = run->arguments.operands[1];
    cmd_text file = {0};
    if (strcmp(action, "check") != 0) {
        output_complain(COMPLAINT_UNKNOWN_ACTION, OUTPUT_STRING(action));
        run_stop(run, EXIT_USAGE);
        return;
    }
    if (read_file(run, name, &file)) check_profile(run, name, text_span(&file));
    text_free(&file);
}

static void complain_of_profile(cmd_run *run, const char *name, steelyard_span json, const steelyard_fault *fault) {
    cmd_text text = {0};
    append_placed(&text, name, json, fault);
    output_complain("%.*s", OUTPUT_SPAN(text_span(&text)));
    run_note_exit(run, EXIT_USAGE);
    text_free(&text);
}

static void explain_code(cmd_run *run, const char *code, const char *name, steelyard_span profile) {
    steelyard_span text;
    steelyard_fault fault;
    steelyard_status status;
    WORKSPACE_CALL(&run->text_arena, status, &fault,
                   steelyard_explain(&run->text_arena, span_of_string(code), profile, &text, &fault));
    if (status == STEELYARD_OK) run_print_line(run, text);
    else if (is_wrong_profile(&fault)) complain_of_profile(run, name, profile, &fault);
    else run_complain_of_fault(run, code, &fault);
}

/* Codes of the built-in profiles are known whichever is named. */
void command_explain(cmd_run *run) {
    const char *name = run->arguments.values[OPTION_PROFILE];
    const char *code = run->arguments.operands[0];
    cmd_text file = {0};
    bool from_file = name != NULL && is_file(name);
    if (name != NULL && !from_file && !is_built_in(name)) {
        output_complain(COMPLAINT_UNKNOWN_PROFILE, OUTPUT_STRING(name));
        run_stop(run, EXIT_USAGE);
        return;
    }
    if (!from_file || read_file(run, name, &file)) explain_code(run, code, name, text_span(&file));
    text_free(&file);
}
