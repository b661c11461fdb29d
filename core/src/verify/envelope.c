/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/envelope.h"

#include "base/assert.h"
#include "judge/locate.h"
#include "verify/envelope_error.h"

/* A string, list or object without anything in it. */
static bool is_empty(const sy_request *asked, uint32_t node) {
    const sy_node *value = &asked->document->nodes[node];
    if (value->type == SY_NODE_STRING) return value->nbytes == 2;
    return value->type <= SY_NODE_ARRAY && value->next == node + 1;
}

/* Whether the error member may speak: it is there, and nothing beside it says that this is no error. */
static bool error_may_stand(const sy_request *asked, const sy_place *error) {
    const sy_envelope *envelope = &asked->profile->envelope;
    const sy_path *unless = sy_verifier_rows(asked->verifier, envelope->error_unless);
    if (envelope->error_at.count == 0 || error->presence == SY_ABSENT) return false;
    if (envelope->error_unless_empty && error->presence == SY_PRESENT && is_empty(asked, error->node)) return false;
    for (uint32_t i = 0; i < envelope->error_unless.count; i += 1)
        if (sy_locate(asked->verifier, asked->document, 0, unless[i]).presence != SY_ABSENT) return false;
    return true;
}

/* A duplicate of a documented member at the top, or of any in the error object, leaves the envelope without a meaning. */
static bool envelope_has_duplicate(const sy_request *asked, const sy_place *error) {
    const sy_envelope *envelope = &asked->profile->envelope;
    if (asked->document->later_duplicate_count == 0) return false;
    for (uint32_t i = 0; i < envelope->members.count; i += 1) {
        uint32_t value;
        sy_span name = sy_verifier_text_at(asked->verifier, envelope->members, i);
        if (sy_json_node_member(asked->document, 0, name, &value) == SY_DUPLICATE) return true;
    }
    if (!error_may_stand(asked, error) || error->presence != SY_PRESENT) return false;
    if (!sy_json_node_is(asked->document, error->node, SY_NODE_OBJECT)) return false;
    return sy_json_node_has_duplicate(asked->document, error->node);
}

/* What a flag's member says; SY_NOT_KNOWN where it is neither true nor false. */
static sy_truth read_flag(const sy_request *asked, const sy_envelope_flag *flag, uint32_t node) {
    if (flag->test.values.count > 0) return sy_locate_test(asked->verifier, asked->document, &flag->test, 0);
    if (sy_json_node_is(asked->document, node, SY_NODE_TRUE)) return SY_YES;
    return sy_json_node_is(asked->document, node, SY_NODE_FALSE) ? SY_NO : SY_NOT_KNOWN;
}

/* A flag of the envelope: state good with its value, or bad with a finding. */
static sy_flag_value judge_flag(const sy_request *asked, sy_findings *found, const sy_envelope_flag *row) {
    sy_flag_value flag = {SY_NODE_NONE, SY_STATE_ABSENT, false};
    sy_place place = sy_locate(asked->verifier, asked->document, 0, row->at);
    sy_truth answer;
    if (row->at.count == 0) return flag;
    flag.state = SY_STATE_BAD;
    flag.node = place.node;
    if (place.presence == SY_ABSENT && !sy_find_was_missed(found, place.holder, place.missing))
        (void)sy_find_missing(found, place.holder, place.missing);
    if (place.presence != SY_PRESENT) return flag;
    answer = read_flag(asked, row, place.node);
    flag.is_true = answer == SY_YES;
    if (answer != SY_NOT_KNOWN) flag.state = SY_STATE_GOOD;
    else (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, place.node);
    return flag;
}

static sy_envelope_verdict disagree(const sy_request *asked, sy_findings *found) {
    const sy_envelope *envelope = &asked->profile->envelope;
    sy_writer writer;
    SY_ASSERT(envelope->success.at.count > 0 && envelope->failure.at.count > 0);
    sy_writer_begin(&writer, found->memory);
    sy_writer_literal(&writer, "Exactly one of ");
    sy_writer_span(&writer, sy_verifier_text_at(asked->verifier, envelope->success.at, envelope->success.at.count - 1));
    sy_writer_literal(&writer, " and ");
    sy_writer_span(&writer, sy_verifier_text_at(asked->verifier, envelope->failure.at, envelope->failure.at.count - 1));
    sy_writer_literal(&writer, " must be true.");
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, envelope->code), SY_OUTCOME_INVALID, 0,
                     sy_writer_end(&writer));
    return SY_ENVELOPE_UNDECIDED;
}

/*
 * One flag that is missing or no boolean is a finding, and the rest is judged all the same; of two, which have to
 * disagree, nothing but that is said.
 */
static sy_envelope_verdict judge_flags(const sy_request *asked, sy_findings *found) {
    const sy_envelope *envelope = &asked->profile->envelope;
    sy_flag_value success = judge_flag(asked, found, &envelope->success);
    sy_flag_value failure = judge_flag(asked, found, &envelope->failure);
    bool both_are_asked = envelope->success.at.count > 0 && envelope->failure.at.count > 0;
    if (both_are_asked && (success.state == SY_STATE_BAD || failure.state == SY_STATE_BAD))
        return SY_ENVELOPE_UNDECIDED;
    if (both_are_asked && success.is_true == failure.is_true) return disagree(asked, found);
    if (success.state == SY_STATE_GOOD) return success.is_true ? SY_ENVELOPE_SUCCESS : SY_ENVELOPE_ERROR;
    if (failure.state == SY_STATE_GOOD) return failure.is_true ? SY_ENVELOPE_ERROR : SY_ENVELOPE_SUCCESS;
    return SY_ENVELOPE_SUCCESS;
}

sy_envelope_verdict sy_envelope_judge(const sy_request *asked, sy_findings *found, sy_error *error_out,
                                      bool *error_is_doubtful_out) {
    sy_place error = sy_locate(asked->verifier, asked->document, 0, asked->profile->envelope.error_at);
    bool duplicate = envelope_has_duplicate(asked, &error);
    bool has_value = error.presence == SY_PRESENT || asked->profile->envelope.error_at.count == 1;
    bool error_stands = has_value && error_may_stand(asked, &error) && !sy_locate_is_null(asked->document, &error);
    sy_envelope_verdict verdict;
    *error_is_doubtful_out = duplicate && error_stands;
    if (!duplicate && error_stands) {
        sy_envelope_error_read(asked, found->memory, error_out);
        return SY_ENVELOPE_ERROR;
    }
    verdict = judge_flags(asked, found);
    if (duplicate) return SY_ENVELOPE_UNDECIDED;
    if (verdict == SY_ENVELOPE_ERROR) sy_envelope_error_read(asked, found->memory, error_out);
    return verdict;
}

void sy_envelope_judge_warning(const sy_request *asked, sy_findings *found) {
    const sy_envelope *envelope = &asked->profile->envelope;
    sy_place place = sy_locate(asked->verifier, asked->document, 0, envelope->warning_at);
    if (envelope->warning_at.count == 0 || place.presence != SY_PRESENT) return;
    if (asked->document->nodes[place.node].type > SY_NODE_STRING || is_empty(asked, place.node)) return;
    (void)sy_find_at(found, sy_verifier_text(asked->verifier, envelope->warning_code), SY_OUTCOME_WARN, place.node,
                     sy_writer_join(found->memory, sy_find_member_name(found, place.node),
                                    SY_SPAN(" is not empty although the answer says success.")));
}
