/* SPDX-License-Identifier: Apache-2.0 */
/*
 * amounts.c - from a member's text to an exact amount in a known unit. Nodes come in; decimals and findings about
 * form, range, digits, currency and unit go out. It refuses to round and to guess.
 */
#include "currency.h"
#include "stages.h"

void sy_read_amount(sy_session *session, uint32_t node, bool carried_as_string, sy_amount *amount) {
    bool is_string = sy_node_is(&session->document, node, SY_NODE_STRING);
    steelyard_status status = STEELYARD_MEMBER_TYPE;
    amount->node = node;
    amount->state = SY_STATE_BAD;
    if (is_string)
        status = sy_decimal_parse_string(sy_node_text(session->memory, &session->document, node), &amount->value,
                                         &amount->written_scale);
    else if (sy_node_is(&session->document, node, SY_NODE_NUMBER))
        status = sy_decimal_parse_number(sy_node_token(&session->document, node), &amount->value,
                                         &amount->written_scale);
    if (status == STEELYARD_DECIMAL_SYNTAX) status = STEELYARD_AMOUNT_SYNTAX;
    if (status == STEELYARD_DECIMAL_RANGE) status = STEELYARD_AMOUNT_RANGE;
    if (status != STEELYARD_OK) {
        (void)sy_find_status_at(session, status, SY_OUTCOME_INVALID, node);
        return;
    }
    amount->state = SY_STATE_GOOD;
    if (is_string != carried_as_string)
        (void)sy_find_status_at(session, STEELYARD_AMOUNT_FORM, SY_OUTCOME_WARN, node);
}

/* A code from the options that no table knows is said once, without a place. */
static void find_unexplained(sy_session *session, sy_span code) {
    for (uint32_t i = 0; i < session->unexplained_count; i += 1)
        if (sy_span_equal(session->unexplained_codes[i], code)) return;
    if (session->unexplained_count < session->unexplained_capacity) {
        session->unexplained_codes[session->unexplained_count] = code;
        session->unexplained_count += 1;
    }
    (void)sy_find_plain(session, steelyard_status_code(STEELYARD_CURRENCY_UNKNOWN), SY_OUTCOME_WARN,
                        sy_join(session->memory, code, SY_SPAN(" (from the options) is a currency code that is in no table.")));
}

/* The wallet's code: of the response, else of the options or the profile where the response cannot say. */
static bool choose_currency(sy_session *session, sy_span *code_out, bool *from_options) {
    const sy_text_value *stated = &session->texts[SY_TEXT_CURRENCY];
    const sy_field *fields = sy_block_rows(session->block, session->profile->fields);
    *from_options = session->profile->currency_from_option != 0;
    if (*from_options) {
        *code_out = sy_text_of(session, session->block->currency);
        if (code_out->bytes == NULL) *code_out = sy_text_of(session, session->profile->currency_default);
        return code_out->bytes != NULL;
    }
    for (uint32_t i = 0; i < session->profile->fields.count; i += 1)
        if (fields[i].type == SY_FIELD_CURRENCY_ID) *from_options = true;
    *code_out = stated->word;
    return stated->state == SY_STATE_GOOD;
}

static void judge_currency(sy_session *session) {
    sy_wallet *wallet = session->wallet;
    sy_span code = {NULL, 0};
    bool from_options = false;
    wallet->minor_units = SY_MINOR_UNITS_NONE;
    session->currency_is_good = choose_currency(session, &code, &from_options);
    if (!session->currency_is_good) return;
    wallet->currency = code;
    wallet->currency_is_known = sy_options_minor_units(session->block, code, &wallet->minor_units) ||
                                sy_currency_find(code, &wallet->minor_units);
    if (wallet->currency_is_known) return;
    wallet->minor_units = SY_MINOR_UNITS_NONE;
    if (from_options) find_unexplained(session, code);
    else
        (void)sy_find_status_at(session, STEELYARD_CURRENCY_UNKNOWN, SY_OUTCOME_WARN,
                                session->texts[SY_TEXT_CURRENCY].node);
}

/* Whether the amounts as they stand count minor units. */
static bool is_minor(const sy_session *session) {
    return session->profile->unit_is_known == 0 && session->block->unit_is_minor != 0;
}

void sy_judge_digits(sy_session *session, sy_amount *amount) {
    sy_wallet *wallet = session->wallet;
    uint32_t digits = (uint32_t)wallet->minor_units;
    sy_decimal major;
    if (!wallet->unit_is_major || wallet->minor_units == SY_MINOR_UNITS_NONE || amount->state != SY_STATE_GOOD) return;
    if (is_minor(session)) {
        if (sy_decimal_shift(&amount->value, -wallet->minor_units, &major) != STEELYARD_OK) {
            amount->state = SY_STATE_BAD;
            (void)sy_find_status_at(session, STEELYARD_AMOUNT_RANGE, SY_OUTCOME_INVALID, amount->node);
            return;
        }
        amount->value = major;
        amount->written_scale += digits;
    }
    if (sy_decimal_has_digits_beyond(&amount->value, digits))
        (void)sy_find_status_at(session, STEELYARD_AMOUNT_PRECISION, SY_OUTCOME_FAIL, amount->node);
    else if (amount->written_scale > digits)
        (void)sy_find_status_at(session, STEELYARD_AMOUNT_SCALE, SY_OUTCOME_WARN, amount->node);
}

void sy_judge_unit(sy_session *session) {
    sy_wallet *wallet = session->wallet;
    bool has_minor_units;
    judge_currency(session);
    has_minor_units = wallet->minor_units != SY_MINOR_UNITS_NONE;
    wallet->unit_is_major = session->profile->unit_is_known || session->block->unit_is_major ||
                            (session->block->unit_is_minor && has_minor_units);
    for (uint32_t i = 0; i < session->profile->amount_names.count; i += 1) {
        sy_amount *amount = &session->amounts[i];
        if (amount->state != SY_STATE_GOOD) continue;
        sy_judge_digits(session, amount);
        if (!wallet->unit_is_major && session->currency_is_good)
            (void)sy_find_status_at(session, STEELYARD_AMOUNT_UNIT, SY_OUTCOME_UNVERIFIABLE, amount->node);
    }
}
