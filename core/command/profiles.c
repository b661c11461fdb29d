/* SPDX-License-Identifier: Apache-2.0 */
#include "commands.h"

#include "output.h"

/* One name a line, or all as a JSON list on one line. */
static void print_names(cmd_run *run) {
    bool json = run->arguments.json;
    size_t count = steelyard_profile_count();
    cmd_text names = {0};
    for (size_t i = 0; i < count; i += 1) {
        if (json) text_append_string(&names, i == 0 ? "[" : ",");
        if (json) text_append_json_string(&names, steelyard_profile_name(i));
        else text_append_span(&names, steelyard_profile_name(i));
        if (!json) text_append_string(&names, "\n");
    }
    if (json) text_append_string(&names, "]");
    if (names.failed) run_complain_of_file(run, "standard output", INPUT_MEMORY);
    else run_print_line(run, text_span(&names));
    text_free(&names);
}

static void print_profile(cmd_run *run, const char *name) {
    size_t count = steelyard_profile_count();
    for (size_t i = 0; i < count; i += 1) {
        if (!span_equal(steelyard_profile_name(i), span_of_string(name))) continue;
        run_print_line(run, steelyard_profile_json(i));
        return;
    }
    output_complain(COMPLAINT_UNKNOWN_PROFILE, OUTPUT_STRING(name));
    run_stop(run, EXIT_USAGE);
}

void command_profiles(cmd_run *run) {
    if (run->arguments.operand_count == 0) print_names(run);
    else print_profile(run, run->arguments.operands[0]);
}
