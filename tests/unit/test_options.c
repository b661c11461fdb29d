/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_options.c - every option: what it takes, and the code and name with which everything else is refused. Suspect
 * options.c, options_currency.c, compile.c.
 */
#include "engine.h"

static void options_are_taken_or_refused_by_name(void **state) {
    static const struct {
        const char *options, *outcome;
    } rows[] = {
        {"", "ok "},
        {"{}", "ok "},
        {" {\"explain\":true} ", "ok "},
        {"[]", "call.argument options"},
        {"{", "call.argument options"},
        {"{\"Currency\":\"USD\"}", "option.unknown Currency"},
        {"{\"\":1}", "option.unknown "},
        {"{\"now\":\"2026-01-01T00:00:00Z\",\"now\":\"2026-01-01T00:00:00Z\"}", "option.value now"},
        {"{\"headers\":{\"a\":\"1\",\"a\":\"2\"}}", "option.value headers"},
        {"{\"profile\":\"auto\"}", "ok "},
        {"{\"profile\":\"paywall\"}", "ok "},
        {"{\"profile\":\"Paywall\"}", "option.value profile"},
        {"{\"profile\":1}", "option.type profile"},
        {"{\"profile\":{}}", "option.value profile"},
        {"{\"currency\":\"USD\"}", "ok "},
        {"{\"currency\":\"usd\"}", "option.value currency"},
        {"{\"currency\":\"USDT\"}", "option.value currency"},
        {"{\"currency\":\"USDT\",\"minorUnits\":{\"USDT\":6}}", "ok "},
        {"{\"currency\":null}", "option.type currency"},
        {"{\"currencies\":{\"1\":\"USD\",\"2\":{\"code\":\"JPY\"},\"3\":{\"code\":\"JPY\",\"minorUnits\":0}}}", "ok "},
        {"{\"currencies\":{\"1\":{\"code\":\"ABC\",\"minorUnits\":2},\"2\":{\"code\":\"ABC\",\"minorUnits\":3}}}",
         "option.value currencies"},
        {"{\"currencies\":{\"1\":{\"code\":\"ABC\",\"minorUnits\":2}},\"minorUnits\":{\"ABC\":3}}", "ok "},
        {"{\"currencies\":{\"1\":{\"minorUnits\":2}}}", "option.type currencies"},
        {"{\"currencies\":{\"1\":{\"code\":\"USD\",\"digits\":2}}}", "option.value currencies"},
        {"{\"currencies\":{\"1\":1}}", "option.type currencies"},
        {"{\"currencies\":[]}", "option.type currencies"},
        {"{\"minorUnits\":{\"BTC\":8}}", "ok "},
        {"{\"minorUnits\":{\"btc\":8}}", "option.value minorUnits"},
        {"{\"minorUnits\":{\"B\":8}}", "option.value minorUnits"},
        {"{\"minorUnits\":{\"BTC\":-1}}", "option.value minorUnits"},
        {"{\"minorUnits\":{\"BTC\":\"8\"}}", "option.type minorUnits"},
        {"{\"minorUnits\":{\"BTC\":1.5}}", "option.type minorUnits"},
        {"{\"unit\":\"major\"}", "ok "},
        {"{\"unit\":\"Minor\"}", "option.value unit"},
        {"{\"unit\":true}", "option.type unit"},
        {"{\"creditLimit\":\"0\"}", "ok "},
        {"{\"creditLimit\":{\"a\":\"1.00\",\"\":\"2\"}}", "ok "},
        {"{\"creditLimit\":\"-1\"}", "option.value creditLimit"},
        {"{\"creditLimit\":\"1e2\"}", "option.value creditLimit"},
        {"{\"creditLimit\":100}", "option.type creditLimit"},
        {"{\"creditLimit\":{\"a\":1}}", "option.type creditLimit"},
        {"{\"status\":100}", "ok "},
        {"{\"status\":99}", "option.value status"},
        {"{\"status\":\"200\"}", "option.type status"},
        {"{\"status\":200.5}", "option.type status"},
        {"{\"headers\":{}}", "ok "},
        {"{\"headers\":{\"X-Page\":1}}", "option.type headers"},
        {"{\"headers\":{\"X-Page\":\"1\",\"x-pAGE\":\"1\"}}", "option.value headers"},
        {"{\"now\":\"2026-01-01T00:00:00Z\"}", "ok "},
        {"{\"now\":\"2026-01-01\"}", "option.value now"},
        {"{\"now\":1767225600}", "option.type now"},
        {"{\"maxAge\":\"0.5\"}", "ok "},
        {"{\"maxAge\":60}", "ok "},
        {"{\"maxAge\":0.5}", "option.type maxAge"},
        {"{\"maxAge\":-1}", "option.value maxAge"},
        {"{\"maxAge\":\"1e3\"}", "option.value maxAge"},
        {"{\"maxAge\":true}", "option.type maxAge"},
        {"{\"maxBytes\":1e3}", "ok "},
        {"{\"maxBytes\":-1}", "option.value maxBytes"},
        {"{\"explain\":1}", "option.type explain"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        print_message("%s\n", rows[i].options);
        assert_string_equal(compile_outcome(rows[i].options), rows[i].outcome);
    }
    engine_reset();
}

static void a_call_takes_three_options(void **state) {
    static const struct {
        const char *options, *outcome;
    } rows[] = {
        {"{\"status\":200,\"headers\":{\"X-Page\":\"1\"},\"now\":\"2026-01-01T00:00:00Z\"}", "ok "},
        {"{\"n\\u006fw\":\"2026-01-01T00:00:00Z\"}", "ok "},
        {"", "option.value maxAge"},
        {"{\"unit\":\"major\"}", "option.unknown unit"},
        {"{\"now\":1}", "option.type now"},
        {"{\"status\":1}", "option.value status"},
        {"1", "call.argument options"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        const steelyard_report *report;
        steelyard_fault fault;
        steelyard_status status = steelyard_verify(engine_arena(), compile("{\"maxAge\":1}"), span_of(rows[i].options),
                                                   span_of("{}"), &report, &fault);
        char outcome[64];
        (void)snprintf(outcome, sizeof outcome, "%s %s", code_of(status), text_of(fault.option));
        assert_string_equal(outcome, rows[i].outcome);
    }
    engine_reset();
}

static void a_verifier_says_what_it_was_told(void **state) {
    const steelyard_verifier *verifier = compile("{\"maxAge\":1,\"maxBytes\":7}");
    (void)state;
    assert_true(steelyard_verifier_wants_now(verifier));
    assert_int_equal(steelyard_verifier_body_nbytes_max(verifier), 7);
    assert_false(steelyard_verifier_wants_now(compile("{\"maxAge\":1,\"now\":\"2026-01-01T00:00:00Z\"}")));
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_are_taken_or_refused_by_name),
        cmocka_unit_test(a_call_takes_three_options),
        cmocka_unit_test(a_verifier_says_what_it_was_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
