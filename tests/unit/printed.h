/* SPDX-License-Identifier: Apache-2.0 */
/*
 * printed.h - what the tests of texts for a person share: wallets made by hand, and a printed text as a string. Texts of
 * amounts come in, models and strings go out. It refuses to know what is printed.
 */
#ifndef PRINTED_H
#define PRINTED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/report.h"

#define ARENA_NBYTES (4u * 1024u * 1024u)

static inline sy_span span_of(const char *text) {
    return (sy_span){text, text == NULL ? 0 : strlen(text)};
}

static inline sy_decimal decimal_of(const char *text) {
    sy_decimal value;
    uint32_t written_scale;
    assert_int_equal(sy_decimal_parse_string(span_of(text), &value, &written_scale), STEELYARD_OK);
    return value;
}

static inline sy_wallet wallet_of(const char *id, const char *currency, int32_t minor_units) {
    sy_wallet wallet = {.id = span_of(id), .currency = span_of(currency), .minor_units = minor_units};
    wallet.unit_is_major = true;
    return wallet;
}

static inline void give(sy_wallet *wallet, uint32_t word, const char *amount) {
    sy_decimal value = decimal_of(amount);
    sy_report_wallet_set(wallet, word, &value);
}

/* What was printed, as a string; the memory is this program's own, one text at a time. */
static unsigned char lent[ARENA_NBYTES];

static inline const char *string_of(steelyard_status status, sy_span text) {
    assert_int_equal(status, STEELYARD_OK);
    char *string = (char *)lent + ARENA_NBYTES / 2;
    assert_true(text.nbytes < ARENA_NBYTES / 2);
    memcpy(string, text.bytes, text.nbytes);
    string[text.nbytes] = '\0';
    assert_int_equal(strlen(string), text.nbytes);
    assert_null(strstr(string, " \n"));
    return string;
}

#endif
