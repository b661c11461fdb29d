/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_order.h - the members of the facet `order` by index, for its judge.
 * May use: nothing.
 */
#ifndef SY_FACET_ORDER_H
#define SY_FACET_ORDER_H

typedef enum sy_order_member {
    SY_ORDER_DIRECTION,
    SY_ORDER_CODE,
    SY_ORDER_OF,
    SY_ORDER_OUTCOME,
    SY_ORDER_MEMBER_COUNT
} sy_order_member;

/* Of SY_ORDER_DIRECTION. */
typedef enum sy_order_direction { SY_ORDER_DESCENDING, SY_ORDER_ASCENDING } sy_order_direction;

#endif
