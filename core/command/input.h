/* SPDX-License-Identifier: Apache-2.0 */
/*
 * input.h - files and standard input. Names come in; whole bodies, or lines in constant memory, go out.
 * Of what stands in them it knows the line feed and what makes a line blank.
 * May use: text, table.
 */
#ifndef STEELYARD_COMMAND_INPUT_H
#define STEELYARD_COMMAND_INPUT_H

#include "text.h"

/* From INPUT_NO_FILE on, what input_reason puts into words. */
typedef enum input_status {
    INPUT_OK,
    INPUT_END,    /* no further line */
    INPUT_MEMORY, /* the body does not fit into memory */
    INPUT_NO_FILE,
    INPUT_DIRECTORY,
    INPUT_DENIED,
    INPUT_UNREADABLE
} input_status;

#define INPUT_CHUNK_NBYTES (64u * 1024u)

/* One file being read. The chunk holds what was read and not yet handed on: chunk[start] to chunk[end - 1]. */
typedef struct cmd_input {
    int descriptor;
    size_t start;
    size_t end;
    char chunk[INPUT_CHUNK_NBYTES];
} cmd_input;

/* The name of an operand: `-` is standard input. */
bool input_is_standard(const char *name);
bool input_standard_is_terminal(void);

input_status input_open_file(cmd_input *input, const char *name);
/* The same where `-` names standard input. */
input_status input_open_operand(cmd_input *input, const char *name);
void input_close(cmd_input *input);

/* The first nbytes_max bytes, or all of a shorter file, into the emptied text. */
input_status input_read_body(cmd_input *input, size_t nbytes_max, cmd_text *body_out);

/*
 * The next line without its line feed, the last with or without one, into the emptied text: of a longer line the
 * first nbytes_max bytes; the others are read and dropped. blank_out: it has no byte but space, tab and carriage
 * return, the dropped ones included. After INPUT_MEMORY the line was passed over, and the next may be asked for.
 */
input_status input_read_line(cmd_input *input, size_t nbytes_max, cmd_text *line_out, bool *blank_out);

/* Static text, "no such file" for instance. */
const char *input_reason(input_status status);

#endif
