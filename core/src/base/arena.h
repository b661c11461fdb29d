/* SPDX-License-Identifier: Apache-2.0 */
/*
 * arena.h - the bump allocator over the memory that the caller lends. Sizes come in, aligned zeroed blocks go out.
 * Nothing is freed by itself: everything after a mark is, at once.
 *
 * Running out is sticky: the first request that does not fit sets `exhausted`, and every later one fails as well, so
 * that a stage may check once at its end.
 *
 *   bytes                 used_nbytes        touched_nbytes        nbytes
 *   | allocated, kept .... | wiped or free .. | never written ..... |
 *
 * May use: nothing.
 */
#ifndef SY_ARENA_H
#define SY_ARENA_H

#include "base/limits.h"
#include "base/span.h"

typedef struct sy_arena {
    steelyard_arena *arena;
    size_t begin_nbytes;  /* used_nbytes when the call began: where a failure returns to */
    size_t wanted_nbytes; /* what the last request that did not fit would have needed; 0 where all did */
    bool exhausted;
} sy_arena;

void sy_arena_begin(sy_arena *memory, steelyard_arena *arena);

/* A zeroed block aligned to 8, or NULL where the memory is exhausted. */
void *sy_arena_allocate(sy_arena *memory, size_t nbytes);
/* The same for count elements, without overflow. */
void *sy_arena_allocate_array(sy_arena *memory, size_t count, size_t element_nbytes);

/*
 * Makes sure that nbytes after used_nbytes can be written, without allocating them: for texts and tables whose length is
 * not known before they end. Returns their address, or NULL.
 */
unsigned char *sy_arena_reserve(sy_arena *memory, size_t nbytes);
/*
 * The same for a region that grows element by element: at least count elements, and half as many again where they are
 * there, so that a long table asks rarely. count_out: for how many there is room.
 */
unsigned char *sy_arena_reserve_array(sy_arena *memory, size_t count, size_t element_nbytes, size_t *count_out);
/* Allocates nbytes of what was reserved. */
void sy_arena_commit(sy_arena *memory, size_t nbytes);

#endif
