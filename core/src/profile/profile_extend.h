/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_extend.h - a profile laid over the one that it extends. Two JSON objects come in; the text of one goes out,
 * with a table that says which of its bytes stand where in the profile that was laid over. Lists of rules are joined.
 *
 * The rest is RFC 7396, JSON Merge Patch: objects are merged, null takes a member away, anything else replaces. But at
 * the top a null under a name that no profile has stays, for the compiler to refuse: it is a slip.
 * May use: base, json.
 */
#ifndef SY_PROFILE_EXTEND_H
#define SY_PROFILE_EXTEND_H

#include "json/json_node.h"

/* A value that was taken over whole, or the bracket of an object that was merged (nbytes 1). */
typedef struct sy_origin {
    uint32_t merged_offset;
    uint32_t nbytes;
    uint32_t own_offset;
} sy_origin;

typedef struct sy_extended {
    sy_span text;
    const sy_origin *origins; /* in the order of the merged text; bytes between them come from the base */
    uint32_t origin_count;
} sy_extended;

/*
 * Lays the object `own_root` over the object `base_root`. False where an object has more than
 * SY_MERGED_MEMBERS_MAX members or memory ran out (the memory says which).
 */
bool sy_profile_extend(sy_arena *memory, const sy_document *base, uint32_t base_root, const sy_document *own,
                       uint32_t own_root, sy_extended *extended_out);

/* The offset in the profile laid over of a byte of the merged text; SY_NO_ORIGIN where it comes from the base. */
#define SY_NO_ORIGIN UINT32_MAX
uint32_t sy_profile_extend_origin(const sy_extended *extended, uint32_t merged_offset);

#endif
