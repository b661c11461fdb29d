/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_memory.c - running out of memory is an ordinary answer: at every size that is too small, for every call, with an
 * arena as it was before; what a fault asks for leads to the result. Suspect arena.c, fault.c, writer.c, reader.c.
 */
#include "engine.h"

#define OPTIONS                                                                                                        \
    "{\"currency\":\"TRY\",\"now\":\"2026-01-01T00:00:00Z\",\"explain\":true,\"creditLimit\":{\"\\u0062\":\"1.00\",\"a\":\"2\"}}"
#define BODY                                                                                                            \
    "{\"IsSuccess\":true,\"IsFailure\":false,\"Value\":[{\"Id\":\"7883FB19-2359-4a9b-b917-f08a259898ed\","              \
    "\"WalletBalance\":0.8,\"TotalGiftBalance\":\"1\",\"BlockedBalance\":0,\"TotalBalance\":1.9,\"AvailableBalance\":"  \
    "1.8,\"\\u0041\":1,\"A\":2,\"GiftBalances\":[{\"Id\":\"g\\u0031\",\"Amount\":1,\"ExpirationDate\":\"2026-01-01\"}," \
    "{\"Amount\":\"x\"}]},{}]}"

static steelyard_status verify_within(unsigned char *bytes, size_t nbytes, const steelyard_verifier *verifier,
                                      steelyard_span body, steelyard_span *json, steelyard_fault *fault) {
    const steelyard_report *report;
    steelyard_arena arena;
    steelyard_status status;
    steelyard_arena_lend(&arena, bytes, nbytes);
    status = steelyard_verify(&arena, verifier, span_of(NULL), body, &report, fault);
    if (status == STEELYARD_OK) status = steelyard_report_json(&arena, report, json, fault);
    return status;
}

static void every_smaller_arena_is_too_small_and_nothing_worse(void **state) {
    const steelyard_verifier *verifier = compile(OPTIONS);
    const char *expected = json_of(verify(OPTIONS, BODY));
    bool enough = false;
    (void)state;
    for (size_t nbytes = 0; nbytes < 64 * 1024; nbytes += 5) {
        unsigned char *bytes = malloc(nbytes + 1);
        steelyard_span json;
        steelyard_fault fault;
        steelyard_status status = verify_within(bytes, nbytes, verifier, span_of(BODY), &json, &fault);
        if (status == STEELYARD_OK) assert_string_equal(text_of(json), expected);
        else assert_int_equal(status, STEELYARD_MEMORY);
        assert_true(status == STEELYARD_OK || (!enough && fault.arena_nbytes > nbytes));
        enough = status == STEELYARD_OK;
        free(bytes);
    }
    assert_true(enough);
    engine_reset();
}

static void every_smaller_arena_is_too_small_for_options(void **state) {
    bool enough = false;
    (void)state;
    for (size_t nbytes = 0; nbytes < 128 * 1024; nbytes += 61) {
        unsigned char *bytes = malloc(nbytes + 1);
        const steelyard_verifier *verifier = NULL;
        steelyard_arena arena;
        steelyard_fault fault;
        steelyard_status status;
        steelyard_arena_lend(&arena, bytes, nbytes);
        status = steelyard_compile(&arena, span_of(OPTIONS), &verifier, &fault);
        assert_true(status == STEELYARD_OK || (status == STEELYARD_MEMORY && !enough));
        assert_true((verifier != NULL) == (status == STEELYARD_OK));
        if (status == STEELYARD_MEMORY) assert_int_equal(arena.used_nbytes, 0);
        enough = status == STEELYARD_OK;
        free(bytes);
    }
    assert_true(enough);
}

/* Lends exactly what the fault asks for, from nothing on; returns how many times. */
static int rounds_until_enough(const steelyard_verifier *verifier, steelyard_span body) {
    size_t nbytes = 0;
    for (int round = 0; round < 20; round += 1) {
        unsigned char *bytes = malloc(nbytes + 1);
        steelyard_span json;
        steelyard_fault fault;
        steelyard_status status;
        assert_non_null(bytes);
        status = verify_within(bytes, nbytes, verifier, body, &json, &fault);
        free(bytes);
        if (status == STEELYARD_OK) return round;
        assert_int_equal(status, STEELYARD_MEMORY);
        assert_true(fault.arena_nbytes >= 2 * nbytes);
        nbytes = fault.arena_nbytes;
    }
    return 20;
}

