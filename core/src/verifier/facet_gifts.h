/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_gifts.h - the members of the facet `gifts` by index, for its judge.
 * May use: nothing.
 */
#ifndef SY_FACET_GIFTS_H
#define SY_FACET_GIFTS_H

typedef enum sy_gifts_member {
    SY_GIFTS_AT,
    SY_GIFTS_ID,
    SY_GIFTS_OWNER,
    SY_GIFTS_AMOUNT,
    SY_GIFTS_REMAINING,
    SY_GIFTS_EXPIRES,
    SY_GIFTS_UNLIMITED,
    SY_GIFTS_USED_UP,
    SY_GIFTS_TOTAL,
    SY_GIFTS_TOTAL_CODE,
    SY_GIFTS_REMAINING_CODE,
    SY_GIFTS_OWNER_CODE,
    SY_GIFTS_FLAGS_CODE,
    SY_GIFTS_MEMBER_COUNT
} sy_gifts_member;

#endif
