/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_reconcile.c - a ledger against a snapshot: which wallet an expectation fits, what became of each amount, and the
 * first cause that fits a difference. Each row's arithmetic is done by hand. Suspect reconcile_read.c for what is
 * refused, reconcile.c for wallets and outcomes, reconcile_cause.c for causes, reconcile_text.c for the last tests.
 */
#include "engine.h"

#define W(id, currency, digits, unit, amounts)                                                                         \
    "{\"id\":" id ",\"currency\":" currency ",\"minorUnits\":" digits ",\"unit\":" unit                                \
    ",\"kind\":null,\"status\":null,\"amounts\":{" amounts "},\"gifts\":[]}"
#define R(verdict, wallets)                                                                                            \
    "{\"verdict\":\"" verdict "\",\"profile\":null,\"snapshotAt\":null,\"wallets\":[" wallets "],\"totals\":[],"       \
    "\"findings\":[],\"summary\":{\"wallets\":0,\"formulas\":0,\"failed\":0,\"unverifiable\":0,\"warnings\":0}}"
#define SNAPSHOT(wallets) "{\"profile\":null,\"wallets\":[" wallets "]}"
#define EUR_A W("\"a\"", "\"EUR\"", "2", "\"major\"", "\"cash\":\"3.00\",\"gift\":\"0.50\",\"total\":\"3.50\"")
#define EUR_B W("\"b\"", "\"EUR\"", "2", "\"major\"", "\"cash\":\"1.25\",\"total\":\"1.25\",\"overdraftLimit\":\"9\"")
#define USD_A W("\"a\"", "\"USD\"", "2", "\"major\"", "\"total\":\"7.00\"")
#define JUICY W("\"w\"", "\"USD\"", "2", "null", "\"total\":\"1250\"")

static const steelyard_report *read_report(const char *json) {
    const steelyard_report *report;
    steelyard_fault fault;
    assert_int_equal(steelyard_report_read(engine_arena(), span_of(json), &report, &fault), STEELYARD_OK);
    return report;
}

/* The answer, or `CODE OPTION MESSAGE` of a refusal. */
static const char *reconcile(const steelyard_report *report, const char *expected) {
    static char refusal[512];
    steelyard_span json;
    steelyard_fault fault;
    if (steelyard_reconcile(engine_arena(), report, span_of(expected), &json, NULL, &fault) == STEELYARD_OK)
        return text_of(json);
    (void)snprintf(refusal, sizeof refusal, "%s %s %s", code_of(fault.status), text_of(fault.option),
                   text_of(fault.message));
    return refusal;
}

static void expect_part(const char *text, const char *part) {
    if (strstr(text, part) == NULL) fail_msg("\n%s\nis missing in\n%s", part, text);
}

static void an_answer_is_one_object_with_its_keys_in_order(void **state) {
    (void)state;
    assert_string_equal(
        reconcile(read_report(R("verified", EUR_A "," USD_A)),
                  "{\"tolerance\":\"0.010\",\"wallets\":[{\"id\":\"a\","
                  "\"currency\":\"EUR\",\"amounts\":{\"total\":\"3.5\",\"cash\":\"3.01\"}}]}"),
        "{\"same\":true,\"verdict\":\"verified\",\"tolerance\":\"0.01\",\"entries\":["
        "{\"wallet\":\"a\",\"currency\":\"EUR\",\"amount\":\"cash\",\"expected\":\"3.01\",\"actual\":\"3.00\",\"delta\":\"-0.01\","
        "\"outcome\":\"within\",\"cause\":\"unknown\",\"term\":null,"
        "\"message\":\"cash is 3.00; the ledger says 3.01, which is within the tolerance of 0.01.\"},"
        "{\"wallet\":\"a\",\"currency\":\"EUR\",\"amount\":\"total\",\"expected\":\"3.50\",\"actual\":\"3.50\",\"delta\":\"0.00\","
        "\"outcome\":\"same\",\"cause\":null,\"term\":null,\"message\":\"total is 3.50; the ledger says 3.50.\"}],"
        "\"unexpected\":[{\"id\":\"a\",\"currency\":\"USD\"}]}");
    engine_reset();
}

