/* SPDX-License-Identifier: Apache-2.0 */
/*
 * table.h - the command line as commands.json says it: options, exit statuses, complaints and the help. The build turns
 * that file into rows of C; js/src/command reads the same file, and nothing of it is typed again here.
 */
#ifndef STEELYARD_COMMAND_TABLE_H
#define STEELYARD_COMMAND_TABLE_H

#include "commands_table.inc"

/* How an option's value becomes JSON. */
typedef enum option_form {
    FORM_TEXT,         /* a string */
    FORM_INTEGER,      /* a number where it is plain digits, else a string, which the engine refuses */
    FORM_JSON,         /* JSON, or the name of a file of it */
    FORM_TEXT_OR_FILE, /* a string, or the name of a file of JSON */
    FORM_TEXT_OR_JSON, /* a string, or a JSON object, or the name of a file of JSON */
    FORM_SWITCH        /* takes no value: true */
} option_form;

typedef enum cmd_option {
#define OPTION_NAME(name, flag, alias, letter, sets, form) OPTION_##name,
    OPTION_TABLE(OPTION_NAME)
#undef OPTION_NAME
        OPTION_COUNT
} cmd_option;

typedef struct option_row {
    const char *flag;
    const char *alias; /* another spelling; NULL where there is none */
    char letter;       /* '\0' where there is none */
    const char *sets;  /* the engine's option; NULL where it is the program's own */
    option_form form;
} option_row;

/* In the order in which options are set and the help lists them. */
extern const option_row option_rows[OPTION_COUNT];

/* The worst of a run counts, and the greater is the worse. */
enum {
#define EXIT_NAME(name, status) EXIT_##name = (status),
    EXIT_TABLE(EXIT_NAME)
#undef EXIT_NAME
};

extern const char help_text[];

#endif
