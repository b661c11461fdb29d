/* SPDX-License-Identifier: Apache-2.0 */
/*
 * snapshot_time.c - when the provider made the snapshot, and whether that is too long ago. The body and the options' maxAge
 * and now come in; snapshotAt and findings about time go out. It refuses to read a clock.
 */
#include "judge/stages.h"

static void find_unknown_age(sy_session *session) {
    if (!session->block->has_age_max) return;
    (void)sy_find_plain(session, steelyard_status_code(STEELYARD_SNAPSHOT_AGE_UNKNOWN), SY_OUTCOME_UNVERIFIABLE,
                        SY_SPAN("The provider gives no time, so maxAge cannot be judged."));
}

/* A unix time: a number, or the same digits in a string where the provider sends them so. */
static steelyard_status parse_unix(sy_session *session, uint32_t node, sy_time *time) {
    const sy_snapshot *snapshot = &session->profile->snapshot;
    sy_decimal value;
    sy_span digits = sy_json_node_token(&session->document, node);
    if (sy_json_node_is(&session->document, node, SY_NODE_STRING) && (snapshot->carriers & SY_CARRIER_STRING) != 0) {
        digits = sy_json_node_text(session->memory, &session->document, node);
        if (sy_decimal_parse_string(digits, &value, NULL) == STEELYARD_DECIMAL_SYNTAX)
            return STEELYARD_TIMESTAMP_SYNTAX;
    } else if (!sy_json_node_is(&session->document, node, SY_NODE_NUMBER) ||
               (snapshot->carriers & SY_CARRIER_NUMBER) == 0) {
        return STEELYARD_MEMBER_TYPE;
    }
    return sy_time_parse_unix(digits, snapshot->unit_digits, time);
}

static steelyard_status parse_time(sy_session *session, uint32_t node, sy_time *time) {
    if (session->profile->snapshot.type == SY_SNAPSHOT_UNIX) return parse_unix(session, node, time);
    if (!sy_json_node_is(&session->document, node, SY_NODE_STRING)) return STEELYARD_MEMBER_TYPE;
    return sy_time_parse_rfc3339(sy_json_node_text(session->memory, &session->document, node), time);
}

static void judge_age(sy_session *session, uint32_t node, const sy_time *time) {
    if (!session->has_now) return;
    if (sy_time_compare(time, &session->now) > 0)
        (void)sy_find_status_at(session, STEELYARD_SNAPSHOT_FUTURE, SY_OUTCOME_STALE, node);
    else if (session->block->has_age_max && sy_time_is_older(time, &session->now, &session->block->age_max))
        (void)sy_find_status_at(session, STEELYARD_SNAPSHOT_STALE, SY_OUTCOME_STALE, node);
}

static void judge_time(sy_session *session, uint32_t node) {
    char text[SY_TIME_TEXT_NBYTES_MAX];
    sy_time time;
    steelyard_status status = parse_time(session, node, &time);
    if (status != STEELYARD_OK) {
        (void)sy_find_status_at(session, status, SY_OUTCOME_INVALID, node);
        return;
    }
    session->report->snapshot_at = sy_writer_copy(session->memory, (sy_span){text, sy_time_print(&time, text)});
    if (session->profile->snapshot.is_utc && !time.offset_is_zero)
        (void)sy_find_status_at(session, STEELYARD_TIMESTAMP_NOT_UTC, SY_OUTCOME_WARN, node);
    judge_age(session, node, &time);
}

void sy_snapshot_time_judge(sy_session *session) {
    const sy_snapshot *snapshot = &session->profile->snapshot;
    sy_place place = sy_session_resolve(session, snapshot->at);
    bool absent;
    if (snapshot->type == SY_SNAPSHOT_NONE) {
        find_unknown_age(session);
        return;
    }
    if (place.presence == SY_DUPLICATE) return;
    absent = place.presence == SY_ABSENT || (sy_session_place_is_null(session, &place) && !snapshot->required);
    if (!absent) {
        judge_time(session, place.node);
    } else if (!snapshot->required) {
        find_unknown_age(session);
    } else if (!session->error_is_doubtful && !session->top_is_wrong) {
        if (!sy_find_was_missed(session, place.holder, place.missing))
            (void)sy_find_missing(session, place.holder, place.missing);
    }
}
