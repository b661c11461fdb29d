/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_unique.c - a text that no two wallets of a body may share: an id, a currency.
 */
#include "verifier/facet.h"

static const sy_facet_member members[SY_UNIQUE_MEMBER_COUNT] = {
    [SY_UNIQUE_CODE] = {NULL, "code", SY_FACET_CODE, true, 0, 0, NULL},
    [SY_UNIQUE_OF] = {NULL, "of", SY_FACET_TEXT_SLOT, true, 0, 0, NULL},
    [SY_UNIQUE_OUTCOME] = {NULL, "outcome", SY_FACET_OUTCOME, false, 0, 0, NULL},
};

static const sy_facet_code codes[] = {
    {.member = SY_UNIQUE_CODE,
     .outcome = SY_OUTCOME_COUNT,
     .rule = "no two wallets may have the same {of}",
     .example = "two wallets whose {of} is the same; the second is the finding"},
};

const sy_facet sy_facet_unique = {"unique", members, codes, SY_UNIQUE_MEMBER_COUNT, sizeof codes / sizeof codes[0]};
