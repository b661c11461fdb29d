/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gifts.c - the gifts of one wallet, one by one: amounts, expiry, owner, flags. A list comes in; the report's gifts,
 * findings, and values for the sum go out. It refuses to know what the gifts add up to.
 */
#include "facets/gifts.h"

/* Zones reach from 14 hours ahead of UTC to 12 behind; the contract allows 14 on both sides. */
#define ZONE_SECONDS (14 * 3600)
#define DAY_SECONDS (24 * 3600)

/* A named member of the gift: absent (null too), bad (a duplicate), or good with its node. */
static sy_state gift_member(sy_session *session, uint32_t gift, sy_ref name, uint32_t *node_out) {
    sy_presence presence;
    *node_out = SY_NODE_NONE;
    if (name.start == 0) return SY_STATE_ABSENT;
    presence = sy_json_node_member(&session->document, gift, sy_session_text(session, name), node_out);
    if (presence == SY_DUPLICATE) return SY_STATE_BAD;
    if (presence == SY_ABSENT || sy_json_node_is(&session->document, *node_out, SY_NODE_NULL)) return SY_STATE_ABSENT;
    return SY_STATE_GOOD;
}

static void find_wrong_type(sy_session *session, uint32_t node) {
    (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
}

static void read_gift_amount(sy_session *session, uint32_t gift, sy_ref name, sy_amount *amount) {
    const sy_field *fields = sy_verifier_rows(session->block, session->profile->fields);
    uint32_t carriers = session->profile->carriers;
    uint32_t node;
    amount->state = (uint8_t)gift_member(session, gift, name, &node);
    if (amount->state != SY_STATE_GOOD) return;
    for (uint32_t i = 0; i < session->profile->fields.count; i += 1)
        if ((fields[i].type == SY_FIELD_AMOUNT || fields[i].type == SY_FIELD_SUM) &&
            fields[i].slot == session->profile->gifts.total_slot)
            carriers = fields[i].carriers;
    sy_amount_read(session, node, carriers, amount);
    sy_amount_unit_judge_digits(session, session->profile->gifts.total_slot, amount);
}

static sy_text_value read_gift_text(sy_session *session, uint32_t gift, sy_ref name) {
    sy_text_value value;
    sy_bytes_clear(&value, sizeof value);
    value.state = (uint8_t)gift_member(session, gift, name, &value.node);
    if (value.state != SY_STATE_GOOD) return value;
    if (sy_json_node_is(&session->document, value.node, SY_NODE_STRING)) {
        value.text = sy_json_node_text(session->memory, &session->document, value.node);
        return value;
    }
    value.state = SY_STATE_BAD;
    find_wrong_type(session, value.node);
    return value;
}

static sy_flag_value read_gift_flag(sy_session *session, uint32_t gift, sy_ref name) {
    sy_flag_value flag = {SY_NODE_NONE, SY_STATE_ABSENT, false};
    flag.state = (uint8_t)gift_member(session, gift, name, &flag.node);
    if (flag.state != SY_STATE_GOOD) return flag;
    flag.is_true = sy_json_node_is(&session->document, flag.node, SY_NODE_TRUE);
    if (flag.is_true || sy_json_node_is(&session->document, flag.node, SY_NODE_FALSE)) return flag;
    flag.state = SY_STATE_BAD;
    find_wrong_type(session, flag.node);
    return flag;
}

static sy_expiry judge_instant(const sy_session *session, const sy_time *time) {
    if (!session->has_now) return SY_EXPIRY_UNKNOWN;
    return sy_time_compare(time, &session->now) <= 0 ? SY_EXPIRY_EXPIRED : SY_EXPIRY_AHEAD;
}

/*
 *   ahead ...... | begin - 14 h ... begin ... end ... end + 14 h | ...... expired
 *                  ambiguous, both ends included
 */
static sy_expiry judge_date(const sy_session *session, int64_t begin_seconds) {
    sy_time first = sy_time_from_seconds(begin_seconds - ZONE_SECONDS);
    sy_time last = sy_time_from_seconds(begin_seconds + DAY_SECONDS + ZONE_SECONDS);
    if (!session->has_now) return SY_EXPIRY_UNKNOWN;
    if (sy_time_compare(&session->now, &first) < 0) return SY_EXPIRY_AHEAD;
    if (sy_time_compare(&session->now, &last) > 0) return SY_EXPIRY_EXPIRED;
    return SY_EXPIRY_AMBIGUOUS;
}

static sy_expiry read_expiry(sy_session *session, uint32_t gift, sy_span *expires_at_out) {
    sy_text_value date = read_gift_text(session, gift, session->profile->gifts.expires);
    char text[SY_TIME_TEXT_NBYTES_MAX];
    sy_time time;
    int64_t begin_seconds;
    steelyard_status status;
    if (date.state == SY_STATE_ABSENT) return SY_EXPIRY_NEVER;
    if (date.state == SY_STATE_BAD) return SY_EXPIRY_BAD;
    if (sy_time_parse_date(date.text, &begin_seconds)) {
        *expires_at_out = date.text;
        return judge_date(session, begin_seconds);
    }
    status = sy_time_parse_rfc3339(date.text, &time);
    if (status != STEELYARD_OK) {
        (void)sy_find_status_at(session, status, SY_OUTCOME_INVALID, date.node);
        return SY_EXPIRY_BAD;
    }
    *expires_at_out = sy_writer_copy(session->memory, (sy_span){text, sy_time_print(&time, text)});
    return judge_instant(session, &time);
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

static void judge_amounts(sy_session *session, uint32_t gift, sy_gift_value *value) {
    const sy_gift_facet *facet = &session->profile->gifts;
    sy_amount *amount = &value->amount;
    sy_amount *remaining = &value->remaining;
    read_gift_amount(session, gift, facet->amount, amount);
    read_gift_amount(session, gift, facet->remaining, remaining);
    if (remaining->state == SY_STATE_GOOD) value->counts = remaining;
    else if (remaining->state == SY_STATE_ABSENT && amount->state == SY_STATE_GOOD) value->counts = amount;
    if (remaining->state == SY_STATE_ABSENT && amount->state == SY_STATE_ABSENT)
        (void)sy_find_missing(session, gift, sy_session_text(session, facet->amount));
    if (remaining->state != SY_STATE_GOOD || facet->remaining_code.start == 0) return;
    if (!remaining->value.negative &&
        (amount->state != SY_STATE_GOOD || sy_decimal_compare(&remaining->value, &amount->value) <= 0))
        return;
    (void)sy_find_at(session, sy_session_text(session, facet->remaining_code), SY_OUTCOME_FAIL, remaining->node,
                     sy_writer_join(session->memory, sy_find_member_name(session, remaining->node),
                                    SY_SPAN(" of a gift lies outside zero and what was given.")));
}

static void judge_owner(sy_session *session, uint32_t gift) {
    const sy_gift_facet *facet = &session->profile->gifts;
    const sy_text_value *id = &session->values.texts[SY_TEXT_ID];
    sy_text_value owner = read_gift_text(session, gift, facet->owner);
    if (owner.state != SY_STATE_GOOD || id->state != SY_STATE_GOOD || facet->owner_code.start == 0) return;
    if (sy_span_equal_ignoring_case(owner.text, id->text)) return;
    (void)sy_find_at(session, sy_session_text(session, facet->owner_code), SY_OUTCOME_FAIL, owner.node,
                     SY_SPAN("A gift names another wallet as its owner."));
}

static void find_flag(sy_session *session, const sy_flag_value *flag, sy_span what) {
    (void)sy_find_at(session, sy_session_text(session, session->profile->gifts.flags_code), SY_OUTCOME_WARN, flag->node,
                     sy_writer_join(session->memory, sy_find_member_name(session, flag->node), what));
}

static void judge_flags(sy_session *session, uint32_t gift, const sy_gift_value *value) {
    const sy_gift_facet *facet = &session->profile->gifts;
    sy_flag_value used_up = read_gift_flag(session, gift, facet->used_up);
    sy_flag_value unlimited = read_gift_flag(session, gift, facet->unlimited);
    bool dated = value->expiry != SY_EXPIRY_NEVER && value->expiry != SY_EXPIRY_BAD;
    if (facet->flags_code.start == 0) return;
    if (used_up.state == SY_STATE_GOOD && used_up.is_true && value->counts != NULL &&
        !sy_decimal_is_zero(&value->counts->value))
        find_flag(session, &used_up, SY_SPAN(" is said of a gift of which something remains."));
    if (unlimited.state == SY_STATE_GOOD && unlimited.is_true && dated)
        find_flag(session, &unlimited, SY_SPAN(" is said of a gift that has an expiry date."));
}

static void judge_gift(sy_session *session, uint32_t gift, sy_gift_value *value, sy_gift *entry) {
    sy_text_value id = read_gift_text(session, gift, session->profile->gifts.id);
    judge_amounts(session, gift, value);
    judge_owner(session, gift);
    value->expiry = (uint8_t)read_expiry(session, gift, &entry->expires_at);
    judge_flags(session, gift, value);
    if (id.state == SY_STATE_GOOD) entry->id = id.text;
    entry->has_amount = value->amount.state == SY_STATE_GOOD;
    entry->has_remaining = value->remaining.state == SY_STATE_GOOD;
    entry->amount = value->amount.value;
    entry->remaining = value->remaining.value;
    entry->state = state_name(value);
}

void sy_gifts_judge(sy_session *session) {
    uint32_t field = session->profile->gifts.field;
    uint32_t list;
    uint32_t count;
    uint32_t index = 0;
    sy_gift_value *values;
    if (field == SY_FIELD_NONE || session->values.field_nodes[field] == SY_NODE_NONE) return;
    list = session->values.field_nodes[field];
    count = sy_json_node_count(&session->document, list);
    session->wallet->gifts = sy_arena_allocate_array(session->memory, count, sizeof(sy_gift));
    values = sy_arena_allocate_array(session->memory, count, sizeof *values);
    for (uint32_t node = sy_json_node_first(&session->document, list);
         node != SY_NODE_NONE && !session->memory->exhausted;
         node = sy_json_node_after(&session->document, list, node)) {
        if (!sy_json_node_is(&session->document, node, SY_NODE_OBJECT)) {
            find_wrong_type(session, node);
            continue;
        }
        judge_gift(session, node, &values[index], &session->wallet->gifts[index]);
        index += 1;
    }
    session->wallet->gift_count = index;
    if (index == count && !session->memory->exhausted) sy_gift_sum_judge(session, values, count);
}
