/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: a block taken from the arena was zeroed, the bytes skipped to align it were not, nor those that round a
 * verifier up to a multiple of 8. A verifier is copied and stored as it stands, so a few bytes of whatever the arena had
 * held before, another customer's body perhaps, went with it. It was also moved as 64-bit words over memory of other
 * types just written, which C lets a compiler reorder.
 */
#include "engine.h"

#define FIRST_FILL 0x5a
#define SECOND_FILL 0xa5

/* Bytes that are what lay there before, both times. */
static size_t left_bytes(const unsigned char *first, const unsigned char *second, size_t nbytes) {
    size_t count = 0;
    for (size_t i = 0; i < nbytes; i += 1) count += first[i] == FIRST_FILL && second[i] == SECOND_FILL;
    return count;
}

static void a_verifier_holds_nothing_of_what_lay_in_the_arena(void **state) {
    static const char *const options[] = {
        "",
        "{\"profile\":\"popup\",\"creditLimit\":{\"\\u0061b\":\"1.00\",\"c\":\"2\"},\"headers\":{\"X-Page\":\"1\"}}",
        "{\"currencies\":{\"1\":\"USD\",\"22\":{\"code\":\"XYZ\",\"minorUnits\":3}},\"minorUnits\":{\"USDT\":6}}",
    };
    (void)state;
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i += 1) {
        const steelyard_verifier *verifiers[2];
        static uint64_t bytes[2][32 * 1024];
        for (int fill = 0; fill < 2; fill += 1) {
            steelyard_arena arena;
            steelyard_fault fault;
            memset(bytes[fill], fill == 0 ? FIRST_FILL : SECOND_FILL, sizeof bytes[fill]);
            steelyard_arena_lend(&arena, bytes[fill], sizeof bytes[fill]);
            assert_int_equal(steelyard_compile(&arena, span_of(options[i]), &verifiers[fill], &fault), STEELYARD_OK);
        }
        assert_int_equal(left_bytes((const unsigned char *)verifiers[0], (const unsigned char *)verifiers[1],
                                    steelyard_verifier_nbytes(verifiers[0])),
                         0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_verifier_holds_nothing_of_what_lay_in_the_arena)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
