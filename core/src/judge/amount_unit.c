/* SPDX-License-Identifier: Apache-2.0 */
/*
 * amount_unit.c - from a member's text to an exact amount in a known unit. Nodes come in; decimals and findings about
 * form, range, digits, currency and unit go out. It refuses to round and to guess.
 */
#include "decimal/decimal_sum.h"
#include "judge/stages.h"
#include "values/currency.h"

steelyard_status sy_amount_read_value(sy_session *session, uint32_t node, sy_amount *amount) {
    steelyard_status status = STEELYARD_MEMBER_TYPE;
    amount->node = node;
    amount->state = SY_STATE_BAD;
    amount->sum = 0;
    amount->is_too_long = false;
    if (sy_json_node_is(&session->document, node, SY_NODE_STRING))
        status = sy_decimal_parse_string(sy_json_node_text(session->memory, &session->document, node), &amount->value,
                                         &amount->written_scale);
    else if (sy_json_node_is(&session->document, node, SY_NODE_NUMBER))
        status = sy_decimal_parse_number(sy_json_node_token(&session->document, node), &amount->value,
                                         &amount->written_scale);
    if (status == STEELYARD_DECIMAL_SYNTAX) return STEELYARD_AMOUNT_SYNTAX;
    if (status == STEELYARD_DECIMAL_RANGE) return STEELYARD_AMOUNT_RANGE;
    if (status == STEELYARD_OK) amount->state = SY_STATE_GOOD;
    return status;
}

void sy_amount_read(sy_session *session, uint32_t node, uint32_t carriers, sy_amount *amount) {
    steelyard_status status = sy_amount_read_value(session, node, amount);
    uint32_t carrier = sy_json_node_is(&session->document, node, SY_NODE_STRING) ? SY_CARRIER_STRING
                                                                                 : SY_CARRIER_NUMBER;
    if (status != STEELYARD_OK) (void)sy_find_status_at(session, status, SY_OUTCOME_INVALID, node);
    else if ((carriers & carrier) == 0) (void)sy_find_status_at(session, STEELYARD_AMOUNT_FORM, SY_OUTCOME_WARN, node);
}

/* A mark for each thing that may be wrong with an amount. */
static uint8_t mark_of(steelyard_status status) {
    switch (status) {
    case STEELYARD_AMOUNT_UNIT: return SY_SAID_UNIT;
    case STEELYARD_AMOUNT_PRECISION: return SY_SAID_PRECISION;
    case STEELYARD_AMOUNT_SCALE: return SY_SAID_SCALE;
    default: return SY_SAID_RANGE;
    }
}

/* About an amount of the slot. One that stands around the wallets is of none of them, and the same is not said again. */
static void find_about(sy_session *session, uint32_t slot, steelyard_status status, sy_outcome outcome,
                       const sy_amount *amount) {
    sy_finding *finding;
    uint8_t mark = mark_of(status);
    if (amount->in_body && (session->body->said[slot] & mark) != 0) return;
    finding = sy_find_status_at(session, status, outcome, amount->node);
    if (!amount->in_body) return;
    session->body->saying[slot] = (uint8_t)(session->body->saying[slot] | mark);
    if (finding != NULL) finding->wallet = SY_NO_WALLET;
}

/* Of a wallet's currency; one that stands around the wallets is the same for all, and is judged with the first. */
static void find_unknown_currency(sy_session *session, const sy_text_value *stated) {
    sy_finding *finding;
    if (stated->in_body && session->wallet_index > 0) return;
    finding = sy_find_status_at(session, STEELYARD_CURRENCY_UNKNOWN, SY_OUTCOME_WARN, stated->node);
    if (finding != NULL && stated->in_body) finding->wallet = SY_NO_WALLET;
}

/* A code from the options that no table knows is said once, without a place. */
static void find_unexplained(sy_session *session, sy_span code) {
    for (uint32_t i = 0; i < session->unexplained_count; i += 1)
        if (sy_span_equal(session->unexplained_codes[i], code)) return;
    if (session->unexplained_count < session->unexplained_capacity) {
        session->unexplained_codes[session->unexplained_count] = code;
        session->unexplained_count += 1;
    }
    (void)sy_find_plain(
        session, steelyard_status_code(STEELYARD_CURRENCY_UNKNOWN), SY_OUTCOME_WARN,
        sy_writer_join(session->memory, code, SY_SPAN(" (from the options) is a currency code that is in no table.")));
}

