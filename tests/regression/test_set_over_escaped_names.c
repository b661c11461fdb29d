/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: where options were put together, member names were compared as they are written. `{"now": ...}` over
 * `{"n\u006fw": ...}` gave an object with both, and compiling it failed: a member stands twice.
 */
#include "engine.h"

static void a_name_goes_before_the_same_name_written_otherwise(void **state) {
    steelyard_span set;
    steelyard_fault fault;
    (void)state;
    assert_int_equal(steelyard_options_set(engine_arena(), span_of("{\"n\\u006fw\":1,\"unit\":\"major\"}"),
                                           span_of("now"), span_of("2"), &set, &fault),
                     STEELYARD_OK);
    assert_string_equal(text_of(set), "{\"unit\":\"major\",\"now\":2}");
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_name_goes_before_the_same_name_written_otherwise)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
