/* SPDX-License-Identifier: Apache-2.0 */
/*
 * currency.h - ISO 4217 active codes and their minor units, one dated table.
 * Codes come in, minor units go out. Names, symbols and codes that are no longer active are not in it.
 * May use: base.
 */
#ifndef SY_CURRENCY_H
#define SY_CURRENCY_H

#include "base/limits.h"
#include "base/span.h"

/* The date of the list, `YYYY-MM-DD`. */
extern const char sy_currency_table_date[11];
#define SY_CURRENCY_COUNT 178

/* Minor units of a code that has none (XAU and twelve others). */
#define SY_MINOR_UNITS_NONE (-1)

/* Whether the code is in the table; its minor units (0 to 4, or SY_MINOR_UNITS_NONE). */
bool sy_currency_find(sy_span code, int32_t *minor_units_out);
/* Three capital ASCII letters. */
bool sy_currency_is_well_formed(sy_span code);
/* How a code is written that ISO 4217 does not have, for messages. */
#define SY_CURRENCY_CODE_FORM                                                                                          \
    SY_TEXT_OF(SY_CURRENCY_CODE_NBYTES_MIN) " to " SY_TEXT_OF(SY_CURRENCY_CODE_NBYTES_MAX) " of A-Z and 0-9"
/* Whether it is so written: what a caller may name in `minorUnits`. */
bool sy_currency_is_custom_code(sy_span code);
/* Row `index` of the table, in byte order of the codes; index < SY_CURRENCY_COUNT. */
sy_span sy_currency_code_at(size_t index);

#endif
