/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_report_read.c - a report read back prints the same bytes, for every verdict; a snapshot read back has the same
 * snapshot. Suspect report_read.c, report_json.c, canonical.c.
 */
#include "engine.h"

#define PAYWALL(wallet) "{\"IsSuccess\":true,\"IsFailure\":false,\"Value\":" wallet "}"
#define WALLET                                                                                                         \
    "{\"Id\":\"7883fb19-2359-4a9b-b917-f08a259898ed\",\"WalletBalance\":1,\"TotalGiftBalance\":2,"                     \
    "\"BlockedBalance\":0,\"TotalBalance\":3.00,\"AvailableBalance\":\"3\",\"GiftBalances\":[{\"Id\":\"\\u00e9\\n\","  \
    "\"Amount\":2,\"RemainingAmount\":2,\"ExpirationDate\":\"2030-01-01\"}]}"

static const struct {
    const char *options, *body;
} rows[] = {
    {"{\"currency\":\"TRY\",\"explain\":true,\"now\":\"2026-01-01T00:00:00Z\"}", PAYWALL(WALLET)},
    {"{\"currency\":\"TRY\"}", PAYWALL("[" WALLET "," WALLET "]")},
    {"{\"currency\":\"XAU\"}", PAYWALL(WALLET)},
    {"{\"maxAge\":1,\"now\":\"2026-01-01T00:00:00Z\"}", PAYWALL("null")},
    {"{\"profile\":\"paywall\"}", PAYWALL("[{},1]")},
    {"{\"profile\":\"paywall\"}", "{\"IsSuccess\":false,\"IsFailure\":true,\"Errors\":[\"a\",\"\\\"\"]}"},
    {"{\"profile\":\"popup\",\"status\":500}", "{\"message\":\"m\",\"errors\":{\"f\":[\"a\",\"b\"]}}"},
    {"{\"status\":404}", "{}"},
    {"{}", "{}"},
    {"{}", "{\"a\":\n1"},
    {"", ""},
};

static void a_report_read_back_prints_the_same_bytes(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        const char *json = json_of(verify(rows[i].options, rows[i].body));
        const steelyard_report *again;
        steelyard_fault fault;
        assert_int_equal(steelyard_report_read(engine_arena(), span_of(json), &again, &fault), STEELYARD_OK);
        assert_string_equal(json_of(again), json);
    }
    engine_reset();
}

static void a_snapshot_read_back_has_the_same_snapshot(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        const steelyard_report *report = verify(rows[i].options, rows[i].body), *again;
        steelyard_span first, second;
        steelyard_fault fault;
        bool same;
        steelyard_status status = steelyard_report_canonical(engine_arena(), report, true, &first, &fault);
        if (steelyard_report_verdict(report) >= STEELYARD_VERDICT_INVALID) {
            assert_int_equal(status, STEELYARD_REPORT_NO_CANONICAL);
            continue;
        }
        assert_int_equal(steelyard_report_read(engine_arena(), first, &again, &fault), STEELYARD_OK);
        assert_string_equal(verdict_of(again), "valid");
        assert_int_equal(steelyard_report_canonical(engine_arena(), again, true, &second, &fault), STEELYARD_OK);
        assert_string_equal(text_of(first), text_of(second));
        assert_int_equal(steelyard_diff(engine_arena(), report, again, &second, &same, &fault), STEELYARD_OK);
        assert_true(same);
    }
    engine_reset();
}

static void other_texts_are_no_reports(void **state) {
    static const char *const texts[] = {
        "",
        "1",
        "[]",
        "{}",
        "{\"wallets\":1}",
        "{\"wallets\":[1]}",
        "{\"wallets\":[{}]}",
        "{\"wallets\":[],\"wallets\":[]}",
        "{\"wallets\":[],\"verdict\":\"good\"}",
        "{\"wallets\":[],\"verdict\":\"valid\"}",
        "{\"wallets\":[{\"amounts\":{\"cash\":1},\"gifts\":[]}]}",
        "{\"wallets\":[{\"amounts\":{\"cash\":\"1e3\"},\"gifts\":[]}]}",
        "{\"wallets\":[{\"amounts\":{\"money\":\"1\"},\"gifts\":[]}]}",
        "{\"wallets\":[{\"amounts\":{},\"gifts\":{}}]}",
        "{\"wallets\":[{\"amounts\":{},\"gifts\":[],\"minorUnits\":39}]}",
        "{\"wallets\":[]} x",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i += 1) {
        const steelyard_report *report;
        steelyard_fault fault;
        assert_int_equal(steelyard_report_read(engine_arena(), span_of(texts[i]), &report, &fault),
                         STEELYARD_CALL_ARGUMENT);
        assert_string_equal(text_of(fault.option), "report");
    }
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_read_back_prints_the_same_bytes),
        cmocka_unit_test(a_snapshot_read_back_has_the_same_snapshot),
        cmocka_unit_test(other_texts_are_no_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
