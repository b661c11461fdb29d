/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unique.c - a text that no two wallets of a body may share: the same id or currency twice. n log n.
 */
#include "base/assert.h"
#include "base/sort.h"
#include "facets/compared.h"
#include "facets/facets.h"

static void enter(const sy_request *asked, const sy_facet_value *facet, const sy_values *read, sy_wallet *wallet,
                  sy_roster *roster, sy_findings *found) {
    (void)wallet;
    SY_ASSERT(facet[SY_UNIQUE_OF].number < asked->profile->text_names.count);
    roster->compared[SY_FACET_UNIQUE][found->parts->index] = sy_compared_of(&read->texts[facet[SY_UNIQUE_OF].number]);
}

static bool goes_after(const void *context, uint32_t left, uint32_t right) {
    const sy_compared *texts = context;
    int order = sy_span_compare(texts[left].text, texts[right].text);
    return order != 0 ? order > 0 : left > right;
}

static void find_repeats(const sy_request *asked, const sy_facet_value *facet, const sy_compared *texts,
                         sy_findings *found, const uint32_t *order, uint32_t count) {
    sy_span code = sy_verifier_text(asked->verifier, facet[SY_UNIQUE_CODE].ref);
    sy_outcome outcome = (sy_outcome)facet[SY_UNIQUE_OUTCOME].number;
    for (uint32_t i = 1; i < count && !found->memory->exhausted; i += 1) {
        if (!sy_span_equal(texts[order[i - 1]].text, texts[order[i]].text)) continue;
        sy_compared_find(found, code, outcome, order[i], texts[order[i]].node,
                         SY_SPAN(" stands in more than one wallet."));
    }
}

static void judge(const sy_request *asked, const sy_facet_value *facet, const sy_roster *roster, sy_findings *found) {
    const sy_compared *texts = roster->compared[SY_FACET_UNIQUE];
    uint32_t *order = sy_arena_allocate_array(found->memory, roster->wallet_count, sizeof *order);
    uint32_t count = 0;
    if (order == NULL) return;
    for (uint32_t i = 0; i < roster->wallet_count; i += 1) {
        if (texts[i].node == SY_NODE_NONE) continue;
        order[count] = i;
        count += 1;
    }
    sy_sort(order, count, goes_after, texts);
    find_repeats(asked, facet, texts, found, order, count);
}

const sy_facet_judge sy_facets_unique = {.wallet = enter, .wallets = judge};
