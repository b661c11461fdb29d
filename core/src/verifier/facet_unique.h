/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_unique.h - the members of the facet `unique` by index, for its judge.
 * May use: nothing.
 */
#ifndef SY_FACET_UNIQUE_H
#define SY_FACET_UNIQUE_H

typedef enum sy_unique_member {
    SY_UNIQUE_CODE,
    SY_UNIQUE_OF,
    SY_UNIQUE_OUTCOME,
    SY_UNIQUE_MEMBER_COUNT
} sy_unique_member;

#endif
