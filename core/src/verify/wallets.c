/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallets.c - walks the wallets of a body: one object, a list, an object of name to wallet; wallets_joined.c walks those that
 * stand in several lists. Each goes through the stages that judge one wallet, then what is judged over all of them.
 * A session whose envelope is a success comes in, its wallets are judged when it goes out. It holds no rules of its own.
 */
#include "judge/stages.h"

static sy_compared compared_text(const sy_text_value *text) {
    if (text->state != SY_STATE_GOOD) return (sy_compared){{NULL, 0}, SY_NODE_NONE};
    return (sy_compared){text->word, text->node};
}

/* What the wallet's stages have found is what the report says of it. */
static void keep_wallet(sy_session *session) {
    sy_wallet *wallet = session->wallet;
    const sy_values *values = &session->values;
    const sy_unique *unique = &session->profile->unique;
    if (values->texts[SY_TEXT_STATUS].state == SY_STATE_GOOD) wallet->status = values->texts[SY_TEXT_STATUS].word;
    if (values->texts[SY_TEXT_KIND].state == SY_STATE_GOOD) wallet->kind = values->texts[SY_TEXT_KIND].word;
    for (uint32_t word = 0; word < SY_AMOUNT_COUNT; word += 1) {
        const sy_amount *amount = &values->amounts[word];
        if (amount->state != SY_STATE_GOOD) continue;
        sy_report_wallet_set(wallet, word, &amount->value);
        if (amount->in_body) wallet->amounts_shared = (uint16_t)(wallet->amounts_shared | 1u << word);
    }
    session->unique[session->wallet_index] = compared_text(&values->texts[unique->slot]);
    session->order[session->wallet_index] = compared_text(&values->texts[unique->order_slot]);
}

void sy_wallet_judge(sy_session *session) {
    uint32_t index = session->report->wallet_count;
    session->wallet = &session->report->wallets[index];
    session->wallet_index = index;
    session->report->wallet_count = index + 1;
    sy_wallet_fields_read(session);
    if (session->values.texts[SY_TEXT_ID].state == SY_STATE_GOOD)
        session->wallet->id = session->values.texts[SY_TEXT_ID].word;
    sy_amount_unit_judge(session);
    sy_gifts_judge(session);
    sy_events_judge(session);
    sy_rules_apply(session);
    keep_wallet(session);
    session->wallet = NULL;
}

bool sy_wallet_allocate(sy_session *session, uint32_t count) {
    sy_arena *memory = session->memory;
    session->report->wallets = sy_arena_allocate_array(memory, count, sizeof(sy_wallet));
    session->unique = sy_arena_allocate_array(memory, count, sizeof *session->unique);
    session->order = sy_arena_allocate_array(memory, count, sizeof *session->order);
    session->unexplained_capacity = session->block->currency_map.count + 1;
    session->unexplained_codes = sy_arena_allocate_array(memory, session->unexplained_capacity,
                                                         sizeof *session->unexplained_codes);
    return !memory->exhausted;
}

/* The same, and room for their places, one each. */
static bool take_placed(sy_session *session, uint32_t count) {
    session->places = sy_arena_allocate_array(session->memory, count, sizeof *session->places);
    return sy_wallet_allocate(session, count);
}

/* Whether the value can be a wallet: an object, or a bare amount where the profile knows these. */
static bool may_be_wallet(const sy_session *session, uint32_t node) {
    const sy_document *document = &session->document;
    if (session->profile->has_self_fields == 0) return sy_json_node_is(document, node, SY_NODE_OBJECT);
    return !sy_json_node_is(document, node, SY_NODE_OBJECT) && !sy_json_node_is(document, node, SY_NODE_ARRAY);
}

static void judge_at(sy_session *session, uint32_t node) {
    if (!may_be_wallet(session, node)) {
        (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
        return;
    }
    session->places[session->place_count] = (sy_wallet_place){node, session->report->wallet_count};
    session->place_count += 1;
    session->part_nodes[SY_PART_WALLET] = node;
    sy_wallet_judge(session);
}

static void judge_list(sy_session *session, uint32_t list) {
    const sy_document *document = &session->document;
    uint32_t count = sy_json_node_count(document, list);
    if (count == 0) (void)sy_find_status_at(session, STEELYARD_NO_DATA, SY_OUTCOME_UNVERIFIABLE, list);
    if (!take_placed(session, count)) return;
    for (uint32_t node = sy_json_node_first(document, list); node != SY_NODE_NONE && !session->memory->exhausted;
         node = sy_json_node_after(document, list, node))
        judge_at(session, node);
    sy_uniqueness_judge(session);
    sy_pages_judge(session, list);
}

/* A member that is no wallet: one that the profile passes over, or one given twice, which has no value. */
static bool is_passed_over(const sy_session *session, uint32_t value) {
    sy_ref skip = session->profile->wallets_skip;
    uint32_t key = sy_json_node_key(value);
    if ((session->document.nodes[key].flags & SY_NODE_DUPLICATE) != 0) return true;
    for (uint32_t i = 0; i < skip.count; i += 1)
        if (sy_json_node_text_is(&session->document, key, sy_verifier_text_at(session->block, skip, i))) return true;
    return false;
}

static void judge_keyed(sy_session *session, uint32_t object) {
    const sy_document *document = &session->document;
    uint32_t members = 0;
    if (!take_placed(session, sy_json_node_count(document, object))) return;
    for (uint32_t node = sy_json_node_first(document, object); node != SY_NODE_NONE && !session->memory->exhausted;
         node = sy_json_node_after(document, object, node)) {
        bool duplicate = (document->nodes[sy_json_node_key(node)].flags & SY_NODE_DUPLICATE) != 0;
        if (duplicate || !is_passed_over(session, node)) members += 1;
        if (!is_passed_over(session, node)) judge_at(session, node);
    }
    if (members == 0) (void)sy_find_status_at(session, STEELYARD_NO_DATA, SY_OUTCOME_UNVERIFIABLE, object);
    sy_uniqueness_judge(session);
}

/* The wallets at a node: an object, a list, a keyed object, null where that means no data, else a wrong type. */
static void judge_wallets_at(sy_session *session, uint32_t node) {
    const sy_profile *profile = session->profile;
    const sy_document *document = &session->document;
    bool is_object = sy_json_node_is(document, node, SY_NODE_OBJECT);
    if (sy_json_node_is(document, node, SY_NODE_ARRAY) && (profile->wallets_shapes & SY_WALLETS_LIST) != 0) {
        judge_list(session, node);
    } else if (is_object && (profile->wallets_shapes & SY_WALLETS_OBJECT) != 0) {
        if (take_placed(session, 1)) judge_at(session, node);
    } else if (is_object && (profile->wallets_shapes & SY_WALLETS_KEYED) != 0) {
        judge_keyed(session, node);
    } else if (sy_json_node_is(document, node, SY_NODE_NULL) && profile->null_is_no_data) {
        (void)sy_find_status_at(session, STEELYARD_NO_DATA, SY_OUTCOME_UNVERIFIABLE, node);
    } else {
        (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
    }
}

void sy_wallets_judge(sy_session *session) {
    sy_place place = sy_session_resolve(session, session->profile->wallets_at);
    sy_wallet_fields_read_body(session);
    if (session->profile->lists.count > 0) sy_wallets_joined_judge(session);
    else if (place.presence == SY_PRESENT) judge_wallets_at(session, place.node);
    else if (place.presence == SY_ABSENT && !sy_find_was_missed(session, place.holder, place.missing))
        (void)sy_find_missing(session, place.holder, place.missing);
}