/* The wallet's code: of the response, else of the options or the profile where the response cannot say. */
static bool choose_currency(sy_session *session, sy_span *code_out, bool *from_options) {
    const sy_text_value *stated = &session->values.texts[SY_TEXT_CURRENCY];
    const sy_field *fields = sy_verifier_rows(session->block, session->profile->fields);
    *from_options = session->profile->currency_from_option != 0;
    if (*from_options) {
        *code_out = sy_session_text(session, session->block->currency);
        if (code_out->bytes == NULL) *code_out = sy_session_text(session, session->profile->currency_default);
        return code_out->bytes != NULL;
    }
    for (uint32_t i = 0; i < session->profile->fields.count; i += 1)
        if (fields[i].type == SY_FIELD_CURRENCY_ID) *from_options = session->values.currency_is_mapped;
    *code_out = stated->word;
    return stated->state == SY_STATE_GOOD;
}

/* Rules see a currency that the options give as they see one that the response states. */
static void keep_given_currency(sy_text_value *stated, sy_span code) {
    stated->text = code;
    stated->word = code;
    stated->node = SY_NODE_NONE;
    stated->state = SY_STATE_GOOD;
}

static void judge_currency(sy_session *session) {
    sy_wallet *wallet = session->wallet;
    sy_text_value *stated = &session->values.texts[SY_TEXT_CURRENCY];
    sy_span code = {NULL, 0};
    bool from_options = false;
    wallet->minor_units = SY_MINOR_UNITS_NONE;
    session->currency_is_good = choose_currency(session, &code, &from_options);
    if (!session->currency_is_good) return;
    if (session->profile->currency_from_option) keep_given_currency(stated, code);
    wallet->currency = code;
    wallet->currency_is_known = sy_wallet_currency_digits(session, code, &wallet->minor_units);
    if (wallet->currency_is_known) return;
    wallet->minor_units = SY_MINOR_UNITS_NONE;
    if (from_options) find_unexplained(session, code);
    else find_unknown_currency(session, stated);
}

/* How an amount counts. */
typedef struct counting {
    bool is_known;
    bool is_integer; /* of 10^-digits of the major unit */
    uint32_t digits;
} counting;

static counting count_minor(const sy_session *session, const sy_unit *unit) {
    const sy_currency_row *rows = sy_verifier_rows(session->block, unit->exceptions);
    const sy_wallet *wallet = session->wallet;
    counting minor = {wallet->minor_units != SY_MINOR_UNITS_NONE, true, 0};
    if (minor.is_known) minor.digits = (uint32_t)wallet->minor_units;
    for (uint32_t i = 0; i < unit->exceptions.count && session->currency_is_good; i += 1) {
        if (!sy_span_equal(sy_session_text(session, rows[i].code), wallet->currency)) continue;
        minor.is_known = true;
        minor.digits = (uint32_t)rows[i].minor_units;
    }
    return minor;
}

/* The digits that the response states; judged plain and at most 38 when they were read. */
static counting count_stated(const sy_session *session, uint32_t slot) {
    const sy_text_value *stated = &session->values.texts[slot];
    counting integers = {stated->state == SY_STATE_GOOD, true, 0};
    for (size_t i = 0; integers.is_known && i < stated->text.nbytes; i += 1)
        integers.digits = integers.digits * 10 + (uint32_t)(stated->text.bytes[i] - '0');
    return integers;
}

static counting count_of(const sy_session *session, uint32_t slot) {
    const sy_unit *units = sy_verifier_rows(session->block, session->profile->units);
    const sy_unit *unit = &units[slot];
    switch ((sy_unit_type)unit->type) {
    case SY_UNIT_MAJOR: break;
    case SY_UNIT_OPTION:
        if (session->block->unit_is_minor) return count_minor(session, unit);
        return (counting){session->block->unit_is_major != 0, false, 0};
    case SY_UNIT_MINOR: return count_minor(session, unit);
    case SY_UNIT_DIGITS: return (counting){true, true, unit->digits};
    case SY_UNIT_MEMBER: return count_stated(session, unit->slot);
    }
    return (counting){true, false, 0};
}

bool sy_amount_unit_divide(const sy_session *session, uint32_t slot, sy_amount *amount) {
    counting count = count_of(session, slot);
    sy_decimal major;
    if (!session->wallet->unit_is_major || !count.is_integer) return true;
    if (sy_decimal_shift(&amount->value, -(int32_t)count.digits, &major) != STEELYARD_OK) return false;
    amount->value = major;
    amount->written_scale += count.digits;
    return true;
}

/*
 * Digits below the minor unit are a fraction of an integer, or digits of the amount beyond those of its currency.
 * Zeros among them are worth a word only where they were written: those that an integer's division makes are not.
 */
