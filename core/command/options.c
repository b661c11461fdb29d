/* SPDX-License-Identifier: Apache-2.0 */
#include "options.h"

#include <string.h>

#include "output.h"
#include "workspace.h"

/* What is read of a file of options: more than that the engine takes for no JSON. */
#define OPTIONS_FILE_NBYTES_MAX ((size_t)64 * 1024 * 1024 + 1)

static void stop_with_file(cmd_run *run, const char *name, input_status status) {
    run_complain_of_file(run, name, status);
    run_stop(run, EXIT_FILE);
}

/* Stops the run where the file cannot be read. */
static void read_file(cmd_run *run, const char *name, cmd_text *text_out) {
    input_status status = input_open_file(&run->input, name);
    if (status == INPUT_OK) {
        status = input_read_body(&run->input, OPTIONS_FILE_NBYTES_MAX, text_out);
        input_close(&run->input);
    }
    if (status != INPUT_OK) stop_with_file(run, name, status);
}

static bool is_plain_integer(const char *value) {
    size_t digits = strspn(value, "0123456789");
    return digits != 0 && value[digits] == '\0' && (value[0] != '0' || digits == 1);
}

static bool is_file(const option_row *row, const char *value) {
    bool takes_file = row->form == FORM_JSON || row->form == FORM_TEXT_OR_FILE || row->form == FORM_TEXT_OR_JSON;
    return takes_file && string_ends_with(value, ".json");
}

/* What the option's value says, as the text of a JSON value. Whether it is one, the engine says. */
static void read_value(cmd_run *run, const option_row *row, const char *value, cmd_text *json_out) {
    bool is_json = row->form == FORM_JSON || (row->form == FORM_TEXT_OR_JSON && value[0] == '{') ||
                   (row->form == FORM_INTEGER && is_plain_integer(value));
    if (row->form == FORM_SWITCH) text_append_string(json_out, "true");
    else if (is_file(row, value)) read_file(run, value, json_out);
    else if (is_json) text_append_string(json_out, value);
    else text_append_json_string(json_out, span_of_string(value));
}

static steelyard_status out_of_memory(steelyard_fault *fault_out) {
    *fault_out = (steelyard_fault){.status = STEELYARD_MEMORY, .message = steelyard_status_message(STEELYARD_MEMORY)};
    return STEELYARD_MEMORY;
}

steelyard_status options_set(cmd_run *run, cmd_text *object, const char *name, const cmd_text *value,
                             steelyard_fault *fault_out) {
    steelyard_span set;
    steelyard_status status;
    if (object->failed || value->failed) return out_of_memory(fault_out);
    WORKSPACE_CALL(&run->text_arena, status, fault_out,
                   steelyard_options_set(&run->text_arena, text_span(object), span_of_string(name), text_span(value),
                                         &set, fault_out));
    if (status != STEELYARD_OK) return status;
    text_empty(object);
    text_append_span(object, set);
    return object->failed ? out_of_memory(fault_out) : STEELYARD_OK;
}

/* Names the place of the value that the engine refused: a file, or the command line. */
static void stop_with_value(cmd_run *run, const option_row *row, const char *value) {
    cmd_text place = {0};
    if (!is_file(row, value)) text_append_string(&place, "--");
    text_append_string(&place, is_file(row, value) ? value : row->flag);
    output_complain(COMPLAINT_NOT_JSON, OUTPUT_SPAN(text_span(&place)));
    run_stop(run, EXIT_USAGE);
    text_free(&place);
}

/* Says what is wrong: the file of options as a whole, one of them, or the memory. */
static void stop_with_fault(cmd_run *run, const steelyard_fault *fault) {
    const char *name = run->arguments.values[OPTION_OPTIONS];
    if (fault->status != STEELYARD_CALL_ARGUMENT || name == NULL) {
        run_complain_of_fault(run, "options", fault);
        if (!run->stopped) run_stop(run, EXIT_FILE);
        return;
    }
    if (fault->path.bytes == NULL) output_complain(COMPLAINT_NOT_JSON, OUTPUT_STRING(name));
    else output_complain(COMPLAINT_NOT_OBJECT, OUTPUT_STRING(name));
    run_stop(run, EXIT_USAGE);
}

static void set_option(cmd_run *run, const option_row *row, const char *value, cmd_text *object) {
    cmd_text json = {0};
    steelyard_fault fault;
    read_value(run, row, value, &json);
    if (!run->stopped && options_set(run, object, row->sets, &json, &fault) != STEELYARD_OK) {
        if (span_equal(fault.option, span_of_string("value"))) stop_with_value(run, row, value);
        else stop_with_fault(run, &fault);
    }
    text_free(&json);
}

/* The file of options, and over it what the command line says, as one JSON object. */
static void read_options(cmd_run *run, cmd_text *object_out) {
    const char *name = run->arguments.values[OPTION_OPTIONS];
    if (name != NULL) {
        read_file(run, name, object_out);
        if (object_out->nbytes == 0)
            text_append_string(object_out, " "); /* no text is no options; an empty file no JSON */
    }
    for (int i = 0; i < OPTION_COUNT && !run->stopped; i += 1) {
        const char *value = run->arguments.values[i];
        if (value != NULL && option_rows[i].sets != NULL) set_option(run, &option_rows[i], value, object_out);
    }
}

void options_compile(cmd_run *run) {
    cmd_text options = {0};
    steelyard_fault fault;
    steelyard_status status = STEELYARD_OK;
    read_options(run, &options);
    if (!run->stopped) {
        WORKSPACE_CALL(&run->verifier_arena, status, &fault,
                       steelyard_compile(&run->verifier_arena, text_span(&options), &run->verifier, &fault));
    }
    if (status != STEELYARD_OK) stop_with_fault(run, &fault);
    text_free(&options);
}
