/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/find.h"

#include "base/assert.h"
#include "values/currency.h"

void sy_find_begin(sy_findings *found, sy_arena *memory, const sy_request *asked) {
    sy_bytes_clear(found, sizeof *found);
    found->memory = memory;
    found->asked = asked;
}

bool sy_find_begin_wallets(sy_findings *found) {
    found->unexplained_capacity = found->asked->verifier->currency_map.count + 1;
    found->unexplained_codes = sy_arena_allocate_array(found->memory, found->unexplained_capacity,
                                                       sizeof *found->unexplained_codes);
    if (found->asked->profile->has_body_fields != 0)
        found->once = sy_arena_allocate(found->memory, sizeof *found->once);
    return !found->memory->exhausted;
}

void sy_find_turn_to(sy_findings *found, const sy_wallet_parts *parts) {
    SY_ASSERT(found->parts == NULL || parts == NULL); /* a wallet ends before the next one begins */
    found->parts = parts;
}

void sy_find_count_formula(sy_findings *found) {
    found->formula_count += 1;
}

bool sy_find_was_said(const sy_findings *found, uint32_t slot, uint8_t mark) {
    SY_ASSERT(found->once != NULL && slot < SY_AMOUNT_NAMES_MAX);
    return (found->once->said[slot] & mark) != 0;
}

void sy_find_say_once(sy_findings *found, uint32_t slot, uint8_t mark) {
    SY_ASSERT(found->once != NULL && slot < SY_AMOUNT_NAMES_MAX);
    found->once->saying[slot] = (uint8_t)(found->once->saying[slot] | mark);
}

void sy_find_end_amount(sy_findings *found, uint32_t slot) {
    if (found->once == NULL) return;
    found->once->said[slot] |= found->once->saying[slot];
    found->once->saying[slot] = 0;
}

bool sy_find_was_judged(sy_findings *found, uint32_t slot, int32_t minor_units, uint32_t digits_bit) {
    uint64_t bit = (uint64_t)1 << digits_bit;
    uint64_t *judged = &found->once->judged[slot][minor_units + 1];
    SY_ASSERT(slot < SY_AMOUNT_NAMES_MAX && digits_bit < 64);
    SY_ASSERT(minor_units >= SY_MINOR_UNITS_NONE && minor_units <= SY_MINOR_UNITS_MAX);
    if ((*judged & bit) != 0) return true;
    *judged |= bit;
    return false;
}

sy_finding *sy_find_plain(sy_findings *found, sy_span code, sy_outcome outcome, sy_span message) {
    sy_finding *finding = sy_arena_allocate(found->memory, sizeof *finding);
    SY_ASSERT(code.bytes != NULL && outcome < SY_OUTCOME_COUNT);
    if (finding == NULL) return NULL;
    finding->code = code;
    finding->outcome = (uint8_t)outcome;
    finding->message = message;
    finding->offset = SY_NO_OFFSET;
    finding->wallet = SY_NO_WALLET;
    if (found->last == NULL) found->first = finding;
    else found->last->next = finding;
    found->last = finding;
    found->count += 1;
    return finding;
}

static bool stands_inside(const sy_findings *found, uint32_t part, uint32_t node) {
    return part != SY_NODE_NONE && node >= part && node < found->asked->document->nodes[part].next;
}

/* Whether a node stands in the wallet under judgement, and not around it. */
static bool stands_in_wallet(const sy_findings *found, uint32_t node) {
    if (found->parts == NULL) return false;
    if (stands_inside(found, found->parts->nodes[SY_PART_WALLET], node)) return true;
    for (uint32_t i = 0; i < found->asked->profile->lists.count; i += 1)
        if (stands_inside(found, found->parts->nodes[SY_PART_LISTS + i], node)) return true;
    return false;
}

/* The index of the wallet in which the node stands, by the wallet under judgement. */
static uint32_t wallet_of(const sy_findings *found, uint32_t node) {
    return stands_in_wallet(found, node) ? found->parts->index : SY_NO_WALLET;
}

sy_finding *sy_find_at(sy_findings *found, sy_span code, sy_outcome outcome, uint32_t node, sy_span message) {
    sy_span path = sy_json_node_pointer(found->memory, found->asked->document, node, (sy_span){NULL, 0});
    sy_finding *finding = sy_find_plain(found, code, outcome, message);
    if (finding == NULL) return NULL;
    finding->path = path;
    finding->offset = sy_json_node_offset(found->asked->document, node);
    finding->wallet = wallet_of(found, node);
    return finding;
}

