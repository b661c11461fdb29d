/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rules.c - formulas, derived amounts and checks of one wallet. The wallet's values come in; findings and derived
 * values go out. A rule one of whose terms is not known is left alone, unless it says what not knowing means.
 */
#include "equality.h"
#include "stages.h"

typedef enum truth { NO, YES, NOT_KNOWN } truth;

/* Adds the terms; false where one is not known. */
static bool sum_terms(const sy_session *session, sy_ref terms, sy_sum *sum) {
    const sy_term *rows = sy_block_rows(session->block, terms);
    sy_sum_begin(sum);
    for (uint32_t i = 0; i < terms.count; i += 1) {
        const sy_amount *amount = &session->amounts[rows[i].slot];
        const sy_decimal *value = rows[i].is_constant ? &rows[i].constant : &amount->value;
        if (!rows[i].is_constant && amount->state != SY_STATE_GOOD) return false;
        if (rows[i].negative) sy_sum_subtract(sum, value);
        else sy_sum_add(sum, value);
    }
    return true;
}

static truth compare_texts(const sy_session *session, const sy_condition *condition) {
    const sy_text_value *left = &session->texts[condition->slot];
    const sy_text_value *right = &session->texts[condition->right_slot];
    sy_span word = sy_text_of(session, condition->literal);
    bool equal;
    if (left->state != SY_STATE_GOOD) return NOT_KNOWN;
    if (word.bytes == NULL) {
        if (right->state != SY_STATE_GOOD) return NOT_KNOWN;
        word = right->word;
    }
    equal = sy_span_equal(left->word, word);
    return equal == (condition->type == SY_CONDITION_TEXT_IS) ? YES : NO;
}

static truth compare_sums(const sy_session *session, const sy_condition *condition) {
    sy_sum difference;
    int sign;
    if (!sum_terms(session, condition->terms, &difference)) return NOT_KNOWN;
    sign = sy_sum_sign(&difference);
    switch ((sy_condition_type)condition->type) {
    case SY_CONDITION_LESS: return sign < 0 ? YES : NO;
    case SY_CONDITION_LESS_EQUAL: return sign <= 0 ? YES : NO;
    case SY_CONDITION_GREATER: return sign > 0 ? YES : NO;
    case SY_CONDITION_GREATER_EQUAL: return sign >= 0 ? YES : NO;
    default: return sign == 0 ? YES : NO;
    }
}

static truth judge_condition(const sy_session *session, const sy_condition *condition) {
    const sy_flag_value *flag = &session->flags[condition->slot & (SY_FLAGS_MAX - 1)];
    switch ((sy_condition_type)condition->type) {
    case SY_CONDITION_FLAG: return flag->state != SY_STATE_GOOD ? NOT_KNOWN : flag->is_true ? YES : NO;
    case SY_CONDITION_NOT_FLAG: return flag->state != SY_STATE_GOOD ? NOT_KNOWN : flag->is_true ? NO : YES;
    case SY_CONDITION_TEXT_IS:
    case SY_CONDITION_TEXT_IS_NOT: return compare_texts(session, condition);
    case SY_CONDITION_UNIT_IS_KNOWN: return session->wallet->unit_is_major ? YES : NO;
    default: return compare_sums(session, condition);
    }
}

static bool all_hold(const sy_session *session, sy_ref conditions) {
    const sy_condition *rows = sy_block_rows(session->block, conditions);
    for (uint32_t i = 0; i < conditions.count; i += 1)
        if (judge_condition(session, &rows[i]) != YES) return false;
    return true;
}

/* The provider's name for an amount, or the canonical one where nothing of the body is behind it. */
static sy_span amount_name(const sy_session *session, uint32_t slot) {
    sy_span member = sy_block_text_at(session->block, session->profile->amount_members, slot);
    return member.nbytes > 0 ? member : sy_block_text_at(session->block, session->profile->amount_names, slot);
}

/* `WalletBalance + TotalGiftBalance - BlockedBalance` */
static sy_span write_terms(const sy_session *session, sy_ref terms) {
    const sy_term *rows = sy_block_rows(session->block, terms);
    sy_writer writer;
    sy_writer_begin(&writer, session->memory);
    for (uint32_t i = 0; i < terms.count; i += 1) {
        if (i > 0) sy_write_literal(&writer, rows[i].negative ? " - " : " + ");
        else if (rows[i].negative) sy_write_byte(&writer, '-');
        if (rows[i].is_constant) sy_write_decimal(&writer, &rows[i].constant, 0);
        else sy_write(&writer, amount_name(session, rows[i].slot));
    }
    return sy_writer_end(&writer);
}

