/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_explain.c - every code that the engine may say is explained, and every example gives what it is an example of:
 * it is run here once more, through the public calls alone. Suspect explanations.c, explain*.c, rule_example.c.
 */
#include "engine.h"

#include "explain/explanations.h"
#include "report/cause.h"

static const char *explain_with(const char *code, const char *profile) {
    static char *text;
    steelyard_span span;
    steelyard_fault fault;
    engine_reset();
    if (steelyard_explain(engine_arena(), span_of(code), span_of(profile), &span, &fault) != STEELYARD_OK)
        fail_msg("%s: %s", code, text_of(fault.message));
    free(text);
    text = malloc(span.nbytes + 1);
    assert_non_null(text);
    memcpy(text, span.bytes, span.nbytes);
    text[span.nbytes] = '\0';
    return text;
}

static const char *explain(const char *code) {
    return explain_with(code, NULL);
}

/* ---- completeness ---- */

static bool has_row(const char *code, sy_topic first, sy_topic last) {
    for (size_t i = 0; i < sy_explanations_count; i += 1) {
        const sy_explanation *row = &sy_explanations[i];
        if (strcmp(row->code, code) == 0 && row->topic >= first && row->topic <= last) return true;
    }
    return false;
}

static void every_status_is_explained(void **state) {
    (void)state;
#define HAS_ROW(number, name, code, message)                                                                           \
    if (!has_row(code, SY_TOPIC_CALL, SY_TOPIC_DIFF)) fail_msg("no explanation of the status " code);
    STEELYARD_STATUS_TABLE(HAS_ROW)
#undef HAS_ROW
}

static void every_verdict_is_explained(void **state) {
    (void)state;
#define HAS_ROW(number, name, code)                                                                                    \
    if (!has_row(code, SY_TOPIC_VERDICT, SY_TOPIC_VERDICT)) fail_msg("no explanation of the verdict " code);
    STEELYARD_VERDICT_TABLE(HAS_ROW)
#undef HAS_ROW
}

static void every_cause_is_explained(void **state) {
    (void)state;
    for (int cause = 0; cause < SY_CAUSE_COUNT; cause += 1) {
        const char *code = text_of(sy_cause_name((sy_cause)cause));
        if (!has_row(code, SY_TOPIC_CAUSE, SY_TOPIC_CAUSE)) fail_msg("no explanation of the cause %s", code);
    }
}

static void every_reason_is_explained(void **state) {
    static const char *const spend[] = {"not_ok",       "no_wallet",     "currency_mismatch", "several_wallets", "ok",
                                        "unit_unknown", "limit_unknown", "wallet_not_active", "insufficient"};
    static const char *const undecided[] = {"out_of_range", "expiry_ambiguous", "now_unknown", "limit_unknown"};
    (void)state;
    for (size_t i = 0; i < sizeof spend / sizeof spend[0]; i += 1)
        if (!has_row(spend[i], SY_TOPIC_SPEND, SY_TOPIC_SPEND)) fail_msg("no explanation of %s", spend[i]);
    for (size_t i = 0; i < sizeof undecided / sizeof undecided[0]; i += 1)
        if (!has_row(undecided[i], SY_TOPIC_REASON, SY_TOPIC_REASON)) fail_msg("no explanation of %s", undecided[i]);
}

static void every_entry_of_reconcile_is_explained(void **state) {
    static const char *const codes[] = {"same", "within", "differs", "absent", "other_amount", "included"};
    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i += 1)
        if (!has_row(codes[i], SY_TOPIC_LEDGER, SY_TOPIC_LEDGER)) fail_msg("no explanation of %s", codes[i]);
}

/* ---- examples ---- */

/* Whether the report's JSON has `"member":"code"`, or a code that begins so where the code ends in a dot. */
static bool says(const char *json, const char *member, const char *code) {
    char wanted[128];
    (void)snprintf(wanted, sizeof wanted, "\"%s\":\"%s\"", member, code);
    return strstr(json, wanted) != NULL;
}

static bool verify_says(const sy_explanation *row) {
    const char *json = json_of(verify(row->options, row->body));
    const char *const members[] = {"code", "cause", "reason", "verdict"};
    if (row->topic == SY_TOPIC_RULE) return strstr(json, "\"code\":\"payop.total\"") != NULL;
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i += 1) {
        bool is_member = row->topic == SY_TOPIC_VERDICT  ? i == 3
                         : row->topic == SY_TOPIC_CAUSE  ? i == 1
                         : row->topic == SY_TOPIC_REASON ? i == 2
                                                         : i == 0;
        if (is_member) return says(json, members[i], row->code);
    }
    return false;
}

