/* SPDX-License-Identifier: Apache-2.0 */
/*
 * holding.h - what the wallets of an expectation hold together; of one wallet, what it holds. Wallets come in, sums go
 * out that cannot overflow, or why there is nothing to compare.
 * May use: decimal, values.
 */
#ifndef SY_HOLDING_H
#define SY_HOLDING_H

#include "decimal/decimal_sum.h"
#include "queries/agreement.h"
#include "queries/wallet_match.h"

typedef struct sy_holding {
    const sy_expectation *expectation;
    const sy_wallet *wallets; /* the report's */
    sy_match match;
    sy_agreement obstacle;   /* why nothing can be compared, or SY_AGREEMENT_SAME */
    const sy_wallet *wallet; /* the first that fits; NULL where there is an obstacle, and then nothing below is given */
    bool unit_is_known;      /* of all of them, and of the ledger */
    int32_t minor_units;
    sy_amount_set amounts_present; /* given by all of them */
    sy_decimal_sum sums[SY_AMOUNT_COUNT];
} sy_holding;

/* Adds up the wallets of the ledger's expectation `index`. */
void sy_holding_add_up(const steelyard_report *report, const sy_ledger *ledger, const sy_wallet_match *match,
                       uint32_t index, sy_holding *holding_out);
/* Why an amount cannot be compared, or SY_AGREEMENT_SAME. */
sy_agreement sy_holding_obstacle(const sy_holding *holding, uint32_t amount);
/* Whether all of the wallets give the amount, and adding it up says something. */
bool sy_holding_has(const sy_holding *holding, uint32_t amount);
/* Fraction digits that its amounts are printed with at the least. */
uint32_t sy_holding_digits(const sy_holding *holding);

#endif
