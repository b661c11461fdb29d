/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_profile.c - profiles of anyone's: each mistake is refused with its place, and rules say what they are written to
 * say. Suspect profile*.c, rules.c.
 */
#include "engine.h"

#define PROFILE(rest) \
    "{\"currency\":\"EUR\",\"profile\":{\"profile\":\"p\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]}," \
    "\"currency\":{\"from\":\"option\"}," \
    "\"unit\":\"major\",\"amounts\":{\"cash\":{\"at\":\"/c\"},\"total\":{\"at\":\"/t\"}}" rest "}}"
#define FORMULA(is) PROFILE(",\"formulas\":[{\"code\":\"f\",\"amount\":\"total\",\"is\":\"" is "\"}]")
#define CHECK(that) \
    PROFILE(",\"flags\":{\"open\":{\"at\":\"/o\"}},\"status\":{\"at\":\"/s\"}," \
            "\"checks\":[{\"code\":\"k\",\"at\":\"cash\",\"that\":\"" that "\"}]")

static void mistakes_are_named_with_their_place(void **state) {
    static const struct {
        const char *options, *message;
    } rows[] = {
        {FORMULA("foo"), "/profile/formulas/0/is: there is no amount of this name: \"foo\"."},
        {FORMULA("cash +"), "/profile/formulas/0/is: a name or a number is missing at the end."},
        {FORMULA("cash cash"), "/profile/formulas/0/is: nothing may follow here: \"cash\"."},
        {FORMULA("007"), "/profile/formulas/0/is: this is no decimal: \"007\"."},
        {CHECK("cash ! total"), "/profile/checks/0/that: one of < <= > >= = is needed here: \"!\"."},
        {CHECK("not cash"), "/profile/checks/0/that: there is no flag of this name: \"cash\"."},
        {CHECK("status 'a'"), "/profile/checks/0/that: `is` is needed here: \"'a'\"."},
        {CHECK("status is 'a"), "/profile/checks/0/that: a quote is not closed: \"'a\"."},
        {CHECK("unit is big"), "/profile/checks/0/that: only `unit is known` can be asked of the unit: \"unit is big\"."},
        {PROFILE(",\"formula\":[]"), "/profile/formula: there is no member of this name here: \"formula\"."},
        {PROFILE(",\"formulas\":[1]"), "/profile/formulas/0: a rule is an object."},
        {PROFILE(",\"checks\":{}"), "/profile/checks: a list is needed here: \"checks\"."},
        {PROFILE(",\"id\":{\"at\":\"Id\",\"type\":\"uuid\"}"), "/profile/id: a JSON Pointer begins with /: \"Id\"."},
        {PROFILE(",\"id\":{\"at\":\"/a~2\",\"type\":\"uuid\"}"),
         "/profile/id: a tilde in a JSON Pointer must be ~0 or ~1: \"a~2\"."},
        {PROFILE(",\"id\":{\"at\":\"/c\",\"type\":\"text\"}"), "/profile/amounts/cash: two fields name the same member: \"/c\"."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const steelyard_verifier *verifier;
        steelyard_fault fault;
        print_message("%s\n", rows[i].message);
        assert_int_equal(steelyard_compile(engine_arena(), span_of(rows[i].options), &verifier, &fault),
                         STEELYARD_OPTION_VALUE);
        assert_string_equal(text_of(fault.option), "profile");
        assert_string_equal(text_of(fault.message), rows[i].message);
    }
    engine_reset();
}

static void rules_say_what_they_say(void **state) {
    static const struct {
        const char *expectation, *options, *body, *verdict;
    } rows[] = {
        {"a formula that holds", FORMULA("cash - 0.5"), "{\"c\":1.5,\"t\":1}", "verified"},
        {"a formula that fails", FORMULA("-cash - -0.5"), "{\"c\":1.5,\"t\":1}", NULL},
        {"a formula without a term", FORMULA("cash"), "{\"t\":1}", "valid"},
        {"a check that holds", CHECK("cash >= total"), "{\"c\":1,\"t\":1}", "valid"},
        {"a check that fails", CHECK("cash > total"), "{\"c\":1,\"t\":1}", "mismatch"},
        {"a check of what is not known", CHECK("cash > total"), "{\"c\":1}", "valid"},
        {"a flag that is not set", CHECK("open"), "{\"c\":1,\"o\":false}", "mismatch"},
        {"a flag that must not be set", CHECK("not open"), "{\"c\":1,\"o\":false}", "valid"},
        {"a text that is another", CHECK("status is 'a'"), "{\"c\":1,\"s\":\"b\"}", "mismatch"},
        {"a text that is another, as it must be", CHECK("status is not 'a'"), "{\"c\":1,\"s\":\"b\"}", "valid"},
        {"a unit that is known", CHECK("unit is known"), "{\"c\":1}", "valid"},
        {"a twin has no value", CHECK("cash > total"), "{\"c\":1,\"c\":1,\"t\":2}", "invalid"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        print_message("%s\n", rows[i].expectation);
        if (rows[i].verdict == NULL) assert_string_equal(compile_outcome(rows[i].options), "option.value profile");
        else assert_string_equal(verdict_of(verify(rows[i].options, rows[i].body)), rows[i].verdict);
    }
    engine_reset();
}

static void built_in_profiles_are_what_anyone_may_give(void **state) {
    (void)state;
    assert_int_equal(steelyard_profile_count(), 5);
    for (size_t i = 0; i < steelyard_profile_count(); i++) {
        long_text options = {NULL, 0, 0, 0};
        append(&options, "{\"profile\":");
        append_bytes(&options, steelyard_profile_json(i).bytes, steelyard_profile_json(i).nbytes);
        append(&options, "}");
        assert_string_equal(compile_outcome(options.bytes), "ok ");
    }
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_are_named_with_their_place),
        cmocka_unit_test(rules_say_what_they_say),
        cmocka_unit_test(built_in_profiles_are_what_anyone_may_give),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
