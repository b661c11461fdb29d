/* SPDX-License-Identifier: Apache-2.0 */
#include "arguments.h"

#include <getopt.h>
#include <string.h>

#include "output.h"

typedef struct flag_row {
    const char *name;
    const char *option;
    flag_form form;
} flag_row;

static const flag_row flag_rows[FLAG_COUNT] = {
#define FLAG_ROW(name, flag, option, form) {flag, option, form},
    FLAG_TABLE(FLAG_ROW)
#undef FLAG_ROW
};

/* What getopt_long gives for a long flag lies above every letter. */
#define LONG_FLAG_FIRST 256

/* '+': getopt_long leaves the operands to us; ':': and the complaints. */
static const char short_flags[] = "+:hV";

static const struct option long_flags[FLAG_COUNT + 1] = {
#define LONG_FLAG(name, flag, option, form)                                                                            \
    {flag, (form) == FLAG_SWITCH ? no_argument : required_argument, NULL, LONG_FLAG_FIRST + FLAG_##name},
    FLAG_TABLE(LONG_FLAG)
#undef LONG_FLAG
        {NULL, 0, NULL, 0}};

const char *flag_name(cmd_flag flag) {
    return flag_rows[flag].name;
}

const char *flag_option(cmd_flag flag) {
    return flag_rows[flag].option;
}

flag_form flag_form_of(cmd_flag flag) {
    return flag_rows[flag].form;
}

static bool is_operand(const char *argument) {
    return argument[0] != '-' || argument[1] == '\0';
}

static size_t name_nbytes(const char *argument) {
    return strcspn(argument, "=");
}

/* getopt_long takes any unambiguous beginning for the whole name; this program does not. */
static bool is_named(cmd_flag flag, const char *argument) {
    const char *name = flag_name(flag);
    size_t nbytes = name_nbytes(argument);
    return nbytes == strlen(name) + 2 && strncmp(argument + 2, name, nbytes - 2) == 0;
}

static bool is_known(const char *argument, bool *is_switch_out) {
    for (size_t i = 0; i < FLAG_COUNT; i += 1) {
        *is_switch_out = flag_form_of((cmd_flag)i) == FLAG_SWITCH;
        if (is_named((cmd_flag)i, argument)) return true;
    }
    return false;
}

static arguments_status complain_of_long(const char *argument) {
    int nbytes = (int)name_nbytes(argument);
    bool is_switch = false;
    if (!is_known(argument, &is_switch)) output_complain("unknown option '%.*s'", nbytes, argument);
    else if (is_switch) output_complain("option '%.*s' takes no value", nbytes, argument);
    else output_complain("option '%.*s' needs a value", nbytes, argument);
    return ARGUMENTS_WRONG;
}

/* A letter beyond ASCII is several bytes, of which getopt_long names one: the whole group is named instead. */
static arguments_status complain_of_short(int letter, const char *argument) {
    if (letter > ' ' && letter < 127) output_complain("unknown option '-%c'", letter);
    else output_complain("unknown option '%s'", argument);
    return ARGUMENTS_WRONG;
}

static arguments_status take_long(cmd_arguments *arguments, cmd_flag flag, const char *argument) {
    if (!is_named(flag, argument)) return complain_of_long(argument);
    arguments->values[flag] = flag_form_of(flag) == FLAG_SWITCH ? "" : optarg;
    if (flag == FLAG_HELP) return ARGUMENTS_HELP;
    if (flag == FLAG_VERSION) return ARGUMENTS_VERSION;
    return ARGUMENTS_OK;
}

/* `answer` is what getopt_long said of the argument. */
static arguments_status take_flag(cmd_arguments *arguments, int answer, const char *argument) {
    if (answer == 'h') return ARGUMENTS_HELP;
    if (answer == 'V') return ARGUMENTS_VERSION;
    if (answer >= LONG_FLAG_FIRST) return take_long(arguments, (cmd_flag)(answer - LONG_FLAG_FIRST), argument);
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
    const char *format = arguments->values[FLAG_FORMAT];
    arguments->json = format != NULL && strcmp(format, "json") == 0;
    if (format == NULL || arguments->json || strcmp(format, "human") == 0) return ARGUMENTS_OK;
    output_complain("--format is human or json");
    return ARGUMENTS_WRONG;
}

arguments_status arguments_read(int argc, char **argv, cmd_arguments *arguments_out) {
    arguments_status status = ARGUMENTS_OK;
    bool flags_ended = false;
    *arguments_out = (cmd_arguments){.operands = argv + 1};
    opterr = 0;
    while (optind < argc && status == ARGUMENTS_OK) {
        char *argument = argv[optind];
        if (flags_ended || is_operand(argument)) {
            take_operand(arguments_out, argv, argument);
            optind += 1;
        } else {
            int answer = getopt_long(argc, argv, short_flags, long_flags, NULL);
            if (answer == -1) flags_ended = true;
            else status = take_flag(arguments_out, answer, argument);
        }
    }
    return status == ARGUMENTS_OK ? check_format(arguments_out) : status;
}