#define OUTCOME(wallet, currency, expected, outcome)                                                                   \
    "{\"wallet\":" wallet ",\"currency\":" currency ",\"amount\":\"total\",\"expected\":\"" expected "\"," outcome
#define NOTHING(name) "\"actual\":null,\"delta\":null,\"outcome\":\"" name "\",\"cause\":null,\"term\":null"
#define LIST(wallets) "{\"wallets\":[" wallets "]}"
#define TOTAL(value) "\"amounts\":{\"total\":\"" value "\"}"

static void an_expectation_fits_one_wallet_or_says_why_not(void **state) {
    static const struct {
        const char *wallets, *expected, *entry;
    } rows[] = {
        {R("valid", EUR_B), "{\"wallets\":{\"b\":{\"total\":\"1.25\"}}}",
         OUTCOME("\"b\"", "\"EUR\"", "1.25", "\"actual\":\"1.25\",\"delta\":\"0.00\",\"outcome\":\"same\"")},
        {R("valid", EUR_B), "{\"wallets\":{\"c\":{\"total\":\"1.250\"}}}",
         OUTCOME("\"c\"", "null", "1.250", NOTHING("no_wallet"))}, /* as written: nothing to print it like */
        {R("valid", EUR_A "," USD_A), "{\"wallets\":{\"a\":{\"total\":\"7\"}}}",
         OUTCOME("\"a\"", "null", "7", NOTHING("several_wallets"))},
        {R("valid", EUR_A "," USD_A), LIST("{\"id\":\"a\",\"currency\":\"USD\"," TOTAL("7") "}"),
         OUTCOME("\"a\"", "\"USD\"", "7.00", "\"actual\":\"7.00\"")},
        {R("valid", EUR_A "," USD_A), LIST("{\"id\":null,\"currency\":\"USD\"," TOTAL("7") "}"),
         OUTCOME("\"a\"", "\"USD\"", "7.00", "\"actual\":\"7.00\"")},
        {R("valid", EUR_A "," USD_A), LIST("{\"id\":\"a\",\"currency\":\"JPY\"," TOTAL("7") "}"),
         OUTCOME("\"a\"", "\"JPY\"", "7", NOTHING("no_wallet"))},
        {R("valid", EUR_A "," EUR_B), LIST("{\"currency\":\"EUR\"," TOTAL("7") "}"),
         OUTCOME("null", "\"EUR\"", "7", NOTHING("several_wallets"))},
        {R("valid", EUR_B), LIST("{" TOTAL("1.25") "}"), OUTCOME("\"b\"", "\"EUR\"", "1.25", "\"actual\":\"1.25\"")},
        {R("valid", EUR_B), LIST("{" TOTAL("1.25") "},{\"id\":\"b\"," TOTAL("1.25") "}"),
         OUTCOME("null", "null", "1.25", NOTHING("several_wallets"))}, /* both name the same one */
        {R("valid", JUICY), "{\"wallets\":{\"w\":{\"total\":\"1250\"}}}",
         OUTCOME("\"w\"", "\"USD\"", "1250", NOTHING("unit_unknown"))},
        {R("valid", EUR_B), LIST("{\"id\":\"b\",\"unit\":null," TOTAL("125") "}"),
         OUTCOME("\"b\"", "\"EUR\"", "125", NOTHING("unit_unknown"))},
        {R("valid", W("\"x\"", "null", "null", "\"major\"", "")), LIST("{\"id\":\"x\"," TOTAL("1.50") "}"),
         OUTCOME("\"x\"", "null", "1.50", NOTHING("absent"))},
        {R("valid", EUR_A "," EUR_B "," USD_A), "{\"currencies\":{\"EUR\":{\"total\":\"4.75\"}}}",
         OUTCOME("null", "\"EUR\"", "4.75", "\"actual\":\"4.75\",\"delta\":\"0.00\",\"outcome\":\"same\"")},
        {R("valid", EUR_A "," W("null", "\"EUR\"", "2", "\"major\"", "\"cash\":\"1\"")),
         "{\"currencies\":{\"EUR\":{\"total\":\"3.50\"}}}", OUTCOME("null", "\"EUR\"", "3.50", NOTHING("absent"))},
        {R("valid", W("null", "\"EUR\"", "2", "\"major\"", "\"cash\":\"1\"") "," EUR_A),
         "{\"currencies\":{\"EUR\":{\"total\":\"3.50\"}}}", OUTCOME("null", "\"EUR\"", "3.50", NOTHING("absent"))},
        {R("valid", JUICY "," USD_A), "{\"currencies\":{\"USD\":{\"total\":\"7.00\"}}}",
         OUTCOME("null", "\"USD\"", "7.00", NOTHING("unit_unknown"))}, /* no sum is made of a part */
        {R("valid", EUR_A), "{\"currencies\":{\"JPY\":{\"total\":\"0\"}}}",
         OUTCOME("null", "\"JPY\"", "0", NOTHING("no_wallet"))}, /* no wallet is not nought */
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        print_message("%s\n", rows[i].expected);
        expect_part(reconcile(read_report(rows[i].wallets), rows[i].expected), rows[i].entry);
    }
    engine_reset();
}