/* What the calls answer: the status' code, or the answer itself. */
static const char *answer_of(const sy_explanation *row) {
    steelyard_decimal_operation operation = row->example == SY_EXAMPLE_MULTIPLY ? STEELYARD_DECIMAL_MULTIPLY
                                                                                : STEELYARD_DECIMAL_QUANTIZE;
    steelyard_fault fault;
    steelyard_span json = {NULL, 0};
    steelyard_status status = STEELYARD_OK;
    if (row->example == SY_EXAMPLE_SPEND)
        status = steelyard_can_spend(engine_arena(), verify(row->options, row->body), span_of(row->more), &json, NULL,
                                     &fault);
    else if (row->example == SY_EXAMPLE_RECONCILE)
        status = steelyard_reconcile(engine_arena(), verify(row->options, row->body), span_of(row->more), &json, NULL,
                                     &fault);
    else if (row->example == SY_EXAMPLE_CANONICAL)
        status = steelyard_report_canonical(engine_arena(), verify(row->options, row->body), true, &json, &fault);
    else if (row->example == SY_EXAMPLE_DIFF)
        status = steelyard_diff(engine_arena(), verify(row->options, row->body), verify(row->options, row->more), &json,
                                NULL, &fault);
    else status = steelyard_decimal(engine_arena(), operation, span_of(row->body), span_of(row->more), &json, &fault);
    return status == STEELYARD_OK ? text_of(json) : code_of(status);
}

static bool gives_its_code(const sy_explanation *row) {
    const char *answer;
    char compiled[160];
    if (row->example == SY_EXAMPLE_WORDS) return true; /* js/test runs the one that has words */
    if (row->example == SY_EXAMPLE_VERIFY) return verify_says(row);
    if (row->example == SY_EXAMPLE_COMPILE) {
        (void)snprintf(compiled, sizeof compiled, "%s ", row->code);
        return strncmp(compile_outcome(row->options), compiled, strlen(compiled)) == 0;
    }
    answer = answer_of(row);
    return strcmp(answer, row->code) == 0 || says(answer, "reason", row->code) || says(answer, "code", row->code) ||
           says(answer, "outcome", row->code) || says(answer, "cause", row->code);
}

/* And the explanation shows the same. */
static bool is_shown(const sy_explanation *row) {
    const char *text = explain(row->code);
    const char *example = strstr(text, "\nExample:\n");
    if (row->example == SY_EXAMPLE_WORDS) return true;
    return strncmp(text, row->code, strlen(row->code)) == 0 && example != NULL &&
           (row->options == NULL || strstr(example, row->options) != NULL) && strstr(text, row->advice) != NULL;
}

static void every_example_gives_what_it_is_an_example_of(void **state) {
    (void)state;
    for (size_t i = 0; i < sy_explanations_count; i += 1) {
        const sy_explanation *row = &sy_explanations[i];
        engine_reset();
        if (!gives_its_code(row)) fail_msg("the example of %s does not give it", row->code);
        if (!is_shown(row)) fail_msg("the explanation of %s lacks its example:\n%s", row->code, explain(row->code));
    }
}

static void codes_with_two_meanings_have_both_explained(void **state) {
    (void)state;
    assert_non_null(strstr(explain("ok"), "ok: what a call returns\n"));
    assert_non_null(strstr(explain("ok"), "\n\nok: an answer of canSpend (its reason)\n"));
    assert_non_null(strstr(explain("limit_unknown"), "limit_unknown: why something is not decided"));
    assert_non_null(strstr(explain("limit_unknown"), "\n\nlimit_unknown: an answer of canSpend"));
}

static void an_explanation_says_what_the_engine_says(void **state) {
    const char *text;
    (void)state;
    text = explain("flipped");
    assert_non_null(strstr(text, "Most likely: one amount was added instead of subtracted, or the reverse."));
    assert_non_null(strstr(text, "  verdict  mismatch\n"));
    assert_non_null(strstr(text, "total is -10.00; available + referral + pending + reserve is 30.00."));
}

/* ---- codes of profiles ---- */

#define OWN_HEAD                                                                                                       \
    "{\"profile\":\"acme\",\"source\":\"docs.acme.example\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},"            \
    "\"currency\":{\"from\":\"option\"},\"unit\":\"major\",\"flags\":{\"open\":{\"at\":\"/is_open\"}},"                \
    "\"texts\":{\"region\":{\"at\":\"/region\"}},"                                                                     \
    "\"amounts\":{\"total\":{\"at\":\"/sum\"},\"cash\":{\"at\":\"/own/amount\"},\"gift\":{\"at\":\"/gift/amount\"},"   \
    "\"fee\":{\"at\":\"/fee\"}}"
