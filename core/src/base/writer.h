/* SPDX-License-Identifier: Apache-2.0 */
/*
 * writer.h - texts that grow at the end of the arena. Pieces come in, one span goes out.
 * While a text is open nothing else may be allocated from the memory.
 * May use: nothing.
 */
#ifndef SY_WRITER_H
#define SY_WRITER_H

#include "base/arena.h"

typedef struct sy_writer {
    sy_arena *memory;
    size_t nbytes;
    size_t capacity_nbytes;
    char *bytes; /* at the arena's end, not yet allocated */
} sy_writer;

void sy_writer_begin(sy_writer *writer, sy_arena *memory);
/* Adds nbytes that the caller fills at once, and returns where; NULL where memory ran out. */
char *sy_writer_extend(sy_writer *writer, size_t nbytes);
void sy_writer_span(sy_writer *writer, sy_span text);
void sy_writer_literal(sy_writer *writer, const char *text);
void sy_writer_byte(sy_writer *writer, char byte);
void sy_writer_unsigned(sy_writer *writer, uint64_t value);
void sy_writer_spaces(sy_writer *writer, size_t count);
/* Allocates the text and returns it; an empty span where memory ran out. */
sy_span sy_writer_end(sy_writer *writer);

/* `first` then `second`, in the arena. */
sy_span sy_writer_join(sy_arena *memory, sy_span first, sy_span second);

/* A copy of a text in the arena. */
sy_span sy_writer_copy(sy_arena *memory, sy_span text);

#endif
