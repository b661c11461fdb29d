/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/wallets_joined.h"

#include "base/assert.h"
#include "base/sort.h"
#include "facets/facets.h"
#include "judge/locate.h"
#include "json/json_number.h"

typedef struct entry {
    sy_span key; /* bytes NULL: none that can be used, so that the entry is a wallet of its own */
    uint32_t list;
    uint32_t node;
    uint32_t leader;
    uint32_t wallet; /* of a leader */
    uint32_t next;   /* the wallet's next entry, ENTRY_NONE behind the last */
    uint32_t last;   /* of a leader: the wallet's last entry so far */
} entry;

#define ENTRY_NONE UINT32_MAX

typedef struct join {
    const sy_wallet_walk *walk;
    entry *entries;
    uint32_t count;
    bool is_keyed;
    bool is_open; /* a list is missing, of a wrong type or given twice: nobody can say that all are empty */
} join;

static const sy_list_row *list_rows(const sy_request *asked) {
    return sy_verifier_rows(asked->verifier, asked->profile->lists);
}

/* The container of a list; SY_NODE_NONE where there is none to read, with a finding where that is wrong. */
static uint32_t container_of(join *work, uint32_t list, bool speak) {
    const sy_list_row *row = &list_rows(work->walk->asked)[list];
    sy_place place = sy_locate(work->walk->asked->verifier, work->walk->asked->document, 0, row->at);
    bool is_null = sy_locate_is_null(work->walk->asked->document, &place);
    if (place.presence == SY_DUPLICATE) {
        work->is_open = true;
        return SY_NODE_NONE;
    }
    if (place.presence == SY_ABSENT || (is_null && row->required == 0)) {
        if (row->required != 0) work->is_open = true;
        if (speak && row->required != 0 && !sy_find_was_missed(work->walk->found, place.holder, place.missing))
            (void)sy_find_missing(work->walk->found, place.holder, place.missing);
        return SY_NODE_NONE;
    }
    if (sy_json_node_is(work->walk->asked->document, place.node, work->is_keyed ? SY_NODE_OBJECT : SY_NODE_ARRAY))
        return place.node;
    work->is_open = true;
    if (speak) (void)sy_find_status_at(work->walk->found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, place.node);
    return SY_NODE_NONE;
}

/* The field from which the key is read: the profile has one for the text that joins. */
static const sy_field *key_field(const sy_request *asked) {
    const sy_field *fields = sy_verifier_rows(asked->verifier, asked->profile->fields);
    uint32_t i = 0;
    while (fields[i].type < SY_FIELD_TEXT || fields[i].slot != asked->profile->join_slot) i += 1;
    SY_ASSERT(i < asked->profile->fields.count);
    return &fields[i];
}

/* The member that the field names, through the objects that hold it. */
static sy_place locate_field(const sy_request *asked, const sy_field *field, uint32_t from) {
    const sy_field *fields = sy_verifier_rows(asked->verifier, asked->profile->fields);
    const sy_field *chain[SY_PATH_TOKENS_MAX];
    uint32_t count = 0;
    sy_place place = {SY_PRESENT, from, from, {NULL, 0}};
    for (;; field = &fields[field->parent]) {
        SY_ASSERT(count < SY_PATH_TOKENS_MAX); /* as many objects as a pointer has tokens */
        chain[count] = field;
        count += 1;
        if (field->parent == SY_FIELD_NONE) break;
    }
    while (count > 0 && place.presence == SY_PRESENT) {
        count -= 1;
        place.presence = sy_json_node_step(asked->document, place.node,
                                           sy_verifier_text(asked->verifier, chain[count]->name), &place.node);
    }
    return place;
}

/* The key as the provider writes it; bytes NULL where it has none. */
static sy_span key_of(const join *work, uint32_t node) {
    const sy_document *document = work->walk->asked->document;
    const sy_field *field = key_field(work->walk->asked);
    bool is_integer = field->type == SY_FIELD_INTEGER_ID || field->type == SY_FIELD_CURRENCY_ID;
    sy_place place;
    if (field->is_key != 0) return sy_json_node_text(work->walk->found->memory, document, sy_json_node_key(node));
    place = locate_field(work->walk->asked, field, node);
    if (place.presence != SY_PRESENT) return (sy_span){NULL, 0};
    if (sy_json_node_is(document, place.node, SY_NODE_STRING) && !is_integer)
        return sy_json_node_text(work->walk->found->memory, document, place.node);
    if (sy_json_node_is(document, place.node, SY_NODE_NUMBER) && is_integer &&
        sy_json_number_is_plain_integer(sy_json_node_token(document, place.node)))
        return sy_json_node_token(document, place.node);
    return (sy_span){NULL, 0};
}

static bool may_be_entry(const join *work, uint32_t node) {
    const sy_document *document = work->walk->asked->document;
    bool is_object = sy_json_node_is(document, node, SY_NODE_OBJECT);
    if (work->walk->asked->profile->has_self_fields == 0) return is_object;
    return !is_object && !sy_json_node_is(document, node, SY_NODE_ARRAY);
}

