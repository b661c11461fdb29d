/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: texts that the engine would never print were read as reports: a total twice for one word, totals that are
 * no object, a total of a currency that no wallet has (looked for in all wallets, for each total: hours for a text of
 * some megabytes), a unit of any name, a wallet number or HTTP status of more than 32 bits, of which some were cut off.
 */
#include "engine.h"

#define WALLET(unit) "{\"id\":null,\"currency\":\"EUR\",\"minorUnits\":2,\"unit\":" unit ",\"amounts\":{},\"gifts\":[]}"
#define TOTAL(amounts) "{\"currency\":\"EUR\",\"wallets\":1,\"amounts\":" amounts "}"
#define REPORT(wallets, totals, findings)                                                                              \
    "{\"verdict\":\"valid\",\"wallets\":[" wallets "],\"totals\":[" totals "],\"findings\":[" findings                 \
    "],\"summary\":{}}"
#define FINDING(wallet) "{\"code\":\"c\",\"outcome\":\"warn\",\"wallet\":" wallet ",\"message\":\"m\"}"

static void what_the_engine_would_not_print_is_no_report(void **state) {
    static const struct {
        const char *expectation;
        const char *text;
        bool is_report;
    } rows[] = {
        {"a report", REPORT(WALLET("\"major\""), TOTAL("{\"cash\":\"1\"}"), FINDING("0")), true},
        {"no unit", REPORT(WALLET("null"), "", ""), true},
        {"another unit", REPORT(WALLET("\"minor\""), "", ""), false},
        {"a word twice in a total", REPORT(WALLET("\"major\""), TOTAL("{\"cash\":\"1\",\"cash\":\"2\"}"), ""), false},
        {"a total of a list", REPORT(WALLET("\"major\""), TOTAL("[]"), ""), false},
        {"a total of a number", REPORT(WALLET("\"major\""), TOTAL("1"), ""), false},
        {"a total of no wallet", REPORT("", TOTAL("{}"), ""), false},
        {"two totals of one currency",
         REPORT(WALLET("\"major\""),
                TOTAL("{}") ","
                            "{\"currency\":\"USD\",\"amounts\":{}}",
                ""),
         false},
        {"a wallet number of 33 bits", REPORT("", "", FINDING("4294967296")), false},
        {"an HTTP status of 32 bits",
         "{\"verdict\":\"provider_error\",\"wallets\":[],\"totals\":[],\"findings\":[],\"summary\":{},"
         "\"error\":{\"status\":2147483648,\"code\":null,\"messages\":[]}}",
         false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        const steelyard_report *report;
        steelyard_fault fault;
        print_message("%s\n", rows[i].expectation);
        assert_int_equal(steelyard_report_read(engine_arena(), span_of(rows[i].text), &report, &fault),
                         rows[i].is_report ? STEELYARD_OK : STEELYARD_CALL_ARGUMENT);
    }
    engine_reset();
}

/* 100,000 wallets and as many totals: searching each total from the start would take 5,000,000,000 comparisons. */
static void many_totals_are_read_in_one_pass(void **state) {
    long_text text = {NULL, 0, 0, 0};
    const steelyard_report *report;
    steelyard_fault fault;
    (void)state;
    append(&text, "{\"verdict\":\"valid\",\"wallets\":[");
    append_numbered(&text, "{\"currency\":\"C%u\",\"amounts\":{},\"gifts\":[]}", 100000);
    append(&text, "],\"totals\":[");
    append_numbered(&text, "{\"currency\":\"C%u\",\"amounts\":{}}", 100000);
    append(&text, "],\"findings\":[],\"summary\":{}}");
    assert_int_equal(steelyard_report_read(engine_arena(), long_span(&text), &report, &fault), STEELYARD_OK);
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_engine_would_not_print_is_no_report),
        cmocka_unit_test(many_totals_are_read_in_one_pass),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
