/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/rule_conditions.h"

#include "base/assert.h"
#include "decimal/decimal_sum.h"
#include "judge/rule_terms.h"

/* Whether the flag is what the condition wants it to be. */
static sy_truth read_flag(const sy_request *asked, const sy_values *read, const sy_condition *condition, bool wanted) {
    const sy_flag_value *flag = &read->flags[condition->slot];
    SY_ASSERT(condition->slot < asked->profile->flag_names.count);
    if (flag->state != SY_STATE_GOOD) return SY_NOT_KNOWN;
    return flag->is_true == wanted ? SY_YES : SY_NO;
}

static sy_truth compare_texts(const sy_request *asked, const sy_values *read, const sy_condition *condition) {
    const sy_text_value *left = &read->texts[condition->slot];
    const sy_text_value *right = &read->texts[condition->right_slot];
    sy_span said = sy_verifier_text(asked->verifier, condition->literal);
    bool equal;
    SY_ASSERT(condition->slot < asked->profile->text_names.count);
    SY_ASSERT(said.bytes != NULL || condition->right_slot < asked->profile->text_names.count);
    if (left->state != SY_STATE_GOOD) return SY_NOT_KNOWN;
    if (said.bytes == NULL) {
        if (right->state != SY_STATE_GOOD) return SY_NOT_KNOWN;
        said = right->said;
    }
    equal = sy_span_equal(left->said, said);
    return equal == (condition->type == SY_CONDITION_TEXT_IS) ? SY_YES : SY_NO;
}

static sy_truth compare_sums(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                             const sy_condition *condition) {
    sy_decimal_sum difference;
    int sign;
    if (!sy_rule_terms_sum(asked, read, wallet, memory, condition->terms, &difference)) return SY_NOT_KNOWN;
    sign = sy_decimal_sum_sign(&difference);
    switch ((sy_condition_type)condition->type) {
    case SY_CONDITION_LESS: return sign < 0 ? SY_YES : SY_NO;
    case SY_CONDITION_LESS_EQUAL: return sign <= 0 ? SY_YES : SY_NO;
    case SY_CONDITION_GREATER: return sign > 0 ? SY_YES : SY_NO;
    case SY_CONDITION_GREATER_EQUAL: return sign >= 0 ? SY_YES : SY_NO;
    default: return sign == 0 ? SY_YES : SY_NO;
    }
}

static bool is_known(const sy_values *read, const sy_condition *condition) {
    switch ((sy_subject)condition->right_slot) {
    case SY_SUBJECT_AMOUNT: return read->amounts[condition->slot].state == SY_STATE_GOOD;
    case SY_SUBJECT_TEXT: return read->texts[condition->slot].state == SY_STATE_GOOD;
    case SY_SUBJECT_FLAG: break;
    }
    return read->flags[condition->slot].state == SY_STATE_GOOD;
}

sy_truth sy_rule_conditions_judge(const sy_request *asked, const sy_values *read, const sy_wallet *wallet,
                                  sy_arena *memory, const sy_condition *condition) {
    switch ((sy_condition_type)condition->type) {
    case SY_CONDITION_FLAG: return read_flag(asked, read, condition, true);
    case SY_CONDITION_NOT_FLAG: return read_flag(asked, read, condition, false);
    case SY_CONDITION_TEXT_IS:
    case SY_CONDITION_TEXT_IS_NOT: return compare_texts(asked, read, condition);
    case SY_CONDITION_UNIT_IS_KNOWN: return wallet->unit_is_major ? SY_YES : SY_NO;
    case SY_CONDITION_IS_KNOWN: return is_known(read, condition) ? SY_YES : SY_NO;
    case SY_CONDITION_IS_NOT_KNOWN: return is_known(read, condition) ? SY_NO : SY_YES;
    default: return compare_sums(asked, read, wallet, memory, condition);
    }
}

bool sy_rule_conditions_all_hold(const sy_request *asked, const sy_values *read, const sy_wallet *wallet,
                                 sy_arena *memory, sy_ref conditions) {
    const sy_condition *rows = sy_verifier_rows(asked->verifier, conditions);
    for (uint32_t i = 0; i < conditions.count; i += 1)
        if (sy_rule_conditions_judge(asked, read, wallet, memory, &rows[i]) != SY_YES) return false;
    return true;
}
