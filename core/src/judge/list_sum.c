/* SPDX-License-Identifier: Apache-2.0 */
/*
 * list_sum.c - amounts that the elements of a list, or the members of an object, add up to. A container comes in; one exact
 * amount goes out, or none where an element does not say what it adds. It refuses to know what the sum is compared with.
 *
 *   {"holds": [{"amount": "1.00", "open": true}, {"amount": "2.50", "open": false}]}
 *   {"sum": "/holds", "of": "/amount", "where": {"at": "/open", "is": true}}            ->   1.00
 */
#include "decimal/decimal_sum.h"
#include "judge/stages.h"

static const sy_field *field_at(const sy_session *session, uint32_t index) {
    const sy_field *fields = sy_verifier_rows(session->block, session->profile->fields);
    return &fields[index];
}

static const sy_sum_row *row_of(const sy_session *session, uint32_t field) {
    const sy_sum_row *rows = sy_verifier_rows(session->block, session->profile->sums);
    return &rows[field_at(session, field)->sum];
}

static bool same_path(const sy_session *session, sy_path left, sy_path right) {
    if (left.count != right.count) return false;
    for (uint32_t i = 0; i < left.count; i += 1)
        if (!sy_span_equal(sy_verifier_text_at(session->block, left, i), sy_verifier_text_at(session->block, right, i)))
            return false;
    return true;
}

/* Whether two fields add up one container. */
static bool same_container(const sy_session *session, uint32_t left, uint32_t right) {
    const sy_field *one = field_at(session, left);
    const sy_field *other = field_at(session, right);
    return one->type == SY_FIELD_SUM && other->type == SY_FIELD_SUM && one->parent == other->parent &&
           one->part == other->part &&
           sy_span_equal(sy_session_text(session, one->name), sy_session_text(session, other->name));
}

bool sy_list_sum_was_asked(const sy_session *session, uint32_t field) {
    if (field_at(session, field)->type != SY_FIELD_SUM) return false;
    for (uint32_t i = 0; i < field; i += 1)
        if (same_container(session, i, field)) return true;
    return false;
}

bool sy_list_sum_was_added(const sy_session *session, uint32_t field) {
    for (uint32_t i = 0; i < field; i += 1)
        if (same_container(session, i, field) &&
            session->values.amounts[field_at(session, i)->slot].state == SY_STATE_GOOD)
            return true;
    return false;
}

bool sy_list_sum_was_missed(const sy_session *session, uint32_t field) {
    if (field_at(session, field)->type != SY_FIELD_SUM) return false;
    for (uint32_t i = 0; i < field; i += 1)
        if (field_at(session, i)->required && same_container(session, i, field)) return true;
    return false;
}

/* Whether the row adds the element; an element without a condition is always added. */
static sy_truth adds(const sy_session *session, const sy_sum_row *row, uint32_t element) {
    if (row->where.values.count == 0) return SY_YES;
    return sy_locate_test(session->block, &session->document, &row->where, element);
}

/* Whether an earlier sum has read the same amount of the element, and said what is wrong with it. */
static bool was_read(const sy_session *session, uint32_t field, uint32_t element) {
    const sy_sum_row *row = row_of(session, field);
    for (uint32_t i = 0; i < field; i += 1) {
        if (!same_container(session, i, field) || !same_path(session, row->of, row_of(session, i)->of)) continue;
        if (adds(session, row_of(session, i), element) == SY_YES) return true;
    }
    return false;
}

static bool is_duplicate(const sy_session *session, uint32_t container, uint32_t element) {
    if (!sy_json_node_is(&session->document, container, SY_NODE_OBJECT)) return false;
    return (session->document.nodes[sy_json_node_key(element)].flags & SY_NODE_DUPLICATE) != 0;
}

