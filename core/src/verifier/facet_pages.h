/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_pages.h - the members of the facet `pages` by index, for its judge: headers in the order in which findings
 * name them.
 * May use: nothing.
 */
#ifndef SY_FACET_PAGES_H
#define SY_FACET_PAGES_H

typedef enum sy_pages_member {
    SY_PAGES_CODE,
    SY_PAGES_PER_PAGE_MAX,
    SY_PAGES_NUMBER,
    SY_PAGES_PER_PAGE,
    SY_PAGES_TOTAL_COUNT,
    SY_PAGES_TOTAL_PAGES,
    SY_PAGES_SIZE,
    SY_PAGES_HAS_MORE,
    SY_PAGES_MEMBER_COUNT
} sy_pages_member;

#define SY_PAGES_HEADER_FIRST SY_PAGES_NUMBER
#define SY_PAGES_HEADER_COUNT (SY_PAGES_MEMBER_COUNT - SY_PAGES_HEADER_FIRST)

#endif
