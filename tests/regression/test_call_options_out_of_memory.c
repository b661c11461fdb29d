/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: names and values of call options that hold escapes are copied into the arena. Where that was full the copy
 * was an empty text, and steelyard_verify judged it before it looked whether memory had run out: `{"n\u006fw": ...}`
 * gave option.unknown without a name, or, with maxAge, option.value ("maxAge needs now") although now was given.
 */
#include "engine.h"

static void escaped_call_options_are_out_of_memory_and_never_wrong(void **state) {
    const steelyard_verifier *verifier = compile("{\"maxAge\":60}");
    bool enough = false;
    (void)state;
    for (size_t nbytes = 0; nbytes < 64 * 1024; nbytes += 3) {
        unsigned char *bytes = malloc(nbytes + 1);
        const steelyard_report *report;
        steelyard_arena arena;
        steelyard_fault fault;
        steelyard_status status;
        steelyard_arena_lend(&arena, bytes, nbytes);
        status = steelyard_verify(&arena, verifier, span_of("{\"n\\u006fw\":\"2026-01-01T00:00:00\\u005a\"}"),
                                  span_of("{}"), &report, &fault);
        assert_int_equal(status, enough || status == STEELYARD_OK ? STEELYARD_OK : STEELYARD_MEMORY);
        enough = status == STEELYARD_OK;
        free(bytes);
    }
    assert_true(enough);
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(escaped_call_options_are_out_of_memory_and_never_wrong)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
