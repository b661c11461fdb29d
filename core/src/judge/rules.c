/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rules.c - formulas, derived amounts and checks of one wallet. The wallet's values come in; findings and derived
 * values go out. A rule one of whose terms is not known is left alone, unless it says what not knowing means.
 */
#include "judge/equality.h"
#include "judge/stages.h"

static bool same_exceptions(const sy_session *session, sy_ref left, sy_ref right) {
    const sy_currency_row *left_rows = sy_verifier_rows(session->block, left);
    const sy_currency_row *right_rows = sy_verifier_rows(session->block, right);
    if (left.count != right.count) return false;
    for (uint32_t i = 0; i < left.count; i += 1)
        if (left_rows[i].minor_units != right_rows[i].minor_units ||
            !sy_span_equal(sy_session_text(session, left_rows[i].code), sy_session_text(session, right_rows[i].code)))
            return false;
    return true;
}

static bool same_unit(const sy_session *session, const sy_unit *left, const sy_unit *right) {
    return left->type == right->type && left->digits == right->digits && left->slot == right->slot &&
           same_exceptions(session, left->exceptions, right->exceptions);
}

/*
 * Where the wallet's unit is not known nothing was divided: amounts of different units are then no quantities of one
 * kind. What has no place of its own has no unit of its own either.
 */
static bool units_agree(const sy_session *session, sy_ref terms, const sy_unit *first) {
    const sy_term *rows = sy_verifier_rows(session->block, terms);
    const sy_unit *units = sy_verifier_rows(session->block, session->profile->units);
    if (session->wallet->unit_is_major) return true;
    for (uint32_t i = 0; i < terms.count; i += 1) {
        const sy_unit *unit = &units[rows[i].slot];
        if (rows[i].is_constant || unit->is_stated == 0) continue;
        if (first == NULL) first = unit;
        if (!same_unit(session, first, unit)) return false;
    }
    return true;
}

static void add_value(sy_decimal_sum *sum, bool negative, const sy_decimal *value) {
    if (negative) sy_decimal_sum_subtract(sum, value);
    else sy_decimal_sum_add(sum, value);
}

/* A sum that does not fit by itself: its elements one by one. */
static bool add_elements(sy_session *session, const sy_term *row, sy_decimal_sum *sum) {
    sy_list_sum walk;
    sy_list_sum_begin(session, &session->values.amounts[row->slot], &walk);
    while (sy_list_sum_next(session, &walk)) {
        if (!sy_amount_unit_divide(session, row->slot, &walk.value)) return false;
        add_value(sum, row->negative != 0, &walk.value.value);
    }
    return true;
}

/* Adds the terms; false where one is not known. */
static bool sum_terms(sy_session *session, sy_ref terms, sy_decimal_sum *sum) {
    const sy_term *rows = sy_verifier_rows(session->block, terms);
    sy_decimal_sum_begin(sum);
    if (!units_agree(session, terms, NULL)) return false;
    for (uint32_t i = 0; i < terms.count; i += 1) {
        const sy_amount *amount = &session->values.amounts[rows[i].slot];
        if (rows[i].is_constant) add_value(sum, rows[i].negative != 0, &rows[i].constant);
        else if (amount->state == SY_STATE_GOOD) add_value(sum, rows[i].negative != 0, &amount->value);
        else if (!amount->is_too_long || !add_elements(session, &rows[i], sum)) return false;
    }
    return true;
}

static sy_truth compare_texts(const sy_session *session, const sy_condition *condition) {
    const sy_text_value *left = &session->values.texts[condition->slot];
    const sy_text_value *right = &session->values.texts[condition->right_slot];
    sy_span word = sy_session_text(session, condition->literal);
    bool equal;
    if (left->state != SY_STATE_GOOD) return SY_NOT_KNOWN;
    if (word.bytes == NULL) {
        if (right->state != SY_STATE_GOOD) return SY_NOT_KNOWN;
        word = right->word;
    }
    equal = sy_span_equal(left->word, word);
    return equal == (condition->type == SY_CONDITION_TEXT_IS) ? SY_YES : SY_NO;
}

static sy_truth compare_sums(sy_session *session, const sy_condition *condition) {
    sy_decimal_sum difference;
    int sign;
    if (!sum_terms(session, condition->terms, &difference)) return SY_NOT_KNOWN;
    sign = sy_decimal_sum_sign(&difference);
    switch ((sy_condition_type)condition->type) {
    case SY_CONDITION_LESS: return sign < 0 ? SY_YES : SY_NO;
    case SY_CONDITION_LESS_EQUAL: return sign <= 0 ? SY_YES : SY_NO;
    case SY_CONDITION_GREATER: return sign > 0 ? SY_YES : SY_NO;
    case SY_CONDITION_GREATER_EQUAL: return sign >= 0 ? SY_YES : SY_NO;
    default: return sign == 0 ? SY_YES : SY_NO;
    }
}

