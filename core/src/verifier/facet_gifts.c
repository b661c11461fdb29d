/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_gifts.c - gifts with expiry: a list of promotional balances that add up to a stated amount.
 */
#include "verifier/facet.h"

static const sy_facet_member members[SY_GIFTS_MEMBER_COUNT] = {
    [SY_GIFTS_AT] = {NULL, "at", SY_FACET_LIST, true, 0, 0, NULL},
    [SY_GIFTS_ID] = {NULL, "id", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_GIFTS_OWNER] = {NULL, "owner", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_GIFTS_AMOUNT] = {NULL, "amount", SY_FACET_NAME, true, 0, 0, NULL},
    [SY_GIFTS_REMAINING] = {NULL, "remaining", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_GIFTS_EXPIRES] = {NULL, "expires", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_GIFTS_UNLIMITED] = {NULL, "unlimited", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_GIFTS_USED_UP] = {NULL, "usedUp", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_GIFTS_TOTAL] = {NULL, "total", SY_FACET_AMOUNT_SLOT, true, 0, 0, NULL},
    [SY_GIFTS_TOTAL_CODE] = {"codes", "total", SY_FACET_CODE, false, 0, 0, NULL},
    [SY_GIFTS_REMAINING_CODE] = {"codes", "remaining", SY_FACET_CODE, false, 0, 0, NULL},
    [SY_GIFTS_OWNER_CODE] = {"codes", "owner", SY_FACET_CODE, false, 0, 0, NULL},
    [SY_GIFTS_FLAGS_CODE] = {"codes", "flags", SY_FACET_CODE, false, 0, 0, NULL},
};

static const sy_facet_code codes[] = {
    {.member = SY_GIFTS_TOTAL_CODE,
     .outcome = SY_OUTCOME_FAIL,
     .is_formula = true,
     .rule = "{=total} must be the sum of {remaining|amount} of the gifts in {at} that have not expired",
     .example = "gifts of which 10.00 and 20.00 remain, and {=total} 30.01: expected 30.00, actual 30.01, delta +0.01"},
    {.member = SY_GIFTS_REMAINING_CODE,
     .outcome = SY_OUTCOME_FAIL,
     .rule = "{remaining} of a gift must be at least 0 and at most {amount}",
     .example = "a gift of 10.00 of which 10.01 remain"},
    {.member = SY_GIFTS_OWNER_CODE,
     .outcome = SY_OUTCOME_FAIL,
     .rule = "{owner} of a gift must be the id of the wallet in which it stands",
     .example = "a gift whose owner is 'b' in the wallet 'a'"},
    {.member = SY_GIFTS_FLAGS_CODE,
     .outcome = SY_OUTCOME_WARN,
     .rule = "the flags of a gift must fit it: used up with nothing left, unlimited without a date",
     .example = "a gift that is used up and of which 10.00 remain"},
};

const sy_facet sy_facet_gifts = {"gifts", members, codes, SY_GIFTS_MEMBER_COUNT, sizeof codes / sizeof codes[0]};
