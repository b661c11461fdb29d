/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/wallets.h"

#include "base/assert.h"
#include "facets/facets.h"
#include "judge/locate.h"
#include "judge/wallet_fields.h"
#include "verify/wallet.h"
#include "verify/wallets_joined.h"

/* Room for the wallets and for their places, one each. */
static bool allocate_placed(const sy_wallet_walk *walk, uint32_t count) {
    walk->roster->places = sy_arena_allocate_array(walk->found->memory, count, sizeof *walk->roster->places);
    return sy_wallet_allocate(walk, count);
}

/* Whether the value can be a wallet: an object, or a bare amount where the profile knows these. */
static bool may_be_wallet(const sy_request *asked, uint32_t node) {
    const sy_document *document = asked->document;
    if (asked->profile->has_self_fields == 0) return sy_json_node_is(document, node, SY_NODE_OBJECT);
    return !sy_json_node_is(document, node, SY_NODE_OBJECT) && !sy_json_node_is(document, node, SY_NODE_ARRAY);
}

static void judge_at(const sy_wallet_walk *walk, uint32_t node, sy_wallet_parts *parts) {
    sy_roster *roster = walk->roster;
    if (!may_be_wallet(walk->asked, node)) {
        (void)sy_find_status_at(walk->found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
        return;
    }
    SY_ASSERT(roster->place_count < roster->wallet_count_max);
    roster->places[roster->place_count] = (sy_wallet_place){node, walk->report->wallet_count};
    roster->place_count += 1;
    parts->nodes[SY_PART_WALLET] = node;
    parts->index = walk->report->wallet_count;
    sy_wallet_judge(walk, parts);
}

static void judge_list(const sy_wallet_walk *walk, uint32_t list, sy_wallet_parts *parts) {
    const sy_document *document = walk->asked->document;
    uint32_t count = sy_json_node_count(document, list);
    if (count == 0) (void)sy_find_status_at(walk->found, STEELYARD_NO_DATA, SY_OUTCOME_UNVERIFIABLE, list);
    if (!allocate_placed(walk, count)) return;
    for (uint32_t node = sy_json_node_first(document, list); node != SY_NODE_NONE && !walk->found->memory->exhausted;
         node = sy_json_node_after(document, list, node))
        judge_at(walk, node, parts);
    sy_facets_judge_wallets(walk->asked, walk->roster, walk->found);
    sy_facets_judge_list(walk->asked, list, walk->found);
}

static bool is_duplicate(const sy_document *document, uint32_t value) {
    return (document->nodes[sy_json_node_key(value)].flags & SY_NODE_DUPLICATE) != 0;
}

/* A member that is no wallet: one that the profile passes over, or one given twice, which has no value. */
static bool is_passed_over(const sy_request *asked, uint32_t value) {
    sy_ref skip = asked->profile->wallets_skip;
    uint32_t key = sy_json_node_key(value);
    if (is_duplicate(asked->document, value)) return true;
    for (uint32_t i = 0; i < skip.count; i += 1)
        if (sy_json_node_text_is(asked->document, key, sy_verifier_text_at(asked->verifier, skip, i))) return true;
    return false;
}

static void judge_keyed(const sy_wallet_walk *walk, uint32_t object, sy_wallet_parts *parts) {
    const sy_document *document = walk->asked->document;
    uint32_t members = 0;
    if (!allocate_placed(walk, sy_json_node_count(document, object))) return;
    for (uint32_t node = sy_json_node_first(document, object); node != SY_NODE_NONE && !walk->found->memory->exhausted;
         node = sy_json_node_after(document, object, node)) {
        bool passed_over = is_passed_over(walk->asked, node);
        if (!passed_over || is_duplicate(document, node)) members += 1;
        if (!passed_over) judge_at(walk, node, parts);
    }
    if (members == 0) (void)sy_find_status_at(walk->found, STEELYARD_NO_DATA, SY_OUTCOME_UNVERIFIABLE, object);
    sy_facets_judge_wallets(walk->asked, walk->roster, walk->found);
}

/* The wallets at a node: an object, a list, a keyed object, null where that means no data, else a wrong type. */
static void judge_wallets_at(const sy_wallet_walk *walk, uint32_t node, sy_wallet_parts *parts) {
    const sy_profile *profile = walk->asked->profile;
    const sy_document *document = walk->asked->document;
    bool is_object = sy_json_node_is(document, node, SY_NODE_OBJECT);
    if (sy_json_node_is(document, node, SY_NODE_ARRAY) && (profile->wallets_shapes & SY_WALLETS_LIST) != 0) {
        judge_list(walk, node, parts);
    } else if (is_object && (profile->wallets_shapes & SY_WALLETS_OBJECT) != 0) {
        if (allocate_placed(walk, 1)) judge_at(walk, node, parts);
    } else if (is_object && (profile->wallets_shapes & SY_WALLETS_KEYED) != 0) {
        judge_keyed(walk, node, parts);
    } else if (sy_json_node_is(document, node, SY_NODE_NULL) && profile->null_is_no_data) {
        (void)sy_find_status_at(walk->found, STEELYARD_NO_DATA, SY_OUTCOME_UNVERIFIABLE, node);
    } else {
        (void)sy_find_status_at(walk->found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
    }
}

/* Nothing stands anywhere yet but what is around the wallets. */
static void begin_parts(sy_wallet_parts *parts) {
    for (uint32_t part = 0; part < SY_PARTS_MAX; part += 1) parts->nodes[part] = SY_NODE_NONE;
    parts->nodes[SY_PART_BODY] = 0;
    parts->index = 0;
}

static bool begin_walk(const sy_wallet_parts *parts, sy_wallet_walk *walk) {
    sy_arena *memory = walk->found->memory;
    sy_values *of_body = NULL;
    walk->read = sy_arena_allocate(memory, sizeof *walk->read);
    if (!sy_find_begin_wallets(walk->found) || walk->read == NULL) return false;
    if (walk->asked->profile->has_body_fields == 0) return true;
    of_body = sy_arena_allocate(memory, sizeof *of_body);
    if (of_body == NULL) return false;
    sy_wallet_fields_read_body(walk->asked, parts, of_body, walk->found);
    walk->of_body = of_body;
    return true;
}

void sy_wallets_judge(const sy_request *asked, sy_findings *found, sy_roster *roster, steelyard_report *report) {
    sy_place place = sy_locate(asked->verifier, asked->document, 0, asked->profile->wallets_at);
    sy_wallet_walk walk = {.asked = asked, .found = found, .roster = roster, .report = report};
    sy_wallet_parts parts;
    begin_parts(&parts);
    if (!begin_walk(&parts, &walk)) return;
    if (asked->profile->lists.count > 0) sy_wallets_joined_judge(&walk, &parts);
    else if (place.presence == SY_PRESENT) judge_wallets_at(&walk, place.node, &parts);
    else if (place.presence == SY_ABSENT && !sy_find_was_missed(found, place.holder, place.missing))
        (void)sy_find_missing(found, place.holder, place.missing);
}