static bool is_known(const sy_session *session, const sy_condition *condition) {
    const sy_values *values = &session->values;
    switch ((sy_subject)condition->right_slot) {
    case SY_SUBJECT_AMOUNT: return values->amounts[condition->slot].state == SY_STATE_GOOD;
    case SY_SUBJECT_TEXT: return values->texts[condition->slot].state == SY_STATE_GOOD;
    case SY_SUBJECT_FLAG: break;
    }
    return values->flags[condition->slot].state == SY_STATE_GOOD;
}

static sy_truth judge_condition(sy_session *session, const sy_condition *condition) {
    const sy_flag_value *flag = &session->values.flags[condition->slot & (SY_FLAGS_MAX - 1)];
    switch ((sy_condition_type)condition->type) {
    case SY_CONDITION_FLAG: return flag->state != SY_STATE_GOOD ? SY_NOT_KNOWN : flag->is_true ? SY_YES : SY_NO;
    case SY_CONDITION_NOT_FLAG: return flag->state != SY_STATE_GOOD ? SY_NOT_KNOWN : flag->is_true ? SY_NO : SY_YES;
    case SY_CONDITION_TEXT_IS:
    case SY_CONDITION_TEXT_IS_NOT: return compare_texts(session, condition);
    case SY_CONDITION_UNIT_IS_KNOWN: return session->wallet->unit_is_major ? SY_YES : SY_NO;
    case SY_CONDITION_IS_KNOWN: return is_known(session, condition) ? SY_YES : SY_NO;
    case SY_CONDITION_IS_NOT_KNOWN: return is_known(session, condition) ? SY_NO : SY_YES;
    default: return compare_sums(session, condition);
    }
}

static bool all_hold(sy_session *session, sy_ref conditions) {
    const sy_condition *rows = sy_verifier_rows(session->block, conditions);
    for (uint32_t i = 0; i < conditions.count; i += 1)
        if (judge_condition(session, &rows[i]) != SY_YES) return false;
    return true;
}

/* The provider's name for an amount, or the canonical one where nothing of the body is behind it. */
static sy_span amount_name(const sy_session *session, uint32_t slot) {
    sy_span member = sy_verifier_text_at(session->block, session->profile->amount_members, slot);
    return member.nbytes > 0 ? member : sy_verifier_text_at(session->block, session->profile->amount_names, slot);
}

/* `WalletBalance + TotalGiftBalance - BlockedBalance` */
static sy_span write_terms(const sy_session *session, sy_ref terms) {
    const sy_term *rows = sy_verifier_rows(session->block, terms);
    sy_writer writer;
    sy_writer_begin(&writer, session->memory);
    for (uint32_t i = 0; i < terms.count; i += 1) {
        if (i > 0) sy_writer_literal(&writer, rows[i].negative ? " - " : " + ");
        else if (rows[i].negative) sy_writer_byte(&writer, '-');
        if (rows[i].is_constant) sy_decimal_write(&writer, &rows[i].constant, 0);
        else sy_writer_span(&writer, amount_name(session, rows[i].slot));
    }
    return sy_writer_end(&writer);
}

/* Where a term stands: its row, and of a sum the element. */
typedef struct term_origin {
    uint32_t row;
    uint32_t element; /* SY_NODE_NONE where the row is no sum */
} term_origin;

/* The terms of E with every sum taken apart. */
typedef struct term_list {
    sy_signed_term *terms; /* NULL while they are only counted */
    term_origin *origins;
    uint32_t count;
} term_list;

static void add_term(term_list *list, const sy_term *row, const sy_decimal *value, uint32_t written_scale,
                     term_origin origin) {
    if (list->terms != NULL) {
        list->terms[list->count].value = row->negative ? sy_decimal_negate(value) : *value;
        list->terms[list->count].written_scale = written_scale;
        list->origins[list->count] = origin;
    }
    list->count += 1;
}

static void add_elements_of(sy_session *session, term_list *list, const sy_term *row, uint32_t index) {
    sy_list_sum walk;
    sy_list_sum_begin(session, &session->values.amounts[row->slot], &walk);
    while (sy_list_sum_next(session, &walk)) {
        (void)sy_amount_unit_divide(session, row->slot, &walk.value); /* fits: it was judged before */
        add_term(list, row, &walk.value.value, walk.value.written_scale, (term_origin){index, walk.node});
    }
}

