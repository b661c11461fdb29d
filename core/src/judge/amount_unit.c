/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/amount_unit.h"

#include "base/assert.h"
#include "decimal/decimal_sum.h"
#include "judge/list_sum.h"
#include "judge/wallet_currency.h"
#include "values/currency.h"

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
static void find_about(sy_findings *found, uint32_t slot, steelyard_status status, sy_outcome outcome,
                       const sy_amount *amount) {
    sy_finding *finding;
    uint8_t mark = mark_of(status);
    if (amount->in_body && sy_find_was_said(found, slot, mark)) return;
    finding = sy_find_status_at(found, status, outcome, amount->node);
    if (!amount->in_body) return;
    sy_find_say_once(found, slot, mark);
    if (finding != NULL) finding->wallet = SY_NO_WALLET;
}

/* Of a wallet's currency; one that stands around the wallets is the same for all, and is judged with the first. */
static void find_unknown_currency(sy_findings *found, const sy_text_value *stated) {
    sy_finding *finding;
    if (stated->in_body && found->parts->index > 0) return;
    finding = sy_find_status_at(found, STEELYARD_CURRENCY_UNKNOWN, SY_OUTCOME_WARN, stated->node);
    if (finding != NULL && stated->in_body) finding->wallet = SY_NO_WALLET;
}

/* The wallet's code: of the response, else of the options or the profile where the response cannot say. */
static bool choose_currency(const sy_request *asked, const sy_values *read, sy_span *code_out, bool *from_options) {
    const sy_text_value *stated = &read->texts[SY_TEXT_CURRENCY];
    const sy_field *fields = sy_verifier_rows(asked->verifier, asked->profile->fields);
    *from_options = asked->profile->currency_from_option != 0;
    if (*from_options) {
        *code_out = sy_verifier_text(asked->verifier, asked->verifier->currency);
        if (code_out->bytes == NULL) *code_out = sy_verifier_text(asked->verifier, asked->profile->currency_default);
        return code_out->bytes != NULL;
    }
    for (uint32_t i = 0; i < asked->profile->fields.count; i += 1)
        if (fields[i].type == SY_FIELD_CURRENCY_ID) *from_options = read->currency_is_mapped;
    *code_out = stated->said;
    return stated->state == SY_STATE_GOOD;
}

/* Rules see a currency that the options give as they see one that the response states. */
static void keep_given_currency(sy_text_value *stated, sy_span code) {
    stated->text = code;
    stated->said = code;
    stated->node = SY_NODE_NONE;
    stated->state = SY_STATE_GOOD;
}

static void judge_currency(const sy_request *asked, sy_values *read, sy_wallet *wallet, sy_findings *found) {
    sy_text_value *stated = &read->texts[SY_TEXT_CURRENCY];
    sy_span code = {NULL, 0};
    bool from_options = false;
    wallet->minor_units = SY_MINOR_UNITS_NONE;
    read->currency_is_good = choose_currency(asked, read, &code, &from_options);
    if (!read->currency_is_good) return;
    if (asked->profile->currency_from_option) keep_given_currency(stated, code);
    wallet->currency = code;
    wallet->currency_is_known = sy_wallet_currency_digits(asked, code, &wallet->minor_units);
    if (wallet->currency_is_known) return;
    wallet->minor_units = SY_MINOR_UNITS_NONE;
    if (from_options) sy_find_unexplained_code(found, code);
    else find_unknown_currency(found, stated);
}

/* How an amount counts. */
typedef struct counting {
    bool is_known;
    bool is_integer; /* of 10^-digits of the major unit */
    uint32_t digits;
} counting;

static counting count_minor(const sy_request *asked, const sy_values *read, const sy_wallet *wallet,
                            const sy_unit *unit) {
    const sy_currency_row *rows = sy_verifier_rows(asked->verifier, unit->exceptions);
    counting minor = {wallet->minor_units != SY_MINOR_UNITS_NONE, true, 0};
    if (minor.is_known) minor.digits = (uint32_t)wallet->minor_units;
    for (uint32_t i = 0; i < unit->exceptions.count && read->currency_is_good; i += 1) {
        if (!sy_span_equal(sy_verifier_text(asked->verifier, rows[i].code), wallet->currency)) continue;
        minor.is_known = true;
        minor.digits = (uint32_t)rows[i].minor_units;
    }
    return minor;
}