static void limits_of_several_wallets_add_up_to_nothing(void **state) {
    static const char expected[] = "{\"currencies\":{\"EUR\":{\"overdraftLimit\":\"9\"}}}";
    (void)state;
    expect_part(reconcile(read_report(R("valid", EUR_B)), expected),
                "\"actual\":\"9.00\",\"delta\":\"0.00\",\"outcome\":\"same\"");
    expect_part(reconcile(read_report(R("valid", EUR_B "," EUR_B)), expected), NOTHING("several_wallets"));
    expect_part(
        reconcile(read_report(R("valid", EUR_B "," EUR_B)), "{\"currencies\":{\"EUR\":{\"total\":\"-15.50\"}}}"),
        "\"delta\":\"18.00\",\"outcome\":\"differs\",\"cause\":\"unknown\""); /* 9 + 9, of which nobody made a sum */
    engine_reset();
}

static void a_tolerance_is_the_callers_alone_and_ends_exactly_where_it_ends(void **state) {
    static const struct {
        const char *tolerance, *expected, *outcome;
    } rows[] = {
        {"", "3.5", "\"same\":true"},
        {"", "3.5000000000000000000000000000000000001", "\"same\":false"}, /* 10^-37 is a difference */
        {"\"tolerance\":\"0\",", "3.51", "\"outcome\":\"differs\""},
        {"\"tolerance\":\"0.01\",", "3.51", "\"outcome\":\"within\""},
        {"\"tolerance\":\"0.01\",", "3.49", "\"outcome\":\"within\""},
        {"\"tolerance\":\"0.01\",", "3.5100000001", "\"outcome\":\"differs\""},
        {"\"tolerance\":\"99999999999999999999999999999999999999\",", "-99999999999999999999999999999999999990",
         "\"outcome\":\"within\""},
    };
    const steelyard_report *report = read_report(R("valid", EUR_A));
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        char expected[256];
        (void)snprintf(expected, sizeof expected, "{%s\"wallets\":{\"a\":{\"total\":\"%s\"}}}", rows[i].tolerance,
                       rows[i].expected);
        print_message("%s\n", expected);
        expect_part(reconcile(report, expected), rows[i].outcome);
    }
    engine_reset();
}

static void a_complete_ledger_has_to_name_every_wallet(void **state) {
    const steelyard_report *report = read_report(R("valid", EUR_A "," USD_A));
    (void)state;
    expect_part(reconcile(report, "{\"currencies\":{\"USD\":{\"total\":\"7\"}}}"), "{\"same\":true,");
    expect_part(reconcile(report, "{\"complete\":false,\"currencies\":{\"USD\":{\"total\":\"7\"}}}"),
                "{\"same\":true,");
    expect_part(reconcile(report, "{\"complete\":true,\"currencies\":{\"USD\":{\"total\":\"7\"}}}"),
                "{\"same\":false,");
    expect_part(
        reconcile(report, "{\"complete\":true,\"currencies\":{\"USD\":{\"total\":\"7\"},\"EUR\":{\"total\":\"3.5\"}}}"),
        "{\"same\":true,");
    expect_part(reconcile(report, "{\"complete\":true}"),
                "\"unexpected\":[{\"id\":\"a\",\"currency\":\"EUR\"},{\"id\":\"a\",\"currency\":\"USD\"}]");
    expect_part(reconcile(read_report(R("valid", "")), "{\"complete\":true}"), "{\"same\":true,");
    engine_reset();
}

