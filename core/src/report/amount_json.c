/* SPDX-License-Identifier: Apache-2.0 */
#include "report/amount_json.h"

void sy_amount_json_decimal(sy_json_write *json, const sy_decimal *value, uint32_t digits) {
    sy_json_write_open_string(json);
    sy_decimal_write(json->writer, value, digits);
    sy_json_write_close_string(json);
}

void sy_amount_json_cell(sy_json_write *json, const sy_wallet *wallet, const sy_record_column *column,
                         const sy_cell *cell) {
    sy_json_write_field(json, column->name);
    if (!column->is_amount) sy_json_write_text(json, cell->text);
    else if (cell->has_amount) sy_amount_json_decimal(json, &cell->amount, sy_report_wallet_digits(wallet));
    else sy_json_write_null(json);
}

void sy_amount_json_field(sy_json_write *json, const sy_wallet *wallet, uint32_t name) {
    if (!sy_report_wallet_has(wallet, name)) return;
    sy_json_write_name(json, sy_vocabulary_amount_name(name));
    sy_amount_json_decimal(json, &wallet->amounts[name], sy_report_wallet_digits(wallet));
}
