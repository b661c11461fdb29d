/* SPDX-License-Identifier: Apache-2.0 */
#include "facets/facets.h"

static const sy_facet_judge *const judges[SY_FACET_COUNT] = {
#define SY_FACETS_ROW(NAME, name) [SY_FACET_##NAME] = &sy_facets_##name,
    SY_FACET_TABLE(SY_FACETS_ROW)
#undef SY_FACETS_ROW
};

/* The facet's values where the profile has it, else NULL. */
static inline const sy_facet_value *facet_of(const sy_request *asked, uint32_t index) {
    return asked->profile->facets[index].start == 0
               ? NULL
               : sy_verifier_facet(asked->verifier, asked->profile, (sy_facet_index)index);
}

bool sy_facets_allocate(const sy_request *asked, uint32_t wallet_count, sy_arena *memory, sy_roster *roster) {
    for (uint32_t i = 0; i < SY_FACET_COUNT; i += 1)
        if (facet_of(asked, i) != NULL && judges[i]->wallets != NULL)
            roster->compared[i] = sy_arena_allocate_array(memory, wallet_count, sizeof *roster->compared[i]);
    return !memory->exhausted;
}

void sy_facets_judge_wallet(const sy_request *asked, const sy_values *read, sy_wallet *wallet, sy_roster *roster,
                            sy_findings *found) {
    for (uint32_t i = 0; i < SY_FACET_COUNT; i += 1) {
        const sy_facet_value *facet = facet_of(asked, i);
        if (facet != NULL && judges[i]->wallet != NULL) judges[i]->wallet(asked, facet, read, wallet, roster, found);
    }
}

void sy_facets_judge_wallets(const sy_request *asked, const sy_roster *roster, sy_findings *found) {
    for (uint32_t i = 0; i < SY_FACET_COUNT && !found->memory->exhausted; i += 1) {
        const sy_facet_value *facet = facet_of(asked, i);
        if (facet != NULL && judges[i]->wallets != NULL) judges[i]->wallets(asked, facet, roster, found);
    }
}

void sy_facets_judge_list(const sy_request *asked, uint32_t list, sy_findings *found) {
    for (uint32_t i = 0; i < SY_FACET_COUNT; i += 1) {
        const sy_facet_value *facet = facet_of(asked, i);
        if (facet != NULL && judges[i]->list != NULL) judges[i]->list(asked, facet, list, found);
    }
}
