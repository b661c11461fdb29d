/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_limits.h - the members of the facet `limits` by index, for its judge.
 * May use: nothing.
 */
#ifndef SY_FACET_LIMITS_H
#define SY_FACET_LIMITS_H

typedef enum sy_limits_member {
    SY_LIMITS_AT,
    SY_LIMITS_OF,
    SY_LIMITS_NAME,
    SY_LIMITS_LIMIT,
    SY_LIMITS_USED,
    SY_LIMITS_REMAINING,
    SY_LIMITS_RESETS_AT,
    SY_LIMITS_REMAINING_CODE,
    SY_LIMITS_EXCEEDED_CODE,
    SY_LIMITS_MEMBER_COUNT
} sy_limits_member;

#endif
