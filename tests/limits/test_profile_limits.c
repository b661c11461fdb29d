/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_profile_limits.c - the limits of a profile of anyone's that stand in a file of their own for their number: lists
 * that are joined, currencies, profiles in one set of options, how often one extends another, how long one may be.
 * Each at the cap and one past it; the numbers are typed here once more.
 */
#include "engine.h"

#define REST                                                                                                           \
    "\"currency\":{\"from\":\"member\",\"at\":\"/c\"},\"unit\":\"minor\",\"amounts\":{\"total\":{\"at\":\"/t\"}}"
#define PLAIN "\"wallets\":{\"at\":\"\",\"as\":[\"object\"]}," REST

/* Whether options of three pieces compile; otherwise the fault must be the option's value, with its place. */
static bool compiles(const char *before, const char *numbered, size_t count, const char *after, const char *option) {
    long_text options = {NULL, 0, 0, 0};
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    steelyard_status status;
    append(&options, before);
    append_numbered(&options, numbered, count);
    append(&options, after);
    status = steelyard_compile(engine_arena(), long_span(&options), &verifier, &fault);
    if (status != STEELYARD_OK) {
        assert_int_equal(status, STEELYARD_OPTION_VALUE);
        assert_string_equal(text_of(fault.option), option);
        assert_int_not_equal(fault.offset, STEELYARD_NO_OFFSET);
        assert_non_null(fault.path.bytes);
    }
    engine_reset();
    return status == STEELYARD_OK;
}

static void tables_end_where_the_limits_say(void **state) {
    static const struct {
        const char *limit;
        size_t most;
        const char *before, *numbered, *after, *option;
    } rows[] = {
        {"SY_LISTS_MAX", 8, "{\"profile\":{\"profile\":\"p\",\"wallets\":{\"join\":\"currency\",\"lists\":{",
         "\"l%u\":{\"at\":\"/%u\"}", "}}," REST "}}", "profile"},
        {"SY_CURRENCY_VALUES_MAX", 512,
         "{\"profile\":{\"profile\":\"p\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},\"unit\":\"major\",\"amounts\":{"
         "\"total\":{\"at\":\"/t\"}},\"currency\":{\"from\":\"id\",\"at\":\"/c\",\"values\":{",
         "\"%u\":\"USD\"", "}}}}", "profile"},
        {"SY_LIST_MAX of a provider's own minor units", 32,
         "{\"profile\":{\"profile\":\"p\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},\"currency\":{\"from\":\"option\"},"
         "\"amounts\":{\"total\":{\"at\":\"/t\"}},\"unit\":{\"minor\":{",
         "\"C%u\":2", "}}}}", "profile"},
        {"SY_LIST_MAX of values of a test", 32,
         "{\"profile\":{\"profile\":\"p\"," PLAIN ",\"envelope\":{\"success\":{\"at\":\"/ok\",\"is\":[", "%u", "]}}}}",
         "profile"},
        {"SY_PROFILES_MAX", 32, "{\"profiles\":[", "{\"profile\":\"p%u\"," PLAIN "}", "]}", "profiles"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        print_message("%s\n", rows[i].limit);
        assert_true(compiles(rows[i].before, rows[i].numbered, rows[i].most, rows[i].after, rows[i].option));
        assert_false(compiles(rows[i].before, rows[i].numbered, rows[i].most + 1, rows[i].after, rows[i].option));
    }
}

/* p0 extends popup, p1 extends p0, and so on: the last of `count` has `count` profiles under it. */
static bool chain_compiles(size_t count) {
    long_text options = {NULL, 0, 0, 0};
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    steelyard_status status;
    char piece[96];
    append(&options, "{\"profiles\":[{\"profile\":\"p0\",\"extends\":\"popup\"}");
    for (size_t i = 1; i < count; i += 1) {
        (void)snprintf(piece, sizeof piece, ",{\"profile\":\"p%zu\",\"extends\":\"p%zu\"}", i, i - 1);
        append(&options, piece);
    }
    append(&options, "]}");
    status = steelyard_compile(engine_arena(), long_span(&options), &verifier, &fault);
    if (status != STEELYARD_OK) assert_non_null(strstr(text_of(fault.message), "at most 8 times"));
    engine_reset();
    return status == STEELYARD_OK;
}

static void profiles_extend_one_another_8_times(void **state) {
    (void)state;
    assert_true(chain_compiles(8));
    assert_false(chain_compiles(9));
}

/* A profile of exactly so many bytes: its source is long. */
static bool profile_of(size_t nbytes) {
    static const char before[] = "{\"profile\":\"p\"," PLAIN ",\"source\":\"";
    static const char after[] = "\"}";
    long_text options = {NULL, 0, 0, 0};
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    steelyard_status status;
    append(&options, "{\"profile\":");
    append(&options, before);
    append_times(&options, "s", nbytes - strlen(before) - strlen(after));
    append(&options, after);
    append(&options, "}");
    status = steelyard_compile(engine_arena(), long_span(&options), &verifier, &fault);
    if (status != STEELYARD_OK) assert_string_equal(text_of(fault.path), "/profile");
    engine_reset();
    return status == STEELYARD_OK;
}

static void a_profile_has_256_kib(void **state) {
    (void)state;
    assert_true(profile_of(256 * 1024));
    assert_false(profile_of(256 * 1024 + 1));
}

/* An extension whose `source` and an object of many members go over those of another. */
static bool merges(size_t members) {
    long_text options = {NULL, 0, 0, 0};
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    append(&options, "{\"profile\":{\"profile\":\"p\",\"extends\":\"popup\",\"kind\":{\"values\":{");
    append_numbered(&options, "\"v%u\":null", members);
    append(&options, "}}}}");
    if (steelyard_compile(engine_arena(), long_span(&options), &verifier, &fault) == STEELYARD_OK) return true;
    assert_non_null(strstr(text_of(fault.message), "too many members"));
    engine_reset();
    return false;
}

static void objects_of_1024_members_are_merged(void **state) {
    (void)state;
    assert_true(merges(1024));
    assert_false(merges(1025));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_end_where_the_limits_say),
        cmocka_unit_test(profiles_extend_one_another_8_times),
        cmocka_unit_test(a_profile_has_256_kib),
        cmocka_unit_test(objects_of_1024_members_are_merged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
