/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/list_sum.h"

#include "base/assert.h"
#include "decimal/decimal_sum.h"
#include "judge/amount_read.h"
#include "judge/locate.h"
#include "json/json_number.h"

static const sy_field *field_at(const sy_request *asked, uint32_t index) {
    const sy_field *fields = sy_verifier_rows(asked->verifier, asked->profile->fields);
    SY_ASSERT(index < asked->profile->fields.count);
    return &fields[index];
}

static const sy_sum_row *row_of(const sy_request *asked, uint32_t field) {
    const sy_sum_row *rows = sy_verifier_rows(asked->verifier, asked->profile->sums);
    SY_ASSERT(field_at(asked, field)->type == SY_FIELD_SUM && field_at(asked, field)->sum < asked->profile->sums.count);
    return &rows[field_at(asked, field)->sum];
}

static bool same_path(const sy_request *asked, sy_path left, sy_path right) {
    if (left.count != right.count) return false;
    for (uint32_t i = 0; i < left.count; i += 1)
        if (!sy_span_equal(sy_verifier_text_at(asked->verifier, left, i),
                           sy_verifier_text_at(asked->verifier, right, i)))
            return false;
    return true;
}

/* Whether two fields add up one container. */
static bool same_container(const sy_request *asked, uint32_t left, uint32_t right) {
    const sy_field *one = field_at(asked, left);
    const sy_field *other = field_at(asked, right);
    return one->type == SY_FIELD_SUM && other->type == SY_FIELD_SUM && one->parent == other->parent &&
           one->part == other->part &&
           sy_span_equal(sy_verifier_text(asked->verifier, one->name), sy_verifier_text(asked->verifier, other->name));
}

/* Whether an earlier field asks the same container. */
static bool was_asked(const sy_request *asked, uint32_t field) {
    if (field_at(asked, field)->type != SY_FIELD_SUM) return false;
    for (uint32_t i = 0; i < field; i += 1)
        if (same_container(asked, i, field)) return true;
    return false;
}

bool sy_list_sum_was_added(const sy_request *asked, const sy_values *read, uint32_t field) {
    for (uint32_t i = 0; i < field; i += 1)
        if (same_container(asked, i, field) && read->amounts[field_at(asked, i)->slot].state == SY_STATE_GOOD)
            return true;
    return false;
}

bool sy_list_sum_was_missed(const sy_request *asked, uint32_t field) {
    if (field_at(asked, field)->type != SY_FIELD_SUM) return false;
    for (uint32_t i = 0; i < field; i += 1)
        if (field_at(asked, i)->required && same_container(asked, i, field)) return true;
    return false;
}

/* Whether the row adds the element; an element without a condition is always added. */
static sy_truth adds(const sy_request *asked, const sy_sum_row *row, uint32_t element) {
    if (row->where.values.count == 0) return SY_YES;
    return sy_locate_test(asked->verifier, asked->document, &row->where, element);
}

bool sy_list_sum_was_read(const sy_request *asked, uint32_t field, uint32_t element) {
    const sy_sum_row *row = row_of(asked, field);
    for (uint32_t i = 0; i < field; i += 1) {
        if (!same_container(asked, i, field) || !same_path(asked, row->of, row_of(asked, i)->of)) continue;
        if (adds(asked, row_of(asked, i), element) == SY_YES) return true;
    }
    return false;
}

static bool is_duplicate(const sy_request *asked, uint32_t container, uint32_t element) {
    if (!sy_json_node_is(asked->document, container, SY_NODE_OBJECT)) return false;
    return (asked->document->nodes[sy_json_node_key(element)].flags & SY_NODE_DUPLICATE) != 0;
}

