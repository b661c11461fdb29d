/* SPDX-License-Identifier: Apache-2.0 */
#include "facets/gifts.h"

#include "facets/gift_sum.h"
#include "judge/amount_read.h"
#include "judge/amount_unit.h"
#include "values/time.h"

/* Zones reach from 14 hours ahead of UTC to 12 behind; the contract allows 14 on both sides. */
#define ZONE_SECONDS (14 * 3600)
#define DAY_SECONDS (24 * 3600)

/* A named member of the gift: absent (null too), bad (a duplicate), or good with its node. */
static sy_state gift_member(const sy_request *asked, uint32_t gift, sy_ref name, uint32_t *node_out) {
    sy_presence presence;
    *node_out = SY_NODE_NONE;
    if (name.start == 0) return SY_STATE_ABSENT;
    presence = sy_json_node_member(asked->document, gift, sy_verifier_text(asked->verifier, name), node_out);
    if (presence == SY_DUPLICATE) return SY_STATE_BAD;
    if (presence == SY_ABSENT || sy_json_node_is(asked->document, *node_out, SY_NODE_NULL)) return SY_STATE_ABSENT;
    return SY_STATE_GOOD;
}

static void find_wrong_type(sy_findings *found, uint32_t node) {
    (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
}

static void read_gift_amount(const sy_request *asked, const sy_values *read, const sy_wallet *wallet,
                             sy_findings *found, uint32_t gift, sy_ref name, sy_amount *amount) {
    const sy_field *fields = sy_verifier_rows(asked->verifier, asked->profile->fields);
    uint32_t carriers = asked->profile->carriers;
    uint32_t node;
    amount->state = (uint8_t)gift_member(asked, gift, name, &node);
    if (amount->state != SY_STATE_GOOD) return;
    for (uint32_t i = 0; i < asked->profile->fields.count; i += 1)
        if ((fields[i].type == SY_FIELD_AMOUNT || fields[i].type == SY_FIELD_SUM) &&
            fields[i].slot == asked->profile->gifts.total_slot)
            carriers = fields[i].carriers;
    sy_amount_read(asked, found, node, carriers, amount);
    sy_amount_unit_judge_digits(asked, read, wallet, found, asked->profile->gifts.total_slot, amount);
}

static sy_text_value read_gift_text(const sy_request *asked, sy_findings *found, uint32_t gift, sy_ref name) {
    sy_text_value value;
    sy_bytes_clear(&value, sizeof value);
    value.state = (uint8_t)gift_member(asked, gift, name, &value.node);
    if (value.state != SY_STATE_GOOD) return value;
    if (sy_json_node_is(asked->document, value.node, SY_NODE_STRING)) {
        value.text = sy_json_node_text(found->memory, asked->document, value.node);
        return value;
    }
    value.state = SY_STATE_BAD;
    find_wrong_type(found, value.node);
    return value;
}

static sy_flag_value read_gift_flag(const sy_request *asked, sy_findings *found, uint32_t gift, sy_ref name) {
    sy_flag_value flag = {SY_NODE_NONE, SY_STATE_ABSENT, false};
    flag.state = (uint8_t)gift_member(asked, gift, name, &flag.node);
    if (flag.state != SY_STATE_GOOD) return flag;
    flag.is_true = sy_json_node_is(asked->document, flag.node, SY_NODE_TRUE);
    if (flag.is_true || sy_json_node_is(asked->document, flag.node, SY_NODE_FALSE)) return flag;
    flag.state = SY_STATE_BAD;
    find_wrong_type(found, flag.node);
    return flag;
}

static sy_expiry judge_instant(const sy_request *asked, const sy_time *time) {
    if (!asked->has_now) return SY_EXPIRY_UNKNOWN;
    return sy_time_compare(time, &asked->now) <= 0 ? SY_EXPIRY_EXPIRED : SY_EXPIRY_AHEAD;
}

/*
 *   ahead ...... | begin - 14 h ... begin ... end ... end + 14 h | ...... expired
 *                  ambiguous, both ends included
 */
static sy_expiry judge_date(const sy_request *asked, int64_t begin_seconds) {
    sy_time first = sy_time_from_seconds(begin_seconds - ZONE_SECONDS);
    sy_time last = sy_time_from_seconds(begin_seconds + DAY_SECONDS + ZONE_SECONDS);
    if (!asked->has_now) return SY_EXPIRY_UNKNOWN;
    if (sy_time_compare(&asked->now, &first) < 0) return SY_EXPIRY_AHEAD;
    if (sy_time_compare(&asked->now, &last) > 0) return SY_EXPIRY_EXPIRED;
    return SY_EXPIRY_AMBIGUOUS;
}

static sy_expiry read_expiry(const sy_request *asked, sy_findings *found, uint32_t gift, sy_span *expires_at_out) {
    sy_text_value date = read_gift_text(asked, found, gift, asked->profile->gifts.expires);
    char text[SY_TIME_TEXT_NBYTES_MAX];
    sy_time time;
    int64_t begin_seconds;
    steelyard_status status;
    if (date.state == SY_STATE_ABSENT) return SY_EXPIRY_NEVER;
    if (date.state == SY_STATE_BAD) return SY_EXPIRY_BAD;
    if (sy_time_parse_date(date.text, &begin_seconds)) {
        *expires_at_out = date.text;
        return judge_date(asked, begin_seconds);
    }
    status = sy_time_parse_rfc3339(date.text, &time);
    if (status != STEELYARD_OK) {
        (void)sy_find_status_at(found, status, SY_OUTCOME_INVALID, date.node);
        return SY_EXPIRY_BAD;
    }
    *expires_at_out = sy_writer_copy(found->memory, (sy_span){text, sy_time_print(&time, text)});
    return judge_instant(asked, &time);
}

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

static void judge_amounts(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                          uint32_t gift, sy_gift_value *value) {
    const sy_gift_facet *facet = &asked->profile->gifts;
    sy_amount *amount = &value->amount;
    sy_amount *remaining = &value->remaining;
    read_gift_amount(asked, read, wallet, found, gift, facet->amount, amount);
    read_gift_amount(asked, read, wallet, found, gift, facet->remaining, remaining);
    if (remaining->state == SY_STATE_GOOD) value->counts = remaining;
    else if (remaining->state == SY_STATE_ABSENT && amount->state == SY_STATE_GOOD) value->counts = amount;
    if (remaining->state == SY_STATE_ABSENT && amount->state == SY_STATE_ABSENT)
        (void)sy_find_missing(found, gift, sy_verifier_text(asked->verifier, facet->amount));
    if (remaining->state != SY_STATE_GOOD || facet->remaining_code.start == 0) return;
    if (!remaining->value.negative &&
        (amount->state != SY_STATE_GOOD || sy_decimal_compare(&remaining->value, &amount->value) <= 0))
        return;
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, facet->remaining_code), SY_OUTCOME_FAIL, remaining->node,
                     sy_writer_join(found->memory, sy_find_member_name(found, remaining->node),
                                    SY_SPAN(" of a gift lies outside zero and what was given.")));
}

