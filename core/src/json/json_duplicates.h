/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_duplicates.h - member names given twice in one object. A closed object's nodes come in, marks on its keys go out.
 * n log n in the number of members, whatever the names.
 * May use: base.
 */
#ifndef SY_JSON_DUPLICATES_H
#define SY_JSON_DUPLICATES_H

#include "base/arena.h"
#include "json/json_document.h"

/* Hash of a member name after unescaping, for the key's `position`. */
uint32_t sy_json_duplicates_hash(const char *bytes, const sy_node *key);

/*
 * Marks the duplicates among the members of the object at `object`, whose subtree ends before `end`. Scratch memory after
 * the arena's used bytes plus `reserved_nbytes` is used and not kept. Adds to later_duplicate_count_out.
 * STEELYARD_OK or STEELYARD_MEMORY.
 */
steelyard_status sy_json_duplicates_mark(sy_arena *memory, size_t reserved_nbytes, const char *bytes, sy_node *nodes,
                                         uint32_t object, uint32_t end, uint32_t *later_duplicate_count_out);

#endif