static void an_ordinary_body_is_done_when_what_is_asked_for_was_lent_once(void **state) {
    (void)state;
    assert_int_equal(rounds_until_enough(compile(OPTIONS), span_of(BODY)), 1);
    engine_reset();
}

/* 3 bytes each ask for a wallet and for every member that it lacks. */
static void a_body_of_empty_wallets_is_done_after_few_rounds(void **state) {
    long_text body = {NULL, 0, 0, 0};
    (void)state;
    append(&body, "[{}");
    append_times(&body, ",{}", 30000);
    append(&body, "]");
    assert_in_range(rounds_until_enough(compile("{\"profile\":\"popup\"}"), long_span(&body)), 1, 6);
    engine_reset();
}

/* The path of every twin repeats the long name above it: what has to be said grows with the square of the body. */
static void a_body_with_a_quadratic_report_is_done_after_few_rounds(void **state) {
    long_text body = {NULL, 0, 0, 0};
    (void)state;
    append(&body, "{\"IsSuccess\":true,\"");
    append_times(&body, "0123456789", 1000);
    append(&body, "\":{\"a\":0");
    append_times(&body, ",\"a\":0", 2000);
    append(&body, "}}");
    assert_in_range(rounds_until_enough(compile("{\"profile\":\"paywall\"}"), long_span(&body)), 2, 10);
    engine_reset();
}

static size_t extended_nbytes_max;

/* Grants no byte more than is asked for. */
static bool extend_exactly(steelyard_arena *arena, size_t nbytes_min) {
    if (nbytes_min > extended_nbytes_max) return false;
    arena->nbytes = nbytes_min;
    return true;
}

static void an_arena_that_grows_in_place_is_asked_for_no_more_than_there_is(void **state) {
    const steelyard_verifier *verifier = compile(OPTIONS);
    const char *expected = json_of(verify(OPTIONS, BODY));
    unsigned char *bytes = malloc(1024 * 1024);
    bool enough = false;
    (void)state;
    for (extended_nbytes_max = 0; extended_nbytes_max < 64 * 1024; extended_nbytes_max += 97) {
        const steelyard_report *report;
        steelyard_arena arena;
        steelyard_span json;
        steelyard_fault fault;
        steelyard_status status;
        steelyard_arena_lend(&arena, bytes, 0);
        arena.extend = extend_exactly;
        status = steelyard_verify(&arena, verifier, span_of(NULL), span_of(BODY), &report, &fault);
        if (status == STEELYARD_OK) status = steelyard_report_json(&arena, report, &json, &fault);
        assert_true(status == STEELYARD_OK || (status == STEELYARD_MEMORY && !enough));
        assert_true(arena.nbytes <= extended_nbytes_max && arena.touched_nbytes <= arena.nbytes);
        if (status == STEELYARD_OK) assert_string_equal(text_of(json), expected);
        enough = status == STEELYARD_OK;
    }
    assert_true(enough);
    free(bytes);
    engine_reset();
}

static void what_lay_in_the_arena_does_not_show(void **state) {
    const char *expected = json_of(verify(OPTIONS, BODY));
    (void)state;
    for (int fill = 0; fill < 256; fill += 85) {
        unsigned char *bytes = malloc(256 * 1024);
        steelyard_arena arena;
        const steelyard_verifier *verifier;
        const steelyard_report *report;
        steelyard_span json;
        steelyard_fault fault;
        memset(bytes, fill, 256 * 1024);
        steelyard_arena_lend(&arena, bytes, 256 * 1024);
        assert_int_equal(steelyard_compile(&arena, span_of(OPTIONS), &verifier, &fault), STEELYARD_OK);
        assert_int_equal(steelyard_verify(&arena, verifier, span_of(NULL), span_of(BODY), &report, &fault),
                         STEELYARD_OK);
        assert_int_equal(steelyard_report_json(&arena, report, &json, &fault), STEELYARD_OK);
        assert_string_equal(text_of(json), expected);
        free(bytes);
    }
    engine_reset();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_smaller_arena_is_too_small_and_nothing_worse),
        cmocka_unit_test(every_smaller_arena_is_too_small_for_options),
        cmocka_unit_test(an_ordinary_body_is_done_when_what_is_asked_for_was_lent_once),
        cmocka_unit_test(a_body_of_empty_wallets_is_done_after_few_rounds),
        cmocka_unit_test(a_body_with_a_quadratic_report_is_done_after_few_rounds),
        cmocka_unit_test(an_arena_that_grows_in_place_is_asked_for_no_more_than_there_is),
        cmocka_unit_test(what_lay_in_the_arena_does_not_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
