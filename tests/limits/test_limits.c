/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_limits.c - every limit of core/src/base/limits.h through the public calls, at the cap and one past it. The numbers are
 * typed here once more: a limit that moves must be noticed.
 */
#include "engine.h"

#define FRAME                                                                                                          \
    "\"profile\":\"p\",\"wallets\":{\"at\":\"\",\"as\":[\"object\",\"list\"]},\"currency\":{\"from\":\"option\"},"     \
    "\"unit\":\"major\""
#define AMOUNTS "\"amounts\":{\"cash\":{\"at\":\"/c\"},\"total\":{\"at\":\"/t\"}}"

/* Whether options compile; otherwise the fault must be the profile's or the named option's value. */
static bool compiles(const long_text *options, const char *option) {
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    steelyard_status status = steelyard_compile(engine_arena(), long_span(options), &verifier, &fault);
    if (status != STEELYARD_OK) {
        assert_int_equal(status, STEELYARD_OPTION_VALUE);
        assert_string_equal(text_of(fault.option), option);
    }
    engine_reset();
    return status == STEELYARD_OK;
}

/* A profile with a list of `count` pieces between `before` and `after`. */
static bool profile_takes(size_t count, const char *before, const char *numbered, const char *after) {
    long_text options = {NULL, 0, 0, 0};
    append(&options, "{\"profile\":{" FRAME ",");
    append(&options, before);
    append_numbered(&options, numbered, count);
    append(&options, after);
    append(&options, "}}");
    return compiles(&options, "profile");
}

