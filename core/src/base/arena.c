/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

void steelyard_arena_lend(steelyard_arena *arena, void *bytes, size_t nbytes) {
    arena->bytes = bytes;
    arena->nbytes = nbytes;
    arena->used_nbytes = 0;
    arena->touched_nbytes = 0;
    arena->extend = NULL;
}

void steelyard_arena_reset(steelyard_arena *arena, size_t mark_nbytes) {
    if (mark_nbytes < arena->used_nbytes) arena->used_nbytes = mark_nbytes;
}

void sy_arena_begin(sy_arena *memory, steelyard_arena *arena) {
    memory->arena = arena;
    memory->begin_nbytes = arena->used_nbytes;
    memory->wanted_nbytes = 0;
    memory->exhausted = false;
}

/* How many bytes lie between used_nbytes and the next address that is a multiple of 8. */
static size_t padding_nbytes(const steelyard_arena *arena) {
    uintptr_t address = (uintptr_t)arena->bytes + arena->used_nbytes;
    return (size_t)((8u - (address & 7u)) & 7u);
}

/* Whether nbytes more fit, now or after extending. An arena of no bytes has no room even for a block of none. */
static bool fits(sy_arena *memory, size_t nbytes) {
    steelyard_arena *arena = memory->arena;
    if (memory->exhausted || arena->bytes == NULL) return false;
    if (nbytes <= arena->nbytes - arena->used_nbytes) return true;
    memory->wanted_nbytes = nbytes > SIZE_MAX - arena->used_nbytes ? SIZE_MAX : arena->used_nbytes + nbytes;
    return arena->extend != NULL && arena->extend(arena, memory->wanted_nbytes);
}

unsigned char *sy_arena_reserve(sy_arena *memory, size_t nbytes) {
    steelyard_arena *arena = memory->arena;
    if (!fits(memory, nbytes)) {
        memory->exhausted = true;
        return NULL;
    }
    if (arena->used_nbytes + nbytes > arena->touched_nbytes) arena->touched_nbytes = arena->used_nbytes + nbytes;
    return arena->bytes + arena->used_nbytes;
}

unsigned char *sy_arena_reserve_array(sy_arena *memory, size_t count, size_t element_nbytes, size_t *count_out) {
    const steelyard_arena *arena = memory->arena;
    size_t lent = (arena->nbytes - arena->used_nbytes) / element_nbytes;
    size_t most = SIZE_MAX / element_nbytes;
    size_t ample = count / 2 < most - count ? count + count / 2 : most;
    *count_out = count;
    if (count > most) return sy_arena_reserve(memory, SIZE_MAX);
    if (ample > lent && count <= lent) ample = lent;
    if (fits(memory, ample * element_nbytes)) *count_out = ample;
    return sy_arena_reserve(memory, *count_out * element_nbytes);
}

void sy_arena_commit(sy_arena *memory, size_t nbytes) {
    if (!memory->exhausted) memory->arena->used_nbytes += nbytes;
}

void *sy_arena_allocate(sy_arena *memory, size_t nbytes) {
    size_t padding = padding_nbytes(memory->arena);
    unsigned char *start;
    if (nbytes > SIZE_MAX - 8u) nbytes = SIZE_MAX - 8u;
    start = sy_arena_reserve(memory, padding + nbytes);
    if (start == NULL) return NULL;
    /* The padding too: a verifier is copied with it, and must not carry off what lay there before. */
    sy_bytes_clear(start, padding + nbytes);
    sy_arena_commit(memory, padding + nbytes);
    return start + padding;
}

void *sy_arena_allocate_array(sy_arena *memory, size_t count, size_t element_nbytes) {
    size_t nbytes = element_nbytes != 0 && count > SIZE_MAX / element_nbytes ? SIZE_MAX : count * element_nbytes;
    return sy_arena_allocate(memory, nbytes);
}
