/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_merge.c - two options objects into one. Suspect merge.c.
 */
#include "engine.h"

static void members_of_the_second_go_before_those_of_the_first(void **state) {
    static const struct {
        const char *base, *over, *merged;
    } rows[] = {
        {"", "", "{}"},
        {"{}", "{ }", "{}"},
        {"{\"a\":1}", "", "{\"a\":1}"},
        {"", "{\"a\" : [1, 2] }", "{\"a\":[1, 2]}"},
        {"{\"a\":1,\"b\":2,\"c\":3}", "{\"b\":4}", "{\"a\":1,\"c\":3,\"b\":4}"},
        {"{\"a\":1.50}", "{\"\\u0061\":null}", "{\"\\u0061\":null}"},
        {"{\"a\":1,\"a\":2}", "{\"b\":3}", "{\"a\":1,\"a\":2,\"b\":3}"}, /* for the compiler to refuse */
        {"[]", "", NULL},
        {"{}", "1", NULL},
        {"{", "{}", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        steelyard_span merged;
        steelyard_fault fault;
        steelyard_status status = steelyard_options_merge(engine_arena(), span_of(rows[i].base), span_of(rows[i].over),
                                                          &merged, &fault);
        assert_int_equal(status, rows[i].merged == NULL ? STEELYARD_CALL_ARGUMENT : STEELYARD_OK);
        if (rows[i].merged != NULL) assert_string_equal(text_of(merged), rows[i].merged);
    }
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(members_of_the_second_go_before_those_of_the_first)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
