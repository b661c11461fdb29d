/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/rule_terms.h"

#include "base/assert.h"
#include "judge/amount_unit.h"
#include "judge/list_sum.h"

static bool same_exceptions(const sy_request *asked, sy_ref left, sy_ref right) {
    const sy_currency_row *left_rows = sy_verifier_rows(asked->verifier, left);
    const sy_currency_row *right_rows = sy_verifier_rows(asked->verifier, right);
    if (left.count != right.count) return false;
    for (uint32_t i = 0; i < left.count; i += 1)
        if (left_rows[i].minor_units != right_rows[i].minor_units ||
            !sy_span_equal(sy_verifier_text(asked->verifier, left_rows[i].code),
                           sy_verifier_text(asked->verifier, right_rows[i].code)))
            return false;
    return true;
}

static bool same_unit(const sy_request *asked, const sy_unit *left, const sy_unit *right) {
    return left->type == right->type && left->digits == right->digits && left->slot == right->slot &&
           same_exceptions(asked, left->exceptions, right->exceptions);
}

/*
 * Where the wallet's unit is not known nothing was divided: amounts of different units are then no quantities of one
 * kind. What has no place of its own has no unit of its own either.
 */
bool sy_rule_terms_agree(const sy_request *asked, const sy_wallet *wallet, sy_ref terms, const sy_unit *first) {
    const sy_term *rows = sy_verifier_rows(asked->verifier, terms);
    const sy_unit *units = sy_verifier_rows(asked->verifier, asked->profile->units);
    if (wallet->unit_is_major) return true;
    for (uint32_t i = 0; i < terms.count; i += 1) {
        const sy_unit *unit = &units[rows[i].slot];
        if (rows[i].is_constant || unit->is_stated == 0) continue;
        if (first == NULL) first = unit;
        if (!same_unit(asked, first, unit)) return false;
    }
    return true;
}

static void add_value(sy_decimal_sum *sum, bool negative, const sy_decimal *value) {
    if (negative) sy_decimal_sum_subtract(sum, value);
    else sy_decimal_sum_add(sum, value);
}

/* A sum that does not fit by itself: its elements one by one. */
static bool add_elements(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                         const sy_term *row, sy_decimal_sum *sum) {
    sy_list_sum walk;
    sy_list_sum_begin(asked, &read->amounts[row->slot], &walk);
    while (sy_list_sum_next(asked, memory, &walk)) {
        if (!sy_amount_unit_divide(asked, read, wallet, row->slot, &walk.value)) return false;
        add_value(sum, row->negative != 0, &walk.value.value);
    }
    return true;
}

/* Adds the terms; false where one is not known. */
bool sy_rule_terms_sum(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                       sy_ref terms, sy_decimal_sum *sum) {
    const sy_term *rows = sy_verifier_rows(asked->verifier, terms);
    sy_decimal_sum_begin(sum);
    if (!sy_rule_terms_agree(asked, wallet, terms, NULL)) return false;
    for (uint32_t i = 0; i < terms.count; i += 1) {
        const sy_amount *amount = &read->amounts[rows[i].slot];
        SY_ASSERT(rows[i].slot < asked->profile->amount_names.count);
        if (rows[i].is_constant) add_value(sum, rows[i].negative != 0, &rows[i].constant);
        else if (amount->state == SY_STATE_GOOD) add_value(sum, rows[i].negative != 0, &amount->value);
        else if (!amount->is_too_long || !add_elements(asked, read, wallet, memory, &rows[i], sum)) return false;
    }
    return true;
}

/* The provider's name for an amount, or the canonical one where nothing of the body is behind it. */
sy_span sy_rule_terms_amount_name(const sy_request *asked, uint32_t slot) {
    sy_span member = sy_verifier_text_at(asked->verifier, asked->profile->amount_members, slot);
    return member.nbytes > 0 ? member : sy_verifier_text_at(asked->verifier, asked->profile->amount_names, slot);
}

/* `WalletBalance + TotalGiftBalance - BlockedBalance` */
sy_span sy_rule_terms_write(const sy_request *asked, sy_arena *memory, sy_ref terms) {
    const sy_term *rows = sy_verifier_rows(asked->verifier, terms);
    sy_writer writer;
    sy_writer_begin(&writer, memory);
    for (uint32_t i = 0; i < terms.count; i += 1) {
        if (i > 0) sy_writer_literal(&writer, rows[i].negative ? " - " : " + ");
        else if (rows[i].negative) sy_writer_byte(&writer, '-');
        if (rows[i].is_constant) sy_decimal_write(&writer, &rows[i].constant, 0);
        else sy_writer_span(&writer, sy_rule_terms_amount_name(asked, rows[i].slot));
    }
    return sy_writer_end(&writer);
}
