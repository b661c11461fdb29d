/* SPDX-License-Identifier: Apache-2.0 */
/*
 * amount_json.h - amounts as JSON: decimals in quotes, in the digits of a wallet. Values come in, JSON goes out.
 * May use: base, decimal, json.
 */
#ifndef SY_AMOUNT_JSON_H
#define SY_AMOUNT_JSON_H

#include "report/report.h"
#include "json/json_write.h"

/* A decimal in quotes, with at least `digits` fraction digits. */
void sy_amount_json_decimal(sy_json_write *json, const sy_decimal *value, uint32_t digits);
/* A record's amount or text, as its column says; null where there is none. */
void sy_amount_json_cell(sy_json_write *json, const sy_wallet *wallet, const sy_record_column *column,
                         const sy_cell *cell);
/* `"total":"10.00"`, where the wallet has the amount. */
void sy_amount_json_field(sy_json_write *json, const sy_wallet *wallet, uint32_t name);

#endif
