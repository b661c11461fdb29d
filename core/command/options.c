/* SPDX-License-Identifier: Apache-2.0 */
#include "options.h"

#include <string.h>

#include "output.h"
#include "workspace.h"

/* What is read of a file of options: more than that the engine takes for no JSON. */
#define OPTIONS_FILE_NBYTES_MAX ((size_t)64 * 1024 * 1024 + 1)

static const char byte_order_mark[] = "\xEF\xBB\xBF";

static bool ends_with(const char *string, const char *end) {
    size_t nbytes = strlen(string);
    size_t end_nbytes = strlen(end);
    return nbytes >= end_nbytes && strcmp(string + nbytes - end_nbytes, end) == 0;
}

static bool has_mark(steelyard_span json) {
    size_t nbytes = sizeof byte_order_mark - 1;
    return json.nbytes >= nbytes && memcmp(json.bytes, byte_order_mark, nbytes) == 0;
}

static steelyard_span without_mark(steelyard_span json) {
    size_t nbytes = has_mark(json) ? sizeof byte_order_mark - 1 : 0;
    return (steelyard_span){json.bytes + nbytes, json.nbytes - nbytes};
}

/* After a fault that was not the user's, and complained of. */
static void stop_for_memory(cmd_run *run) {
    if (!run->stopped) run_stop(run, EXIT_FILE);
}

/* Stops the run where it fails. */
static bool compile(cmd_run *run, steelyard_span options) {
    steelyard_fault fault;
    steelyard_status status;
    steelyard_arena_reset(&run->verifier_arena, 0);
    do {
        status = steelyard_compile(&run->verifier_arena, options, &run->verifier, &fault);
    } while (status != STEELYARD_OK && workspace_retry(&run->verifier_arena, &fault));
    if (status == STEELYARD_OK) return true;
    run_complain_of_fault(run, "options", &fault);
    stop_for_memory(run);
    return false;
}

/*
 * Whether the engine reads this as one JSON text: a body that is any, is anything but malformed. Without this check
 * a value such as `1,"unit":2` would slip other members into the object that is put together here.
 */
static bool is_json(cmd_run *run, steelyard_span json) {
    cmd_judgement *judgement = &run->judgements[0];
    bool judged;
    if (has_mark(json) || !compile(run, (steelyard_span){NULL, 0})) return false;
    text_empty(&judgement->body);
    text_append_span(&judgement->body, json);
    judgement->name = "options";
    judged = !judgement->body.failed && run_judge_body(run, judgement);
    if (!judged) stop_for_memory(run);
    return judged && steelyard_report_verdict(judgement->report) != STEELYARD_VERDICT_MALFORMED;
}

static void stop_with_file(cmd_run *run, const char *name, input_status status) {
    run_complain_of_file(run, name, status);
    run_stop(run, EXIT_FILE);
}

static void stop_without_json(cmd_run *run, const char *place) {
    if (run->stopped) return;
    output_complain("%s: not JSON", place);
    run_stop(run, EXIT_USAGE);
}

/* Reads a file of JSON; stops the run where it is none. */
static steelyard_span read_json_file(cmd_run *run, const char *name, cmd_text *text_out) {
    input_status status = input_open_file(&run->input, name);
    if (status == INPUT_OK) {
        status = input_read_body(&run->input, OPTIONS_FILE_NBYTES_MAX, text_out);
        input_close(&run->input);
    }
    if (status != INPUT_OK) stop_with_file(run, name, status);
    else if (!is_json(run, without_mark(text_span(text_out)))) stop_without_json(run, name);
    return without_mark(text_span(text_out));
}

static void append_json_file(cmd_run *run, cmd_text *object, const char *name) {
    cmd_text content = {0};
    steelyard_span json = read_json_file(run, name, &content);
    if (!run->stopped) text_append_span(object, json);
    text_free(&content);
}

static void append_inline_json(cmd_run *run, cmd_text *object, cmd_flag flag, const char *json) {
    char place[32] = "--";
    if (is_json(run, span_of_string(json))) {
        text_append_string(object, json);
        return;
    }
    stop_without_json(run, strncat(place, flag_name(flag), sizeof place - 3));
}

static bool is_plain_integer(const char *value) {
    size_t digits = strspn(value, "0123456789");
    return digits != 0 && value[digits] == '\0' && (value[0] != '0' || digits == 1);
}

static bool takes_file(flag_form form) {
    return form == FLAG_JSON || form == FLAG_TEXT_OR_FILE || form == FLAG_TEXT_OR_JSON;
}

static void append_value(cmd_run *run, cmd_text *object, cmd_flag flag, const char *value) {
    flag_form form = flag_form_of(flag);
    bool is_inline = form == FLAG_JSON || (form == FLAG_TEXT_OR_JSON && value[0] == '{');
    if (form == FLAG_SWITCH) text_append_string(object, "true");
    else if (takes_file(form) && ends_with(value, ".json")) append_json_file(run, object, value);
    else if (is_inline) append_inline_json(run, object, flag, value);
    else if (form == FLAG_INTEGER && is_plain_integer(value)) text_append_string(object, value);
    else text_append_json_string(object, span_of_string(value));
}

/* The flags as one JSON object. */
static void append_flags(cmd_run *run, cmd_text *object) {
    const char *separator = "{";
    int i;
    for (i = 0; i < FLAG_COUNT && !run->stopped; i++) {
        const char *value = run->arguments.values[i];
        const char *option = flag_option((cmd_flag)i);
        if (value == NULL || option == NULL) continue;
        text_append_string(object, separator);
        text_append_json_string(object, span_of_string(option));
        text_append_string(object, ":");
        append_value(run, object, (cmd_flag)i, value);
        separator = ",";
    }
    text_append_string(object, separator[0] == '{' ? "{}" : "}");
}

/* The members of the flags before those of the file. */
static steelyard_span merge(cmd_run *run, const char *file_name, steelyard_span file, steelyard_span flags) {
    steelyard_span merged = {NULL, 0};
    steelyard_fault fault;
    steelyard_status status;
    steelyard_arena_reset(&run->text_arena, 0);
    do {
        status = steelyard_options_merge(&run->text_arena, file, flags, &merged, &fault);
    } while (status != STEELYARD_OK && workspace_retry(&run->text_arena, &fault));
    if (status == STEELYARD_CALL_ARGUMENT) {
        output_complain("%s: not a JSON object", file_name);
        run_stop(run, EXIT_USAGE);
    } else if (status != STEELYARD_OK) {
        run_complain_of_fault(run, file_name, &fault);
        stop_for_memory(run);
    }
    return merged;
}

static void compile_flags(cmd_run *run, steelyard_span flags) {
    const char *file_name = run->arguments.values[FLAG_OPTIONS];
    cmd_text file = {0};
    steelyard_span options = flags;
    if (file_name != NULL) {
        steelyard_span json = read_json_file(run, file_name, &file);
        if (!run->stopped) options = merge(run, file_name, json, flags);
    }
    if (!run->stopped) (void)compile(run, options);
    text_free(&file);
}

void options_compile(cmd_run *run) {
    cmd_text flags = {0};
    append_flags(run, &flags);
    if (flags.failed) stop_with_file(run, "options", INPUT_MEMORY);
    if (!run->stopped) compile_flags(run, text_span(&flags));
    text_free(&flags);
}
