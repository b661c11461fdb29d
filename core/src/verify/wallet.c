/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/wallet.h"

#include "base/assert.h"
#include "facets/facets.h"
#include "judge/amount_unit.h"
#include "judge/rules.h"
#include "judge/wallet_fields.h"

/* What was read and derived is what the report says of the wallet. */
static void keep(const sy_values *read, sy_wallet *wallet) {
    if (read->texts[SY_TEXT_STATUS].state == SY_STATE_GOOD) wallet->status = read->texts[SY_TEXT_STATUS].said;
    if (read->texts[SY_TEXT_KIND].state == SY_STATE_GOOD) wallet->kind = read->texts[SY_TEXT_KIND].said;
    for (uint32_t name = 0; name < SY_AMOUNT_COUNT; name += 1) {
        const sy_amount *amount = &read->amounts[name];
        if (amount->state != SY_STATE_GOOD) continue;
        sy_report_wallet_set(wallet, name, &amount->value);
        if (amount->in_body) wallet->amounts_shared = (uint16_t)(wallet->amounts_shared | 1u << name);
    }
}

/* What may be spent is no more than a facet allows, and not known where the facet does not know. */
static void apply_cap(sy_wallet *wallet) {
    uint32_t name = SY_AMOUNT_SPENDABLE;
    if (!wallet->has_cap || !sy_report_wallet_has(wallet, name)) return;
    if (wallet->cap_is_unknown) sy_report_wallet_clear(wallet, name);
    else if (sy_decimal_compare(&wallet->cap, &wallet->amounts[name]) < 0)
        sy_report_wallet_set(wallet, name, &wallet->cap);
}

bool sy_wallet_allocate(const sy_wallet_walk *walk, uint32_t count) {
    sy_arena *memory = walk->found->memory;
    walk->roster->wallet_count_max = count;
    walk->report->wallets = sy_arena_allocate_array(memory, count, sizeof(sy_wallet));
    return sy_facets_allocate(walk->asked, count, memory, walk->roster);
}

void sy_wallet_judge(const sy_wallet_walk *walk, const sy_wallet_parts *parts) {
    sy_wallet *wallet = &walk->report->wallets[parts->index];
    SY_ASSERT(parts->index == walk->report->wallet_count && parts->index < walk->roster->wallet_count_max);
    SY_ASSERT(parts->nodes[SY_PART_WALLET] != SY_NODE_NONE);
    walk->report->wallet_count = parts->index + 1;
    walk->roster->wallet_count = parts->index + 1;
    sy_find_turn_to(walk->found, parts);
    sy_wallet_fields_read(walk->asked, parts, walk->of_body, walk->read, walk->found);
    if (walk->read->texts[SY_TEXT_ID].state == SY_STATE_GOOD) wallet->id = walk->read->texts[SY_TEXT_ID].said;
    sy_amount_unit_judge(walk->asked, walk->read, wallet, walk->found);
    sy_facets_judge_wallet(walk->asked, walk->read, wallet, walk->roster, walk->found);
    sy_rules_apply(walk->asked, walk->read, wallet, walk->found);
    keep(walk->read, wallet);
    apply_cap(wallet);
    sy_find_turn_to(walk->found, NULL);
}
