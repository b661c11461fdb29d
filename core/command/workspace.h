/* SPDX-License-Identifier: Apache-2.0 */
/*
 * workspace.h - memory that is lent to the engine. A call of the engine comes in; it is made until it has enough.
 * What the call does is not known here.
 *
 * An arena never moves while something lives in it, so each holds what one call returns: where that call runs out,
 * its arena is replaced by a larger one and the call made again. Arenas are kept from body to body.
 */
#ifndef STEELYARD_COMMAND_WORKSPACE_H
#define STEELYARD_COMMAND_WORKSPACE_H

#include <steelyard.h>

/* Lends a first piece; false where there is no memory. */
bool workspace_open(steelyard_arena *arena);
void workspace_close(steelyard_arena *arena);

/*
 * Empties the arena, makes the call and keeps its status; where the arena was too small, again in a larger one. `call`
 * is an expression: a call of the engine that takes `arena` and writes `fault`.
 */
#define WORKSPACE_CALL(arena, status, fault, call)                                                                     \
    do {                                                                                                               \
        steelyard_arena_reset((arena), 0);                                                                             \
        (status) = (call);                                                                                             \
    } while (workspace_enlarge((arena), (status), (fault)))

/*
 * Whether the call should be made again: it ran out of memory, and the arena, emptied, is larger now. At least doubled
 * each time, so that all attempts together cost no more than twice the last.
 */
bool workspace_enlarge(steelyard_arena *arena, steelyard_status status, const steelyard_fault *fault);

#endif
