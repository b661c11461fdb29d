/* SPDX-License-Identifier: Apache-2.0 */
/*
 * text.h - bytes that grow: bodies that are read, options that are put together, lines that are printed.
 * Pieces come in, one run of bytes goes out. Of their meaning it knows how JSON writes a string.
 * May use: nothing.
 *
 * Running out of memory is sticky: later pieces are dropped, and who uses the bytes looks at `failed` first.
 */
#ifndef STEELYARD_COMMAND_TEXT_H
#define STEELYARD_COMMAND_TEXT_H

#include <steelyard.h>

typedef struct cmd_text {
    char *bytes;
    size_t nbytes;
    size_t capacity_nbytes;
    bool failed;
} cmd_text;

/* A text begins as (cmd_text){0}. Emptying keeps its memory for the next use and forgives a failure. */
void text_empty(cmd_text *text);
void text_free(cmd_text *text);

/* Makes room for nbytes more; false, and failed from then on, where there is no memory. */
bool text_reserve(cmd_text *text, size_t nbytes);
void text_append(cmd_text *text, const char *bytes, size_t nbytes);
void text_append_span(cmd_text *text, steelyard_span span);
void text_append_string(cmd_text *text, const char *string);
void text_append_number(cmd_text *text, uint64_t number);
/* The string in quotes, escaped where JSON asks for it. Bytes that are not UTF-8 pass: the engine refuses them. */
void text_append_json_string(cmd_text *text, steelyard_span string);

steelyard_span text_span(const cmd_text *text);
steelyard_span span_of_string(const char *string);
bool span_equal(steelyard_span left, steelyard_span right);
bool string_ends_with(const char *string, const char *end);

#endif
