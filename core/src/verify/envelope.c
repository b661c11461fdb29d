/* SPDX-License-Identifier: Apache-2.0 */
/*
 * envelope.c - the frame around the wallets: success flags, error members, duplicates among them. The body's top comes in;
 * success, error or undecided goes out. It refuses to look inside wallets.
 */
#include "judge/stages.h"

/* A string, list or object without anything in it. */
static bool is_empty(const sy_session *session, uint32_t node) {
    const sy_node *value = &session->document.nodes[node];
    if (value->type == SY_NODE_STRING) return value->nbytes == 2;
    return value->type <= SY_NODE_ARRAY && value->next == node + 1;
}

/* Whether the error member may speak: it is there, and nothing beside it says that this is no error. */
static bool error_may_stand(const sy_session *session, const sy_place *error) {
    const sy_envelope *envelope = &session->profile->envelope;
    const sy_path *unless = sy_verifier_rows(session->block, envelope->error_unless);
    if (envelope->error_at.count == 0 || error->presence == SY_ABSENT) return false;
    if (envelope->error_unless_empty && error->presence == SY_PRESENT && is_empty(session, error->node)) return false;
    for (uint32_t i = 0; i < envelope->error_unless.count; i += 1)
        if (sy_session_resolve(session, unless[i]).presence != SY_ABSENT) return false;
    return true;
}

/* A duplicate of a documented member at the top, or of any in the error object, leaves the envelope without a meaning. */
static bool envelope_has_duplicate(const sy_session *session, const sy_place *error) {
    const sy_envelope *envelope = &session->profile->envelope;
    if (session->document.later_duplicate_count == 0) return false;
    for (uint32_t i = 0; i < envelope->members.count; i += 1) {
        uint32_t value;
        sy_span name = sy_verifier_text_at(session->block, envelope->members, i);
        if (sy_json_node_member(&session->document, 0, name, &value) == SY_DUPLICATE) return true;
    }
    if (!error_may_stand(session, error) || error->presence != SY_PRESENT) return false;
    if (!sy_json_node_is(&session->document, error->node, SY_NODE_OBJECT)) return false;
    return sy_json_node_has_duplicate(&session->document, error->node);
}

/* What a flag's member says; SY_NOT_KNOWN where it is neither true nor false. */
static sy_truth read_flag(const sy_session *session, const sy_envelope_flag *flag, uint32_t node) {
    if (flag->test.values.count > 0) return sy_locate_test(session->block, &session->document, &flag->test, 0);
    if (sy_json_node_is(&session->document, node, SY_NODE_TRUE)) return SY_YES;
    return sy_json_node_is(&session->document, node, SY_NODE_FALSE) ? SY_NO : SY_NOT_KNOWN;
}

/* A flag of the envelope: state good with its value, or bad with a finding. */
static sy_flag_value judge_flag(sy_session *session, const sy_envelope_flag *asked) {
    sy_flag_value flag = {SY_NODE_NONE, SY_STATE_ABSENT, false};
    sy_place place = sy_session_resolve(session, asked->at);
    sy_truth answer;
    if (asked->at.count == 0) return flag;
    flag.state = SY_STATE_BAD;
    flag.node = place.node;
    if (place.presence == SY_ABSENT && !sy_find_was_missed(session, place.holder, place.missing))
        (void)sy_find_missing(session, place.holder, place.missing);
    if (place.presence != SY_PRESENT) return flag;
    answer = read_flag(session, asked, place.node);
    flag.is_true = answer == SY_YES;
    if (answer != SY_NOT_KNOWN) flag.state = SY_STATE_GOOD;
    else (void)sy_find_status_at(session, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, place.node);
    return flag;
}

static sy_envelope_verdict disagree(sy_session *session) {
    const sy_envelope *envelope = &session->profile->envelope;
    sy_writer writer;
    sy_writer_begin(&writer, session->memory);
    sy_writer_literal(&writer, "Exactly one of ");
    sy_writer_span(&writer, sy_verifier_text_at(session->block, envelope->success.at, envelope->success.at.count - 1));
    sy_writer_literal(&writer, " and ");
    sy_writer_span(&writer, sy_verifier_text_at(session->block, envelope->failure.at, envelope->failure.at.count - 1));
    sy_writer_literal(&writer, " must be true.");
    (void)sy_find_at(session, sy_session_text(session, envelope->code), SY_OUTCOME_INVALID, 0, sy_writer_end(&writer));
    return SY_ENVELOPE_UNDECIDED;
}

/*
 * One flag that is missing or no boolean is a finding, and the rest is judged all the same; of two, which have to
 * disagree, nothing but that is said.
 */
static sy_envelope_verdict judge_flags(sy_session *session) {
    const sy_envelope *envelope = &session->profile->envelope;
    sy_flag_value success = judge_flag(session, &envelope->success);
    sy_flag_value failure = judge_flag(session, &envelope->failure);
    bool both_are_asked = envelope->success.at.count > 0 && envelope->failure.at.count > 0;
    if (both_are_asked && (success.state == SY_STATE_BAD || failure.state == SY_STATE_BAD))
        return SY_ENVELOPE_UNDECIDED;
    if (both_are_asked && success.is_true == failure.is_true) return disagree(session);
    if (success.state == SY_STATE_GOOD) return success.is_true ? SY_ENVELOPE_SUCCESS : SY_ENVELOPE_ERROR;
    if (failure.state == SY_STATE_GOOD) return failure.is_true ? SY_ENVELOPE_ERROR : SY_ENVELOPE_SUCCESS;
    return SY_ENVELOPE_SUCCESS;
}

sy_envelope_verdict sy_envelope_judge(sy_session *session) {
    sy_place error = sy_session_resolve(session, session->profile->envelope.error_at);
    bool duplicate = envelope_has_duplicate(session, &error);
    bool has_value = error.presence == SY_PRESENT || session->profile->envelope.error_at.count == 1;
    bool error_stands = has_value && error_may_stand(session, &error) && !sy_session_place_is_null(session, &error);
    sy_envelope_verdict verdict;
    session->error_is_doubtful = duplicate && error_stands;
    if (!duplicate && error_stands) {
        sy_envelope_error_read(session);
        return SY_ENVELOPE_ERROR;
    }
    verdict = judge_flags(session);
    if (duplicate) return SY_ENVELOPE_UNDECIDED;
    if (verdict == SY_ENVELOPE_ERROR) sy_envelope_error_read(session);
    return verdict;
}

void sy_envelope_judge_warning(sy_session *session) {
    const sy_envelope *envelope = &session->profile->envelope;
    sy_place place = sy_session_resolve(session, envelope->warning_at);
    if (envelope->warning_at.count == 0 || place.presence != SY_PRESENT) return;
    if (session->document.nodes[place.node].type > SY_NODE_STRING || is_empty(session, place.node)) return;
    (void)sy_find_at(session, sy_session_text(session, envelope->warning_code), SY_OUTCOME_WARN, place.node,
                     sy_writer_join(session->memory, sy_find_member_name(session, place.node),
                                    SY_SPAN(" is not empty although the answer says success.")));
}