static void the_verdict_stands_beside_the_answer(void **state) {
    static const char expected[] = "{\"wallets\":{\"b\":{\"total\":\"1.25\"}}}";
    (void)state;
    expect_part(reconcile(read_report(R("mismatch", EUR_B)), expected), "{\"same\":true,\"verdict\":\"mismatch\",");
    expect_part(reconcile(read_report(SNAPSHOT(EUR_B)), expected), "{\"same\":true,\"verdict\":null,");
    assert_string_equal(reconcile(read_report(R("invalid", "")), expected),
                        "report.no_canonical  There is no canonical snapshot of such a report.");
    engine_reset();
}

/* The wallet: cash 3.00, gift 0.50, blocked 1.20, pending 0.00, total 4.70 in EUR. The ledger's total is E, the provider's A. */
static void the_first_cause_that_fits_is_named(void **state) {
    static const struct {
        const char *expected, *currency, *digits, *total, *entry;
    } rows[] = {
        {"4.7000000000000001776356839400250464678", "EUR", "2", "4.70", "\"cause\":\"float_drift\",\"term\":null"},
        {"4.704", "EUR", "2", "4.70", "\"cause\":\"float_drift\""},
        {"4.705", "EUR", "2", "4.70", "\"cause\":\"rounding\""},       /* half a minor unit is no drift */
        {"4.71", "EUR", "2", "4.706", "\"cause\":\"rounding\""},       /* the provider's has the digits */
        {"4.71", "EUR", "2", "4.70", "\"cause\":\"unknown\""},         /* a whole minor unit is no rounding */
        {"4.7000001", "ZZZ", "null", "4.70", "\"cause\":\"unknown\""}, /* a minor unit is not known */
        {"-4.70", "EUR", "2", "4.70", "\"cause\":\"sign\""},
        {"470", "EUR", "2", "4.70", "\"cause\":\"minor_units\""},
        {"0.047", "EUR", "2", "4.70", "\"cause\":\"minor_units\""},
        {"470", "ZZZ", "null", "4.70", "\"cause\":\"minor_units\""}, /* k is 2 where unknown */
        {"470", "JPY", "0", "4.70", "\"cause\":\"unknown\""},        /* k is 0 */
        {"0.50", "EUR", "2", "4.70", "\"cause\":\"other_amount\",\"term\":\"gift\""},
        {"4.20", "EUR", "2", "4.70", "\"cause\":\"omitted\",\"term\":\"gift\""}, /* 4.70 - 0.50 */
        {"1.70", "EUR", "2", "4.70", "\"cause\":\"omitted\",\"term\":\"cash\""},
        {"5.90", "EUR", "2", "4.70", "\"cause\":\"included\",\"term\":\"blocked\""}, /* 4.70 + 1.20 */
        {"7.10", "EUR", "2", "4.70", "\"cause\":\"flipped\",\"term\":\"blocked\""},  /* 4.70 + 2 * 1.20 */
        {"3.70", "EUR", "2", "4.70", "\"cause\":\"flipped\",\"term\":\"gift\""},     /* 4.70 - 2 * 0.50 */
        {"7.40", "EUR", "2", "4.70", "\"cause\":\"transposed\",\"term\":null"},
        {"0", "EUR", "2", "4.70", "\"cause\":\"unknown\""}, /* pending is nought, and explains nothing */
        {"-99999999999999999999999999999999999999", "EUR", "2", "99999999999999999999999999999999999999",
         "\"delta\":null,\"outcome\":\"differs\",\"cause\":\"unknown\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        char report[1024];
        char expected[256];
        (void)snprintf(
            report, sizeof report,
            R("valid",
              W("\"a\"", "\"%s\"", "%s", "\"major\"",
                "\"cash\":\"3.00\",\"gift\":\"0.50\",\"blocked\":\"1.20\",\"pending\":\"0.00\",\"total\":\"%s\"")),
            rows[i].currency, rows[i].digits, rows[i].total);
        (void)snprintf(expected, sizeof expected, "{\"wallets\":{\"a\":{\"total\":\"%s\"}}}", rows[i].expected);
        print_message("%s against %s\n", rows[i].expected, rows[i].total);
        expect_part(reconcile(read_report(report), expected), rows[i].entry);
    }
    engine_reset();
}

/* Wallets of 100, 20 and -3 EUR; their sum is 117. */
static void a_wallet_of_a_sum_may_be_to_blame(void **state) {
    static const struct {
        const char *expected, *entry;
    } rows[] = {
        {"97", "\"cause\":\"omitted\",\"term\":\"wallets/1\""},
        {"137", "\"cause\":\"double_counted\",\"term\":\"wallets/1\""},
        {"123", "\"cause\":\"flipped\",\"term\":\"wallets/2\""}, /* 3 instead of -3 */
        {"20", "\"cause\":\"unknown\",\"term\":null"},           /* 97 is no wallet */
        {"171", "\"cause\":\"transposed\""},
    };
    const steelyard_report *report = read_report(
        R("valid", W("\"x\"", "\"EUR\"", "2", "\"major\"", "\"total\":\"100.00\"") "," W(
                       "null", "\"EUR\"", "2", "\"major\"",
                       "\"total\":\"20.00\"") "," W("\"y\"", "\"EUR\"", "2", "\"major\"", "\"total\":\"-3.00\"")));
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        char expected[128];
        (void)snprintf(expected, sizeof expected, "{\"currencies\":{\"EUR\":{\"total\":\"%s\"}}}", rows[i].expected);
        print_message("%s\n", expected);
        expect_part(reconcile(report, expected), rows[i].entry);
    }
    engine_reset();
}

