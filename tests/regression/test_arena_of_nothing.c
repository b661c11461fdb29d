/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: sy_arena_allocate gave NULL both where memory was exhausted and, in an arena of no bytes at all, where zero
 * bytes were taken of it, which "fits". The reader begins by taking zero bytes, to align its table; it said
 * STEELYARD_MEMORY, but nothing was exhausted, so its callers looked no further. Putting options together in such an arena
 * gave STEELYARD_OK and an empty text; compiling gave STEELYARD_CALL_ARGUMENT, as if the options were no JSON object.
 * Now an arena of no bytes holds nothing, not even nothing.
 */
#include "engine.h"

static void setting_in_an_arena_of_nothing_is_out_of_memory(void **state) {
    steelyard_arena none;
    steelyard_span text;
    steelyard_fault fault;
    (void)state;
    steelyard_arena_lend(&none, NULL, 0);
    assert_int_equal(steelyard_options_set(&none, span_of("{}"), span_of("a"), span_of("1"), &text, &fault),
                     STEELYARD_MEMORY);
    assert_true(fault.arena_nbytes > 0);
}

static void compiling_in_an_arena_of_nothing_is_out_of_memory(void **state) {
    const steelyard_verifier *verifier;
    steelyard_arena none;
    steelyard_fault fault;
    (void)state;
    steelyard_arena_lend(&none, NULL, 0);
    assert_int_equal(steelyard_compile(&none, span_of("{}"), &verifier, &fault), STEELYARD_MEMORY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(setting_in_an_arena_of_nothing_is_out_of_memory),
        cmocka_unit_test(compiling_in_an_arena_of_nothing_is_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
