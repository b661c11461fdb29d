/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: the header promises that results are written only where all is well. steelyard_diff wrote same_out = true
 * where memory ran out before anything was compared; steelyard_can_spend wrote allowed_out before it knew whether the
 * answer could be printed; the printers emptied the text they were given.
 */
#include "engine.h"

#define REPORT                                                                                                         \
    "{\"profile\":\"p\",\"snapshotAt\":null,\"wallets\":[{\"amounts\":{\"spendable\":\"5.00\"},\"currency\":\"EUR\","  \
    "\"gifts\":[],\"id\":null,\"kind\":null,\"minorUnits\":2,\"status\":null,\"unit\":\"major\"}]}"

static void out_of_memory_writes_no_result(void **state) {
    const steelyard_report *report;
    steelyard_fault fault;
    steelyard_span text = span_of("as it was");
    bool answer = false;
    uint64_t bytes[8];
    (void)state;
    assert_int_equal(steelyard_report_read(engine_arena(), span_of(REPORT), &report, &fault), STEELYARD_OK);
    for (size_t nbytes = 0; nbytes <= sizeof bytes; nbytes += 1) {
        steelyard_arena arena;
        steelyard_arena_lend(&arena, bytes, nbytes);
        assert_int_equal(steelyard_diff(&arena, report, report, &text, &answer, &fault), STEELYARD_MEMORY);
        assert_int_equal(steelyard_can_spend(&arena, report, span_of("{\"amount\":\"1\"}"), &text, &answer, &fault),
                         STEELYARD_MEMORY);
        assert_int_equal(steelyard_report_json(&arena, report, &text, &fault), STEELYARD_MEMORY);
        assert_int_equal(steelyard_report_canonical(&arena, report, true, &text, &fault), STEELYARD_MEMORY);
        assert_int_equal(arena.used_nbytes, 0);
    }
    assert_false(answer);
    assert_string_equal(text_of(text), "as it was");
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(out_of_memory_writes_no_result)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
