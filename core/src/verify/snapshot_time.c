/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/snapshot_time.h"

#include "judge/locate.h"

static void find_unknown_age(const sy_request *asked, sy_findings *found) {
    if (!asked->verifier->has_age_max) return;
    (void)sy_find_plain(found, steelyard_status_code(STEELYARD_SNAPSHOT_AGE_UNKNOWN), SY_OUTCOME_UNVERIFIABLE,
                        SY_SPAN("The provider gives no time, so maxAge cannot be judged."));
}

/* A unix time: a number, or the same digits in a string where the provider sends them so. */
static steelyard_status parse_unix(const sy_request *asked, sy_arena *memory, uint32_t node, sy_time *time) {
    const sy_snapshot *snapshot = &asked->profile->snapshot;
    sy_decimal value;
    sy_span digits = sy_json_node_token(asked->document, node);
    if (sy_json_node_is(asked->document, node, SY_NODE_STRING) && (snapshot->carriers & SY_CARRIER_STRING) != 0) {
        digits = sy_json_node_text(memory, asked->document, node);
        if (sy_decimal_parse_string(digits, &value, NULL) == STEELYARD_DECIMAL_SYNTAX)
            return STEELYARD_TIMESTAMP_SYNTAX;
    } else if (!sy_json_node_is(asked->document, node, SY_NODE_NUMBER) ||
               (snapshot->carriers & SY_CARRIER_NUMBER) == 0) {
        return STEELYARD_MEMBER_TYPE;
    }
    return sy_time_parse_unix(digits, snapshot->unit_digits, time);
}

static steelyard_status parse_time(const sy_request *asked, sy_arena *memory, uint32_t node, sy_time *time) {
    if (asked->profile->snapshot.type == SY_SNAPSHOT_UNIX) return parse_unix(asked, memory, node, time);
    if (!sy_json_node_is(asked->document, node, SY_NODE_STRING)) return STEELYARD_MEMBER_TYPE;
    return sy_time_parse_rfc3339(sy_json_node_text(memory, asked->document, node), time);
}

static void judge_age(const sy_request *asked, sy_findings *found, uint32_t node, const sy_time *time) {
    if (!asked->has_now) return;
    if (sy_time_compare(time, &asked->now) > 0)
        (void)sy_find_status_at(found, STEELYARD_SNAPSHOT_FUTURE, SY_OUTCOME_STALE, node);
    else if (asked->verifier->has_age_max && sy_time_is_older(time, &asked->now, &asked->verifier->age_max))
        (void)sy_find_status_at(found, STEELYARD_SNAPSHOT_STALE, SY_OUTCOME_STALE, node);
}

static void judge_time(const sy_request *asked, sy_findings *found, uint32_t node, sy_span *snapshot_at_out) {
    char text[SY_TIME_TEXT_NBYTES_MAX];
    sy_time time;
    steelyard_status status = parse_time(asked, found->memory, node, &time);
    if (status != STEELYARD_OK) {
        (void)sy_find_status_at(found, status, SY_OUTCOME_INVALID, node);
        return;
    }
    *snapshot_at_out = sy_writer_copy(found->memory, (sy_span){text, sy_time_print(&time, text)});
    if (asked->profile->snapshot.is_utc && !time.offset_is_zero)
        (void)sy_find_status_at(found, STEELYARD_TIMESTAMP_NOT_UTC, SY_OUTCOME_WARN, node);
    judge_age(asked, found, node, &time);
}

void sy_snapshot_time_judge(const sy_request *asked, sy_findings *found, bool may_lack_time, sy_span *snapshot_at_out) {
    const sy_snapshot *snapshot = &asked->profile->snapshot;
    sy_place place = sy_locate(asked->verifier, asked->document, 0, snapshot->at);
    bool absent;
    if (snapshot->type == SY_SNAPSHOT_NONE) {
        find_unknown_age(asked, found);
        return;
    }
    if (place.presence == SY_DUPLICATE) return;
    absent = place.presence == SY_ABSENT || (sy_locate_is_null(asked->document, &place) && !snapshot->required);
    if (!absent) {
        judge_time(asked, found, place.node, snapshot_at_out);
    } else if (!snapshot->required) {
        find_unknown_age(asked, found);
    } else if (!may_lack_time) {
        if (!sy_find_was_missed(found, place.holder, place.missing))
            (void)sy_find_missing(found, place.holder, place.missing);
    }
}
