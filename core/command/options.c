/* SPDX-License-Identifier: Apache-2.0 */
#include "options.h"

#include <string.h>

#include "output.h"
#include "workspace.h"

/* What is read of a file of options: more than that the engine takes for no JSON. */
#define OPTIONS_FILE_NBYTES_MAX ((size_t)64 * 1024 * 1024 + 1)

static bool ends_with(const char *string, const char *end) {
    size_t nbytes = strlen(string);
    size_t end_nbytes = strlen(end);
    return nbytes >= end_nbytes && strcmp(string + nbytes - end_nbytes, end) == 0;
}

static void stop_with_file(cmd_run *run, const char *name, input_status status) {
    run_complain_of_file(run, name, status);
    run_stop(run, EXIT_FILE);
}

static void stop_with_usage(cmd_run *run, const char *place, const char *complaint) {
    output_complain("%s: %s", place, complaint);
    run_stop(run, EXIT_USAGE);
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

static bool takes_file(flag_form form) {
    return form == FLAG_JSON || form == FLAG_TEXT_OR_FILE || form == FLAG_TEXT_OR_JSON;
}

static bool is_file(cmd_flag flag, const char *value) {
    return takes_file(flag_form_of(flag)) && ends_with(value, ".json");
}

/* What the flag says, as the text of a JSON value. Whether it is one, the engine says. */
static void read_value(cmd_run *run, cmd_flag flag, const char *value, cmd_text *json_out) {
    flag_form form = flag_form_of(flag);
    bool is_json = form == FLAG_JSON || (form == FLAG_TEXT_OR_JSON && value[0] == '{') ||
                   (form == FLAG_INTEGER && is_plain_integer(value));
    if (form == FLAG_SWITCH) text_append_string(json_out, "true");
    else if (is_file(flag, value)) read_file(run, value, json_out);
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

/* Where the value that the engine refused comes from: a file, or the command line. */
static void stop_with_value(cmd_run *run, cmd_flag flag, const char *value) {
    char place[32] = "--";
    if (is_file(flag, value)) stop_with_usage(run, value, "not JSON");
    else stop_with_usage(run, strncat(place, flag_name(flag), sizeof place - 3), "not JSON");
}

/* Says what is wrong: the file of options as a whole, one of them, or the memory. */
static void stop_with_fault(cmd_run *run, const steelyard_fault *fault) {
    const char *file_name = run->arguments.values[FLAG_OPTIONS];
    if (fault->status == STEELYARD_CALL_ARGUMENT && file_name != NULL) {
        stop_with_usage(run, file_name, fault->path.bytes == NULL ? "not JSON" : "not a JSON object");
        return;
    }
    run_complain_of_fault(run, "options", fault);
    if (!run->stopped) run_stop(run, EXIT_FILE);
}

static void set_flag(cmd_run *run, cmd_flag flag, const char *value, cmd_text *object) {
    cmd_text json = {0};
    steelyard_fault fault;
    read_value(run, flag, value, &json);
    if (!run->stopped && options_set(run, object, flag_option(flag), &json, &fault) != STEELYARD_OK) {
        if (span_equal(fault.option, span_of_string("value"))) stop_with_value(run, flag, value);
        else stop_with_fault(run, &fault);
    }
    text_free(&json);
}

/* The file of options, and the flags over it, as one JSON object. */
static void read_options(cmd_run *run, cmd_text *object_out) {
    const char *file_name = run->arguments.values[FLAG_OPTIONS];
    if (file_name != NULL) {
        read_file(run, file_name, object_out);
        if (object_out->nbytes == 0) text_append_string(object_out, " "); /* an empty file is no JSON, no text is {} */
    }
    for (int i = 0; i < FLAG_COUNT && !run->stopped; i += 1) {
        const char *value = run->arguments.values[i];
        if (value != NULL && flag_option((cmd_flag)i) != NULL) set_flag(run, (cmd_flag)i, value, object_out);
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
