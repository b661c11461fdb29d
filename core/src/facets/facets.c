/* SPDX-License-Identifier: Apache-2.0 */
#include "facets/facets.h"

#include "base/assert.h"

static const sy_facet_judge *const judges[SY_FACET_COUNT] = {
#define SY_FACETS_ROW(NAME, name) [SY_FACET_##NAME] = &sy_facets_##name,
    SY_FACET_TABLE(SY_FACETS_ROW)
#undef SY_FACETS_ROW
};

/* Whether each number of the facet's values is within what its member's kind promises to those who judge. */
static bool is_as_described(const sy_request *asked, const sy_facet *facet, const sy_facet_value *values) {
    for (uint32_t i = 0; i < facet->member_count; i += 1) {
        uint32_t number = values[i].number;
        switch ((sy_facet_kind)facet->members[i].kind) {
        case SY_FACET_LIST:
        case SY_FACET_RECORDS:
            if (number >= asked->profile->fields.count) return false;
            break;
        case SY_FACET_AMOUNT_SLOT:
            if (number >= asked->profile->amount_names.count) return false;
            break;
        case SY_FACET_TEXT_SLOT:
            if (number >= asked->profile->text_names.count) return false;
            break;
        case SY_FACET_NUMBER:
            if (number > facet->members[i].most) return false;
            break;
        case SY_FACET_OUTCOME:
            if (number >= SY_OUTCOME_COUNT) return false;
            break;
        case SY_FACET_NAME:
        case SY_FACET_VALUES:
        case SY_FACET_CHOICE:
        case SY_FACET_CODE: break;
        }
    }
    return true;
}

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
        SY_ASSERT(facet == NULL || is_as_described(asked, sy_facet_at(i), facet));
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