/* The element's amount; false where it has none that can be added. */
static bool read_element(sy_session *session, uint32_t field, uint32_t element, sy_amount *amount) {
    sy_place place = sy_locate(session->block, &session->document, element, row_of(session, field)->of);
    bool quiet = was_read(session, field, element);
    if (place.presence == SY_DUPLICATE) return false;
    if (place.presence == SY_ABSENT) {
        bool may_lack = sy_json_node_is(&session->document, place.holder, SY_NODE_OBJECT) ||
                        (sy_json_node_is(&session->document, place.holder, SY_NODE_ARRAY) &&
                         sy_json_number_is_plain_integer(place.missing));
        if (!quiet && may_lack) (void)sy_find_missing(session, place.holder, place.missing);
        else if (!quiet) (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, place.holder);
        return false;
    }
    if (quiet) return sy_amount_read_value(session, place.node, amount) == STEELYARD_OK;
    sy_amount_read(session, place.node, field_at(session, field)->carriers, amount);
    return amount->state == SY_STATE_GOOD;
}

/* Adds every element that counts; false where one of them is not known. */
static bool add_elements(sy_session *session, uint32_t field, uint32_t container, sy_decimal_sum *sum,
                         uint32_t *scale_out) {
    const sy_document *document = &session->document;
    bool all_known = true;
    for (uint32_t element = sy_json_node_first(document, container); element != SY_NODE_NONE;
         element = sy_json_node_after(document, container, element)) {
        sy_truth counts = adds(session, row_of(session, field), element);
        sy_amount amount;
        if (is_duplicate(session, container, element)) counts = SY_NOT_KNOWN;
        if (counts == SY_NO) continue;
        if (counts == SY_NOT_KNOWN || !read_element(session, field, element, &amount)) {
            all_known = false;
            continue;
        }
        sy_decimal_sum_add(sum, &amount.value);
        if (amount.written_scale > *scale_out) *scale_out = amount.written_scale;
    }
    return all_known;
}

void sy_list_sum_read(sy_session *session, uint32_t field, uint32_t node) {
    sy_amount *amount = &session->values.amounts[field_at(session, field)->slot];
    sy_decimal_sum sum;
    amount->state = SY_STATE_BAD;
    amount->node = node;
    amount->sum = (uint8_t)(field + 1);
    amount->written_scale = 0;
    amount->is_too_long = false;
    if (!sy_json_node_is(&session->document, node, SY_NODE_ARRAY) &&
        !sy_json_node_is(&session->document, node, SY_NODE_OBJECT)) {
        if (!sy_list_sum_was_asked(session, field))
            (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
        return;
    }
    sy_decimal_sum_begin(&sum);
    if (!add_elements(session, field, node, &sum, &amount->written_scale)) return;
    if (sy_decimal_sum_result(&sum, &amount->value) == STEELYARD_OK) amount->state = SY_STATE_GOOD;
    else amount->is_too_long = field_at(session, field)->part != SY_PART_BODY; /* not taken apart for each wallet */
}

void sy_list_sum_begin(const sy_session *session, const sy_amount *sum, sy_list_sum *walk) {
    walk->sum = sum;
    walk->next = sy_json_node_first(&session->document, sum->node);
    walk->node = SY_NODE_NONE;
}

bool sy_list_sum_next(sy_session *session, sy_list_sum *walk) {
    uint32_t field = walk->sum->sum - 1u;
    const sy_sum_row *row = row_of(session, field);
    while (walk->next != SY_NODE_NONE) {
        uint32_t element = walk->next;
        sy_place place;
        walk->next = sy_json_node_after(&session->document, walk->sum->node, element);
        if (adds(session, row, element) != SY_YES || is_duplicate(session, walk->sum->node, element)) continue;
        place = sy_locate(session->block, &session->document, element, row->of);
        if (place.presence != SY_PRESENT || sy_amount_read_value(session, place.node, &walk->value) != STEELYARD_OK)
            continue;
        walk->node = element;
        walk->value.in_body = walk->sum->in_body;
        return true;
    }
    walk->node = SY_NODE_NONE;
    return false;
}

void sy_amount_unit_judge_sum(sy_session *session, const sy_amount *amount) {
    uint32_t field = amount->sum - 1u;
    sy_list_sum walk;
    sy_list_sum_begin(session, amount, &walk);
    while (sy_list_sum_next(session, &walk) && !session->memory->exhausted)
        if (!was_read(session, field, walk.node))
            sy_amount_unit_judge_digits(session, field_at(session, field)->slot, &walk.value);
}