static void judge_owner(const sy_request *asked, const sy_values *read, sy_findings *found, uint32_t gift) {
    const sy_gift_facet *facet = &asked->profile->gifts;
    const sy_text_value *id = &read->texts[SY_TEXT_ID];
    sy_text_value owner = read_gift_text(asked, found, gift, facet->owner);
    if (owner.state != SY_STATE_GOOD || id->state != SY_STATE_GOOD || facet->owner_code.start == 0) return;
    if (sy_span_equal_ignoring_case(owner.text, id->text)) return;
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, facet->owner_code), SY_OUTCOME_FAIL, owner.node,
                     SY_SPAN("A gift names another wallet as its owner."));
}

static void find_flag(const sy_request *asked, sy_findings *found, const sy_flag_value *flag, sy_span what) {
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, asked->profile->gifts.flags_code), SY_OUTCOME_WARN,
                     flag->node, sy_writer_join(found->memory, sy_find_member_name(found, flag->node), what));
}

static void judge_flags(const sy_request *asked, sy_findings *found, uint32_t gift, const sy_gift_value *value) {
    const sy_gift_facet *facet = &asked->profile->gifts;
    sy_flag_value used_up = read_gift_flag(asked, found, gift, facet->used_up);
    sy_flag_value unlimited = read_gift_flag(asked, found, gift, facet->unlimited);
    bool dated = value->expiry != SY_EXPIRY_NEVER && value->expiry != SY_EXPIRY_BAD;
    if (facet->flags_code.start == 0) return;
    if (used_up.state == SY_STATE_GOOD && used_up.is_true && value->counts != NULL &&
        !sy_decimal_is_zero(&value->counts->value))
        find_flag(asked, found, &used_up, SY_SPAN(" is said of a gift of which something remains."));
    if (unlimited.state == SY_STATE_GOOD && unlimited.is_true && dated)
        find_flag(asked, found, &unlimited, SY_SPAN(" is said of a gift that has an expiry date."));
}

static void judge_gift(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                       uint32_t gift, sy_gift_value *value, sy_gift *entry) {
    sy_text_value id = read_gift_text(asked, found, gift, asked->profile->gifts.id);
    judge_amounts(asked, read, wallet, found, gift, value);
    judge_owner(asked, read, found, gift);
    value->expiry = (uint8_t)read_expiry(asked, found, gift, &entry->expires_at);
    judge_flags(asked, found, gift, value);
    if (id.state == SY_STATE_GOOD) entry->id = id.text;
    entry->has_amount = value->amount.state == SY_STATE_GOOD;
    entry->has_remaining = value->remaining.state == SY_STATE_GOOD;
    entry->amount = value->amount.value;
    entry->remaining = value->remaining.value;
    entry->state = state_name(value);
}

void sy_gifts_judge(const sy_request *asked, const sy_values *read, sy_wallet *wallet, sy_findings *found) {
    uint32_t field = asked->profile->gifts.field;
    uint32_t list;
    uint32_t count;
    uint32_t index = 0;
    sy_gift_value *values;
    if (field == SY_FIELD_NONE || read->field_nodes[field] == SY_NODE_NONE) return;
    list = read->field_nodes[field];
    count = sy_json_node_count(asked->document, list);
    wallet->gifts = sy_arena_allocate_array(found->memory, count, sizeof(sy_gift));
    values = sy_arena_allocate_array(found->memory, count, sizeof *values);
    for (uint32_t node = sy_json_node_first(asked->document, list); node != SY_NODE_NONE && !found->memory->exhausted;
         node = sy_json_node_after(asked->document, list, node)) {
        if (!sy_json_node_is(asked->document, node, SY_NODE_OBJECT)) {
            find_wrong_type(found, node);
            continue;
        }
        judge_gift(asked, read, wallet, found, node, &values[index], &wallet->gifts[index]);
        index += 1;
    }
    wallet->gift_count = index;
    if (index == count && !found->memory->exhausted) sy_gift_sum_judge(asked, read, wallet, found, values, count);
}