static void explain_failure(sy_session *session, const sy_rule *rule, sy_finding *finding, sy_failure *failure) {
    const sy_term *rows = sy_block_rows(session->block, rule->terms);
    sy_signed_term terms[SY_TERMS_MAX];
    uint32_t blamed = 0;
    sy_cause cause;
    for (uint32_t i = 0; i < rule->terms.count; i += 1) {
        const sy_amount *amount = &session->amounts[rows[i].slot];
        terms[i].value = rows[i].is_constant ? rows[i].constant : amount->value;
        terms[i].written_scale = rows[i].is_constant ? rows[i].constant.scale_digits : amount->written_scale;
        if (rows[i].negative) terms[i].value = sy_decimal_negate(&terms[i].value);
    }
    failure->terms = terms;
    failure->term_count = rule->terms.count;
    cause = sy_cause_by_terms(failure, &blamed);
    if (cause >= SY_CAUSE_OMITTED && cause <= SY_CAUSE_FLIPPED && !rows[blamed].is_constant)
        finding->term = sy_block_text_at(session->block, session->profile->amount_names, rows[blamed].slot);
    if (cause == SY_CAUSE_UNKNOWN) cause = sy_cause_by_digits(failure);
    finding->cause = sy_cause_name(cause);
}

static void judge_formula(sy_session *session, const sy_rule *rule) {
    const sy_amount *stated = &session->amounts[rule->slot];
    sy_equality equality;
    sy_finding *finding = NULL;
    sy_failure failure;
    if (stated->state != SY_STATE_GOOD || stated->node == SY_NODE_NONE) return;
    if (!all_hold(session, rule->when) || !sum_terms(session, rule->terms, &equality.sum)) return;
    equality.code = sy_text_of(session, rule->code);
    equality.outcome = (sy_outcome)rule->outcome;
    equality.stated = stated;
    equality.terms_text = SY_SPAN("");
    if (sy_equality_is_out_of_range(session, &equality)) return;
    if (!sy_equality_holds(&equality) || session->block->explain)
        equality.terms_text = write_terms(session, rule->terms);
    if (sy_equality_holds(&equality)) {
        sy_equality_pass(session, &equality);
        return;
    }
    if (sy_equality_fail(session, &equality, &finding, &failure)) explain_failure(session, rule, finding, &failure);
}

/* An amount that the provider does not give; one that does not fit is left out. */
static void derive(sy_session *session, const sy_rule *rule) {
    sy_amount *amount = &session->amounts[rule->slot];
    sy_sum sum;
    if (amount->state != SY_STATE_ABSENT || !all_hold(session, rule->when)) return;
    if (!sum_terms(session, rule->terms, &sum)) return;
    if (sy_sum_result(&sum, &amount->value) != STEELYARD_OK) return;
    amount->state = SY_STATE_GOOD;
    amount->node = SY_NODE_NONE;
    amount->written_scale = amount->value.scale_digits;
}

static void take_option(sy_session *session, const sy_rule *rule) {
    sy_amount *amount = &session->amounts[rule->slot];
    const sy_text_value *id = &session->texts[SY_TEXT_ID];
    sy_span wallet = id->state == SY_STATE_GOOD ? id->word : (sy_span){NULL, 0};
    if (amount->state != SY_STATE_ABSENT || !all_hold(session, rule->when)) return;
    amount->from_option = true;
    if (!sy_options_credit_limit(session->block, wallet, &amount->value)) return;
    amount->state = SY_STATE_GOOD;
    amount->written_scale = amount->value.scale_digits;
}

/* The node that a check judges; SY_NODE_NONE where the amount is derived or not there. */
static uint32_t subject_node(const sy_session *session, const sy_rule *rule) {
    if (rule->at_is_text) {
        const sy_text_value *text = &session->texts[rule->slot];
        return text->state == SY_STATE_GOOD ? text->node : SY_NODE_NONE;
    }
    return session->amounts[rule->slot].state == SY_STATE_GOOD ? session->amounts[rule->slot].node : SY_NODE_NONE;
}

static sy_span check_message(const sy_session *session, const sy_rule *rule) {
    sy_span message = sy_text_of(session, rule->message);
    if (message.bytes != NULL) return message;
    return sy_join(session->memory, SY_SPAN("This does not hold: "), sy_text_of(session, rule->that_text));
}

static void judge_check(sy_session *session, const sy_rule *rule) {
    uint32_t node = subject_node(session, rule);
    truth holds;
    sy_finding *finding;
    if (node == SY_NODE_NONE || !all_hold(session, rule->when)) return;
    holds = judge_condition(session, &rule->that);
    if (holds == YES || (holds == NOT_KNOWN && rule->reason.start == 0)) return;
    if (holds == NO) {
        (void)sy_find_at(session, sy_text_of(session, rule->code), (sy_outcome)rule->outcome, node,
                         check_message(session, rule));
        return;
    }
    finding = sy_find_at(session, sy_text_of(session, rule->code), SY_OUTCOME_UNVERIFIABLE, node,
                         sy_join(session->memory, sy_member_name(session, node),
                                 SY_SPAN(" cannot be judged: a limit is not known.")));
    if (finding != NULL) finding->reason = sy_text_of(session, rule->reason);
}

void sy_apply_rules(sy_session *session) {
    const sy_rule *rules = sy_block_rows(session->block, session->profile->rules);
    for (uint32_t i = 0; i < session->profile->rules.count && !session->memory->exhausted; i += 1) {
        switch ((sy_rule_type)rules[i].type) {
        case SY_RULE_FORMULA: judge_formula(session, &rules[i]); break;
        case SY_RULE_DERIVE: derive(session, &rules[i]); break;
        case SY_RULE_OPTION: take_option(session, &rules[i]); break;
        case SY_RULE_CHECK: judge_check(session, &rules[i]); break;
        }
    }
}
