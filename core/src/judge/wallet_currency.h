/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallet_currency.h - currency codes as options, profile and ISO 4217 know them. A code comes in, its digits go out.
 * May use: base, values, verifier.
 */
#ifndef SY_WALLET_CURRENCY_H
#define SY_WALLET_CURRENCY_H

#include "judge/request.h"

/* The digits of a code: of the options, else of the profile, else of the table. False where none of them knows it. */
bool sy_wallet_currency_digits(const sy_request *asked, sy_span code, int32_t *minor_units_out);
/* Three capital letters, or a code that has digits. */
bool sy_wallet_currency_is_code(const sy_request *asked, sy_span code);

#endif
