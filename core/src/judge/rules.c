/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/rules.h"

#include "base/assert.h"
#include "decimal/decimal_sum.h"
#include "judge/equality.h"
#include "judge/rule_cause.h"
#include "judge/rule_conditions.h"
#include "judge/rule_terms.h"

static void judge_formula(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                          const sy_rule *rule) {
    const sy_amount *stated = &read->amounts[rule->slot];
    sy_equality equality;
    sy_finding *finding = NULL;
    sy_failure failure;
    const sy_unit *units = sy_verifier_rows(asked->verifier, asked->profile->units);
    if (stated->state != SY_STATE_GOOD || stated->node == SY_NODE_NONE) return;
    if (!sy_rule_terms_agree(asked, wallet, rule->terms, &units[rule->slot])) return;
    if (!sy_rule_conditions_all_hold(asked, read, wallet, found->memory, rule->when) ||
        !sy_rule_terms_sum(asked, read, wallet, found->memory, rule->terms, &equality.sum))
        return;
    equality.code = sy_verifier_text(asked->verifier, rule->code);
    equality.outcome = (sy_outcome)rule->outcome;
    equality.stated = stated;
    equality.stated_text = sy_rule_terms_amount_name(asked, rule->slot);
    equality.terms_text = SY_SPAN("");
    if (sy_equality_is_out_of_range(wallet, found, &equality)) return;
    if (!sy_equality_holds(&equality) || asked->verifier->explain)
        equality.terms_text = sy_rule_terms_write(asked, found->memory, rule->terms);
    if (sy_equality_holds(&equality)) {
        sy_equality_pass(asked, wallet, found, &equality);
        return;
    }
    if (sy_equality_fail(wallet, found, &equality, &finding, &failure))
        sy_rule_cause_find(asked, read, wallet, found->memory, rule, finding, &failure);
}

/* Whether every amount among the terms counts for all wallets: then the sum does, too. */
static bool is_shared(const sy_request *asked, const sy_values *read, sy_ref terms) {
    const sy_term *rows = sy_verifier_rows(asked->verifier, terms);
    bool any = false;
    for (uint32_t i = 0; i < terms.count; i += 1) {
        if (rows[i].is_constant) continue;
        if (!read->amounts[rows[i].slot].in_body) return false;
        any = true;
    }
    return any;
}

/* An amount that the provider does not give; one that does not fit is left out. */
static void derive(const sy_request *asked, sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                   const sy_rule *rule) {
    sy_amount *amount = &read->amounts[rule->slot];
    sy_decimal_sum sum;
    if (amount->state != SY_STATE_ABSENT || !sy_rule_conditions_all_hold(asked, read, wallet, memory, rule->when))
        return;
    if (!sy_rule_terms_sum(asked, read, wallet, memory, rule->terms, &sum)) return;
    if (sy_decimal_sum_result(&sum, &amount->value) != STEELYARD_OK) return;
    amount->state = SY_STATE_GOOD;
    amount->node = SY_NODE_NONE;
    amount->written_scale = amount->value.scale_digits;
    amount->in_body = is_shared(asked, read, rule->terms);
}

static void take_option(const sy_request *asked, sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                        const sy_rule *rule) {
    sy_amount *amount = &read->amounts[rule->slot];
    const sy_text_value *id = &read->texts[SY_TEXT_ID];
    sy_span wallet_id = id->state == SY_STATE_GOOD ? id->said : (sy_span){NULL, 0};
    if (amount->state != SY_STATE_ABSENT || !sy_rule_conditions_all_hold(asked, read, wallet, memory, rule->when))
        return;
    amount->from_option = true;
    if (!sy_verifier_options_credit_limit(asked->verifier, wallet_id, &amount->value)) return;
    amount->state = SY_STATE_GOOD;
    amount->written_scale = amount->value.scale_digits;
}

/* The node that a check judges; SY_NODE_NONE where the amount is derived or not there. */
static uint32_t subject_node(const sy_values *read, const sy_rule *rule) {
    uint32_t slot = rule->slot;
    switch ((sy_subject)rule->subject) {
    case SY_SUBJECT_AMOUNT:
        SY_ASSERT(slot < SY_AMOUNT_NAMES_MAX);
        return read->amounts[slot].state == SY_STATE_GOOD ? read->amounts[slot].node : SY_NODE_NONE;
    case SY_SUBJECT_TEXT:
        SY_ASSERT(slot < SY_TEXTS_MAX);
        return read->texts[slot].state == SY_STATE_GOOD ? read->texts[slot].node : SY_NODE_NONE;
    case SY_SUBJECT_FLAG: break;
    }
    SY_ASSERT(slot < SY_FLAGS_MAX);
    return read->flags[slot].state == SY_STATE_GOOD ? read->flags[slot].node : SY_NODE_NONE;
}

static sy_span check_message(const sy_request *asked, sy_arena *memory, const sy_rule *rule) {
    sy_span message = sy_verifier_text(asked->verifier, rule->message);
    if (message.bytes != NULL) return message;
    return sy_writer_join(memory, SY_SPAN("This does not hold: "), sy_verifier_text(asked->verifier, rule->that_text));
}

static void judge_check(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                        const sy_rule *rule) {
    uint32_t node = subject_node(read, rule);
    sy_truth holds;
    sy_finding *finding;
    if (node == SY_NODE_NONE || !sy_rule_conditions_all_hold(asked, read, wallet, found->memory, rule->when)) return;
    holds = sy_rule_conditions_judge(asked, read, wallet, found->memory, &rule->that);
    if (holds == SY_YES || (holds == SY_NOT_KNOWN && rule->reason.start == 0)) return;
    if (holds == SY_NO) {
        finding = sy_find_at(found, sy_verifier_text(asked->verifier, rule->code), (sy_outcome)rule->outcome, node,
                             check_message(asked, found->memory, rule));
        if (finding != NULL) finding->wallet = found->parts->index; /* also where a member of the body is judged */
        return;
    }
    finding = sy_find_at(
        found, sy_verifier_text(asked->verifier, rule->code), SY_OUTCOME_UNVERIFIABLE, node,
        sy_writer_join(found->memory, sy_find_member_name(found, node),
                       sy_span_equal(sy_verifier_text(asked->verifier, rule->reason), SY_SPAN("limit_unknown"))
                           ? SY_SPAN(" cannot be judged: a limit is not known.")
                           : SY_SPAN(" cannot be judged: something that the check needs is not known.")));
    if (finding == NULL) return;
    finding->wallet = found->parts->index;
    finding->reason = sy_verifier_text(asked->verifier, rule->reason);
}

void sy_rules_apply(const sy_request *asked, sy_values *read, const sy_wallet *wallet, sy_findings *found) {
    const sy_rule *rules = sy_verifier_rows(asked->verifier, asked->profile->rules);
    for (uint32_t i = 0; i < asked->profile->rules.count && !found->memory->exhausted; i += 1) {
        switch ((sy_rule_type)rules[i].type) {
        case SY_RULE_FORMULA: judge_formula(asked, read, wallet, found, &rules[i]); break;
        case SY_RULE_DERIVE: derive(asked, read, wallet, found->memory, &rules[i]); break;
        case SY_RULE_OPTION: take_option(asked, read, wallet, found->memory, &rules[i]); break;
        case SY_RULE_CHECK: judge_check(asked, read, wallet, found, &rules[i]); break;
        }
    }
}
