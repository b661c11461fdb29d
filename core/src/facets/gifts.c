/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gifts.c - gifts with expiry: each is read, judged and kept for the report, then they are summed.
 */
#include "base/assert.h"
#include "facets/element.h"
#include "facets/facets.h"
#include "facets/gift_sum.h"

/* The first state that fits; bytes NULL where it cannot be said. */
static sy_span state_name(const sy_gift_value *value) {
    if (value->counts == NULL) return (sy_span){NULL, 0};
    if (sy_decimal_is_zero(&value->counts->value)) return SY_SPAN("used");
    switch ((sy_expiry)value->expiry) {
    case SY_EXPIRY_BAD: return (sy_span){NULL, 0};
    case SY_EXPIRY_EXPIRED: return SY_SPAN("expired");
    case SY_EXPIRY_AMBIGUOUS: return SY_SPAN("ambiguous");
    case SY_EXPIRY_UNKNOWN: return SY_SPAN("unknown");
    case SY_EXPIRY_NEVER:
    case SY_EXPIRY_AHEAD: break;
    }
    return SY_SPAN("active");
}

static void judge_amounts(const sy_request *asked, const sy_facet_value *facet, const sy_values *read,
                          const sy_wallet *wallet, sy_findings *found, uint32_t gift, sy_gift_value *value) {
    uint32_t slot = facet[SY_GIFTS_TOTAL].number;
    sy_amount *amount = &value->amount;
    sy_amount *remaining = &value->remaining;
    sy_element_amount(asked, read, wallet, found, gift, facet[SY_GIFTS_AMOUNT].ref, slot, amount);
    sy_element_amount(asked, read, wallet, found, gift, facet[SY_GIFTS_REMAINING].ref, slot, remaining);
    if (remaining->state == SY_STATE_GOOD) value->counts = remaining;
    else if (remaining->state == SY_STATE_ABSENT && amount->state == SY_STATE_GOOD) value->counts = amount;
    if (remaining->state == SY_STATE_ABSENT && amount->state == SY_STATE_ABSENT)
        (void)sy_find_missing(found, gift, sy_verifier_text(asked->verifier, facet[SY_GIFTS_AMOUNT].ref));
    if (remaining->state != SY_STATE_GOOD || facet[SY_GIFTS_REMAINING_CODE].ref.start == 0) return;
    if (!remaining->value.negative &&
        (amount->state != SY_STATE_GOOD || sy_decimal_compare(&remaining->value, &amount->value) <= 0))
        return;
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, facet[SY_GIFTS_REMAINING_CODE].ref), SY_OUTCOME_FAIL,
                     remaining->node,
                     sy_writer_join(found->memory, sy_find_member_name(found, remaining->node),
                                    SY_SPAN(" of a gift lies outside zero and what was given.")));
}

static void judge_owner(const sy_request *asked, const sy_facet_value *facet, const sy_values *read, sy_findings *found,
                        uint32_t gift) {
    const sy_text_value *id = &read->texts[SY_TEXT_ID];
    sy_text_value owner = sy_element_text(asked, found, gift, facet[SY_GIFTS_OWNER].ref);
    if (owner.state != SY_STATE_GOOD || id->state != SY_STATE_GOOD || facet[SY_GIFTS_OWNER_CODE].ref.start == 0) return;
    if (sy_span_equal_ignoring_case(owner.text, id->text)) return;
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, facet[SY_GIFTS_OWNER_CODE].ref), SY_OUTCOME_FAIL,
                     owner.node, SY_SPAN("A gift names another wallet as its owner."));
}

static void find_flag(const sy_request *asked, const sy_facet_value *facet, sy_findings *found,
                      const sy_flag_value *flag, sy_span what) {
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, facet[SY_GIFTS_FLAGS_CODE].ref), SY_OUTCOME_WARN,
                     flag->node, sy_writer_join(found->memory, sy_find_member_name(found, flag->node), what));
}

