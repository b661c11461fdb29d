/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_use_limits.c - limits of use: how much of a wallet may be spent in a period, and how much of that is left.
 */
#include "verifier/facet.h"

static const sy_facet_member members[SY_LIMITS_MEMBER_COUNT] = {
    [SY_LIMITS_AT] = {NULL, "at", SY_FACET_RECORDS, true, 0, 0, NULL},
    [SY_LIMITS_OF] = {NULL, "of", SY_FACET_AMOUNT_SLOT, true, 0, 0, NULL},
    [SY_LIMITS_NAME] = {NULL, "name", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_LIMITS_LIMIT] = {NULL, "limit", SY_FACET_NAME, true, 0, 0, NULL},
    [SY_LIMITS_USED] = {NULL, "used", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_LIMITS_REMAINING] = {NULL, "remaining", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_LIMITS_RESETS_AT] = {NULL, "resetsAt", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_LIMITS_REMAINING_CODE] = {"codes", "remaining", SY_FACET_CODE, false, 0, 0, NULL},
    [SY_LIMITS_EXCEEDED_CODE] = {"codes", "exceeded", SY_FACET_CODE, false, 0, 0, NULL},
};

static const sy_facet_code codes[] = {
    {.member = SY_LIMITS_REMAINING_CODE,
     .outcome = SY_OUTCOME_FAIL,
     .is_formula = true,
     .rule = "{remaining|'what remains'} of a limit must be {limit} - {used|'what was used'}",
     .example =
         "a limit of 100.00 of which 40.00 are used and 60.01 remain: expected 60.00, actual 60.01, delta +0.01"},
    {.member = SY_LIMITS_EXCEEDED_CODE,
     .outcome = SY_OUTCOME_FAIL,
     .rule = "{used|'what was used'} of a limit must be at most {limit}",
     .example = "a limit of 100.00 of which 100.01 are used"},
};

const sy_facet sy_facet_use_limits = {"limits", members, codes, SY_LIMITS_MEMBER_COUNT, sizeof codes / sizeof codes[0]};
