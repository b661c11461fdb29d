/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_events.h - the members of the facet `events` by index, for its judge.
 * May use: nothing.
 */
#ifndef SY_FACET_EVENTS_H
#define SY_FACET_EVENTS_H

typedef enum sy_events_member {
    SY_EVENTS_AT,
    SY_EVENTS_ACTION,
    SY_EVENTS_TIME,
    SY_EVENTS_OWNER,
    SY_EVENTS_ACTIONS,
    SY_EVENTS_STATUS_CODE,
    SY_EVENTS_OWNER_CODE,
    SY_EVENTS_MEMBER_COUNT
} sy_events_member;

#endif
