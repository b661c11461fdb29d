/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ledger.h - what a client expects of a snapshot. Its JSON comes in, expectations go out; what could only be guessed
 * at is refused with its place.
 *
 *   {"wallets":{"a":{"total":"10.00"}},"currencies":{"EUR":{"available":"7"}}}
 *
 *   expectation 0: wallet a              expectation 1: the sum over EUR
 *
 * May use: base, decimal, json, values.
 */
#ifndef SY_LEDGER_H
#define SY_LEDGER_H

#include "base/arena.h"
#include "decimal/decimal.h"
#include "values/vocabulary.h"

/* What the ledger says of one wallet, or of all wallets of a currency. */
typedef struct sy_expectation {
    sy_span id;               /* bytes NULL: any */
    sy_span currency;         /* bytes NULL: any */
    bool is_sum;              /* the wallets of the currency taken together */
    bool unit_is_unknown;     /* the ledger is a stored snapshot that says so */
    uint16_t amounts_present; /* bit `word` */
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
