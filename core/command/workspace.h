/* SPDX-License-Identifier: Apache-2.0 */
/*
 * workspace.h - memory that is lent to the engine. Faults of the engine come in, larger arenas go out.
 * It refuses to know which call ran out.
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
 * Whether the call that failed with `fault` should be made again: it ran out of memory, and the arena, emptied, is
 * larger now. At least doubled each time, so that all attempts together cost no more than twice the last.
 */
bool workspace_retry(steelyard_arena *arena, const steelyard_fault *fault);

#endif
