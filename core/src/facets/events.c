/* SPDX-License-Identifier: Apache-2.0 */
#include "facets/events.h"

#include "values/time.h"

typedef struct history {
    sy_time last_time;
    sy_span last_status; /* what the last event makes of the wallet; bytes NULL where its action is another */
    bool has_last;
    bool is_open; /* some event lacks what the judgement needs, or two last ones disagree */
} history;

/* A string member; absent (null too), bad with a finding, or good. */
static sy_state read_string(const sy_request *asked, sy_findings *found, uint32_t event, sy_ref name, sy_span *text_out,
                            uint32_t *node_out) {
    sy_presence presence;
    if (name.start == 0) return SY_STATE_ABSENT;
    presence = sy_json_node_member(asked->document, event, sy_verifier_text(asked->verifier, name), node_out);
    if (presence == SY_DUPLICATE) return SY_STATE_BAD;
    if (presence == SY_ABSENT || sy_json_node_is(asked->document, *node_out, SY_NODE_NULL)) return SY_STATE_ABSENT;
    if (!sy_json_node_is(asked->document, *node_out, SY_NODE_STRING)) {
        (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, *node_out);
        return SY_STATE_BAD;
    }
    *text_out = sy_json_node_text(found->memory, asked->document, *node_out);
    return SY_STATE_GOOD;
}

static void judge_owner(const sy_request *asked, const sy_values *read, sy_findings *found, uint32_t event) {
    const sy_event_facet *facet = &asked->profile->events;
    const sy_text_value *id = &read->texts[SY_TEXT_ID];
    sy_span owner = {NULL, 0};
    uint32_t node;
    if (read_string(asked, found, event, facet->owner, &owner, &node) != SY_STATE_GOOD) return;
    if (facet->owner_code.start == 0 || id->state != SY_STATE_GOOD || sy_span_equal(owner, id->text)) return;
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, facet->owner_code), SY_OUTCOME_WARN, node,
                     SY_SPAN("An event names another wallet."));
}

static bool read_time(const sy_request *asked, sy_findings *found, uint32_t event, sy_time *time) {
    sy_span text = {NULL, 0};
    uint32_t node;
    steelyard_status status;
    if (read_string(asked, found, event, asked->profile->events.time, &text, &node) != SY_STATE_GOOD) return false;
    status = sy_time_parse_rfc3339(text, time);
    if (status != STEELYARD_OK) (void)sy_find_status_at(found, status, SY_OUTCOME_INVALID, node);
    return status == STEELYARD_OK;
}

static sy_span status_after(const sy_request *asked, sy_span action) {
    sy_ref actions = asked->profile->events.actions;
    const sy_value_name *rows = sy_verifier_rows(asked->verifier, actions);
    for (uint32_t i = 0; i < actions.count; i += 1)
        if (sy_span_equal(sy_verifier_text(asked->verifier, rows[i].text), action))
            return sy_verifier_text(asked->verifier, rows[i].word);
    return (sy_span){NULL, 0};
}

static void add_event(const sy_request *asked, const sy_values *read, sy_findings *found, uint32_t event,
                      history *told) {
    sy_span action = {NULL, 0};
    sy_span status;
    sy_time time;
    uint32_t node;
    bool has_action = read_string(asked, found, event, asked->profile->events.action, &action, &node) == SY_STATE_GOOD;
    bool has_time = read_time(asked, found, event, &time);
    int order;
    judge_owner(asked, read, found, event);
    if (!has_action || !has_time) {
        told->is_open = true;
        return;
    }
    status = status_after(asked, action);
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

static void judge_status(const sy_request *asked, const sy_values *read, sy_findings *found, const history *told) {
    const sy_text_value *status = &read->texts[SY_TEXT_STATUS];
    sy_ref code = asked->profile->events.status_code;
    if (told->is_open || !told->has_last || told->last_status.bytes == NULL) return;
    if (code.start == 0 || status->state != SY_STATE_GOOD || sy_span_equal(status->said, told->last_status)) return;
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, code), SY_OUTCOME_WARN, status->node,
                     sy_writer_join(found->memory, sy_find_member_name(found, status->node),
                                    SY_SPAN(" is not what the last event says.")));
}

void sy_events_judge(const sy_request *asked, const sy_values *read, sy_findings *found) {
    uint32_t field = asked->profile->events.field;
    history told;
    uint32_t list;
    if (field == SY_FIELD_NONE || read->field_nodes[field] == SY_NODE_NONE) return;
    sy_bytes_clear(&told, sizeof told);
    list = read->field_nodes[field];
    for (uint32_t node = sy_json_node_first(asked->document, list); node != SY_NODE_NONE && !found->memory->exhausted;
         node = sy_json_node_after(asked->document, list, node)) {
        if (sy_json_node_is(asked->document, node, SY_NODE_OBJECT)) {
            add_event(asked, read, found, node, &told);
        } else {
            told.is_open = true;
            (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
        }
    }
    judge_status(asked, read, found, &told);
}
