/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/wallet_currency.h"

#include "values/currency.h"

bool sy_wallet_currency_digits(const sy_request *asked, sy_span code, int32_t *minor_units_out) {
    sy_ref table = asked->profile->currency_digits;
    const sy_currency_row *rows = sy_verifier_rows(asked->verifier, table);
    if (sy_verifier_options_minor_units(asked->verifier, code, minor_units_out)) return true;
    for (uint32_t i = 0; i < table.count; i += 1) {
        if (!sy_span_equal(sy_verifier_text(asked->verifier, rows[i].code), code)) continue;
        *minor_units_out = rows[i].minor_units;
        return true;
    }
    return sy_currency_find(code, minor_units_out);
}

bool sy_wallet_currency_is_code(const sy_request *asked, sy_span code) {
    int32_t minor_units;
    return sy_currency_is_well_formed(code) || sy_wallet_currency_digits(asked, code, &minor_units);
}
