/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_spend.c - may an amount be paid: the first reason against, in the order of the contract. Suspect spend.c.
 */
#include "engine.h"

#define W(id, currency, status, unit, spendable)                                                                       \
    "{\"id\":" id ",\"currency\":" currency ",\"minorUnits\":2,\"unit\":" unit ",\"kind\":null,\"status\":" status     \
    ",\"amounts\":{" spendable "},\"gifts\":[]}"
#define R(verdict, wallets, findings)                                                                                  \
    "{\"verdict\":\"" verdict "\",\"profile\":null,\"snapshotAt\":null,\"wallets\":[" wallets                          \
    "],\"totals\":[],\"findings\":[" findings                                                                          \
    "],\"summary\":{\"wallets\":1,\"formulas\":0,\"failed\":0,\"unverifiable\":0,\"warnings\":0}}"
#define F(wallet) "{\"code\":\"x\",\"outcome\":\"unverifiable\"" wallet ",\"message\":\"m\"}"
#define EUR W("\"a\"", "\"EUR\"", "\"active\"", "\"major\"", "\"spendable\":\"5.00\"")
#define USD W("\"b\"", "\"USD\"", "null", "\"major\"", "\"spendable\":\"0.00\"")

static void the_first_reason_that_fits_is_given(void **state) {
    static const struct {
        const char *report, *query, *answer;
    } rows[] = {
        {R("verified", EUR, ""), "{\"amount\":\"5\"}",
         "{\"allowed\":true,\"reason\":\"ok\",\"verdict\":\"verified\",\"wallet\":\"a\",\"spendable\":\"5.00\",\"shortfall\":null}"},
        {R("valid", EUR, ""), "{\"amount\":\"5.001\"}",
         "{\"allowed\":false,\"reason\":\"insufficient\",\"verdict\":\"valid\",\"wallet\":\"a\",\"spendable\":\"5.00\","
         "\"shortfall\":\"0.001\"}"},
        {R("mismatch", EUR, ""), "{\"amount\":\"1\"}",
         "{\"allowed\":false,\"reason\":\"not_ok\",\"verdict\":\"mismatch\",\"wallet\":null,\"spendable\":null,\"shortfall\":null}"},
        {R("valid", "", ""), "{\"amount\":\"1\"}", "\"no_wallet\""},
        {R("valid", EUR, ""), "{\"amount\":\"1\",\"wallet\":\"z\",\"currency\":\"USD\"}", "\"no_wallet\""},
        {R("valid", EUR, ""), "{\"amount\":\"1\",\"wallet\":\"a\",\"currency\":\"USD\"}", "\"currency_mismatch\""},
        {R("valid", EUR, ""), "{\"amount\":\"1\",\"currency\":\"USD\"}", "\"no_wallet\""},
        {R("valid", EUR "," USD, ""), "{\"amount\":\"1\"}", "\"several_wallets\""},
        {R("valid", EUR "," USD, ""), "{\"amount\":\"1\",\"currency\":\"EUR\"}", "\"ok\""},
        {R("valid", EUR "," USD, ""), "{\"amount\":\"1\",\"wallet\":\"b\"}", "\"insufficient\""},
        {R("valid", W("\"a\"", "\"EUR\"", "\"closed\"", "null", ""), ""), "{\"amount\":\"1\"}",
         "\"wallet_not_active\""},
        {R("valid", W("\"a\"", "\"EUR\"", "\"active\"", "null", ""), ""), "{\"amount\":\"1\"}", "\"unit_unknown\""},
        {R("valid", W("\"a\"", "\"EUR\"", "null", "\"major\"", ""), ""), "{\"amount\":\"1\"}", "\"limit_unknown\""},
        {R("valid", W("\"a\"", "null", "null", "\"major\"", ""), ""),
         "{\"amount\":\"1\",\"wallet\":\"a\",\"currency\":\"EUR\"}", "\"currency_mismatch\""},
        {R("unverifiable", EUR "," USD, F(",\"wallet\":1")), "{\"amount\":\"1\",\"wallet\":\"a\"}", "\"ok\""},
        {R("unverifiable", EUR "," USD, F(",\"wallet\":0")), "{\"amount\":\"1\",\"wallet\":\"a\"}",
         "\"reason\":\"not_ok\",\"verdict\":\"unverifiable\",\"wallet\":\"a\",\"spendable\":\"5.00\""},
        {R("unverifiable", EUR, F("")), "{\"amount\":\"9\"}", "\"not_ok\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        const steelyard_report *report;
        steelyard_span answer;
        steelyard_fault fault;
        bool allowed;
        assert_int_equal(steelyard_report_read(engine_arena(), span_of(rows[i].report), &report, &fault), STEELYARD_OK);
        assert_int_equal(steelyard_can_spend(engine_arena(), report, span_of(rows[i].query), &answer, &allowed, &fault),
                         STEELYARD_OK);
        if (strstr(text_of(answer), rows[i].answer) == NULL) fail_msg("%s: %s", rows[i].answer, text_of(answer));
        assert_int_equal(allowed, strstr(text_of(answer), "\"allowed\":true") != NULL);
    }
    engine_reset();
}

static void questions_that_make_no_sense_are_refused(void **state) {
    static const struct {
        const char *query, *outcome;
    } rows[] = {
        {"{}", "call.amount amount"},
        {"{\"amount\":1}", "call.amount amount"},
        {"{\"amount\":\"0.00\"}", "call.amount amount"},
        {"{\"amount\":\"-1\"}", "call.amount amount"},
        {"{\"amount\":\"1e1\"}", "call.amount amount"},
        {"{\"amount\":\"1\",\"amount\":\"1\"}", "call.amount amount"},
        {"{\"amount\":\"1\",\"wallet\":1}", "option.type wallet"},
        {"{\"amount\":\"1\",\"currency\":null}", "option.type currency"},
        {"{\"amount\":\"1\",\"Wallet\":\"a\"}", "option.unknown Wallet"},
        {"[]", "call.argument"},
    };
    const steelyard_report *report;
    steelyard_fault fault;
    (void)state;
    assert_int_equal(steelyard_report_read(engine_arena(), span_of(R("valid", EUR, "")), &report, &fault),
                     STEELYARD_OK);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        steelyard_span answer;
        char outcome[64];
        steelyard_status status = steelyard_can_spend(engine_arena(), report, span_of(rows[i].query), &answer, NULL,
                                                      &fault);
        (void)snprintf(outcome, sizeof outcome, "%s %s", code_of(status), text_of(fault.option));
        print_message("%s\n", rows[i].query);
        assert_memory_equal(outcome, rows[i].outcome, strlen(rows[i].outcome));
    }
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_reason_that_fits_is_given),
        cmocka_unit_test(questions_that_make_no_sense_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
