/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_terms.h - the terms of a rule: their sum, exact, and their names. Rows of a rule come in; sums and texts go
 * out.
 * May use: base, decimal, report, verifier.
 */
#ifndef SY_RULE_TERMS_H
#define SY_RULE_TERMS_H

#include "decimal/decimal_sum.h"
#include "judge/find.h"

/*
 * Where the wallet's unit is not known nothing was divided: amounts of different units are then no quantities of one
 * kind. `first` is a unit that the terms' must agree with, or NULL.
 */
bool sy_rule_terms_agree(const sy_request *asked, const sy_wallet *wallet, sy_ref terms, const sy_unit *first);
/* Adds the terms; false where one is not known. */
bool sy_rule_terms_sum(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_arena *memory,
                       sy_ref terms, sy_decimal_sum *sum);
/* The provider's name for an amount, or the canonical one where nothing of the body is behind it. */
sy_span sy_rule_terms_amount_name(const sy_request *asked, uint32_t slot);
/* `WalletBalance + TotalGiftBalance - BlockedBalance` */
sy_span sy_rule_terms_write(const sy_request *asked, sy_arena *memory, sy_ref terms);

#endif