static void add_terms(sy_session *session, sy_ref terms, term_list *list) {
    const sy_term *rows = sy_verifier_rows(session->block, terms);
    for (uint32_t i = 0; i < terms.count; i += 1) {
        const sy_amount *amount = &session->values.amounts[rows[i].slot];
        const sy_decimal *constant = &rows[i].constant;
        term_origin origin = {i, SY_NODE_NONE};
        if (rows[i].is_constant) add_term(list, &rows[i], constant, constant->scale_digits, origin);
        else if (amount->sum != 0 && !amount->in_body) add_elements_of(session, list, &rows[i], i);
        else add_term(list, &rows[i], &amount->value, amount->written_scale, origin);
    }
}

/* `cash`, or `holds/3`, `holds/card` for one of those that a sum adds. */
static sy_span term_name(sy_session *session, sy_ref terms, const term_origin *origin) {
    const sy_term *rows = sy_verifier_rows(session->block, terms);
    const sy_document *document = &session->document;
    sy_span name = sy_verifier_text_at(session->block, session->profile->amount_names, rows[origin->row].slot);
    sy_span member = {NULL, 0};
    sy_writer writer;
    if (rows[origin->row].is_constant) return (sy_span){NULL, 0};
    if (origin->element == SY_NODE_NONE) return name;
    if (sy_json_node_is(document, document->nodes[origin->element].parent, SY_NODE_OBJECT))
        member = sy_json_node_text(session->memory, document, sy_json_node_key(origin->element));
    sy_writer_begin(&writer, session->memory);
    sy_writer_span(&writer, name);
    sy_writer_byte(&writer, '/');
    if (member.bytes != NULL) sy_writer_span(&writer, member);
    else sy_writer_unsigned(&writer, document->nodes[origin->element].position);
    return sy_writer_end(&writer);
}

/* The terms of a long list are scratch: a body that fails a rule in every wallet must not pile them up. */
static void explain_failure(sy_session *session, const sy_rule *rule, sy_finding *finding, sy_failure *failure) {
    size_t mark_nbytes = session->memory->arena->used_nbytes;
    term_list list = {NULL, NULL, 0};
    term_origin blamed_origin = {0, SY_NODE_NONE};
    uint32_t blamed = 0;
    sy_cause cause;
    add_terms(session, rule->terms, &list);
    list.terms = sy_arena_allocate_array(session->memory, list.count, sizeof *list.terms);
    list.origins = sy_arena_allocate_array(session->memory, list.count, sizeof *list.origins);
    if (list.terms == NULL || list.origins == NULL) return;
    list.count = 0;
    add_terms(session, rule->terms, &list);
    failure->terms = list.terms;
    failure->term_count = list.count;
    cause = sy_cause_by_terms(failure, &blamed);
    if (list.count > 0) blamed_origin = list.origins[blamed];
    if (cause == SY_CAUSE_UNKNOWN) cause = sy_cause_by_digits(failure);
    failure->terms = NULL;
    steelyard_arena_reset(session->memory->arena, mark_nbytes);
    if (cause >= SY_CAUSE_OMITTED && cause <= SY_CAUSE_FLIPPED)
        finding->term = term_name(session, rule->terms, &blamed_origin);
    finding->cause = sy_cause_name(cause);
}

