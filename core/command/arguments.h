/* SPDX-License-Identifier: Apache-2.0 */
/*
 * arguments.h - the command line's grammar. The arguments of main come in; a command, its operands and the values of
 * its options go out, or the complaint is made. Which options there are table.h says.
 */
#ifndef STEELYARD_COMMAND_ARGUMENTS_H
#define STEELYARD_COMMAND_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "table.h"

typedef struct cmd_arguments {
    const char *values[OPTION_COUNT]; /* NULL where the option was not given; "" for a switch */
    bool json;                        /* --format json */
    const char *command;              /* NULL where there is none */
    char **operands;                  /* the others, within argv */
    size_t operand_count;
} cmd_arguments;

typedef enum arguments_status {
    ARGUMENTS_OK,
    ARGUMENTS_HELP,
    ARGUMENTS_VERSION,
    ARGUMENTS_WRONG /* and said so */
} arguments_status;

/* Reads in order up to the first option that decides. Moves the operands to the front of argv. */
arguments_status arguments_read(int argc, char **argv, cmd_arguments *arguments_out);

#endif