sy_finding *sy_find_missing(sy_findings *found, uint32_t object, sy_span member) {
    sy_span path = sy_json_node_pointer(found->memory, found->asked->document, object, member);
    sy_span message = sy_writer_join(found->memory, member, SY_SPAN(" is required and missing."));
    sy_finding *finding = sy_find_plain(found, steelyard_status_code(STEELYARD_MEMBER_MISSING), SY_OUTCOME_INVALID,
                                        message);
    if (finding == NULL) return NULL;
    finding->path = path;
    finding->offset = sy_json_node_offset(found->asked->document, object);
    finding->wallet = wallet_of(found, object);
    return finding;
}

bool sy_find_was_missed(const sy_findings *found, uint32_t object, sy_span member) {
    sy_span path = sy_json_node_pointer(found->memory, found->asked->document, object, member);
    sy_span code = steelyard_status_code(STEELYARD_MEMBER_MISSING);
    for (const sy_finding *finding = found->first; finding != NULL; finding = finding->next)
        if (sy_span_equal(finding->path, path) && sy_span_equal(finding->code, code)) return true;
    return false;
}

sy_span sy_find_member_name(const sy_findings *found, uint32_t node) {
    const sy_node *nodes = found->asked->document->nodes;
    SY_ASSERT(node < found->asked->document->node_count);
    while (nodes[node].parent != SY_NODE_NONE && nodes[nodes[node].parent].type == SY_NODE_ARRAY)
        node = nodes[node].parent;
    if (nodes[node].parent == SY_NODE_NONE) return SY_SPAN("The body");
    return sy_json_node_text(found->memory, found->asked->document, sy_json_node_key(node));
}

/* What is wrong with the member, as the end of a sentence that begins with its name. */
static sy_span complaint(steelyard_status status) {
    switch (status) {
    case STEELYARD_MEMBER_TYPE: return SY_SPAN(" has the wrong type.");
    case STEELYARD_ID_SYNTAX: return SY_SPAN(" is no id as this provider writes them.");
    case STEELYARD_AMOUNT_SYNTAX: return SY_SPAN(" is no plain decimal.");
    case STEELYARD_AMOUNT_RANGE: return SY_SPAN(" cannot be held exactly in 38 digits.");
    case STEELYARD_AMOUNT_FORM: return SY_SPAN(" is a number where strings are sent, or a string where numbers are.");
    case STEELYARD_AMOUNT_PRECISION: return SY_SPAN(" has digits below the minor unit.");
    case STEELYARD_AMOUNT_SCALE: return SY_SPAN(" is written with zeros below the minor unit.");
    case STEELYARD_AMOUNT_UNIT: return SY_SPAN(" has no documented unit; give `unit`.");
    case STEELYARD_CURRENCY_SYNTAX: return SY_SPAN(" is no code of three capital letters.");
    case STEELYARD_CURRENCY_UNKNOWN: return SY_SPAN(" is a currency code that is in no table.");
    case STEELYARD_CURRENCY_UNMAPPED: return SY_SPAN(" is a currency id that `currencies` lacks.");
    case STEELYARD_STATUS_UNKNOWN: return SY_SPAN(" is not among the documented ones.");
    case STEELYARD_TIMESTAMP_SYNTAX: return SY_SPAN(" is no time as this provider writes them.");
    case STEELYARD_TIMESTAMP_RANGE: return SY_SPAN(" lies outside the years that can be written.");
    case STEELYARD_TIMESTAMP_NOT_UTC: return SY_SPAN(" is documented as UTC and has another offset.");
    case STEELYARD_SNAPSHOT_STALE: return SY_SPAN(" is longer ago than maxAge.");
    case STEELYARD_SNAPSHOT_FUTURE: return SY_SPAN(" is later than now.");
    case STEELYARD_JSON_DUPLICATE_KEY: return SY_SPAN(" stands more than once in one object.");
    case STEELYARD_NO_DATA: return SY_SPAN(" states no balance at all.");
    case STEELYARD_PROFILE_UNDETECTED: return SY_SPAN(" fits no profile.");
    default: return SY_SPAN(" is wrong.");
    }
}

sy_finding *sy_find_status_at(sy_findings *found, steelyard_status status, sy_outcome outcome, uint32_t node) {
    sy_span message = sy_writer_join(found->memory, sy_find_member_name(found, node), complaint(status));
    return sy_find_at(found, steelyard_status_code(status), outcome, node, message);
}

void sy_find_unexplained_code(sy_findings *found, sy_span code) {
    for (uint32_t i = 0; i < found->unexplained_count; i += 1)
        if (sy_span_equal(found->unexplained_codes[i], code)) return;
    if (found->unexplained_count < found->unexplained_capacity) {
        found->unexplained_codes[found->unexplained_count] = code;
        found->unexplained_count += 1;
    }
    (void)sy_find_plain(
        found, steelyard_status_code(STEELYARD_CURRENCY_UNKNOWN), SY_OUTCOME_WARN,
        sy_writer_join(found->memory, code, SY_SPAN(" (from the options) is a currency code that is in no table.")));
}
