/* SPDX-License-Identifier: Apache-2.0 */
/*
 * amount_json.h - amounts as JSON, which is strings. Decimals and wallets come in, values go to a JSON writer.
 * May use: decimal, values, json.
 */
#ifndef SY_AMOUNT_JSON_H
#define SY_AMOUNT_JSON_H

#include "decimal/decimal.h"
#include "report/report.h"
#include "values/vocabulary.h"
#include "json/json_write.h"

/* A decimal in quotes, with at least `digits` fraction digits. */
void sy_amount_json_decimal(sy_json_writer *json, const sy_decimal *value, uint32_t digits);
/* The same, or null where it is not there. */
void sy_amount_json_decimal_or_null(sy_json_writer *json, bool is_there, const sy_decimal *value, uint32_t digits);
/* The field of a column with its amount or text; null where there is none. */
void sy_amount_json_cell(sy_json_writer *json, const sy_wallet *wallet, const sy_record_column *column,
                         const sy_cell *cell);
/* {"cash":"1.00"}: the amounts of a wallet, in the order of the contract or in byte order of their names. */
void sy_amount_json_wallet(sy_json_writer *json, const sy_wallet *wallet, bool in_byte_order);

#endif