static void add_entry(join *work, uint32_t list, uint32_t node) {
    entry *added = &work->entries[work->count];
    if (work->is_keyed && (work->walk->asked->document->nodes[sy_json_node_key(node)].flags & SY_NODE_DUPLICATE) != 0)
        return;
    if (!may_be_entry(work, node)) {
        (void)sy_find_status_at(work->walk->found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
        return;
    }
    added->key = key_of(work, node);
    added->list = list;
    added->node = node;
    added->leader = work->count;
    added->next = ENTRY_NONE;
    added->last = work->count;
    work->count += 1;
}

/* By key, entries without one first; then in the order in which they were read. */
static bool key_goes_after(const void *context, uint32_t left, uint32_t right) {
    const entry *entries = context;
    bool left_has_key = entries[left].key.bytes != NULL;
    bool right_has_key = entries[right].key.bytes != NULL;
    int order;
    if (left_has_key != right_has_key) return left_has_key;
    order = sy_span_compare(entries[left].key, entries[right].key);
    return order != 0 ? order > 0 : left > right;
}

static bool node_goes_after(const void *context, uint32_t left, uint32_t right) {
    const entry *entries = context;
    return entries[left].node > entries[right].node;
}

/*
 * Entries of one key, in the order of their lists: the k-th of a list joins the k-th wallet of the key. `leaders` holds
 * the wallets of the key, one behind the other.
 */
static void lead_group(join *work, const uint32_t *order, uint32_t count, uint32_t *leaders) {
    uint32_t leader_count = 0;
    uint32_t nth = 0;
    for (uint32_t i = 0; i < count; i += 1) {
        entry *member = &work->entries[order[i]];
        nth = i > 0 && work->entries[order[i - 1]].list == member->list ? nth + 1 : 0;
        SY_ASSERT(nth <= leader_count);
        if (nth == leader_count) {
            leaders[leader_count] = order[i];
            leader_count += 1;
            continue;
        }
        member->leader = leaders[nth];
        work->entries[work->entries[leaders[nth]].last].next = order[i];
        work->entries[leaders[nth]].last = order[i];
    }
}

static bool same_key(const join *work, uint32_t left, uint32_t right) {
    sy_span key = work->entries[left].key;
    return key.bytes != NULL && sy_span_equal(key, work->entries[right].key);
}

static void lead_groups(join *work, uint32_t *order, uint32_t *leaders) {
    uint32_t start = 0;
    for (uint32_t i = 0; i < work->count; i += 1) order[i] = i;
    sy_sort(order, work->count, key_goes_after, work->entries);
    while (start < work->count) {
        uint32_t end = start + 1;
        while (end < work->count && same_key(work, order[start], order[end])) end += 1;
        lead_group(work, order + start, end - start, leaders);
        start = end;
    }
}

/* Where every entry stands, in document order. */
static void keep_places(join *work, uint32_t *order) {
    for (uint32_t i = 0; i < work->count; i += 1) order[i] = i;
    sy_sort(order, work->count, node_goes_after, work->entries);
    for (uint32_t i = 0; i < work->count; i += 1) {
        const entry *member = &work->entries[order[i]];
        work->walk->roster->places[i] = (sy_wallet_place){member->node, work->entries[member->leader].wallet};
    }
    work->walk->roster->place_count = work->count;
}

static void judge_entries(const join *work, uint32_t first, sy_wallet_parts *parts) {
    for (uint32_t i = 0; i < work->walk->asked->profile->lists.count; i += 1)
        parts->nodes[SY_PART_LISTS + i] = SY_NODE_NONE;
    for (uint32_t i = first; i != ENTRY_NONE; i = work->entries[i].next)
        parts->nodes[SY_PART_LISTS + work->entries[i].list] = work->entries[i].node;
    parts->nodes[SY_PART_WALLET] = work->entries[first].node;
    parts->index = work->entries[first].wallet;
    sy_wallet_judge(work->walk, parts);
}

static uint32_t count_elements(join *work) {
    uint32_t count = 0;
    for (uint32_t list = 0; list < work->walk->asked->profile->lists.count; list += 1) {
        uint32_t container = container_of(work, list, false);
        if (container != SY_NODE_NONE) count += sy_json_node_count(work->walk->asked->document, container);
    }
    return count;
}

static void read_entries(join *work) {
    const sy_document *document = work->walk->asked->document;
    for (uint32_t list = 0; list < work->walk->asked->profile->lists.count; list += 1) {
        uint32_t container = container_of(work, list, true);
        if (container == SY_NODE_NONE) continue;
        for (uint32_t node = sy_json_node_first(document, container);
             node != SY_NODE_NONE && !work->walk->found->memory->exhausted;
             node = sy_json_node_after(document, container, node))
            add_entry(work, list, node);
    }
}

void sy_wallets_joined_judge(const sy_wallet_walk *walk, sy_wallet_parts *parts) {
    const sy_request *asked = walk->asked;
    sy_findings *found = walk->found;
    sy_roster *roster = walk->roster;
    join work = {walk, NULL, 0, asked->profile->is_keyed != 0, false};
    uint32_t count = count_elements(&work);
    uint32_t *order = sy_arena_allocate_array(found->memory, count, sizeof *order);
    uint32_t *leaders = sy_arena_allocate_array(found->memory, count, sizeof *leaders);
    uint32_t wallets = 0;
    work.entries = sy_arena_allocate_array(found->memory, count, sizeof *work.entries);
    roster->places = sy_arena_allocate_array(found->memory, count, sizeof *roster->places);
    if (order == NULL || leaders == NULL || work.entries == NULL || roster->places == NULL) return;
    read_entries(&work);
    if (found->memory->exhausted) return;
    lead_groups(&work, order, leaders);
    for (uint32_t i = 0; i < work.count; i += 1) {
        if (work.entries[i].leader != i) continue;
        work.entries[i].wallet = wallets;
        wallets += 1;
    }
    keep_places(&work, order);
    if (count == 0 && !work.is_open) (void)sy_find_status_at(found, STEELYARD_NO_DATA, SY_OUTCOME_UNVERIFIABLE, 0);
    if (!sy_wallet_allocate(walk, wallets)) return;
    for (uint32_t i = 0; i < work.count && !found->memory->exhausted; i += 1)
        if (work.entries[i].leader == i) judge_entries(&work, i, parts);
    sy_facets_judge_wallets(asked, roster, found);
}
