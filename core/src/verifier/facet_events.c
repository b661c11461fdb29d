/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_events.c - the life of a wallet told by events: the last one must lead to the status that the wallet states.
 */
#include "verifier/facet.h"

static const sy_facet_member members[SY_EVENTS_MEMBER_COUNT] = {
    [SY_EVENTS_AT] = {NULL, "at", SY_FACET_LIST, true, 0, 0, NULL},
    [SY_EVENTS_ACTION] = {NULL, "action", SY_FACET_NAME, true, 0, 0, NULL},
    [SY_EVENTS_TIME] = {NULL, "time", SY_FACET_NAME, true, 0, 0, NULL},
    [SY_EVENTS_OWNER] = {NULL, "owner", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_EVENTS_ACTIONS] = {NULL, "actions", SY_FACET_VALUES, false, 0, 0, NULL},
    [SY_EVENTS_STATUS_CODE] = {"codes", "status", SY_FACET_CODE, false, 0, 0, NULL},
    [SY_EVENTS_OWNER_CODE] = {"codes", "owner", SY_FACET_CODE, false, 0, 0, NULL},
};

static const sy_facet_code codes[] = {
    {.member = SY_EVENTS_STATUS_CODE,
     .outcome = SY_OUTCOME_WARN,
     .rule = "{action} of a wallet's last event must lead to the status that the wallet states",
     .example = "a last event '{actions:key}' in a wallet that is not {actions:value}",
     .other_example = "an event whose owner is 'b' in the wallet 'a'",
     .other_member = "actions"},
    {.member = SY_EVENTS_OWNER_CODE,
     .outcome = SY_OUTCOME_WARN,
     .rule = "{owner} of an event must be the id of the wallet in which it stands",
     .example = "an event whose owner is 'b' in the wallet 'a'"},
};

const sy_facet sy_facet_events = {"events", members, codes, SY_EVENTS_MEMBER_COUNT, sizeof codes / sizeof codes[0]};