/* The digits that the response states; judged plain and at most 38 when they were read. */
static counting count_stated(const sy_values *read, uint32_t slot) {
    const sy_text_value *stated = &read->texts[slot];
    counting integers = {stated->state == SY_STATE_GOOD, true, 0};
    for (size_t i = 0; integers.is_known && i < stated->text.nbytes; i += 1)
        integers.digits = integers.digits * 10 + (uint32_t)(stated->text.bytes[i] - '0');
    SY_ASSERT(integers.digits <= SY_SCALE_DIGITS_MAX);
    return integers;
}

static counting count_of(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, uint32_t slot) {
    const sy_unit *units = sy_verifier_rows(asked->verifier, asked->profile->units);
    const sy_unit *unit = &units[slot];
    SY_ASSERT(slot < asked->profile->units.count);
    switch ((sy_unit_type)unit->type) {
    case SY_UNIT_MAJOR: break;
    case SY_UNIT_OPTION:
        if (asked->verifier->unit_is_minor) return count_minor(asked, read, wallet, unit);
        return (counting){asked->verifier->unit_is_major != 0, false, 0};
    case SY_UNIT_MINOR: return count_minor(asked, read, wallet, unit);
    case SY_UNIT_DIGITS: return (counting){true, true, unit->digits};
    case SY_UNIT_MEMBER: return count_stated(read, unit->slot);
    }
    return (counting){true, false, 0};
}

bool sy_amount_unit_is_known(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, uint32_t slot) {
    return count_of(asked, read, wallet, slot).is_known;
}

bool sy_amount_unit_divide(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, uint32_t slot,
                           sy_amount *amount) {
    counting count = count_of(asked, read, wallet, slot);
    sy_decimal major;
    SY_ASSERT(amount->state == SY_STATE_GOOD);
    if (!wallet->unit_is_major || !count.is_integer) return true;
    if (sy_decimal_shift(&amount->value, -(int32_t)count.digits, &major) != STEELYARD_OK) return false;
    amount->value = major;
    amount->written_scale += count.digits;
    return true;
}

/*
 * Digits below the minor unit are a fraction of an integer, or digits of the amount beyond those of its currency.
 * Zeros among them are worth a word only where they were written: those that an integer's division makes are not.
 */
void sy_amount_unit_judge_digits(const sy_request *asked, const sy_values *read, const sy_wallet *wallet,
                                 sy_findings *found, uint32_t slot, sy_amount *amount) {
    counting count = count_of(asked, read, wallet, slot);
    bool has_minor_units = wallet->minor_units != SY_MINOR_UNITS_NONE;
    uint32_t minor_units = has_minor_units ? (uint32_t)wallet->minor_units : SY_SCALE_DIGITS_MAX;
    bool fraction;
    bool zeros;
    if (!wallet->unit_is_major || !count.is_known || amount->state != SY_STATE_GOOD) return;
    if (!count.is_integer && !has_minor_units) return;
    fraction = count.is_integer && sy_decimal_has_digits_beyond(&amount->value, 0);
    zeros = count.is_integer ? amount->written_scale > 0 : amount->written_scale > minor_units;
    if (!sy_amount_unit_divide(asked, read, wallet, slot, amount)) {
        amount->state = SY_STATE_BAD;
        find_about(found, slot, STEELYARD_AMOUNT_RANGE, SY_OUTCOME_INVALID, amount);
        return;
    }
    if (fraction || (has_minor_units && sy_decimal_has_digits_beyond(&amount->value, minor_units)))
        find_about(found, slot, STEELYARD_AMOUNT_PRECISION, SY_OUTCOME_FAIL, amount);
    else if (zeros) find_about(found, slot, STEELYARD_AMOUNT_SCALE, SY_OUTCOME_WARN, amount);
}