static void judge_flags(const sy_request *asked, const sy_facet_value *facet, sy_findings *found, uint32_t gift,
                        const sy_gift_value *value) {
    sy_flag_value used_up = sy_element_flag(asked, found, gift, facet[SY_GIFTS_USED_UP].ref);
    sy_flag_value unlimited = sy_element_flag(asked, found, gift, facet[SY_GIFTS_UNLIMITED].ref);
    bool dated = value->expiry != SY_EXPIRY_NEVER && value->expiry != SY_EXPIRY_BAD;
    if (facet[SY_GIFTS_FLAGS_CODE].ref.start == 0) return;
    if (used_up.state == SY_STATE_GOOD && used_up.is_true && value->counts != NULL &&
        !sy_decimal_is_zero(&value->counts->value))
        find_flag(asked, facet, found, &used_up, SY_SPAN(" is said of a gift of which something remains."));
    if (unlimited.state == SY_STATE_GOOD && unlimited.is_true && dated)
        find_flag(asked, facet, found, &unlimited, SY_SPAN(" is said of a gift that has an expiry date."));
}

static void keep(const sy_gift_value *value, const sy_text_value *id, sy_span expires_at, sy_cell *cells) {
    if (id->state == SY_STATE_GOOD) cells[SY_GIFT_ID].text = id->text;
    cells[SY_GIFT_AMOUNT].has_amount = value->amount.state == SY_STATE_GOOD;
    cells[SY_GIFT_AMOUNT].amount = value->amount.value;
    cells[SY_GIFT_REMAINING].has_amount = value->remaining.state == SY_STATE_GOOD;
    cells[SY_GIFT_REMAINING].amount = value->remaining.value;
    cells[SY_GIFT_EXPIRES_AT].text = expires_at;
    cells[SY_GIFT_STATE].text = state_name(value);
}

static void judge_gift(const sy_request *asked, const sy_facet_value *facet, const sy_values *read,
                       const sy_wallet *wallet, sy_findings *found, uint32_t gift, sy_gift_value *value,
                       sy_cell *cells) {
    sy_text_value id = sy_element_text(asked, found, gift, facet[SY_GIFTS_ID].ref);
    sy_span expires_at = {NULL, 0};
    judge_amounts(asked, facet, read, wallet, found, gift, value);
    judge_owner(asked, facet, read, found, gift);
    value->expiry = (uint8_t)sy_element_expiry(asked, found, gift, facet[SY_GIFTS_EXPIRES].ref, &expires_at);
    judge_flags(asked, facet, found, gift, value);
    keep(value, &id, expires_at, cells);
}

static void judge_gifts(const sy_request *asked, const sy_facet_value *facet, const sy_values *read, sy_wallet *wallet,
                        sy_roster *roster, sy_findings *found) {
    uint32_t list = read->field_nodes[facet[SY_GIFTS_AT].number];
    sy_records *gifts = &wallet->records[SY_RECORD_GIFTS];
    uint32_t count;
    sy_gift_value *values;
    (void)roster;
    SY_ASSERT(facet[SY_GIFTS_AT].number < asked->profile->fields.count);
    if (list == SY_NODE_NONE) return;
    count = sy_json_node_count(asked->document, list);
    gifts->is_there = true;
    gifts->cells = sy_arena_allocate_array(found->memory, (size_t)count * SY_GIFT_COLUMN_COUNT, sizeof *gifts->cells);
    values = sy_arena_allocate_array(found->memory, count, sizeof *values);
    for (uint32_t node = sy_json_node_first(asked->document, list); node != SY_NODE_NONE && !found->memory->exhausted;
         node = sy_json_node_after(asked->document, list, node)) {
        if (!sy_json_node_is(asked->document, node, SY_NODE_OBJECT)) {
            (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
            continue;
        }
        judge_gift(asked, facet, read, wallet, found, node, &values[gifts->count],
                   gifts->cells + (size_t)gifts->count * SY_GIFT_COLUMN_COUNT);
        gifts->count += 1;
    }
    if (gifts->count == count && !found->memory->exhausted)
        sy_gift_sum_judge(asked, facet, read, wallet, found, values, count);
}

const sy_facet_judge sy_facets_gifts = {.wallet = judge_gifts};
