/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_order.c - a documented order of the wallets in a list, by one of their texts.
 */
#include "verifier/facet.h"

static const char *const directions[] = {
    [SY_ORDER_DESCENDING] = "descending", [SY_ORDER_ASCENDING] = "ascending", NULL};

static const sy_facet_member members[SY_ORDER_MEMBER_COUNT] = {
    [SY_ORDER_DIRECTION] = {NULL, "direction", SY_FACET_CHOICE, true, 0, 0, directions},
    [SY_ORDER_CODE] = {NULL, "code", SY_FACET_CODE, true, 0, 0, NULL},
    [SY_ORDER_OF] = {NULL, "of", SY_FACET_TEXT_SLOT, true, 0, 0, NULL},
    [SY_ORDER_OUTCOME] = {NULL, "outcome", SY_FACET_OUTCOME, false, 0, 0, NULL},
};

static const sy_facet_code codes[] = {
    {.member = SY_ORDER_CODE,
     .outcome = SY_OUTCOME_COUNT,
     .rule = "the wallets must stand by {of}, {direction}",
     .example = "wallets whose {of} is 9, then 7",
     .other_example = "wallets whose {of} is 7, then 9",
     .other_member = "direction",
     .other_word = "ascending"},
};

const sy_facet sy_facet_order = {"order", members, codes, SY_ORDER_MEMBER_COUNT, sizeof codes / sizeof codes[0]};
