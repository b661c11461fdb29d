/* SPDX-License-Identifier: Apache-2.0 */
/*
 * main.c - the program `steelyard`. Arguments come in, the command they name is run, its exit status goes out.
 * How balances are judged is the engine's.
 */
#include <string.h>

#include "arguments.h"
#include "commands.h"
#include "host.h"
#include "options.h"
#include "output.h"
#include "run.h"

typedef struct cmd_command {
    const char *name;
    void (*perform)(cmd_run *run);
    size_t operands_min;
    size_t operands_max;
    const char *complaint; /* of any other number of operands */
    bool reads_bodies;     /* of standard input where there is no operand */
} cmd_command;

static const cmd_command commands[] = {
#define COMMAND_ROW(name, min, max, complaint, reads_bodies) {#name, command_##name, min, max, complaint, reads_bodies},
    COMMAND_TABLE(COMMAND_ROW)
#undef COMMAND_ROW
};

/* Too large for the stack that a WebAssembly program has. */
static cmd_run the_run;

static const cmd_command *find_command(const char *name) {
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i += 1) {
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    }
    return NULL;
}

static void stop_with_help(cmd_run *run) {
    output_note(span_of_string(help_text));
    run->exit_status = EXIT_USAGE;
    run->stopped = true;
}

static void stop_with_complaint(cmd_run *run, const char *complaint) {
    output_complain("%s", complaint);
    run_stop(run, EXIT_USAGE);
}

static size_t count_standard(const cmd_arguments *arguments) {
    size_t count = 0;
    for (size_t i = 0; i < arguments->operand_count; i += 1) count += input_is_standard(arguments->operands[i]);
    return count;
}

/* No operand is standard input, unless a person would have to type it. */
static void check_operands(cmd_run *run, const cmd_command *command) {
    static char standard_name[] = "-";
    static char *standard[] = {standard_name};
    size_t count = run->arguments.operand_count;
    if (count < command->operands_min || count > command->operands_max) {
        stop_with_complaint(run, command->complaint);
    } else if (command->reads_bodies && count_standard(&run->arguments) > 1) {
        stop_with_complaint(run, COMPLAINT_STANDARD_INPUT_TWICE);
    } else if (command->reads_bodies && count == 0) {
        if (input_standard_is_terminal()) stop_with_help(run);
        run->arguments.operands = standard;
        run->arguments.operand_count = 1;
    }
}

static void perform(cmd_run *run, const cmd_command *command) {
    check_operands(run, command);
    if (command->reads_bodies && !run->stopped) options_compile(run);
    if (!run->stopped) command->perform(run);
}

static void run_command(cmd_run *run) {
    const char *name = run->arguments.command;
    const cmd_command *command = name == NULL ? NULL : find_command(name);
    if (name == NULL) {
        stop_with_help(run);
    } else if (command == NULL) {
        output_complain(COMPLAINT_UNKNOWN_COMMAND, OUTPUT_STRING(name));
        run_stop(run, EXIT_USAGE);
    } else if (!run_open(run)) {
        run_stop(run, EXIT_FILE);
    } else {
        perform(run, command);
    }
}

static bool wants_colour(const cmd_arguments *arguments) {
    return arguments->values[OPTION_NO_COLOUR] == NULL && output_has_colour();
}

int main(int argc, char **argv) {
    cmd_run *run = &the_run;
    host_prepare();
    switch (arguments_read(argc, argv, &run->arguments)) {
    case ARGUMENTS_OK:
        run->colour = wants_colour(&run->arguments);
        run_command(run);
        break;
    case ARGUMENTS_HELP: run_print(run, span_of_string(help_text)); break;
    case ARGUMENTS_VERSION: run_print(run, span_of_string("steelyard " STEELYARD_VERSION "\n")); break;
    case ARGUMENTS_WRONG: run_stop(run, EXIT_USAGE); break;
    }
    run_close(run);
    return run->exit_status;
}