/* Of the amounts that parsed every unit must be known; where none did, of all that the provider states. */
static bool units_are_known(const sy_request *asked, const sy_values *read, const sy_wallet *wallet) {
    const sy_unit *units = sy_verifier_rows(asked->verifier, asked->profile->units);
    bool all = true;
    bool parsed = false;
    bool all_parsed = true;
    for (uint32_t slot = 0; slot < asked->profile->units.count; slot += 1) {
        bool is_known = count_of(asked, read, wallet, slot).is_known;
        if (units[slot].is_stated == 0) continue;
        all = all && is_known;
        if (read->amounts[slot].state != SY_STATE_GOOD && !read->amounts[slot].is_too_long) continue;
        parsed = true;
        all_parsed = all_parsed && is_known;
    }
    return parsed ? all_parsed : all;
}

/* A sum that does not fit as it stands may fit in major units. */
static void add_up_again(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                         uint32_t slot, sy_amount *amount) {
    sy_list_sum walk;
    sy_decimal_sum sum;
    sy_decimal_sum_begin(&sum);
    sy_list_sum_begin(asked, amount, &walk);
    while (sy_list_sum_next(asked, memory, &walk)) {
        if (!sy_amount_unit_divide(asked, read, wallet, slot, &walk.value)) return;
        sy_decimal_sum_add(&sum, &walk.value.value);
        if (walk.value.written_scale > amount->written_scale) amount->written_scale = walk.value.written_scale;
    }
    if (sy_decimal_sum_result(&sum, &amount->value) != STEELYARD_OK) return;
    amount->state = SY_STATE_GOOD;
    amount->is_too_long = false;
}

/* Whether the elements have been judged as they count for this wallet: then there is nothing new to say of them. */
static bool was_judged(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                       uint32_t slot, const sy_amount *amount) {
    counting count = count_of(asked, read, wallet, slot);
    if (!amount->in_body) return false;
    return sy_find_was_judged(found, slot, wallet->minor_units, count.is_integer ? count.digits : 63u);
}

/* Judges the digits of each element that no earlier sum has judged. */
static void judge_elements(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                           uint32_t slot, const sy_amount *amount) {
    sy_list_sum walk;
    sy_list_sum_begin(asked, amount, &walk);
    while (sy_list_sum_next(asked, found->memory, &walk) && !found->memory->exhausted)
        if (!sy_list_sum_was_read(asked, amount->sum - 1u, walk.node))
            sy_amount_unit_judge_digits(asked, read, wallet, found, slot, &walk.value);
}

static void judge_sum(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                      uint32_t slot, sy_amount *amount) {
    if (wallet->unit_is_major && count_of(asked, read, wallet, slot).is_known &&
        !was_judged(asked, read, wallet, found, slot, amount))
        judge_elements(asked, read, wallet, found, slot, amount);
    if (amount->is_too_long) {
        add_up_again(asked, read, wallet, found->memory, slot, amount);
    } else if (amount->state == SY_STATE_GOOD && !sy_amount_unit_divide(asked, read, wallet, slot, amount)) {
        amount->state = SY_STATE_BAD; /* its elements may fit one by one */
        amount->is_too_long = !amount->in_body;
    }
}

static void judge_amount(const sy_request *asked, sy_values *read, const sy_wallet *wallet, sy_findings *found,
                         uint32_t slot) {
    sy_amount *amount = &read->amounts[slot];
    const sy_text_value *currency = &read->texts[SY_TEXT_CURRENCY];
    bool currency_is_bad = currency->state == SY_STATE_BAD && !read->currency_is_unmapped;
    bool is_said = amount->sum != 0 && sy_list_sum_was_added(asked, read, amount->sum - 1u);
    if (amount->state == SY_STATE_GOOD && !wallet->unit_is_major && !currency_is_bad && !is_said)
        find_about(found, slot, STEELYARD_AMOUNT_UNIT, SY_OUTCOME_UNVERIFIABLE, amount);
    if (amount->sum != 0) judge_sum(asked, read, wallet, found, slot, amount);
    else if (amount->state == SY_STATE_GOOD) sy_amount_unit_judge_digits(asked, read, wallet, found, slot, amount);
    sy_find_end_amount(found, slot);
}

void sy_amount_unit_judge(const sy_request *asked, sy_values *read, sy_wallet *wallet, sy_findings *found) {
    judge_currency(asked, read, wallet, found);
    wallet->unit_is_major = units_are_known(asked, read, wallet);
    for (uint32_t slot = 0; slot < asked->profile->amount_names.count; slot += 1)
        judge_amount(asked, read, wallet, found, slot);
}
