/* SPDX-License-Identifier: Apache-2.0 */
#include "report/amount_json.h"

void sy_amount_json_decimal(sy_json_writer *json, const sy_decimal *value, uint32_t digits) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX];
    sy_json_write_plain(json, (sy_span){text, sy_decimal_print(value, digits, true, text)});
}

void sy_amount_json_decimal_or_null(sy_json_writer *json, bool is_there, const sy_decimal *value, uint32_t digits) {
    if (is_there) sy_amount_json_decimal(json, value, digits);
    else sy_json_write_null(json);
}

void sy_amount_json_wallet(sy_json_writer *json, const sy_wallet *wallet, bool in_byte_order) {
    uint32_t digits = sy_report_wallet_digits(wallet);
    sy_json_write_object(json);
    for (uint32_t i = 0; i < SY_AMOUNT_COUNT; i += 1) {
        uint32_t name = in_byte_order ? sy_vocabulary_amounts_in_byte_order[i] : i;
        if (!sy_report_wallet_has(wallet, name)) continue;
        sy_json_write_name(json, sy_vocabulary_amount_name(name));
        sy_amount_json_decimal(json, &wallet->amounts[name], digits);
    }
    sy_json_write_end(json);
}

void sy_amount_json_cell(sy_json_writer *json, const sy_wallet *wallet, const sy_record_column *column,
                         const sy_cell *cell) {
    sy_json_write_name(json, sy_span_of(column->name));
    if (!column->is_amount) sy_json_write_text(json, cell->text);
    else sy_amount_json_decimal_or_null(json, cell->has_amount, &cell->amount, sy_report_wallet_digits(wallet));
}
