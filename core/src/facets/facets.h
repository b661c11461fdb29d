/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facets.h - the facets as they judge, one row each, in the order of SY_FACET_TABLE. What was read comes in; findings
 * go out, and what the report says of a facet. A judge is called only where the profile has its facet.
 * May use: judge, report, verifier.
 */
#ifndef SY_FACETS_H
#define SY_FACETS_H

#include "facets/roster.h"
#include "judge/find.h"

typedef struct sy_facet_judge {
    /* One wallet, once its members are read and its unit is known, before its rules. */
    void (*wallet)(const sy_request *asked, const sy_facet_value *facet, const sy_values *read, sy_wallet *wallet,
                   sy_roster *roster, sy_findings *found);
    /* All wallets, once the last of them is judged. */
    void (*wallets)(const sy_request *asked, const sy_facet_value *facet, const sy_roster *roster, sy_findings *found);
    /* The list in which the wallets stand; not where they stand elsewhere. */
    void (*list)(const sy_request *asked, const sy_facet_value *facet, uint32_t list, sy_findings *found);
} sy_facet_judge;

#define SY_FACETS_DECLARE(NAME, name) extern const sy_facet_judge sy_facets_##name;
SY_FACET_TABLE(SY_FACETS_DECLARE)
#undef SY_FACETS_DECLARE

/*
 * Room for the texts of so many wallets, for each facet that judges them together; false where memory ran out. Whoever
 * judges a wallet enters them, by the wallet's index.
 */
bool sy_facets_allocate(const sy_request *asked, uint32_t wallet_count, sy_arena *memory, sy_roster *roster);
void sy_facets_judge_wallet(const sy_request *asked, const sy_values *read, sy_wallet *wallet, sy_roster *roster,
                            sy_findings *found);
void sy_facets_judge_wallets(const sy_request *asked, const sy_roster *roster, sy_findings *found);
void sy_facets_judge_list(const sy_request *asked, uint32_t list, sy_findings *found);

#endif
