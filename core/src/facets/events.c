/* SPDX-License-Identifier: Apache-2.0 */
/*
 * events.c - the life of a wallet as its events tell it. A list of events and the stated status come in; findings go
 * out. A status is not judged where the events leave it open.
 */
#include "base/assert.h"
#include "facets/element.h"
#include "facets/facets.h"
#include "values/time.h"

typedef struct history {
    sy_time last_time;
    sy_span last_status; /* what the last event makes of the wallet; bytes NULL where its action is another */
    bool has_last;
    bool is_open; /* some event lacks what the judgement needs, or two last ones disagree */
} history;

static void judge_owner(const sy_request *asked, const sy_facet_value *facet, const sy_values *read, sy_findings *found,
                        uint32_t event) {
    const sy_text_value *id = &read->texts[SY_TEXT_ID];
    sy_ref code = facet[SY_EVENTS_OWNER_CODE].ref;
    sy_text_value owner = sy_element_text(asked, found, event, facet[SY_EVENTS_OWNER].ref);
    if (owner.state != SY_STATE_GOOD || code.start == 0) return;
    if (id->state != SY_STATE_GOOD || sy_span_equal(owner.text, id->text)) return;
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, code), SY_OUTCOME_WARN, owner.node,
                     SY_SPAN("An event names another wallet."));
}

static bool read_time(const sy_request *asked, const sy_facet_value *facet, sy_findings *found, uint32_t event,
                      sy_time *time) {
    sy_text_value text = sy_element_text(asked, found, event, facet[SY_EVENTS_TIME].ref);
    steelyard_status status;
    if (text.state != SY_STATE_GOOD) return false;
    status = sy_time_parse_rfc3339(text.text, time);
    if (status != STEELYARD_OK) (void)sy_find_status_at(found, status, SY_OUTCOME_INVALID, text.node);
    return status == STEELYARD_OK;
}

static sy_span status_after(const sy_request *asked, const sy_facet_value *facet, sy_span action) {
    sy_ref actions = facet[SY_EVENTS_ACTIONS].ref;
    const sy_value_name *rows = sy_verifier_rows(asked->verifier, actions);
    for (uint32_t i = 0; i < actions.count; i += 1)
        if (sy_span_equal(sy_verifier_text(asked->verifier, rows[i].text), action))
            return sy_verifier_text(asked->verifier, rows[i].word);
    return (sy_span){NULL, 0};
}

static void add_event(const sy_request *asked, const sy_facet_value *facet, const sy_values *read, sy_findings *found,
                      uint32_t event, history *told) {
    sy_text_value action = sy_element_text(asked, found, event, facet[SY_EVENTS_ACTION].ref);
    sy_span status;
    sy_time time;
    bool has_time = read_time(asked, facet, found, event, &time);
    int order;
    judge_owner(asked, facet, read, found, event);
    if (action.state != SY_STATE_GOOD || !has_time) {
        told->is_open = true;
        return;
    }
    status = status_after(asked, facet, action.text);
    order = told->has_last ? sy_time_compare(&time, &told->last_time) : 1;
    if (order < 0) return;
    if (order == 0) {
        if (!sy_span_equal(status, told->last_status)) told->last_status = (sy_span){NULL, 0};
        return;
    }
    told->has_last = true;
    told->last_time = time;
    told->last_status = status;
}

static void judge_status(const sy_request *asked, const sy_facet_value *facet, const sy_values *read,
                         sy_findings *found, const history *told) {
    const sy_text_value *status = &read->texts[SY_TEXT_STATUS];
    sy_ref code = facet[SY_EVENTS_STATUS_CODE].ref;
    if (told->is_open || !told->has_last || told->last_status.bytes == NULL) return;
    if (code.start == 0 || status->state != SY_STATE_GOOD || sy_span_equal(status->said, told->last_status)) return;
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, code), SY_OUTCOME_WARN, status->node,
                     sy_writer_join(found->memory, sy_find_member_name(found, status->node),
                                    SY_SPAN(" is not what the last event says.")));
}

static void judge_events(const sy_request *asked, const sy_facet_value *facet, const sy_values *read, sy_wallet *wallet,
                         sy_roster *roster, sy_findings *found) {
    uint32_t list = read->field_nodes[facet[SY_EVENTS_AT].number];
    history told;
    (void)wallet;
    (void)roster;
    SY_ASSERT(facet[SY_EVENTS_AT].number < asked->profile->fields.count);
    if (list == SY_NODE_NONE) return;
    sy_bytes_clear(&told, sizeof told);
    for (uint32_t node = sy_json_node_first(asked->document, list); node != SY_NODE_NONE && !found->memory->exhausted;
         node = sy_json_node_after(asked->document, list, node)) {
        if (sy_json_node_is(asked->document, node, SY_NODE_OBJECT)) {
            add_event(asked, facet, read, found, node, &told);
        } else {
            told.is_open = true;
            (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
        }
    }
    judge_status(asked, facet, read, found, &told);
}

const sy_facet_judge sy_facets_events = {.wallet = judge_events};
