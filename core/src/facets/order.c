/* SPDX-License-Identifier: Apache-2.0 */
/*
 * order.c - the documented order of the wallets in a list, by one of their texts. Said once, at the first text that
 * breaks it; texts that did not parse are passed over.
 */
#include "base/assert.h"
#include "facets/compared.h"
#include "facets/facets.h"
#include "json/json_number.h"

static void enter(const sy_request *asked, const sy_facet_value *facet, const sy_values *read, sy_wallet *wallet,
                  sy_roster *roster, sy_findings *found) {
    (void)wallet;
    SY_ASSERT(facet[SY_ORDER_OF].number < asked->profile->text_names.count);
    roster->compared[SY_FACET_ORDER][found->parts->index] = sy_compared_of(&read->texts[facet[SY_ORDER_OF].number]);
}

static void judge(const sy_request *asked, const sy_facet_value *facet, const sy_roster *roster, sy_findings *found) {
    const sy_compared *texts = roster->compared[SY_FACET_ORDER];
    bool ascends = facet[SY_ORDER_DIRECTION].number == SY_ORDER_ASCENDING;
    uint32_t before = SY_NO_WALLET;
    int wrong = ascends ? -1 : 1;
    for (uint32_t i = 0; i < roster->wallet_count; i += 1) {
        if (texts[i].node == SY_NODE_NONE) continue;
        if (before != SY_NO_WALLET && sy_json_number_compare_texts(texts[i].text, texts[before].text) == wrong) {
            sy_compared_find(found, sy_verifier_text(asked->verifier, facet[SY_ORDER_CODE].ref),
                             (sy_outcome)facet[SY_ORDER_OUTCOME].number, i, texts[i].node,
                             ascends ? SY_SPAN(" is not in the documented ascending order.")
                                     : SY_SPAN(" is not in the documented descending order."));
            return;
        }
        before = i;
    }
}

const sy_facet_judge sy_facets_order = {.wallet = enter, .wallets = judge};