#define NINES "99999999999999999999999999999999999999"

static void a_sum_that_does_not_fit_is_compared_all_the_same(void **state) {
    const steelyard_report *report = read_report(
        R("valid", W("\"x\"", "\"EUR\"", "2", "\"major\"",
                     "\"total\":\"" NINES "\"") "," W("\"y\"", "\"EUR\"", "2", "\"major\"", "\"total\":\"1.00\"")));
    (void)state;
    expect_part(reconcile(report, "{\"currencies\":{\"EUR\":{\"total\":\"" NINES "\"}}}"),
                "\"actual\":null,\"delta\":\"1.00\",\"outcome\":\"differs\",\"cause\":\"unknown\"");
    expect_part(reconcile(report, "{\"tolerance\":\"1\",\"currencies\":{\"EUR\":{\"total\":\"" NINES "\"}}}"),
                "\"actual\":null,\"delta\":\"1.00\",\"outcome\":\"within\",\"cause\":\"unknown\"");
    engine_reset();
}

static void a_wrong_ledger_is_refused_at_its_place(void **state) {
    static const struct {
        const char *expected, *refusal;
    } rows[] = {
        {"{}", "Nothing is expected: name wallets or currencies."},
        {"{\"complete\":false,\"wallets\":{},\"currencies\":{}}", "Nothing is expected: name wallets or currencies."},
        {"[]", "The expectation is no object."},
        {"", "offset 0: There is nothing but white space."},
        {"{\"wallets\":", "offset 11: The text breaks the grammar of JSON."},
        {"{\"walets\":{}}", "/walets: There is no member of this name here. Did you mean wallets?"},
        {"{\"currencys\":{}}", "/currencys: There is no member of this name here. Did you mean currencies?"},
        {"{\"wallets\":{\"a/b\":{\"avialable\":\"1\"}}}",
         "/wallets/a~1b/avialable: There is no amount of this name. Did you mean available?"},
        {"{\"wallets\":{\"a\":{\"x\":\"1\"}}}", "/wallets/a/x: There is no amount of this name."},
        {"{\"wallets\":{\"a\":{\"total\":1.5}}}", "/wallets/a/total: An amount is a decimal string, in quotes."},
        {"{\"wallets\":{\"a\":{\"total\":null}}}", "/wallets/a/total: An amount is a decimal string, in quotes."},
        {"{\"wallets\":{\"a\":{\"total\":\"1e3\"}}}", "/wallets/a/total: The text is no plain decimal."},
        {"{\"wallets\":{\"a\":{\"total\":\"\"}}}", "/wallets/a/total: The text is no plain decimal."},
        {"{\"wallets\":{\"a\":{\"total\":\"1" NINES "\"}}}",
         "/wallets/a/total: The amount cannot be held exactly in 38 digits."},
        {"{\"wallets\":{\"a\":{}}}", "/wallets/a: No amount is expected here."},
        {"{\"wallets\":{\"a\":[]}}", "/wallets/a: An object of amounts is wanted here."},
        {"{\"wallets\":\"a\"}", "/wallets: An object is wanted here."},
        {"{\"wallets\":[7]}", "/wallets/0: A wallet is an object."},
        {"{\"wallets\":[{\"id\":7," TOTAL("1") "}]}", "/wallets/0/id: A string or null is wanted here."},
        {"{\"wallets\":[{\"id\":\"a\"}]}", "/wallets/0: The wallet has no amounts."},
        {"{\"wallets\":[{\"id\":\"a\",\"unit\":\"minor\"," TOTAL("1") "}]}",
         "/wallets/0/unit: A unit is major or null."},
        {"{\"wallets\":[{\"Id\":\"a\"," TOTAL("1") "}]}",
         "/wallets/0/Id: There is no member of this name here. Did you mean id?"},
        {"{\"currencies\":[]}", "/currencies: Currencies are an object by code."},
        {"{\"tolerance\":\"-0.01\",\"complete\":true}", "/tolerance: A tolerance is not below zero."},
        {"{\"tolerance\":0.01,\"complete\":true}", "/tolerance: An amount is a decimal string, in quotes."},
        {"{\"complete\":1}", "/complete: This is true or false."},
        {"{\"wallets\":[{\"id\":\"a\",\"gifts\":[{\"x\":1,\"x\":2}]," TOTAL("1") "}]}",
         "/wallets/0/gifts/0/x: This member stands twice."},
    };
    const steelyard_report *report = read_report(R("valid", EUR_A));
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        const char *refusal = reconcile(report, rows[i].expected);
        print_message("%s\n", rows[i].expected);
        assert_memory_equal(refusal, "call.argument expected ", 23);
        assert_string_equal(refusal + 23, rows[i].refusal);
    }
    expect_part(reconcile(report, "{\"tolerance\":\"-0.00\",\"complete\":true}"), "\"tolerance\":\"0\"");
    engine_reset();
}

