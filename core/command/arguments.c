/* SPDX-License-Identifier: Apache-2.0 */
#include "arguments.h"

#include <getopt.h>
#include <string.h>

#include "output.h"
#include "text.h"

/* What getopt_long gives for a long flag lies above every letter. */
#define LONG_FLAG_FIRST 256

/* '+': getopt_long leaves the operands to us; ':': and the complaints. Then every letter, none of which takes a value. */
static char letters[2 + OPTION_COUNT + 1] = "+:";
/* Every flag, and every other spelling of one. */
static struct option long_flags[2 * OPTION_COUNT + 1];

static void list_flags(void) {
    size_t letter_count = 2;
    size_t flag_count = 0;
    for (int i = 0; i < OPTION_COUNT; i += 1) {
        const option_row *row = &option_rows[i];
        const char *names[2] = {row->flag, row->alias};
        for (size_t j = 0; j < 2 && names[j] != NULL; j += 1) {
            long_flags[flag_count].name = names[j];
            long_flags[flag_count].has_arg = row->form == FORM_SWITCH ? no_argument : required_argument;
            long_flags[flag_count].val = LONG_FLAG_FIRST + i;
            flag_count += 1;
        }
        if (row->letter == '\0') continue;
        letters[letter_count] = row->letter;
        letter_count += 1;
    }
}

static bool is_operand(const char *argument) {
    return argument[0] != '-' || argument[1] == '\0';
}

/* The flag without the value that may stand behind it. */
static steelyard_span flag_of(const char *argument) {
    return (steelyard_span){argument, strcspn(argument, "=")};
}

/* getopt_long takes any unambiguous beginning for the whole name; this program does not. */
static const struct option *find_flag(const char *argument) {
    steelyard_span given = {argument + 2, flag_of(argument).nbytes - 2};
    for (const struct option *flag = long_flags; flag->name != NULL; flag += 1) {
        if (span_equal(given, span_of_string(flag->name))) return flag;
    }
    return NULL;
}

static arguments_status complain_of_long(const char *argument) {
    const struct option *flag = find_flag(argument);
    steelyard_span given = flag_of(argument);
    if (flag == NULL) output_complain(COMPLAINT_UNKNOWN_OPTION, OUTPUT_SPAN(given));
    else if (flag->has_arg == no_argument) output_complain(COMPLAINT_TAKES_NO_VALUE, OUTPUT_SPAN(given));
    else output_complain(COMPLAINT_NEEDS_VALUE, OUTPUT_SPAN(given));
    return ARGUMENTS_WRONG;
}

/* A letter beyond ASCII is several bytes, of which getopt_long names one: the whole group is named instead. */
static arguments_status complain_of_short(int letter, const char *argument) {
    char named[3] = {'-', (char)letter, '\0'};
    output_complain(COMPLAINT_UNKNOWN_OPTION, OUTPUT_STRING(letter > ' ' && letter < 127 ? named : argument));
    return ARGUMENTS_WRONG;
}

static arguments_status take_option(cmd_arguments *arguments, int option, const char *value) {
    arguments->values[option] = value;
    if (option == OPTION_HELP) return ARGUMENTS_HELP;
    if (option == OPTION_VERSION) return ARGUMENTS_VERSION;
    return ARGUMENTS_OK;
}

/* `answer` is what getopt_long said of the argument. */
static arguments_status take_flag(cmd_arguments *arguments, int answer, const char *argument) {
    if (answer >= LONG_FLAG_FIRST) {
        if (find_flag(argument) == NULL) return complain_of_long(argument);
        return take_option(arguments, answer - LONG_FLAG_FIRST, optarg == NULL ? "" : optarg);
    }
    for (int i = 0; i < OPTION_COUNT; i += 1) {
        if (answer == option_rows[i].letter) return take_option(arguments, i, "");
    }
    if (argument[1] != '-') return complain_of_short(optopt, argument);
    return complain_of_long(argument);
}

/* Operands are moved to the front of argv, over arguments that were read already. */
static void take_operand(cmd_arguments *arguments, char **argv, char *operand) {
    if (arguments->command == NULL) {
        arguments->command = operand;
    } else {
        argv[1 + arguments->operand_count] = operand;
        arguments->operand_count += 1;
    }
}

/* The last format counts, so it is judged when all arguments were read. */
static arguments_status check_format(cmd_arguments *arguments) {
    const char *format = arguments->values[OPTION_FORMAT];
    arguments->json = format != NULL && strcmp(format, "json") == 0;
    if (format == NULL || arguments->json || strcmp(format, "human") == 0) return ARGUMENTS_OK;
    output_complain(COMPLAINT_FORMAT);
    return ARGUMENTS_WRONG;
}

arguments_status arguments_read(int argc, char **argv, cmd_arguments *arguments_out) {
    arguments_status status = ARGUMENTS_OK;
    bool flags_ended = false;
    *arguments_out = (cmd_arguments){.operands = argv + 1};
    opterr = 0;
    list_flags();
    while (optind < argc && status == ARGUMENTS_OK) {
        char *argument = argv[optind];
        if (flags_ended || is_operand(argument)) {
            take_operand(arguments_out, argv, argument);
            optind += 1;
        } else {
            int answer = getopt_long(argc, argv, letters, long_flags, NULL);
            if (answer == -1) flags_ended = true;
            else status = take_flag(arguments_out, answer, argument);
        }
    }
    return status == ARGUMENTS_OK ? check_format(arguments_out) : status;
}