void sy_amount_unit_judge_digits(sy_session *session, uint32_t slot, sy_amount *amount) {
    const sy_wallet *wallet = session->wallet;
    counting count = count_of(session, slot);
    bool has_minor_units = wallet->minor_units != SY_MINOR_UNITS_NONE;
    uint32_t minor_units = has_minor_units ? (uint32_t)wallet->minor_units : SY_SCALE_DIGITS_MAX;
    bool fraction;
    bool zeros;
    if (!wallet->unit_is_major || !count.is_known || amount->state != SY_STATE_GOOD) return;
    if (!count.is_integer && !has_minor_units) return;
    fraction = count.is_integer && sy_decimal_has_digits_beyond(&amount->value, 0);
    zeros = count.is_integer ? amount->written_scale > 0 : amount->written_scale > minor_units;
    if (!sy_amount_unit_divide(session, slot, amount)) {
        amount->state = SY_STATE_BAD;
        find_about(session, slot, STEELYARD_AMOUNT_RANGE, SY_OUTCOME_INVALID, amount);
        return;
    }
    if (fraction || (has_minor_units && sy_decimal_has_digits_beyond(&amount->value, minor_units)))
        find_about(session, slot, STEELYARD_AMOUNT_PRECISION, SY_OUTCOME_FAIL, amount);
    else if (zeros) find_about(session, slot, STEELYARD_AMOUNT_SCALE, SY_OUTCOME_WARN, amount);
}

/* Of the amounts that parsed every unit must be known; where none did, of all that the provider states. */
static bool units_are_known(const sy_session *session) {
    const sy_unit *units = sy_verifier_rows(session->block, session->profile->units);
    bool all = true;
    bool parsed = false;
    bool all_parsed = true;
    for (uint32_t slot = 0; slot < session->profile->units.count; slot += 1) {
        bool is_known = count_of(session, slot).is_known;
        if (units[slot].is_stated == 0) continue;
        all = all && is_known;
        if (session->values.amounts[slot].state != SY_STATE_GOOD && !session->values.amounts[slot].is_too_long)
            continue;
        parsed = true;
        all_parsed = all_parsed && is_known;
    }
    return parsed ? all_parsed : all;
}

/* A sum that does not fit as it stands may fit in major units. */
static void add_up_again(sy_session *session, uint32_t slot, sy_amount *amount) {
    sy_list_sum walk;
    sy_decimal_sum sum;
    sy_decimal_sum_begin(&sum);
    sy_list_sum_begin(session, amount, &walk);
    while (sy_list_sum_next(session, &walk)) {
        if (!sy_amount_unit_divide(session, slot, &walk.value)) return;
        sy_decimal_sum_add(&sum, &walk.value.value);
        if (walk.value.written_scale > amount->written_scale) amount->written_scale = walk.value.written_scale;
    }
    if (sy_decimal_sum_result(&sum, &amount->value) != STEELYARD_OK) return;
    amount->state = SY_STATE_GOOD;
    amount->is_too_long = false;
}

/* Whether the elements have been judged as they count for this wallet: then there is nothing new to say of them. */
static bool was_judged(sy_session *session, uint32_t slot, const sy_amount *amount) {
    counting count = count_of(session, slot);
    uint64_t bit = (uint64_t)1 << (count.is_integer ? count.digits : 63u);
    uint64_t *judged;
    if (!amount->in_body) return false;
    judged = &session->body->judged[slot][session->wallet->minor_units + 1];
    if ((*judged & bit) != 0) return true;
    *judged |= bit;
    return false;
}

static void judge_sum(sy_session *session, uint32_t slot, sy_amount *amount) {
    if (session->wallet->unit_is_major && count_of(session, slot).is_known && !was_judged(session, slot, amount))
        sy_amount_unit_judge_sum(session, amount);
    if (amount->is_too_long) {
        add_up_again(session, slot, amount);
    } else if (amount->state == SY_STATE_GOOD && !sy_amount_unit_divide(session, slot, amount)) {
        amount->state = SY_STATE_BAD; /* its elements may fit one by one */
        amount->is_too_long = !amount->in_body;
    }
}

static void judge_amount(sy_session *session, uint32_t slot) {
    sy_amount *amount = &session->values.amounts[slot];
    const sy_text_value *currency = &session->values.texts[SY_TEXT_CURRENCY];
    bool currency_is_bad = currency->state == SY_STATE_BAD && !session->values.currency_is_unmapped;
    bool is_said = amount->sum != 0 && sy_list_sum_was_added(session, amount->sum - 1u);
    if (amount->state == SY_STATE_GOOD && !session->wallet->unit_is_major && !currency_is_bad && !is_said)
        find_about(session, slot, STEELYARD_AMOUNT_UNIT, SY_OUTCOME_UNVERIFIABLE, amount);
    if (amount->sum != 0) judge_sum(session, slot, amount);
    else if (amount->state == SY_STATE_GOOD) sy_amount_unit_judge_digits(session, slot, amount);
    if (session->body == NULL) return;
    session->body->said[slot] |= session->body->saying[slot];
    session->body->saying[slot] = 0;
}

void sy_amount_unit_judge(sy_session *session) {
    judge_currency(session);
    session->wallet->unit_is_major = units_are_known(session);
    for (uint32_t slot = 0; slot < session->profile->amount_names.count; slot += 1) judge_amount(session, slot);
}
