/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_currency.c - what the currency table promises: ISO 4217 as of 2026-01-01, all of it and nothing else. The
 * oracle is the published list, here by groups of minor units as a banker would check them. Suspect currency.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "values/currency.h"

static sy_span span_of(const char *text) {
    return (sy_span){text, strlen(text)};
}

/* Codes parted by a space, each of which must have these minor units; returns how many there are. */
static size_t expect_minor_units(const char *codes, int32_t expected) {
    size_t count = 0;
    for (const char *code = codes; *code != '\0'; code += code[3] == ' ' ? 4 : 3, count++) {
        int32_t minor_units = 99;
        if (!sy_currency_find((sy_span){code, 3}, &minor_units)) fail_msg("%.3s is missing", code);
        if (minor_units != expected) fail_msg("%.3s has %d minor units", code, (int)minor_units);
    }
    return count;
}

static void every_code_has_the_minor_units_of_the_published_list(void **state) {
    size_t count = 0;
    (void)state;
    count += expect_minor_units("XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX", SY_MINOR_UNITS_NONE);
    assert_int_equal(count, 13);
    count += expect_minor_units("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0);
    count += expect_minor_units("BHD IQD JOD KWD LYD OMR TND", 3);
    count += expect_minor_units("CLF UYW", 4);
    count += expect_minor_units(
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW "
        "CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF "
        "IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK "
        "MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP "
        "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG "
        "YER ZAR ZMW ZWG",
        2);
    assert_int_equal(count, SY_CURRENCY_COUNT);
}

static void the_table_is_dated_and_in_byte_order(void **state) {
    (void)state;
    assert_string_equal(sy_currency_table_date, "2026-01-01");
    for (size_t i = 0; i < SY_CURRENCY_COUNT; i += 1) {
        sy_span code = sy_currency_code_at(i);
        int32_t minor_units;
        assert_true(sy_currency_is_well_formed(code));
        assert_true(sy_currency_find(code, &minor_units));
        if (i > 0) assert_true(sy_span_compare(sy_currency_code_at(i - 1), code) < 0);
    }
}

static void withdrawn_unknown_and_misspelt_codes_are_not_found(void **state) {
    static const char *const rows[] = {"BGN", "HRK", "CUC", "ZWL", "SLL", "ANG", "BYR",  "MRO", "STD", "VEF", "DEM",
                                       "BTC", "AAA", "ZZZ", "",    "U",   "US",  "USDT", "usd", "Usd", "US ", "   "};
    int32_t minor_units = 99;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        if (sy_currency_find(span_of(rows[i]), &minor_units)) fail_msg("%s is in the table", rows[i]);
    }
    assert_int_equal(minor_units, 99); /* and nothing was written */
}

static void a_well_formed_code_is_three_capital_letters(void **state) {
    static const char *const refused[] = {"", "US", "USDT", "usd", "US1", "U D", "US\xc3", "@BC", "AB["};
    (void)state;
    assert_true(sy_currency_is_well_formed(span_of("USD")));
    assert_true(sy_currency_is_well_formed(span_of("AZA")));
    assert_true(sy_currency_is_well_formed(span_of("QQQ")));
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i += 1) {
        if (sy_currency_is_well_formed(span_of(refused[i]))) fail_msg("%s is well formed", refused[i]);
    }
}

static void a_code_of_the_callers_own_is_2_to_10_capitals_and_digits(void **state) {
    static const char *const taken[] = {"BTC", "USDT", "A1", "42", "ABCDEFGHIJ", "0123456789"};
    static const char *const refused[] = {"",       "A",  "ABCDEFGHIJK", "usdt", "US-D", "US D",
                                          "US\xc3", "A/", "A:",          "A@",   "A["};
    (void)state;
    for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i += 1) {
        if (!sy_currency_is_custom_code(span_of(taken[i]))) fail_msg("%s may be named", taken[i]);
    }
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i += 1) {
        if (sy_currency_is_custom_code(span_of(refused[i]))) fail_msg("%s may not be named", refused[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_has_the_minor_units_of_the_published_list),
        cmocka_unit_test(the_table_is_dated_and_in_byte_order),
        cmocka_unit_test(withdrawn_unknown_and_misspelt_codes_are_not_found),
        cmocka_unit_test(a_well_formed_code_is_three_capital_letters),
        cmocka_unit_test(a_code_of_the_callers_own_is_2_to_10_capitals_and_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
