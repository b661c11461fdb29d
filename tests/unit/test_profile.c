/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_profile.c - profiles of anyone's: each mistake is refused with its place, and rules say what they are written to
 * say. Suspect profile*.c, rules.c.
 */
#include "engine.h"

#define PROFILE(rest)                                                                                                  \
    "{\"currency\":\"EUR\",\"profile\":{\"profile\":\"p\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},"              \
    "\"currency\":{\"from\":\"option\"},"                                                                              \
    "\"unit\":\"major\",\"amounts\":{\"cash\":{\"at\":\"/c\"},\"total\":{\"at\":\"/t\"}}" rest "}}"
#define FORMULA(is) PROFILE(",\"formulas\":[{\"code\":\"f\",\"amount\":\"total\",\"is\":\"" is "\"}]")
#define CHECK(that)                                                                                                    \
    PROFILE(",\"flags\":{\"open\":{\"at\":\"/o\"}},\"status\":{\"at\":\"/s\"},"                                        \
            "\"checks\":[{\"code\":\"k\",\"at\":\"cash\",\"that\":\"" that "\"}]")

#define AMOUNTS "cash, gift, blocked, pending, reserved, referral, total, available, overdraftLimit, spendable"

static void mistakes_are_named_with_their_place(void **state) {
    static const struct {
        const char *options, *message;
    } rows[] = {
        {FORMULA("foo"), "/profile/formulas/0/is: there is no amount of this name: \"foo\". Allowed: " AMOUNTS "."},
        {FORMULA("cahs"),
         "/profile/formulas/0/is: there is no amount of this name: \"cahs\"; did you mean \"cash\"? Allowed: " AMOUNTS
         "."},
        {FORMULA("cash +"), "/profile/formulas/0/is: a name or a number is missing at the end."},
        {FORMULA("cash cash"), "/profile/formulas/0/is: nothing may follow here: \"cash\"."},
        {FORMULA("007"), "/profile/formulas/0/is: this is no decimal: \"007\"."},
        {FORMULA("gift"), "/profile/formulas/0: nothing gives or derives this amount: \"gift\"."},
        {CHECK("cash ! total"), "/profile/checks/0/that: one of < <= > >= = is needed here: \"!\"."},
        {CHECK("not cash"), "/profile/checks/0/that: there is no flag of this name: \"cash\". Allowed: open."},
        {CHECK("opne"), "/profile/checks/0/that: there is no amount, flag or text of this name: \"opne\"; did you mean "
                        "\"open\"? Allowed: " AMOUNTS ", open, id, currency, status, kind."},
        {CHECK("status 'a'"), "/profile/checks/0/that: `is` is needed here: \"'a'\"."},
        {CHECK("status is 'a"), "/profile/checks/0/that: a quote is not closed: \"'a\"."},
        {CHECK("status is foo"), "/profile/checks/0/that: there is no text of this name (a literal stands in "
                                 "apostrophes): \"foo\". Allowed: id, currency, status, kind."},
        {CHECK("unit is big"),
         "/profile/checks/0/that: only `unit is known` can be asked of the unit: \"unit is big\"."},
        {CHECK("open is true"), "/profile/checks/0/that: a flag is known or not, true or not: \"true\"."},
        {CHECK("cash is 5"), "/profile/checks/0/that: of an amount only `is known` can be asked; values are compared "
                             "with = and <: \"cash is 5\"."},
        {PROFILE(",\"formula\":[]"),
         "/profile/formula: there is no member of this name here: \"formula\"; did you mean \"formulas\"? Allowed: $schema, "
         "profile, extends, source, detect, envelope, snapshot, wallets, id, currency, status, kind, unit, carrier, "
         "amounts, flags, texts, formulas, derive, checks, gifts, events, limits, unique, order, pages."},
        {PROFILE(",\"formulas\":[1]"), "/profile/formulas/0: an object is needed here, found a number."},
        {PROFILE(",\"checks\":{}"), "/profile/checks: a list is needed here, found an object."},
        {PROFILE(",\"id\":{\"at\":\"Id\",\"type\":\"uuid\"}"), "/profile/id/at: a JSON Pointer begins with /: \"Id\"."},
        {PROFILE(",\"id\":{\"at\":\"/Id\",\"type\":\"guid\"}"),
         "/profile/id/type: there is no such word here: \"guid\"; did you mean \"uuid\"? Allowed: uuid, integer, text."},
        {PROFILE(",\"id\":{\"at\":\"/Id\"}"),
         "/profile/id: this member is missing: \"type\". Allowed: uuid, integer, text."},
        {PROFILE(",\"id\":{\"at\":\"/a~2\",\"type\":\"uuid\"}"),
         "/profile/id/at: a tilde in a JSON Pointer must be ~0 or ~1: \"a~2\"."},
        {PROFILE(",\"id\":{\"at\":\"/c\",\"type\":\"text\"}"),
         "/profile/amounts/cash/at: two fields name the same member: \"/c\"."},
        {PROFILE(",\"id\":{\"from\":\"key\",\"type\":\"text\"}"),
         "/profile/id: only wallets that are `keyed` or joined have a key."},
        {PROFILE(",\"flags\":{\"total\":{\"at\":\"/o\"}}"),
         "/profile/flags/total: this name means something else already: \"total\"."},
        {PROFILE(",\"texts\":{\"status\":{\"at\":\"/o\"}}"),
         "/profile/texts/status: id, currency, status and kind are members of the profile itself: \"status\"."},
        {PROFILE(",\"unique\":{\"of\":\"id\",\"code\":\"u!\"}"),
         "/profile/unique/code: a code has 1 to 64 letters, digits, _, - and .: \"u!\"."},
        {PROFILE(",\"texts\":{\"owner\":{\"at\":\"/o\",\"in\":\"body\"}},\"unique\":{\"of\":\"owner\",\"code\":\"u\"}"),
         "/profile/unique/of: this text is the same for every wallet: \"owner\"."},
        {PROFILE(",\"id\":{\"at\":\"/i\",\"type\":\"text\"},\"id\":{\"at\":\"/i\",\"type\":\"text\"}"), NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        const steelyard_verifier *verifier;
        steelyard_fault fault;
        print_message("%s\n", rows[i].message == NULL ? "a member given twice" : rows[i].message);
        assert_int_equal(steelyard_compile(engine_arena(), span_of(rows[i].options), &verifier, &fault),
                         STEELYARD_OPTION_VALUE);
        assert_string_equal(text_of(fault.option), "profile");
        if (rows[i].message != NULL) assert_string_equal(text_of(fault.message), rows[i].message);
    }
    engine_reset();
}

static void a_fault_has_its_parts(void **state) {
    const char *options = FORMULA("cahs + 1");
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    (void)state;
    assert_int_equal(steelyard_compile(engine_arena(), span_of(options), &verifier, &fault), STEELYARD_OPTION_VALUE);
    assert_string_equal(text_of(fault.path), "/profile/formulas/0/is");
    assert_memory_equal(options + fault.offset, "\"cahs + 1\"", 10);
    assert_string_equal(text_of(fault.found), "cahs");
    assert_string_equal(text_of(fault.nearest), "cash");
    assert_string_equal(text_of(fault.allowed), AMOUNTS);
    assert_int_equal(steelyard_compile(engine_arena(), span_of("{\"profile\":\"juicywy\"}"), &verifier, &fault),
                     STEELYARD_OPTION_VALUE);
    assert_string_equal(text_of(fault.path), "/profile");
    assert_string_equal(text_of(fault.found), "juicywy");
    assert_string_equal(text_of(fault.nearest), "juicyway");
    assert_non_null(strstr(text_of(fault.allowed), "adyen, didww, juicyway, "));
    assert_non_null(strstr(text_of(fault.message),
                           "/profile: there is no profile of this name: \"juicywy\"; did you mean "
                           "\"juicyway\"? Allowed: adyen, "));
    engine_reset();
}

/* A profile of the option `profiles` that extends another. */
#define EXTENDING(rest) "{\"profiles\":[{\"profile\":\"mine\",\"extends\":\"paywall\"" rest "}]}"

static void faults_of_an_extension_stand_where_it_was_written(void **state) {
    static const struct {
        const char *options, *path, *value, *message;
    } rows[] = {
        {EXTENDING(",\"checks\":[{\"code\":\"a\",\"at\":\"cash\",\"that\":\"cash > 0\"},"
                   "{\"code\":\"b\",\"at\":\"cash\",\"that\":\"cash >\"}]"),
         "/profiles/0/checks/1/that", "\"cash >\"", "a name or a number is missing at the end"},
        {EXTENDING(",\"amounts\":{\"cash\":{\"at\":\"Cash\"}}"), "/profiles/0/amounts/cash/at", "\"Cash\"",
         "a JSON Pointer begins with /"},
        {EXTENDING(",\"amounts\":{\"gift\":null}"), "/profiles/0/extends", "\"paywall\"", "with what it extends, at /"},
        {EXTENDING(",\"envelope\":{\"code\":null}"), "/profiles/0/envelope", "{\"code\":null}",
         "two flags need a code"},
        {"{\"profiles\":[{\"profile\":\"a\",\"extends\":\"b\"},{\"profile\":\"b\",\"extends\":\"a\"}]}",
         "/profiles/0/extends", "\"b\"", "never in a circle"},
        {"{\"profiles\":[{\"profile\":\"a\",\"extends\":\"popp\"}]}", "/profiles/0/extends", "\"popp\"",
         "did you mean \"popup\"?"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        const steelyard_verifier *verifier;
        steelyard_fault fault;
        print_message("%s\n", rows[i].options);
        assert_int_equal(steelyard_compile(engine_arena(), span_of(rows[i].options), &verifier, &fault),
                         STEELYARD_OPTION_VALUE);
        print_message("  %s\n", text_of(fault.message));
        assert_string_equal(text_of(fault.option), "profiles");
        assert_string_equal(text_of(fault.path), rows[i].path);
        assert_memory_equal(rows[i].options + fault.offset, rows[i].value, strlen(rows[i].value));
        assert_non_null(strstr(text_of(fault.message), rows[i].message));
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
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        print_message("%s\n", rows[i].expectation);
        if (rows[i].verdict == NULL) assert_string_equal(compile_outcome(rows[i].options), "option.value profile");
        else assert_string_equal(verdict_of(verify(rows[i].options, rows[i].body)), rows[i].verdict);
    }
    engine_reset();
}

static void built_in_profiles_are_what_anyone_may_give(void **state) {
    (void)state;
    assert_int_equal(steelyard_profile_count(), 14);
    for (size_t i = 0; i < steelyard_profile_count(); i += 1) {
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
        cmocka_unit_test(a_fault_has_its_parts),
        cmocka_unit_test(faults_of_an_extension_stand_where_it_was_written),
        cmocka_unit_test(rules_say_what_they_say),
        cmocka_unit_test(built_in_profiles_are_what_anyone_may_give),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