static void tables_of_a_profile_end_where_the_limits_say(void **state) {
    static const struct {
        const char *limit;
        size_t most;
        const char *before, *numbered, *after;
    } rows[] = {
        {"SY_AMOUNT_NAMES_MAX, ten of them canonical", 22, "\"amounts\":{", "\"a%u\":{\"at\":\"/%u\"}", "}"},
        {"SY_FLAGS_MAX", 16, AMOUNTS ",\"flags\":{", "\"f%u\":{\"at\":\"/f%u\"}", "}"},
        {"SY_TEXTS_MAX, four of them built in", 12, AMOUNTS ",\"texts\":{", "\"t%u\":{\"at\":\"/t%u\"}", "}"},
        {"SY_CONDITIONS_MAX", 8,
         AMOUNTS ",\"checks\":[{\"code\":\"c\",\"at\":\"cash\",\"that\":\"cash > 0\",\"when\":[", "\"cash < %u\"",
         "]}]"},
        {"SY_LIST_MAX of detections", 32, AMOUNTS ",\"detect\":[", "{\"has\":[\"h%u\"]}", "]"},
        {"SY_LIST_MAX of names", 32, AMOUNTS ",\"detect\":[{\"has\":[", "\"h%u\"", "]}]"},
        {"SY_LIST_MAX of values", 32, AMOUNTS ",\"status\":{\"at\":\"/s\",\"values\":{", "\"v%u\":\"active\"", "}}"},
        {"SY_LIST_MAX of messages", 32, AMOUNTS ",\"envelope\":{\"error\":{\"at\":\"/e\",\"messages\":[",
         "{\"at\":\"/m%u\",\"as\":[\"text\"]}", "]}}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        print_message("%s\n", rows[i].limit);
        assert_true(profile_takes(rows[i].most, rows[i].before, rows[i].numbered, rows[i].after));
        assert_false(profile_takes(rows[i].most + 1, rows[i].before, rows[i].numbered, rows[i].after));
    }
}

static bool sum_takes(size_t terms, const char *before, const char *after) {
    long_text options = {NULL, 0, 0, 0};
    append(&options, "{\"profile\":{" FRAME "," AMOUNTS ",");
    append(&options, before);
    append(&options, "cash");
    append_times(&options, " + 1.5", terms - 1);
    append(&options, after);
    append(&options, "}}");
    return compiles(&options, "profile");
}

static void a_formula_has_32_terms_and_a_comparison_on_both_sides_together(void **state) {
    static const char formula[] = "\"formulas\":[{\"code\":\"c\",\"amount\":\"total\",\"is\":\"";
    static const char check[] = "\"checks\":[{\"code\":\"c\",\"at\":\"total\",\"that\":\"";
    (void)state;
    assert_true(sum_takes(32, formula, "\"}]"));
    assert_false(sum_takes(33, formula, "\"}]"));
    assert_true(sum_takes(31, check, " > total\"}]"));
    assert_false(sum_takes(32, check, " > total\"}]"));
}

/* 64 rules in all: 32 formulas, 31 or 32 checks, one derived amount. */
static void a_profile_has_64_rules(void **state) {
    (void)state;
    for (size_t checks = 31; checks <= 32; checks += 1) {
        long_text options = {NULL, 0, 0, 0};
        append(&options,
               "{\"profile\":{" FRAME "," AMOUNTS ",\"derive\":[{\"amount\":\"gift\",\"as\":\"cash\"}],\"formulas\":[");
        append_numbered(&options, "{\"code\":\"f%u\",\"amount\":\"total\",\"is\":\"cash\"}", 32);
        append(&options, "],\"checks\":[");
        append_numbered(&options, "{\"code\":\"c%u\",\"at\":\"cash\",\"that\":\"cash > 0\"}", checks);
        append(&options, "]}}");
        assert_int_equal(compiles(&options, "profile"), checks == 31);
    }
}

/* 96 members of a wallet: 22 + 16 + 12 named ones, and the objects that hold them, one each. */
static void a_wallet_has_96_judged_members(void **state) {
    (void)state;
    for (size_t held = 12; held <= 13; held += 1) {
        long_text options = {NULL, 0, 0, 0};
        append(&options, "{\"profile\":{" FRAME ",\"amounts\":{");
        append_numbered(&options, "\"a%u\":{\"at\":\"/x%u/y%u/a\"}", 22); /* 66 fields */
        append(&options, "},\"flags\":{");
        append_numbered(&options, "\"f%u\":{\"at\":\"/f%u\"}", 16); /* 82 */
        append(&options, "},\"texts\":{");
        append_numbered(&options, "\"t%u\":{\"at\":\"/t%u\"}", 12); /* 94 */
        append(&options, "},\"status\":{\"at\":\"/s\"},\"kind\":{\"at\":");
        append(&options, held == 12 ? "\"/k\"" : "\"/k/k\"");
        append(&options, ",\"code\":\"k\"}}}");
        assert_int_equal(compiles(&options, "profile"), held == 12);
    }
}

static void a_pointer_has_8_tokens(void **state) {
    (void)state;
    assert_true(profile_takes(1, "\"amounts\":{\"cash\":{\"at\":\"/1/2/3/4/5/6/7", "/%u", "\"}}"));
    assert_false(profile_takes(1, "\"amounts\":{\"cash\":{\"at\":\"/1/2/3/4/5/6/7/8", "/%u", "\"}}"));
}

static void a_name_has_64_bytes(void **state) {
    (void)state;
    for (size_t nbytes = 64; nbytes <= 65; nbytes += 1) {
        for (int where = 0; where < 2; where += 1) {
            long_text options = {NULL, 0, 0, 0};
            append(&options,
                   "{\"profile\":{\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},\"currency\":{\"from\":\"option\"},"
                   "\"unit\":\"major\",\"profile\":\"");
            append_times(&options, "n", where == 0 ? nbytes : 1);
            append(&options, "\",\"amounts\":{\"");
            append_times(&options, "n", where == 1 ? nbytes : 1);
            append(&options, "\":{\"at\":\"/a\"}}}}");
            assert_int_equal(compiles(&options, "profile"), nbytes == 64);
        }
    }
}

static void options_end_where_the_limits_say(void **state) {
    static const struct {
        const char *limit;
        const char *at, *beyond;
        const char *option;
    } rows[] = {
        {"SY_MINOR_UNITS_MAX", "{\"minorUnits\":{\"ABC\":38}}", "{\"minorUnits\":{\"ABC\":39}}", "minorUnits"},
        {"SY_MINOR_UNITS_MAX in currencies", "{\"currencies\":{\"1\":{\"code\":\"ABC\",\"minorUnits\":38}}}",
         "{\"currencies\":{\"1\":{\"code\":\"ABC\",\"minorUnits\":39}}}", "currencies"},
        {"SY_CURRENCY_CODE_NBYTES_MAX", "{\"minorUnits\":{\"ABCDEFGHIJ\":2}}", "{\"minorUnits\":{\"ABCDEFGHIJK\":2}}",
         "minorUnits"},
        {"SY_BODY_NBYTES_MAX", "{\"maxBytes\":2147483647}", "{\"maxBytes\":2147483648}", "maxBytes"},
        {"one byte at the least", "{\"maxBytes\":1}", "{\"maxBytes\":0}", "maxBytes"},
        {"an HTTP status", "{\"status\":599}", "{\"status\":600}", "status"},
        {"SY_FRACTION_DIGITS_MAX", "{\"now\":\"2026-01-01T00:00:00.123456789012345678901234567890Z\"}",
         "{\"now\":\"2026-01-01T00:00:00.1234567890123456789012345678901Z\"}", "now"},
        {"SY_COEFFICIENT_DIGITS_MAX", "{\"creditLimit\":\"99999999999999999999999999999999999999\"}",
         "{\"creditLimit\":\"100000000000000000000000000000000000000\"}", "creditLimit"},
        {"SY_SCALE_DIGITS_MAX", "{\"creditLimit\":\"0.00000000000000000000000000000000000001\"}",
         "{\"creditLimit\":\"0.000000000000000000000000000000000000001\"}", "creditLimit"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        long_text at = {NULL, 0, 0, 0}, beyond = {NULL, 0, 0, 0};
        append(&at, rows[i].at);
        append(&beyond, rows[i].beyond);
        print_message("%s\n", rows[i].limit);
        assert_true(compiles(&at, rows[i].option));
        assert_false(compiles(&beyond, rows[i].option));
    }
}

static void a_call_takes_1000_headers(void **state) {
    (void)state;
    for (size_t count = 1000; count <= 1001; count += 1) {
        long_text options = {NULL, 0, 0, 0};
        append(&options, "{\"headers\":{");
        append_numbered(&options, "\"X-%u\":\"\"", count);
        append(&options, "}}");
        assert_int_equal(compiles(&options, "headers"), count == 1000);
    }
}

static void a_body_has_64_mebibytes_where_nothing_else_is_said(void **state) {
    size_t most = (size_t)64 * 1024 * 1024;
    char *body = malloc(most + 1);
    (void)state;
    assert_int_equal(steelyard_verifier_body_nbytes_max(compile(NULL)), most);
    memset(body, ' ', most + 1);
    memcpy(body, "[]", 2);
    assert_string_equal(verdict_of(verify_span("{\"profile\":\"popup\"}", (steelyard_span){body, most})),
                        "unverifiable");
    assert_non_null(strstr(json_of(verify_span(NULL, (steelyard_span){body, most + 1})),
                           "\"code\":\"json.size\",\"outcome\":\"invalid\",\"offset\":67108864,"));
    free(body);
    engine_reset();
}

static void max_bytes_counts_to_the_byte(void **state) {
    (void)state;
    assert_string_equal(verdict_of(verify("{\"profile\":\"popup\",\"maxBytes\":2}", "[]")), "unverifiable");
    assert_non_null(strstr(json_of(verify("{\"maxBytes\":2}", "[ ]")), "json.size"));
    engine_reset();
}

static void options_have_64_mebibytes(void **state) {
    size_t most = (size_t)64 * 1024 * 1024;
    char *options = malloc(most + 1);
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    (void)state;
    memset(options, ' ', most + 1);
    memcpy(options, "{}", 2);
    assert_int_equal(steelyard_compile(engine_arena(), (steelyard_span){options, most}, &verifier, &fault),
                     STEELYARD_OK);
    assert_int_equal(steelyard_compile(engine_arena(), (steelyard_span){options, most + 1}, &verifier, &fault),
                     STEELYARD_CALL_ARGUMENT);
    free(options);
    engine_reset();
}

/* SY_DEPTH_MAX, of a body and of options. */
static void nesting_ends_at_128(void **state) {
    (void)state;
    for (size_t depth = 128; depth <= 129; depth += 1) {
        long_text body = {NULL, 0, 0, 0};
        const char *json;
        append_times(&body, "[", depth);
        append_times(&body, "]", depth);
        json = json_of(verify_span(NULL, long_span(&body)));
        if (depth == 128) assert_non_null(strstr(json, "profile.undetected"));
        else assert_non_null(strstr(json, "\"code\":\"json.depth\",\"outcome\":\"invalid\",\"offset\":128,"));
    }
    engine_reset();
}

/* SY_COEFFICIENT_DIGITS_MAX and SY_SCALE_DIGITS_MAX, SY_DECIMAL_TEXT_NBYTES_MAX, SY_WRITTEN_SCALE_MAX. */
static void decimals_end_at_38_digits(void **state) {
    static const struct {
        const char *left, *right, *result;
        steelyard_decimal_operation operation;
    } rows[] = {
        {"99999999999999999999999999999999999999", "0", "99999999999999999999999999999999999999",
         STEELYARD_DECIMAL_ADD},
        {"99999999999999999999999999999999999999", "1", NULL, STEELYARD_DECIMAL_ADD},
        {"-0.00000000000000000000000000000000000001", "0", "-0.00000000000000000000000000000000000001",
         STEELYARD_DECIMAL_ADD},
        {"1e-39", "0", NULL, STEELYARD_DECIMAL_ADD},
        {"0e-1000000000", "0", "0", STEELYARD_DECIMAL_ADD},
        {"0e-10000000000", "1", "1", STEELYARD_DECIMAL_ADD},
        {"1e37", "10", NULL, STEELYARD_DECIMAL_MULTIPLY},
        {"0.1", "38", "0.10000000000000000000000000000000000000", STEELYARD_DECIMAL_QUANTIZE},
        {"1", "38", NULL, STEELYARD_DECIMAL_QUANTIZE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        steelyard_span text;
        steelyard_fault fault;
        steelyard_status status = steelyard_decimal(engine_arena(), rows[i].operation, span_of(rows[i].left),
                                                    span_of(rows[i].right), &text, &fault);
        print_message("%s %s\n", rows[i].left, rows[i].right);
        if (rows[i].result != NULL && status == STEELYARD_OK) assert_string_equal(text_of(text), rows[i].result);
        else assert_true(status == STEELYARD_DECIMAL_RANGE && rows[i].result == NULL);
    }
    engine_reset();
}

/* SY_UUID_NBYTES: 36, neither 35 nor 37. */
static void a_uuid_has_36_bytes(void **state) {
    (void)state;
    for (size_t nbytes = 35; nbytes <= 37; nbytes += 1) {
        long_text body = {NULL, 0, 0, 0};
        append(&body, "{\"IsSuccess\":true,\"IsFailure\":false,\"Value\":{\"Id\":\"");
        append_bytes(&body, "7883fb19-2359-4a9b-b917-f08a259898edd", nbytes);
        append(&body, "\"}}");
        assert_int_equal(strstr(json_of(verify_span("{\"profile\":\"paywall\"}", long_span(&body))), "id.syntax") ==
                             NULL,
                         nbytes == 36);
    }
    engine_reset();
}

static const char *refusal_of_ledger(const long_text *ledger) {
    const steelyard_report *report;
    steelyard_span json;
    steelyard_fault fault;
    static const char snapshot[] = "{\"profile\":null,\"wallets\":[]}";
    assert_int_equal(steelyard_report_read(engine_arena(), span_of(snapshot), &report, &fault), STEELYARD_OK);
    if (steelyard_reconcile(engine_arena(), report, long_span(ledger), &json, NULL, &fault) == STEELYARD_OK) return "";
    assert_int_equal(fault.status, STEELYARD_CALL_ARGUMENT);
    return text_of(fault.message);
}

/* SY_COEFFICIENT_DIGITS_MAX, SY_SCALE_DIGITS_MAX, SY_DEPTH_MAX: a ledger has those of a body. */
static void a_ledger_ends_where_a_body_does(void **state) {
    static const struct {
        size_t digits, fraction_digits;
        bool fits;
    } rows[] = {{38, 0, true}, {39, 0, false}, {1, 37, true}, {1, 38, false}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        long_text ledger = {NULL, 0, 0, 0};
        append(&ledger, "{\"wallets\":{\"a\":{\"total\":\"");
        append_times(&ledger, "9", rows[i].digits);
        if (rows[i].fraction_digits > 0) append(&ledger, ".");
        append_times(&ledger, "9", rows[i].fraction_digits);
        append(&ledger, "\"}}}");
        assert_string_equal(refusal_of_ledger(&ledger),
                            rows[i].fits ? "" : "/wallets/a/total: The amount cannot be held exactly in 38 digits.");
    }
    for (size_t depth = 128; depth <= 129; depth += 1) { /* of which the ledger, its list and the wallet are three */
        long_text ledger = {NULL, 0, 0, 0};
        append(&ledger, "{\"wallets\":[{\"amounts\":{\"total\":\"1\"},\"gifts\":");
        append_times(&ledger, "[", depth - 3);
        append_times(&ledger, "]", depth - 3);
        append(&ledger, "}]}");
        assert_string_equal(refusal_of_ledger(&ledger),
                            depth == 128 ? "" : "offset 170: Objects and lists are nested deeper than 128.");
    }
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_of_a_profile_end_where_the_limits_say),
        cmocka_unit_test(a_formula_has_32_terms_and_a_comparison_on_both_sides_together),
        cmocka_unit_test(a_profile_has_64_rules),
        cmocka_unit_test(a_wallet_has_96_judged_members),
        cmocka_unit_test(a_pointer_has_8_tokens),
        cmocka_unit_test(a_name_has_64_bytes),
        cmocka_unit_test(options_end_where_the_limits_say),
        cmocka_unit_test(a_call_takes_1000_headers),
        cmocka_unit_test(a_body_has_64_mebibytes_where_nothing_else_is_said),
        cmocka_unit_test(max_bytes_counts_to_the_byte),
        cmocka_unit_test(options_have_64_mebibytes),
        cmocka_unit_test(nesting_ends_at_128),
        cmocka_unit_test(decimals_end_at_38_digits),
        cmocka_unit_test(a_uuid_has_36_bytes),
        cmocka_unit_test(a_ledger_ends_where_a_body_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