/* The element's amount; false where it has none that can be added. */
static bool read_element(const sy_request *asked, sy_findings *found, uint32_t field, uint32_t element,
                         sy_amount *amount) {
    sy_place place = sy_locate(asked->verifier, asked->document, element, row_of(asked, field)->of);
    bool quiet = sy_list_sum_was_read(asked, field, element);
    if (place.presence == SY_DUPLICATE) return false;
    if (place.presence == SY_ABSENT) {
        bool may_lack = sy_json_node_is(asked->document, place.holder, SY_NODE_OBJECT) ||
                        (sy_json_node_is(asked->document, place.holder, SY_NODE_ARRAY) &&
                         sy_json_number_is_plain_integer(place.missing));
        if (!quiet && may_lack) (void)sy_find_missing(found, place.holder, place.missing);
        else if (!quiet) (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, place.holder);
        return false;
    }
    if (quiet) return sy_amount_read_value(asked, found->memory, place.node, amount) == STEELYARD_OK;
    sy_amount_read(asked, found, place.node, field_at(asked, field)->carriers, amount);
    return amount->state == SY_STATE_GOOD;
}

/* Adds every element that counts; false where one of them is not known. */
static bool add_elements(const sy_request *asked, sy_findings *found, uint32_t field, uint32_t container,
                         sy_decimal_sum *sum, uint32_t *scale_out) {
    const sy_document *document = asked->document;
    bool all_known = true;
    for (uint32_t element = sy_json_node_first(document, container); element != SY_NODE_NONE;
         element = sy_json_node_after(document, container, element)) {
        sy_truth counts = adds(asked, row_of(asked, field), element);
        sy_amount amount;
        if (is_duplicate(asked, container, element)) counts = SY_NOT_KNOWN;
        if (counts == SY_NO) continue;
        if (counts == SY_NOT_KNOWN || !read_element(asked, found, field, element, &amount)) {
            all_known = false;
            continue;
        }
        sy_decimal_sum_add(sum, &amount.value);
        if (amount.written_scale > *scale_out) *scale_out = amount.written_scale;
    }
    return all_known;
}

void sy_list_sum_read(const sy_request *asked, sy_values *read, sy_findings *found, uint32_t field, uint32_t node) {
    sy_amount *amount = &read->amounts[field_at(asked, field)->slot];
    sy_decimal_sum sum;
    amount->state = SY_STATE_BAD;
    amount->node = node;
    amount->sum = (uint8_t)(field + 1);
    amount->written_scale = 0;
    amount->is_too_long = false;
    if (!sy_json_node_is(asked->document, node, SY_NODE_ARRAY) &&
        !sy_json_node_is(asked->document, node, SY_NODE_OBJECT)) {
        if (!was_asked(asked, field)) (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
        return;
    }
    sy_decimal_sum_begin(&sum);
    if (!add_elements(asked, found, field, node, &sum, &amount->written_scale)) return;
    if (sy_decimal_sum_result(&sum, &amount->value) == STEELYARD_OK) amount->state = SY_STATE_GOOD;
    else amount->is_too_long = field_at(asked, field)->part != SY_PART_BODY; /* not taken apart for each wallet */
}

void sy_list_sum_begin(const sy_request *asked, const sy_amount *sum, sy_list_sum *walk) {
    SY_ASSERT(sum->sum != 0 && sum->node != SY_NODE_NONE);
    walk->sum = sum;
    walk->next = sy_json_node_first(asked->document, sum->node);
    walk->node = SY_NODE_NONE;
}

bool sy_list_sum_next(const sy_request *asked, sy_arena *memory, sy_list_sum *walk) {
    uint32_t field = walk->sum->sum - 1u;
    const sy_sum_row *row = row_of(asked, field);
    while (walk->next != SY_NODE_NONE) {
        uint32_t element = walk->next;
        sy_place place;
        walk->next = sy_json_node_after(asked->document, walk->sum->node, element);
        if (adds(asked, row, element) != SY_YES || is_duplicate(asked, walk->sum->node, element)) continue;
        place = sy_locate(asked->verifier, asked->document, element, row->of);
        if (place.presence != SY_PRESENT ||
            sy_amount_read_value(asked, memory, place.node, &walk->value) != STEELYARD_OK)
            continue;
        walk->node = element;
        walk->value.in_body = walk->sum->in_body;
        return true;
    }
    walk->node = SY_NODE_NONE;
    return false;
}
