/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/session.h"

sy_span sy_session_text(const sy_session *session, sy_ref text) {
    return sy_verifier_text(session->block, text);
}

sy_place sy_session_resolve(const sy_session *session, sy_path path) {
    return sy_locate(session->block, &session->document, 0, path);
}

bool sy_session_place_is_null(const sy_session *session, const sy_place *place) {
    return place->presence == SY_PRESENT && sy_json_node_is(&session->document, place->node, SY_NODE_NULL);
}

sy_finding *sy_find_plain(sy_session *session, sy_span code, sy_outcome outcome, sy_span message) {
    sy_finding *finding = sy_arena_allocate(session->memory, sizeof *finding);
    if (finding == NULL) return NULL;
    finding->code = code;
    finding->outcome = (uint8_t)outcome;
    finding->message = message;
    finding->offset = SY_NO_OFFSET;
    finding->wallet = SY_NO_WALLET;
    if (session->last_finding == NULL) session->first_finding = finding;
    else session->last_finding->next = finding;
    session->last_finding = finding;
    session->finding_count += 1;
    return finding;
}

static bool stands_inside(const sy_session *session, uint32_t part, uint32_t node) {
    return part != SY_NODE_NONE && node >= part && node < session->document.nodes[part].next;
}

/* Whether a node stands in the wallet under judgement, and not around it. */
static bool stands_in_wallet(const sy_session *session, uint32_t node) {
    if (session->wallet == NULL) return false;
    if (stands_inside(session, session->part_nodes[SY_PART_WALLET], node)) return true;
    for (uint32_t i = 0; i < session->profile->lists.count; i += 1)
        if (stands_inside(session, session->part_nodes[SY_PART_LISTS + i], node)) return true;
    return false;
}

/* The index of the wallet in which the node stands, by the wallet under judgement. */
static uint32_t wallet_of(const sy_session *session, uint32_t node) {
    return stands_in_wallet(session, node) ? session->wallet_index : SY_NO_WALLET;
}

sy_finding *sy_find_at(sy_session *session, sy_span code, sy_outcome outcome, uint32_t node, sy_span message) {
    sy_span path = sy_json_node_pointer(session->memory, &session->document, node, (sy_span){NULL, 0});
    sy_finding *finding = sy_find_plain(session, code, outcome, message);
    if (finding == NULL) return NULL;
    finding->path = path;
    finding->offset = sy_json_node_offset(&session->document, node);
    finding->wallet = wallet_of(session, node);
    return finding;
}

sy_finding *sy_find_missing(sy_session *session, uint32_t object, sy_span member) {
    sy_span path = sy_json_node_pointer(session->memory, &session->document, object, member);
    sy_span message = sy_writer_join(session->memory, member, SY_SPAN(" is required and missing."));
    sy_finding *finding = sy_find_plain(session, steelyard_status_code(STEELYARD_MEMBER_MISSING), SY_OUTCOME_INVALID,
                                        message);
    if (finding == NULL) return NULL;
    finding->path = path;
    finding->offset = sy_json_node_offset(&session->document, object);
    finding->wallet = wallet_of(session, object);
    return finding;
}

bool sy_find_was_missed(sy_session *session, uint32_t object, sy_span member) {
    sy_span path = sy_json_node_pointer(session->memory, &session->document, object, member);
    sy_span code = steelyard_status_code(STEELYARD_MEMBER_MISSING);
    for (const sy_finding *finding = session->first_finding; finding != NULL; finding = finding->next)
        if (sy_span_equal(finding->path, path) && sy_span_equal(finding->code, code)) return true;
    return false;
}

sy_span sy_find_member_name(sy_session *session, uint32_t node) {
    const sy_node *nodes = session->document.nodes;
    while (nodes[node].parent != SY_NODE_NONE && nodes[nodes[node].parent].type == SY_NODE_ARRAY)
        node = nodes[node].parent;
    if (nodes[node].parent == SY_NODE_NONE) return SY_SPAN("The body");
    return sy_json_node_text(session->memory, &session->document, sy_json_node_key(node));
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

sy_finding *sy_find_status_at(sy_session *session, steelyard_status status, sy_outcome outcome, uint32_t node) {
    sy_span message = sy_writer_join(session->memory, sy_find_member_name(session, node), complaint(status));
    return sy_find_at(session, steelyard_status_code(status), outcome, node, message);
}
