/* SPDX-License-Identifier: Apache-2.0 */
#include "values/currency.h"

#include "base/assert.h"

/*
 * List one of ISO 4217 as of this date: the funds codes, the metals and the codes for testing are in it. Lately gone
 * are BGN (the euro, 2026), ANG (XCG, 2025), ZWL (ZWG, 2024), HRK (the euro, 2023), SLL (SLE) and CUC.
 */
const char sy_currency_table_date[11] = "2026-01-01";

typedef struct currency {
    char code[4];
    int8_t minor_units;
} currency;

#define NONE SY_MINOR_UNITS_NONE

/* In byte order of the codes, for the binary search; one line or more for each first letter. */
static const currency currencies[] = {
    {"AED", 2},    {"AFN", 2},    {"ALL", 2},    {"AMD", 2},    {"AOA", 2},    {"ARS", 2},    {"AUD", 2},
    {"AWG", 2},    {"AZN", 2},    {"BAM", 2},    {"BBD", 2},    {"BDT", 2},    {"BHD", 3},    {"BIF", 0},
    {"BMD", 2},    {"BND", 2},    {"BOB", 2},    {"BOV", 2},    {"BRL", 2},    {"BSD", 2},    {"BTN", 2},
    {"BWP", 2},    {"BYN", 2},    {"BZD", 2},    {"CAD", 2},    {"CDF", 2},    {"CHE", 2},    {"CHF", 2},
    {"CHW", 2},    {"CLF", 4},    {"CLP", 0},    {"CNY", 2},    {"COP", 2},    {"COU", 2},    {"CRC", 2},
    {"CUP", 2},    {"CVE", 2},    {"CZK", 2},    {"DJF", 0},    {"DKK", 2},    {"DOP", 2},    {"DZD", 2},
    {"EGP", 2},    {"ERN", 2},    {"ETB", 2},    {"EUR", 2},    {"FJD", 2},    {"FKP", 2},    {"GBP", 2},
    {"GEL", 2},    {"GHS", 2},    {"GIP", 2},    {"GMD", 2},    {"GNF", 0},    {"GTQ", 2},    {"GYD", 2},
    {"HKD", 2},    {"HNL", 2},    {"HTG", 2},    {"HUF", 2},    {"IDR", 2},    {"ILS", 2},    {"INR", 2},
    {"IQD", 3},    {"IRR", 2},    {"ISK", 0},    {"JMD", 2},    {"JOD", 3},    {"JPY", 0},    {"KES", 2},
    {"KGS", 2},    {"KHR", 2},    {"KMF", 0},    {"KPW", 2},    {"KRW", 0},    {"KWD", 3},    {"KYD", 2},
    {"KZT", 2},    {"LAK", 2},    {"LBP", 2},    {"LKR", 2},    {"LRD", 2},    {"LSL", 2},    {"LYD", 3},
    {"MAD", 2},    {"MDL", 2},    {"MGA", 2},    {"MKD", 2},    {"MMK", 2},    {"MNT", 2},    {"MOP", 2},
    {"MRU", 2},    {"MUR", 2},    {"MVR", 2},    {"MWK", 2},    {"MXN", 2},    {"MXV", 2},    {"MYR", 2},
    {"MZN", 2},    {"NAD", 2},    {"NGN", 2},    {"NIO", 2},    {"NOK", 2},    {"NPR", 2},    {"NZD", 2},
    {"OMR", 3},    {"PAB", 2},    {"PEN", 2},    {"PGK", 2},    {"PHP", 2},    {"PKR", 2},    {"PLN", 2},
    {"PYG", 0},    {"QAR", 2},    {"RON", 2},    {"RSD", 2},    {"RUB", 2},    {"RWF", 0},    {"SAR", 2},
    {"SBD", 2},    {"SCR", 2},    {"SDG", 2},    {"SEK", 2},    {"SGD", 2},    {"SHP", 2},    {"SLE", 2},
    {"SOS", 2},    {"SRD", 2},    {"SSP", 2},    {"STN", 2},    {"SVC", 2},    {"SYP", 2},    {"SZL", 2},
    {"THB", 2},    {"TJS", 2},    {"TMT", 2},    {"TND", 3},    {"TOP", 2},    {"TRY", 2},    {"TTD", 2},
    {"TWD", 2},    {"TZS", 2},    {"UAH", 2},    {"UGX", 0},    {"USD", 2},    {"USN", 2},    {"UYI", 0},
    {"UYU", 2},    {"UYW", 4},    {"UZS", 2},    {"VED", 2},    {"VES", 2},    {"VND", 0},    {"VUV", 0},
    {"WST", 2},    {"XAD", 2},    {"XAF", 0},    {"XAG", NONE}, {"XAU", NONE}, {"XBA", NONE}, {"XBB", NONE},
    {"XBC", NONE}, {"XBD", NONE}, {"XCD", 2},    {"XCG", 2},    {"XDR", NONE}, {"XOF", 0},    {"XPD", NONE},
    {"XPF", 0},    {"XPT", NONE}, {"XSU", NONE}, {"XTS", NONE}, {"XUA", NONE}, {"XXX", NONE}, {"YER", 2},
    {"ZAR", 2},    {"ZMW", 2},    {"ZWG", 2},
};

SY_STATIC_ASSERT(sizeof currencies / sizeof currencies[0] == SY_CURRENCY_COUNT, "every active code, and no other");

sy_span sy_currency_code_at(size_t index) {
    return (sy_span){currencies[index].code, 3};
}

bool sy_currency_find(sy_span code, int32_t *minor_units_out) {
    size_t begin = 0, end = SY_CURRENCY_COUNT;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        int order = sy_span_compare(code, sy_currency_code_at(middle));
        if (order == 0) {
            *minor_units_out = currencies[middle].minor_units;
            return true;
        }
        if (order < 0) end = middle;
        else begin = middle + 1;
    }
    return false;
}

static bool is_capital(char byte) {
    return byte >= 'A' && byte <= 'Z';
}

bool sy_currency_is_well_formed(sy_span code) {
    return code.nbytes == 3 && is_capital(code.bytes[0]) && is_capital(code.bytes[1]) && is_capital(code.bytes[2]);
}

bool sy_currency_is_custom_code(sy_span code) {
    if (code.nbytes < SY_CURRENCY_CODE_NBYTES_MIN || code.nbytes > SY_CURRENCY_CODE_NBYTES_MAX) return false;
    for (size_t i = 0; i < code.nbytes; i += 1) {
        if (!is_capital(code.bytes[i]) && !sy_span_is_digit(code.bytes[i])) return false;
    }
    return true;
}
