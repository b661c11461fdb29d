/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_base_with_twins.c - a profile extended another in which one member stood a thousand times. Each of them was merged
 * with the one value above it, and every merge noted where that value came from: the notes were counted by the values of
 * the profile above and ran over the end of their table, into whatever the arena held behind it. Such a base is refused
 * now, wherever in a chain it stands, and the table is never written past its end. Suspect extend.c, profile_set.c.
 */
#include "engine.h"

static void a_base_with_a_thousand_twins_is_refused(void **state) {
    long_text options = {NULL, 0, 0, 0};
    (void)state;
    append(&options,
           "{\"profile\":\"x\",\"profiles\":[{\"profile\":\"b\",\"wallets\":{\"at\":\"\",\"as\":[\"object\"]},"
           "\"currency\":{\"from\":\"option\"},\"amounts\":{\"total\":{\"at\":\"/t\"}}");
    append_times(&options, ",\"unit\":\"major\"", 1000);
    append(&options,
           "},{\"profile\":\"x\",\"extends\":\"m\",\"unit\":\"minor\"},{\"profile\":\"m\",\"extends\":\"b\"}]}");
    /* Every size of memory: what is written past the table hits the end of what is lent in one of them. */
    for (size_t nbytes = 16 * 1024; nbytes < 1024 * 1024; nbytes += 4096) {
        void *bytes = malloc(nbytes);
        const steelyard_verifier *verifier;
        steelyard_arena arena;
        steelyard_fault fault;
        steelyard_status status;
        assert_non_null(bytes);
        steelyard_arena_lend(&arena, bytes, nbytes);
        status = steelyard_compile(&arena, long_span(&options), &verifier, &fault);
        assert_true(status == STEELYARD_MEMORY || status == STEELYARD_OPTION_VALUE);
        if (status == STEELYARD_OPTION_VALUE) assert_non_null(strstr(text_of(fault.message), "twice"));
        free(bytes);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_base_with_a_thousand_twins_is_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