/* What JavaScript hands in is a report's JSON; the library has the report itself. */
static void a_report_and_its_json_give_the_same_answer(void **state) {
    static const char body[] = "[{\"id\":1,\"currency_id\":1,\"amount\":5000.00,\"type\":\"PREPAID\"},"
                               "{\"id\":2,\"currency_id\":1,\"amount\":0.005000,\"type\":\"PREPAID\"}]";
    static const char expected[] =
        "{\"wallets\":{\"2\":{\"total\":\"0.01\"}},\"currencies\":{\"USD\":{\"total\":\"5000\"}}}";
    const steelyard_report *report = verify("{\"currencies\":{\"1\":\"USD\"}}", body);
    const steelyard_report *read_back = read_report(json_of(report));
    (void)state;
    expect_part(reconcile(report, expected),
                "\"actual\":\"0.005\",\"delta\":\"-0.005\",\"outcome\":\"differs\",\"cause\":\"rounding\"");
    assert_string_equal(reconcile(report, expected), reconcile(read_back, expected));
    engine_reset();
}

/* Each expectation fits every wallet: whoever looks at all pairs looks 10^10 times. */
static void a_hundred_thousand_wallets_are_no_matter(void **state) {
    long_text report = {NULL, 0, 0, 0};
    long_text expected = {NULL, 0, 0, 0};
    steelyard_span json;
    steelyard_fault fault;
    const steelyard_report *read_back;
    (void)state;
    append(&report, "{\"profile\":null,\"wallets\":[");
    append_numbered(&report, W("\"%u\"", "\"EUR\"", "2", "\"major\"", "\"total\":\"%u.00\""), 100000);
    append(&report, "]}");
    append(&expected, "{\"wallets\":[");
    append_numbered(
        &expected,
        "{\"id\":\"%u\",\"amounts\":{\"total\":\"%u\"}},{\"currency\":\"EUR\",\"amounts\":{\"total\":\"%u\"}}", 100000);
    append(&expected, "]}");
    assert_int_equal(steelyard_report_read(engine_arena(), long_span(&report), &read_back, &fault), STEELYARD_OK);
    assert_int_equal(steelyard_reconcile(engine_arena(), read_back, long_span(&expected), &json, NULL, &fault),
                     STEELYARD_OK);
    assert_memory_equal(json.bytes, "{\"same\":false,", 14);
    assert_memory_equal(json.bytes + json.nbytes - 16, "\"unexpected\":[]}", 16);
    engine_reset();
}

