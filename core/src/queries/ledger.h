/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ledger.h - what a client expects. A JSON text comes in; expectations go out, or the first complaint with the JSON
 * Pointer of its place. Nothing is guessed: numbers in the place of decimal strings, names that do not exist and members
 * that stand twice are complaints, not amounts.
 *
 *   {"wallets":{"a":{"total":"10.00"}},"currencies":{"EUR":{"available":"7"}}}
 *
 *   expectation 0: wallet a
 *   expectation 1: the sum over all wallets of EUR
 *
 * May use: base, decimal, values, json, report.
 */
#ifndef SY_LEDGER_H
#define SY_LEDGER_H

#include "base/arena.h"
#include "decimal/decimal.h"
#include "values/vocabulary.h"

/* What the ledger says of one wallet, or of all wallets of a currency. */
typedef struct sy_expectation {
    sy_span id;           /* bytes NULL: any */
    sy_span currency;     /* bytes NULL: any */
    bool is_sum;          /* the wallets of the currency taken together */
    bool unit_is_unknown; /* the ledger is a stored snapshot that says so */
    sy_amount_set amounts_present;
    sy_decimal amounts[SY_AMOUNT_COUNT];
} sy_expectation;

typedef struct sy_ledger {
    bool is_complete; /* every wallet of the report has to be named */
    bool has_tolerance;
    sy_decimal tolerance;         /* not below zero */
    sy_expectation *expectations; /* wallets before currencies, as they stand */
    uint32_t expectation_count;
} sy_ledger;

/*
 * STEELYARD_OK; STEELYARD_CALL_ARGUMENT, where the fault says at which place what is wrong; a lack of memory stays in
 * `memory`.
 */
steelyard_status sy_ledger_read(sy_arena *memory, sy_span json, sy_ledger *ledger_out, steelyard_fault *fault_out);

#endif
