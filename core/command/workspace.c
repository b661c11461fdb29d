/* SPDX-License-Identifier: Apache-2.0 */
#include "workspace.h"

#include <stdlib.h>

/* Enough for the report of an ordinary response. */
#define ARENA_NBYTES_FIRST (64u * 1024u)

bool workspace_open(steelyard_arena *arena) {
    void *bytes = malloc(ARENA_NBYTES_FIRST);
    steelyard_arena_lend(arena, bytes, bytes == NULL ? 0 : ARENA_NBYTES_FIRST);
    return bytes != NULL;
}

void workspace_close(steelyard_arena *arena) {
    free(arena->bytes);
    steelyard_arena_lend(arena, NULL, 0);
}

static size_t larger_of(size_t left, size_t right) {
    return left > right ? left : right;
}

bool workspace_enlarge(steelyard_arena *arena, steelyard_status status, const steelyard_fault *fault) {
    size_t nbytes;
    void *bytes;
    if (status != STEELYARD_MEMORY || arena->nbytes > SIZE_MAX / 2) return false;
    nbytes = larger_of(arena->nbytes * 2, fault->arena_nbytes);
    bytes = malloc(nbytes);
    if (bytes == NULL) return false;
    free(arena->bytes);
    steelyard_arena_lend(arena, bytes, nbytes);
    return true;
}
