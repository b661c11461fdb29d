/* SPDX-License-Identifier: Apache-2.0 */
/*
 * amount_unit.h - currency and unit of a wallet, and every amount's digits by them. What was read comes in; the
 * currency of the wallet, amounts in its unit and findings about digits, currency and unit go out.
 *
 *   {"amount": 1250} of EUR in minor units   ->   12.50: divided once, exactly, before anything is compared
 *
 * May use: base, decimal, report, values, verifier.
 */
#ifndef SY_AMOUNT_UNIT_H
#define SY_AMOUNT_UNIT_H

#include "judge/find.h"

/* Currency and unit of the wallet, then every amount's digits. */
void sy_amount_unit_judge(const sy_request *asked, sy_values *read, sy_wallet *wallet, sy_findings *found);
/* Whether it is known what amounts of the slot count. */
bool sy_amount_unit_is_known(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, uint32_t slot);
/* An amount of the slot in the wallet's unit: divided where it counts smaller ones. False where it does not fit. */
bool sy_amount_unit_divide(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, uint32_t slot,
                           sy_amount *amount);
/* The same, judged for digits below the minor unit. */
void sy_amount_unit_judge_digits(const sy_request *asked, const sy_values *read, const sy_wallet *wallet,
                                 sy_findings *found, uint32_t slot, sy_amount *amount);

#endif
