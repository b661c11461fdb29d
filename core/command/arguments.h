/* SPDX-License-Identifier: Apache-2.0 */
/*
 * arguments.h - the command line's grammar. The arguments of main come in; a command, its operands and the values of
 * its flags go out, or the complaint is made. It refuses to know what a value means.
 */
#ifndef STEELYARD_COMMAND_ARGUMENTS_H
#define STEELYARD_COMMAND_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The table of flags: C name, flag, the engine's option that it sets, how its value is written into that option.
 * The order is the one in which options are read and written.
 */
#define FLAG_TABLE(X)                                                                                                  \
    X(PROFILE, "profile", "profile", FLAG_TEXT_OR_FILE)                                                                \
    X(PROFILES, "profiles", "profiles", FLAG_JSON)                                                                     \
    X(CURRENCY, "currency", "currency", FLAG_TEXT)                                                                     \
    X(CURRENCIES, "currencies", "currencies", FLAG_JSON)                                                               \
    X(MINOR_UNITS, "minor-units", "minorUnits", FLAG_JSON)                                                             \
    X(UNIT, "unit", "unit", FLAG_TEXT)                                                                                 \
    X(CREDIT_LIMIT, "credit-limit", "creditLimit", FLAG_TEXT_OR_JSON)                                                  \
    X(STATUS, "status", "status", FLAG_INTEGER)                                                                        \
    X(HEADERS, "headers", "headers", FLAG_JSON)                                                                        \
    X(NOW, "now", "now", FLAG_TEXT)                                                                                    \
    X(MAX_AGE, "max-age", "maxAge", FLAG_TEXT)                                                                         \
    X(MAX_BYTES, "max-bytes", "maxBytes", FLAG_INTEGER)                                                                \
    X(EXPLAIN, "explain", "explain", FLAG_SWITCH)                                                                      \
    X(OPTIONS, "options", NULL, FLAG_TEXT)                                                                             \
    X(EXPECTED, "expected", NULL, FLAG_TEXT)                                                                           \
    X(TOLERANCE, "tolerance", NULL, FLAG_TEXT)                                                                         \
    X(FORMAT, "format", NULL, FLAG_TEXT)                                                                               \
    X(NO_COLOUR, "no-colour", NULL, FLAG_SWITCH)                                                                       \
    X(NO_COLOR, "no-color", NULL, FLAG_SWITCH)                                                                         \
    X(HELP, "help", NULL, FLAG_SWITCH)                                                                                 \
    X(VERSION, "version", NULL, FLAG_SWITCH)

typedef enum cmd_flag {
#define FLAG_ENUM(name, flag, option, form) FLAG_##name,
    FLAG_TABLE(FLAG_ENUM)
#undef FLAG_ENUM
        FLAG_COUNT
} cmd_flag;

typedef enum flag_form {
    FLAG_TEXT,         /* a string */
    FLAG_INTEGER,      /* a number where it is plain digits, else a string, which the engine refuses */
    FLAG_JSON,         /* JSON, or the name of a file of it */
    FLAG_TEXT_OR_FILE, /* a string, or the name of a file of JSON */
    FLAG_TEXT_OR_JSON, /* a string, or a JSON object, or the name of a file of JSON */
    FLAG_SWITCH        /* takes no value: true */
} flag_form;

typedef struct cmd_arguments {
    const char *values[FLAG_COUNT]; /* NULL where the flag was not given; "" for a switch */
    bool json;                      /* --format json */
    const char *command;            /* NULL where there is none */
    char **operands;                /* the others, within argv */
    size_t operand_count;
} cmd_arguments;

typedef enum arguments_status {
    ARGUMENTS_OK,
    ARGUMENTS_HELP,
    ARGUMENTS_VERSION,
    ARGUMENTS_WRONG /* and said so */
} arguments_status;

/* Reads in order up to the first flag that decides. Moves the operands to the front of argv. */
arguments_status arguments_read(int argc, char **argv, cmd_arguments *arguments_out);

const char *flag_name(cmd_flag flag);
/* The engine's option, NULL where the flag is the program's own. */
const char *flag_option(cmd_flag flag);
flag_form flag_form_of(cmd_flag flag);

#endif
