/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story: texts and tables of nodes that grow asked for half as much again, as `wanted + wanted / 2`. Where addresses
 * are 32 bits wide that wraps from 2.86 GB on (a table of nodes from 120 million nodes on): a few bytes were reserved,
 * gigabytes written. And where half as much again was not to be had, what was wanted was not asked for: a call failed
 * for want of memory that was there. Now a region asks for its need where there is no more, and counts without wrapping.
 */
#include "engine.h"

#include "base/arena.h"

static bool grant_up_to_1000(steelyard_arena *arena, size_t nbytes_min) {
    if (nbytes_min > 1000) return false;
    arena->nbytes = nbytes_min;
    return true;
}

static void a_region_that_cannot_have_half_as_much_again_has_what_it_needs(void **state) {
    static unsigned char bytes[1000];
    steelyard_arena arena;
    sy_arena memory;
    size_t count = 0;
    (void)state;
    steelyard_arena_lend(&arena, bytes, 0);
    arena.extend = grant_up_to_1000;
    sy_arena_begin(&memory, &arena);
    assert_ptr_equal(sy_arena_reserve_array(&memory, 90, 8, &count), bytes);
    assert_true(count >= 90);
    assert_ptr_equal(sy_arena_reserve_array(&memory, 125, 8, &count), bytes);
    assert_int_equal(count, 125);
    assert_null(sy_arena_reserve_array(&memory, 126, 8, &count));
    assert_true(memory.exhausted && memory.wanted_nbytes >= 1008);
}

static void counts_beyond_every_address_do_not_wrap(void **state) {
    static const struct {
        size_t count, element_nbytes;
    } rows[] = {
        {SIZE_MAX, 1}, {SIZE_MAX / 3 * 2 + 2, 1}, {SIZE_MAX / 24 + 1, 24}, {SIZE_MAX / 36 + 1, 24}, {SIZE_MAX, 24},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        unsigned char bytes[64];
        steelyard_arena arena;
        sy_arena memory;
        size_t count;
        steelyard_arena_lend(&arena, bytes, sizeof bytes);
        sy_arena_begin(&memory, &arena);
        assert_null(sy_arena_reserve_array(&memory, rows[i].count, rows[i].element_nbytes, &count));
        assert_true(memory.exhausted && arena.touched_nbytes == 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_region_that_cannot_have_half_as_much_again_has_what_it_needs),
        cmocka_unit_test(counts_beyond_every_address_do_not_wrap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