static void judge_formula(sy_session *session, const sy_rule *rule) {
    const sy_amount *stated = &session->values.amounts[rule->slot];
    sy_equality equality;
    sy_finding *finding = NULL;
    sy_failure failure;
    const sy_unit *units = sy_verifier_rows(session->block, session->profile->units);
    if (stated->state != SY_STATE_GOOD || stated->node == SY_NODE_NONE) return;
    if (!units_agree(session, rule->terms, &units[rule->slot])) return;
    if (!all_hold(session, rule->when) || !sum_terms(session, rule->terms, &equality.sum)) return;
    equality.code = sy_session_text(session, rule->code);
    equality.outcome = (sy_outcome)rule->outcome;
    equality.stated = stated;
    equality.stated_text = amount_name(session, rule->slot);
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

/* Whether every amount among the terms counts for all wallets: then the sum does, too. */
static bool is_shared(const sy_session *session, sy_ref terms) {
    const sy_term *rows = sy_verifier_rows(session->block, terms);
    bool any = false;
    for (uint32_t i = 0; i < terms.count; i += 1) {
        if (rows[i].is_constant) continue;
        if (!session->values.amounts[rows[i].slot].in_body) return false;
        any = true;
    }
    return any;
}

/* An amount that the provider does not give; one that does not fit is left out. */
static void derive(sy_session *session, const sy_rule *rule) {
    sy_amount *amount = &session->values.amounts[rule->slot];
    sy_decimal_sum sum;
    if (amount->state != SY_STATE_ABSENT || !all_hold(session, rule->when)) return;
    if (!sum_terms(session, rule->terms, &sum)) return;
    if (sy_decimal_sum_result(&sum, &amount->value) != STEELYARD_OK) return;
    amount->state = SY_STATE_GOOD;
    amount->node = SY_NODE_NONE;
    amount->written_scale = amount->value.scale_digits;
    amount->in_body = is_shared(session, rule->terms);
}

static void take_option(sy_session *session, const sy_rule *rule) {
    sy_amount *amount = &session->values.amounts[rule->slot];
    const sy_text_value *id = &session->values.texts[SY_TEXT_ID];
    sy_span wallet = id->state == SY_STATE_GOOD ? id->word : (sy_span){NULL, 0};
    if (amount->state != SY_STATE_ABSENT || !all_hold(session, rule->when)) return;
    amount->from_option = true;
    if (!sy_verifier_options_credit_limit(session->block, wallet, &amount->value)) return;
    amount->state = SY_STATE_GOOD;
    amount->written_scale = amount->value.scale_digits;
}

/* The node that a check judges; SY_NODE_NONE where the amount is derived or not there. */
static uint32_t subject_node(const sy_session *session, const sy_rule *rule) {
    const sy_amount *amount = &session->values.amounts[rule->slot];
    const sy_text_value *text = &session->values.texts[rule->slot & (SY_TEXTS_MAX - 1)];
    const sy_flag_value *flag = &session->values.flags[rule->slot & (SY_FLAGS_MAX - 1)];
    switch ((sy_subject)rule->subject) {
    case SY_SUBJECT_AMOUNT: return amount->state == SY_STATE_GOOD ? amount->node : SY_NODE_NONE;
    case SY_SUBJECT_TEXT: return text->state == SY_STATE_GOOD ? text->node : SY_NODE_NONE;
    case SY_SUBJECT_FLAG: break;
    }
    return flag->state == SY_STATE_GOOD ? flag->node : SY_NODE_NONE;
}

static sy_span check_message(const sy_session *session, const sy_rule *rule) {
    sy_span message = sy_session_text(session, rule->message);
    if (message.bytes != NULL) return message;
    return sy_writer_join(session->memory, SY_SPAN("This does not hold: "), sy_session_text(session, rule->that_text));
}

static void judge_check(sy_session *session, const sy_rule *rule) {
    uint32_t node = subject_node(session, rule);
    sy_truth holds;
    sy_finding *finding;
    if (node == SY_NODE_NONE || !all_hold(session, rule->when)) return;
    holds = judge_condition(session, &rule->that);
    if (holds == SY_YES || (holds == SY_NOT_KNOWN && rule->reason.start == 0)) return;
    if (holds == SY_NO) {
        finding = sy_find_at(session, sy_session_text(session, rule->code), (sy_outcome)rule->outcome, node,
                             check_message(session, rule));
        if (finding != NULL) finding->wallet = session->wallet_index; /* also where a member of the body is judged */
        return;
    }
    finding = sy_find_at(
        session, sy_session_text(session, rule->code), SY_OUTCOME_UNVERIFIABLE, node,
        sy_writer_join(session->memory, sy_find_member_name(session, node),
                       sy_span_equal(sy_session_text(session, rule->reason), SY_SPAN("limit_unknown"))
                           ? SY_SPAN(" cannot be judged: a limit is not known.")
                           : SY_SPAN(" cannot be judged: something that the check needs is not known.")));
    if (finding == NULL) return;
    finding->wallet = session->wallet_index;
    finding->reason = sy_session_text(session, rule->reason);
}

void sy_rules_apply(sy_session *session) {
    const sy_rule *rules = sy_verifier_rows(session->block, session->profile->rules);
    for (uint32_t i = 0; i < session->profile->rules.count && !session->memory->exhausted; i += 1) {
        switch ((sy_rule_type)rules[i].type) {
        case SY_RULE_FORMULA: judge_formula(session, &rules[i]); break;
        case SY_RULE_DERIVE: derive(session, &rules[i]); break;
        case SY_RULE_OPTION: take_option(session, &rules[i]); break;
        case SY_RULE_CHECK: judge_check(session, &rules[i]); break;
        }
    }
}
