/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_pages.c - pagination headers: they must agree with one another and with the rows of the list.
 */
#include "base/limits.h"
#include "verifier/facet.h"

static const sy_facet_member members[SY_PAGES_MEMBER_COUNT] = {
    [SY_PAGES_CODE] = {NULL, "code", SY_FACET_CODE, true, 0, 0, NULL},
    [SY_PAGES_PER_PAGE_MAX] = {NULL, "perPageMax", SY_FACET_NUMBER, false, SY_PER_PAGE_MAX, SY_PER_PAGE_MAX, NULL},
    [SY_PAGES_NUMBER] = {"headers", "page", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_PAGES_PER_PAGE] = {"headers", "perPage", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_PAGES_TOTAL_COUNT] = {"headers", "totalCount", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_PAGES_TOTAL_PAGES] = {"headers", "totalPages", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_PAGES_SIZE] = {"headers", "pageSize", SY_FACET_NAME, false, 0, 0, NULL},
    [SY_PAGES_HAS_MORE] = {"headers", "hasMore", SY_FACET_NAME, false, 0, 0, NULL},
};

static const sy_facet_code codes[] = {
    {.member = SY_PAGES_CODE,
     .outcome = SY_OUTCOME_FAIL,
     .rule = "the pagination headers must agree with one another and with the wallets",
     .example = "{headers/pageSize|'a header'} 3 beside a body with two wallets"},
};

const sy_facet sy_facet_pages = {"pages", members, codes, SY_PAGES_MEMBER_COUNT, sizeof codes / sizeof codes[0]};