#define OWN(rules) OWN_HEAD "," rules "}"
#define FORMULA(is) OWN("\"formulas\":[{\"code\":\"sum\",\"amount\":\"total\",\"is\":\"" is "\"}]")
#define CHECK(at, that, more) OWN("\"checks\":[{\"code\":\"rule\",\"at\":\"" at "\",\"that\":\"" that "\"" more "}]")

static void rules_are_explained_in_the_providers_words(void **state) {
    static const struct {
        const char *code, *profile;
        const char *sentences[4];
    } rows[] = {
        {"paywall.total",
         NULL,
         {"The rule: TotalBalance must be WalletBalance + TotalGiftBalance, in each wallet.\n",
          "  total: /TotalBalance\n  cash: /WalletBalance\n  gift: /TotalGiftBalance\n",
          "Documented in:\n  developer.paywall.one, wallet services: 16. Check Balance (2025)\n",
          "With WalletBalance 10.00, TotalGiftBalance 20.00, TotalBalance 30.01 is the finding (fail), and 30.00 is not.\n"
          "  expected 30.00, actual 30.01, delta +0.01\n"}},
        /* 10 + 20 - 30 */
        {"paywall.available",
         NULL,
         {"AvailableBalance must be WalletBalance + TotalGiftBalance - BlockedBalance, in each wallet.",
          "BlockedBalance 30.00, AvailableBalance 0.01 is the finding (fail), and 0.00 is not."}},
        {"payop.total",
         NULL,
         {"total must be available + referral + pending + reserve", "  reserved: /balance/reserve\n",
          "expected 100.00, actual 100.01"}},
        {"paywall.overdraft",
         NULL,
         {"AvailableBalance must be at least -OverdraftLimit, in each wallet where AllowOverdraft is true and OverdraftLimit "
          "is at least 0.",
          "With OverdraftLimit 10.00, AvailableBalance -10.01 is the finding (fail), and -10.00 is not.",
          "AvailableBalance must be at least 0, in each wallet where AllowOverdraft is false",
          "AvailableBalance -0.01 is the finding (fail), and 0.00 is not."}},
        {"paywint.available_exceeds_current",
         NULL,
         {"its finding warns",
          "With current_balance 10.00, available_balance 10.01 is the finding (warn), and 10.00 is not."}},
        {"popup.credit_limit",
         NULL,
         {"  overdraftLimit: the option creditLimit\n", "unverifiable with the reason limit_unknown",
          "With overdraftLimit 10.00, amount -10.01 is the finding"}},
        {"popup.type", NULL, {"its finding makes the verdict invalid", "/type must be one of PREPAID, POSTPAID."}},
        {"popup.order", NULL, {"its finding warns", "stand by id, descending", "id is 7, then 9"}},
        {"popup.pagination", NULL, {"X-Page-Size 3 beside a body with two wallets"}},
        {"juicyway.currency",
         NULL,
         {"walletCurrency must be the same text as currency", "where walletCurrency is not currency"}},
        {"juicyway.lifecycle", NULL, {"a last event 'create' in a wallet that is not active"}},
        {"paywall.envelope", NULL, {"exactly one of /IsSuccess and /IsFailure must be true"}},
        {"paywall.errors", NULL, {"its finding warns", "/Errors should be empty"}},
        {"paywall.gift_total",
         NULL,
         {"TotalGiftBalance must be the sum of RemainingAmount", "expected 30.00, actual 30.01"}},
        /* Two amounts end in the same part of a pointer, and go by their own names. */
        {"acme.sum",
         FORMULA("cash + gift - 5.50 - fee"),
         {"sum must be cash + gift - 5.50 - fee, in each wallet.", "  gift: /gift/amount\n",
          "Documented in:\n  docs.acme.example\n",
          "With cash 10.00, gift 20.00, fee 30.00, sum -5.49 is the finding (fail), and -5.50 is not."}},
        {"acme.sum", FORMULA("-cash + cash + cash"), {"expected 10.00, actual 10.01"}},
        {"acme.rule",
         CHECK("total", "cash < total", ""),
         {"cash must be below sum", "With cash 10.00, sum 10.00 is the finding (fail), and 10.01 is not."}},
        {"acme.rule",
         CHECK("total", "total > cash + gift", ""),
         {"sum 30.00 is the finding (fail), and 30.01 is not."}},
        {"acme.rule",
         CHECK("total", "total = 2.50", ""),
         {"sum must equal 2.50", "sum 2.51 is the finding (fail), and 2.50 is not."}},
        {"acme.rule",
         CHECK("total", "total <= 1", ",\"outcome\":\"invalid\""),
         {"verdict invalid", "sum 1.01 is the finding (invalid), and 1.00 is not."}},
        /* The condition asks for debts: tens do not keep it. */
        {"acme.rule",
         CHECK("total", "total >= gift", ",\"when\":[\"gift < 0\",\"open\"]"),
         {"where gift is below 0 and is_open is true", "With gift -10.00, sum -10.01 is the finding",
          "  open: /is_open\n"}},
        {"acme.rule",
         CHECK("region", "region is not 'moon'", ""),
         {"region must be not 'moon'", "comes where region is 'moon'"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        const char *text = explain_with(rows[i].code, rows[i].profile);
        for (size_t j = 0; j < 4 && rows[i].sentences[j] != NULL; j += 1)
            if (strstr(text, rows[i].sentences[j]) == NULL)
                fail_msg("%s lacks `%s`:\n%s", rows[i].code, rows[i].sentences[j], text);
    }
}

static void a_rule_that_no_number_breaks_has_no_example(void **state) {
    (void)state;
    assert_null(strstr(explain_with("acme.rule", CHECK("total", "cash >= gift", "")), "Example"));
    assert_null(strstr(explain_with("acme.rule", CHECK("total", "total + total >= gift", "")), "Example"));
    assert_null(strstr(explain_with("acme.sum", FORMULA("total + cash")), "Example"));
    assert_null(
        strstr(explain_with("acme.rule", CHECK("total", "total >= gift", ",\"when\":[\"gift > 1\",\"gift < 0\"]")),
               "Example"));
}

/* Every `"code": "..."` of the built-in documents; the codes of facets stand in the table above. */
static void every_code_of_a_built_in_profile_is_explained(void **state) {
    static const char member[] = "\"code\": \"";
    size_t count = 0;
    (void)state;
    for (size_t i = 0; i < steelyard_profile_count(); i += 1) {
        steelyard_span name = steelyard_profile_name(i), document = steelyard_profile_json(i);
        char *json = calloc(document.nbytes + 1, 1);
        assert_non_null(json);
        memcpy(json, document.bytes, document.nbytes);
        for (const char *at = strstr(json, member); at != NULL; at = strstr(at + 1, member)) {
            const char *value = at + sizeof member - 1;
            char code[128];
            if (*value == '/') continue; /* where an error has its code */
            (void)snprintf(code, sizeof code, "%.*s.%.*s", (int)name.nbytes, name.bytes, (int)strcspn(value, "\""),
                           value);
            assert_int_equal(strncmp(explain(code), code, strlen(code)), 0);
            count += 1;
        }
        free(json);
    }
    assert_true(count >= 15);
}

/* ---- what is refused ---- */

static void refused(const char *code, const char *profile, steelyard_status status, const char *option,
                    const char *message) {
    steelyard_span text;
    steelyard_fault fault;
    engine_reset();
    assert_int_equal(steelyard_explain(engine_arena(), span_of(code), span_of(profile), &text, &fault), status);
    assert_string_equal(text_of(fault.option), option);
    if (strstr(text_of(fault.message), message) == NULL) fail_msg("%s: %s", code, text_of(fault.message));
}

static void codes_that_do_not_exist_are_refused_with_the_nearest(void **state) {
    (void)state;
    refused("amount.precison", NULL, STEELYARD_CALL_ARGUMENT, "code",
            "there is no code of this name: \"amount.precison\"; did you mean \"amount.precision\"?");
    refused("paywal.gift_total", NULL, STEELYARD_CALL_ARGUMENT, "code", "did you mean \"paywall.gift_total\"?");
    refused("acme.sun", FORMULA("cash"), STEELYARD_CALL_ARGUMENT, "code", "did you mean \"acme.sum\"?");
    refused("acme.sum", NULL, STEELYARD_CALL_ARGUMENT, "code", "there is no code of this name: \"acme.sum\".");
    refused("VERIFIED", NULL, STEELYARD_CALL_ARGUMENT, "code", "did you mean \"verified\"?");
    refused("paywall.", NULL, STEELYARD_CALL_ARGUMENT, "code", "there is no code of this name: \"paywall.\"");
    refused(".total", NULL, STEELYARD_CALL_ARGUMENT, "code", "there is no code of this name: \".total\"");
    refused("", NULL, STEELYARD_CALL_ARGUMENT, "code", "there is no code of this name: \"\".");
    refused("\x1b[31m", NULL, STEELYARD_CALL_ARGUMENT, "code", "\"\xef\xbf\xbd[31m\"");
}

static void the_fault_has_the_code_and_the_nearest(void **state) {
    steelyard_span text;
    steelyard_fault fault;
    (void)state;
    assert_int_equal(steelyard_explain(engine_arena(), span_of("verifed"), span_of(NULL), &text, &fault),
                     STEELYARD_CALL_ARGUMENT);
    assert_string_equal(text_of(fault.found), "verifed");
    assert_string_equal(text_of(fault.nearest), "verified");
    assert_int_equal(steelyard_explain(engine_arena(), span_of("nonsense"), span_of(NULL), &text, &fault),
                     STEELYARD_CALL_ARGUMENT);
    assert_string_equal(text_of(fault.found), "nonsense");
    assert_null(fault.nearest.bytes);
}

static void a_wrong_profile_is_refused_before_the_code(void **state) {
    (void)state;
    refused("verified", "{", STEELYARD_CALL_ARGUMENT, "profile", "The text breaks the grammar of JSON.");
    refused("verified", "[]", STEELYARD_CALL_ARGUMENT, "profile", "a profile is a JSON object.");
    refused("verified", "{},\"unit\":\"minor\"", STEELYARD_CALL_ARGUMENT, "profile",
            "Something follows the JSON value.");
    refused("verified", "{}", STEELYARD_OPTION_VALUE, "profile", "");
    refused("verified", FORMULA("nothing"), STEELYARD_OPTION_VALUE, "profile", "/formulas/0/is");
}

static void a_profile_of_a_built_in_name_goes_before_it(void **state) {
    const char *profile =
        "{\"profile\":\"paywall\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},\"currency\":{\"from\":\"option\"},"
        "\"unit\":\"major\",\"amounts\":{\"total\":{\"at\":\"/t\"},\"cash\":{\"at\":\"/c\"}},"
        "\"formulas\":[{\"code\":\"total\",\"amount\":\"total\",\"is\":\"cash\"}]}";
    (void)state;
    assert_non_null(strstr(explain_with("paywall.total", profile), "The rule: t must be c, in each wallet."));
    assert_null(strstr(explain_with("paywall.total", profile), "TotalBalance"));
}

static void every_arena_is_enough_or_said_to_be_too_small(void **state) {
    static const char *const codes[] = {"paywall.total", "json.depth", "limit_unknown", "nonsense.code"};
    static unsigned char bytes[256 * 1024];
    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i += 1) {
        steelyard_status wanted = i == 3 ? STEELYARD_CALL_ARGUMENT : STEELYARD_OK, status = STEELYARD_MEMORY;
        for (size_t nbytes = 0; nbytes <= sizeof bytes && status == STEELYARD_MEMORY; nbytes += 1000) {
            steelyard_arena arena;
            steelyard_span text;
            steelyard_fault fault;
            steelyard_arena_lend(&arena, bytes, nbytes);
            status = steelyard_explain(&arena, span_of(codes[i]), span_of(i == 0 ? FORMULA("cash") : NULL), &text,
                                       &fault);
            if (status != STEELYARD_MEMORY) continue;
            assert_int_equal(arena.used_nbytes, 0);
            assert_true(fault.arena_nbytes > nbytes);
        }
        assert_int_equal(status, wanted);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_is_explained),
        cmocka_unit_test(every_verdict_is_explained),
        cmocka_unit_test(every_cause_is_explained),
        cmocka_unit_test(every_reason_is_explained),
        cmocka_unit_test(every_entry_of_reconcile_is_explained),
        cmocka_unit_test(every_example_gives_what_it_is_an_example_of),
        cmocka_unit_test(codes_with_two_meanings_have_both_explained),
        cmocka_unit_test(an_explanation_says_what_the_engine_says),
        cmocka_unit_test(rules_are_explained_in_the_providers_words),
        cmocka_unit_test(a_rule_that_no_number_breaks_has_no_example),
        cmocka_unit_test(every_code_of_a_built_in_profile_is_explained),
        cmocka_unit_test(codes_that_do_not_exist_are_refused_with_the_nearest),
        cmocka_unit_test(the_fault_has_the_code_and_the_nearest),
        cmocka_unit_test(a_wrong_profile_is_refused_before_the_code),
        cmocka_unit_test(a_profile_of_a_built_in_name_goes_before_it),
        cmocka_unit_test(every_arena_is_enough_or_said_to_be_too_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
