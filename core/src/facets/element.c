/* SPDX-License-Identifier: Apache-2.0 */
#include "facets/element.h"

#include "base/assert.h"
#include "judge/amount_read.h"
#include "judge/amount_unit.h"
#include "values/time.h"

/* Zones reach from 14 hours ahead of UTC to 12 behind; the contract allows 14 on both sides. */
#define ZONE_SECONDS (14 * 3600)
#define DAY_SECONDS (24 * 3600)

/* A named member of the element, whatever its type. */
static sy_state read_member(const sy_request *asked, uint32_t element, sy_ref name, uint32_t *node_out) {
    sy_presence presence;
    SY_ASSERT(sy_json_node_is(asked->document, element, SY_NODE_OBJECT));
    *node_out = SY_NODE_NONE;
    if (name.start == 0) return SY_STATE_ABSENT;
    presence = sy_json_node_member(asked->document, element, sy_verifier_text(asked->verifier, name), node_out);
    if (presence == SY_DUPLICATE) return SY_STATE_BAD;
    if (presence == SY_ABSENT || sy_json_node_is(asked->document, *node_out, SY_NODE_NULL)) return SY_STATE_ABSENT;
    return SY_STATE_GOOD;
}

static void find_wrong_type(sy_findings *found, uint32_t node) {
    (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
}

void sy_element_amount(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                       uint32_t element, sy_ref name, uint32_t slot, sy_amount *amount) {
    const sy_field *fields = sy_verifier_rows(asked->verifier, asked->profile->fields);
    uint32_t carriers = asked->profile->carriers;
    uint32_t node;
    SY_ASSERT(slot < asked->profile->amount_names.count);
    amount->state = (uint8_t)read_member(asked, element, name, &node);
    if (amount->state != SY_STATE_GOOD) return;
    for (uint32_t i = 0; i < asked->profile->fields.count; i += 1)
        if ((fields[i].type == SY_FIELD_AMOUNT || fields[i].type == SY_FIELD_SUM) && fields[i].slot == slot)
            carriers = fields[i].carriers;
    sy_amount_read(asked, found, node, carriers, amount);
    sy_amount_unit_judge_digits(asked, read, wallet, found, slot, amount);
}

sy_text_value sy_element_text(const sy_request *asked, sy_findings *found, uint32_t element, sy_ref name) {
    sy_text_value value;
    sy_bytes_clear(&value, sizeof value);
    value.state = (uint8_t)read_member(asked, element, name, &value.node);
    if (value.state != SY_STATE_GOOD) return value;
    if (sy_json_node_is(asked->document, value.node, SY_NODE_STRING)) {
        value.text = sy_json_node_text(found->memory, asked->document, value.node);
        return value;
    }
    value.state = SY_STATE_BAD;
    find_wrong_type(found, value.node);
    return value;
}

sy_flag_value sy_element_flag(const sy_request *asked, sy_findings *found, uint32_t element, sy_ref name) {
    sy_flag_value flag = {SY_NODE_NONE, SY_STATE_ABSENT, false};
    flag.state = (uint8_t)read_member(asked, element, name, &flag.node);
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

sy_expiry sy_element_expiry(const sy_request *asked, sy_findings *found, uint32_t element, sy_ref name,
                            sy_span *expires_at_out) {
    sy_text_value date = sy_element_text(asked, found, element, name);
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