/* ---- for a person ---- */

static const char *text_for(const char *report, const char *expected, bool colour) {
    steelyard_span text;
    steelyard_fault fault;
    assert_int_equal(
        steelyard_reconcile_text(engine_arena(), read_report(report), span_of(expected), colour, &text, &fault),
        STEELYARD_OK);
    return text_of(text);
}

static void a_text_says_what_differs_and_why(void **state) {
    (void)state;
    assert_string_equal(
        text_for(
            R("mismatch", EUR_A "," EUR_B "," USD_A),
            "{\"tolerance\":\"0.01\",\"wallets\":[{\"id\":\"a\",\"currency\":\"EUR\",\"amounts\":{\"cash\":\"3.01\","
            "\"gift\":\"0.5\",\"total\":\"3.005\",\"blocked\":\"1\"}},{\"id\":\"c\"," TOTAL(
                "7.0") "}],"
                       "\"currencies\":{\"EUR\":{\"total\":\"1.25\"}}}",
            false),
        "differs  (verdict mismatch, tolerance 0.01)\n"
        "The ledger is not what the snapshot states.\n"
        "A check failed: the snapshot is not what it claims to be.\n"
        "\n"
        "wallet a, currency EUR\n"
        "    cash   expected 3.01   actual 3.00  delta -0.01   within\n"
        "    total  expected 3.005  actual 3.50  delta +0.495  differs\n"
        "    cash: No known cause fits.\n"
        "    blocked is not stated by this wallet; the ledger says 1.\n"
        "    total: No known cause fits.\n"
        "wallet c, currency -\n"
        "    total cannot be compared: no wallet fits; the ledger says 7.0.\n"
        "all of EUR\n"
        "    total  expected 1.25  actual 4.75  delta +3.50  differs\n"
        "    total: Most likely: the ledger leaves out what the provider counts: wallets/0.\n"
        "\n"
        "not in the ledger: wallet a, currency USD\n"
        "\n"
        "6 amounts: 1 the same, 1 within the tolerance, 2 different, 2 not compared; 1 wallet not in the ledger.\n");
    assert_string_equal(
        text_for(SNAPSHOT(EUR_B), "{\"wallets\":{\"b\":{\"total\":\"1.25\"}}}", true),
        "\x1b[1;32msame\x1b[0m  (verdict not known)\n"
        "What the ledger expects is what the snapshot states.\n"
        "\n"
        "1 amount: 1 the same, 0 within the tolerance, 0 different, 0 not compared; 0 wallets not in the ledger.\n");
    engine_reset();
}

static void foreign_bytes_never_steer(void **state) {
    (void)state;
    expect_part(text_for(R("valid", W("\"\\u001b[31m\"", "\"\xe2\x80\xae\"", "2", "\"major\"", "")),
                         "{\"wallets\":{\"\\u0007\":{\"total\":\"1\"}},\"currencies\":{\"\\n\":{\"total\":\"1\"}}}",
                         false),
                "wallet \xef\xbf\xbd, currency -\n    total cannot be compared: no wallet fits; the ledger says 1.\n"
                "all of \xef\xbf\xbd\n");
    engine_reset();
}

