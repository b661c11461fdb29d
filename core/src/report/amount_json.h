/* SPDX-License-Identifier: Apache-2.0 */
/*
 * amount_json.h - pieces that every printer of a report shares. Values come in, JSON goes out.
 * It refuses to know which printer asks.
 */
#ifndef SY_AMOUNT_JSON_H
#define SY_AMOUNT_JSON_H

#include "base/fault.h"
#include "report/report.h"
#include "json/json_write.h"

/* "key": */
void sy_json_write_key(sy_writer *writer, const char *key);
/* The value, or null where it is below 0. */
void sy_json_write_integer_or_null(sy_writer *writer, int32_t value);
/* A decimal in quotes, with at least `digits` fraction digits. */
void sy_amount_json_decimal(sy_writer *writer, const sy_decimal *value, uint32_t digits);
/* An amount of a gift in quotes, or null where it is not there. */
void sy_amount_json_gift(sy_writer *writer, const sy_wallet *wallet, bool is_there, const sy_decimal *amount);
/* Ends a public call that wrote one text. */
steelyard_status sy_fault_finish_text(sy_writer *writer, steelyard_span *text_out, steelyard_fault *fault_out);

/* canonical.c: whether the report has a canonical snapshot, and the order of its wallets in it. */
bool sy_canonical_exists(const steelyard_report *report);
/* Indices of the wallets by currency, then id, null first, byte order; NULL where memory ran out. */
uint32_t *sy_canonical_order(sy_arena *memory, const steelyard_report *report);
/* -1, 0, 1: currency, then id, null first. */
int sy_canonical_compare_wallets(const sy_wallet *left, const sy_wallet *right);

#endif
