/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: merging options compared member names as they are written. `{"n\u006fw": ...}` over `{"now": ...}` gave an
 * object with both, and compiling it failed: a member stands twice.
 */
#include "engine.h"

static void a_name_goes_before_the_same_name_written_otherwise(void **state) {
    steelyard_span merged;
    steelyard_fault fault;
    (void)state;
    assert_int_equal(steelyard_options_merge(engine_arena(), span_of("{\"now\":1,\"unit\":\"major\"}"),
                                             span_of("{\"n\\u006fw\":2}"), &merged, &fault),
                     STEELYARD_OK);
    assert_string_equal(text_of(merged), "{\"unit\":\"major\",\"n\\u006fw\":2}");
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_name_goes_before_the_same_name_written_otherwise)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