static void a_text_shows_a_thousand_and_counts_the_rest(void **state) {
    (void)state;
    for (size_t count = 1000; count <= 1001; count += 1) {
        long_text expected = {NULL, 0, 0, 0};
        steelyard_span text;
        steelyard_fault fault;
        append(&expected, "{\"wallets\":{");
        append_numbered(&expected, "\"w%u\":{\"total\":\"1\"}", count);
        append(&expected, "}}");
        assert_int_equal(steelyard_reconcile_text(engine_arena(), read_report(R("valid", EUR_A)), long_span(&expected),
                                                  false, &text, &fault),
                         STEELYARD_OK);
        expect_part(
            text_of(text),
            count == 1000
                ? "wallet w999, currency -\n    total cannot be compared: no wallet fits; the ledger says 1.\n\n"
                : "the ledger says 1.\n1 more expectation is left out here.\n\nnot in the ledger: wallet a, currency EUR\n");
    }
    engine_reset();
}

/* Memory of every size up to what suffices: refused and given back, or the whole answer. */
static void memory_that_runs_out_is_an_ordinary_answer(void **state) {
    static const char expected[] = "{\"tolerance\":\"0.01\",\"wallets\":{\"\\u0061\":{\"total\":\"3.50\"}},"
                                   "\"currencies\":{\"EUR\":{\"cash\":\"3.00\",\"totl\":\"1\"}}}";
    const steelyard_report *report = read_report(R("valid", EUR_A "," EUR_B));
    size_t done = 0, refused = 0;
    (void)state;
    for (size_t nbytes = 0; nbytes < 6000; nbytes += 1) {
        unsigned char *exact = malloc(nbytes + 1);
        steelyard_arena arena;
        steelyard_fault fault;
        steelyard_span json;
        const char *text = nbytes % 2 == 0 ? expected : "{\"wallets\":{\"a\":{\"total\":\"3.50\"}}}";
        steelyard_status status;
        assert_non_null(exact);
        steelyard_arena_lend(&arena, exact, nbytes);
        status = nbytes % 3 == 0 ? steelyard_reconcile_text(&arena, report, span_of(text), false, &json, &fault)
                                 : steelyard_reconcile(&arena, report, span_of(text), &json, NULL, &fault);
        if (status == STEELYARD_MEMORY) {
            assert_int_equal(arena.used_nbytes, 0);
            assert_true(fault.arena_nbytes > nbytes);
        } else if (text == expected) {
            assert_int_equal(status, STEELYARD_CALL_ARGUMENT);
            refused += 1;
        } else {
            assert_int_equal(status, STEELYARD_OK);
            done += 1;
        }
        free(exact);
    }
    assert_true(done > 500 && refused > 500);
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_one_object_with_its_keys_in_order),
        cmocka_unit_test(an_expectation_fits_one_wallet_or_says_why_not),
        cmocka_unit_test(limits_of_several_wallets_add_up_to_nothing),
        cmocka_unit_test(a_tolerance_is_the_callers_alone_and_ends_exactly_where_it_ends),
        cmocka_unit_test(a_complete_ledger_has_to_name_every_wallet),
        cmocka_unit_test(the_verdict_stands_beside_the_answer),
        cmocka_unit_test(the_first_cause_that_fits_is_named),
        cmocka_unit_test(a_wallet_of_a_sum_may_be_to_blame),
        cmocka_unit_test(a_sum_that_does_not_fit_is_compared_all_the_same),
        cmocka_unit_test(a_wrong_ledger_is_refused_at_its_place),
        cmocka_unit_test(a_report_and_its_json_give_the_same_answer),
        cmocka_unit_test(a_hundred_thousand_wallets_are_no_matter),
        cmocka_unit_test(a_text_says_what_differs_and_why),
        cmocka_unit_test(foreign_bytes_never_steer),
        cmocka_unit_test(a_text_shows_a_thousand_and_counts_the_rest),
        cmocka_unit_test(memory_that_runs_out_is_an_ordinary_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
