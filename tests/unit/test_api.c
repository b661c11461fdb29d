/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api.c - what steelyard.h promises of every call: results only where all is well, arenas that begin anywhere,
 * verifiers that may be moved, calls that share nothing, spans without bytes. Suspect whoever the failing call belongs to.
 */
#include "engine.h"

#define BODY                                                                                                           \
    "{\"IsSuccess\":true,\"IsFailure\":false,\"Value\":{\"Id\":\"7883fb19-2359-4a9b-b917-f08a259898ed\","              \
    "\"WalletBalance\":1,\"TotalGiftBalance\":0,\"BlockedBalance\":0,\"TotalBalance\":1,\"AvailableBalance\":1,"       \
    "\"GiftBalances\":[]}}"
#define OPTIONS "{\"profile\":\"paywall\",\"currency\":\"TRY\"}"
#define NOTHING ((steelyard_span){NULL, 0})

static void what_is_not_well_leaves_results_as_they_were(void **state) {
    const steelyard_report *report = verify(OPTIONS, "x");
    const steelyard_report *read = report;
    const steelyard_verifier *verifier = (const steelyard_verifier *)(const void *)report;
    steelyard_span text = span_of("as it was");
    bool answer = true;
    steelyard_fault fault;
    steelyard_arena *arena = engine_arena();
    (void)state;
    assert_int_equal(steelyard_compile(arena, span_of("[]"), &verifier, &fault), STEELYARD_CALL_ARGUMENT);
    assert_ptr_equal(verifier, report);
    assert_int_equal(steelyard_report_read(arena, span_of("{}"), &read, &fault), STEELYARD_CALL_ARGUMENT);
    assert_ptr_equal(read, report);
    assert_int_equal(steelyard_verify(arena, compile(OPTIONS), span_of("{\"now\":1}"), span_of(BODY), &read, &fault),
                     STEELYARD_OPTION_TYPE);
    assert_ptr_equal(read, report);
    assert_int_equal(steelyard_options_set(arena, span_of("1"), NOTHING, span_of("1"), &text, &fault),
                     STEELYARD_CALL_ARGUMENT);
    assert_int_equal(steelyard_report_canonical(arena, report, true, &text, &fault), STEELYARD_REPORT_NO_CANONICAL);
    assert_int_equal(steelyard_diff(arena, report, report, &text, &answer, &fault), STEELYARD_REPORT_NO_CANONICAL);
    assert_int_equal(steelyard_diff_text(arena, report, report, false, &text, &fault), STEELYARD_REPORT_NO_CANONICAL);
    assert_int_equal(steelyard_can_spend(arena, report, span_of("{\"amount\":\"0\"}"), &text, &answer, &fault),
                     STEELYARD_CALL_AMOUNT);
    assert_int_equal(steelyard_decimal(arena, STEELYARD_DECIMAL_ADD, span_of("1"), NOTHING, &text, &fault),
                     STEELYARD_DECIMAL_SYNTAX);
    assert_true(answer);
    assert_string_equal(text_of(text), "as it was");
    engine_reset();
}

/* An arena of no bytes at all is no arena: every call that takes memory says so, and none says anything else. */
static void an_arena_of_nothing_is_too_small_for_everything(void **state) {
    const steelyard_verifier *verifier = compile(OPTIONS);
    const steelyard_report *report = verify(OPTIONS, BODY);
    steelyard_arena none;
    steelyard_span text;
    steelyard_fault fault;
    (void)state;
    steelyard_arena_lend(&none, NULL, 0);
    assert_int_equal(steelyard_compile(&none, NOTHING, &verifier, &fault), STEELYARD_MEMORY);
    assert_int_equal(steelyard_compile(&none, span_of(OPTIONS), &verifier, &fault), STEELYARD_MEMORY);
    assert_int_equal(steelyard_options_set(&none, NOTHING, NOTHING, span_of("1"), &text, &fault), STEELYARD_MEMORY);
    assert_int_equal(steelyard_verify(&none, verifier, NOTHING, span_of(BODY), &report, &fault), STEELYARD_MEMORY);
    assert_int_equal(steelyard_verify(&none, verifier, span_of("{}"), span_of(BODY), &report, &fault),
                     STEELYARD_MEMORY);
    assert_int_equal(steelyard_report_read(&none, span_of("{}"), &report, &fault), STEELYARD_MEMORY);
    assert_int_equal(steelyard_report_json(&none, report, &text, &fault), STEELYARD_MEMORY);
    assert_int_equal(steelyard_report_canonical(&none, report, true, &text, &fault), STEELYARD_MEMORY);
    assert_int_equal(steelyard_report_text(&none, report, NOTHING, true, &text, &fault), STEELYARD_MEMORY);
    assert_int_equal(steelyard_diff(&none, report, report, &text, NULL, &fault), STEELYARD_MEMORY);
    assert_int_equal(steelyard_diff_text(&none, report, report, true, &text, &fault), STEELYARD_MEMORY);
    assert_int_equal(steelyard_can_spend(&none, report, span_of("{\"amount\":\"1\"}"), &text, NULL, &fault),
                     STEELYARD_MEMORY);
    assert_int_equal(steelyard_decimal(&none, STEELYARD_DECIMAL_SUM, span_of("[]"), NOTHING, &text, &fault),
                     STEELYARD_MEMORY);
    assert_int_equal(steelyard_decimal(&none, STEELYARD_DECIMAL_ADD, span_of("1"), span_of("2"), &text, &fault),
                     STEELYARD_MEMORY);
    assert_true(fault.arena_nbytes > 0);
    engine_reset();
}

static void spans_without_bytes_are_empty_texts(void **state) {
    const steelyard_report *report;
    steelyard_span text;
    steelyard_fault fault;
    (void)state;
    assert_string_equal(compile_outcome(NULL), "ok ");
    assert_string_equal(verdict_of(verify(NULL, NULL)), "malformed");
    report = verify(OPTIONS, BODY);
    assert_int_equal(steelyard_options_set(engine_arena(), NOTHING, NOTHING, span_of("1"), &text, &fault),
                     STEELYARD_OK);
    assert_string_equal(text_of(text), "{\"\":1}");
    assert_int_equal(steelyard_options_set(engine_arena(), NOTHING, NOTHING, NOTHING, &text, &fault),
                     STEELYARD_CALL_ARGUMENT);
    assert_int_equal(steelyard_report_read(engine_arena(), NOTHING, &report, &fault), STEELYARD_CALL_ARGUMENT);
    assert_int_equal(steelyard_can_spend(engine_arena(), report, NOTHING, &text, NULL, &fault),
                     STEELYARD_CALL_ARGUMENT);
    assert_int_equal(steelyard_report_text(engine_arena(), report, NOTHING, false, &text, &fault), STEELYARD_OK);
    assert_int_equal(steelyard_report_amount(report, 0, NOTHING, (char[STEELYARD_AMOUNT_NBYTES_MAX]){0}), 0);
    for (int operation = 0; operation <= 8; operation += 1) {
        steelyard_status status = steelyard_decimal(engine_arena(), (steelyard_decimal_operation)operation, NOTHING,
                                                    NOTHING, &text, &fault);
        assert_true(status == STEELYARD_DECIMAL_SYNTAX || status == STEELYARD_CALL_ARGUMENT);
    }
    engine_reset();
}

static void an_arena_may_begin_at_any_address(void **state) {
    const char *expected = json_of(verify(OPTIONS, BODY));
    unsigned char *bytes = malloc(256 * 1024);
    (void)state;
    for (size_t start = 0; start < 16; start += 1) {
        for (size_t used = 0; used < 8; used += 1) {
            const steelyard_verifier *verifier;
            const steelyard_report *report;
            steelyard_arena arena;
            steelyard_span json;
            steelyard_fault fault;
            steelyard_arena_lend(&arena, bytes + start, 256 * 1024 - start);
            arena.used_nbytes = used;
            assert_int_equal(steelyard_compile(&arena, span_of(OPTIONS), &verifier, &fault), STEELYARD_OK);
            assert_int_equal((uintptr_t)verifier % 8, 0);
            assert_int_equal(steelyard_verify(&arena, verifier, NOTHING, span_of(BODY), &report, &fault), STEELYARD_OK);
            assert_int_equal(steelyard_report_json(&arena, report, &json, &fault), STEELYARD_OK);
            assert_string_equal(text_of(json), expected);
        }
    }
    free(bytes);
    engine_reset();
}

static void a_verifier_may_be_moved_and_what_it_was_made_from_forgotten(void **state) {
    const char *expected = json_of(verify(OPTIONS, BODY));
    long_text options = {NULL, 0, 0, 0};
    const steelyard_verifier *verifier;
    const steelyard_report *report;
    steelyard_fault fault;
    uint64_t *moved;
    size_t nbytes;
    (void)state;
    append(&options, OPTIONS);
    assert_int_equal(steelyard_compile(engine_arena(), long_span(&options), &verifier, &fault), STEELYARD_OK);
    nbytes = steelyard_verifier_nbytes(verifier);
    assert_int_equal(nbytes % 8, 0);
    moved = malloc(nbytes + 8);
    memcpy(moved + 1, verifier, nbytes);
    memset(options.bytes, 'x', options.nbytes);
    memset(engine_arena()->bytes, 0xff, engine_arena()->used_nbytes);
    engine_reset();
    verifier = (const steelyard_verifier *)(const void *)(moved + 1);
    assert_int_equal(steelyard_verifier_nbytes(verifier), nbytes);
    assert_int_equal(steelyard_verify(engine_arena(), verifier, NOTHING, span_of(BODY), &report, &fault), STEELYARD_OK);
    assert_string_equal(json_of(report), expected);
    free(moved);
    engine_reset();
}

static void calls_that_share_no_memory_do_not_meet(void **state) {
    const char *first_expected = json_of(verify(OPTIONS, BODY));
    const char *second_expected = json_of(verify("{\"profile\":\"popup\"}", "[{}]"));
    const steelyard_verifier *first = compile(OPTIONS), *second = compile("{\"profile\":\"popup\"}");
    const steelyard_report *first_report, *second_report;
    unsigned char *bytes = malloc(128 * 1024);
    steelyard_arena one, other;
    steelyard_fault fault;
    steelyard_span json;
    (void)state;
    steelyard_arena_lend(&one, bytes, 64 * 1024);
    steelyard_arena_lend(&other, bytes + 64 * 1024, 64 * 1024);
    assert_int_equal(steelyard_verify(&one, first, NOTHING, span_of(BODY), &first_report, &fault), STEELYARD_OK);
    assert_int_equal(steelyard_verify(&other, second, NOTHING, span_of("[{}]"), &second_report, &fault), STEELYARD_OK);
    assert_int_equal(steelyard_report_json(&one, first_report, &json, &fault), STEELYARD_OK);
    assert_string_equal(text_of(json), first_expected);
    assert_int_equal(steelyard_report_json(&other, second_report, &json, &fault), STEELYARD_OK);
    assert_string_equal(text_of(json), second_expected);
    free(bytes);
    engine_reset();
}

static void views_end_where_the_lists_end(void **state) {
    const steelyard_report *report = verify(OPTIONS, BODY);
    char text[STEELYARD_AMOUNT_NBYTES_MAX];
    steelyard_wallet_view wallet;
    steelyard_finding_view finding;
    (void)state;
    assert_int_equal(steelyard_report_wallet_count(report), 1);
    assert_true(steelyard_report_ok(report));
    assert_true(steelyard_report_wallet(report, 0, &wallet));
    assert_string_equal(text_of(wallet.currency), "TRY");
    assert_int_equal(wallet.minor_units, 2);
    assert_true(wallet.unit_is_major && wallet.kind.bytes == NULL);
    assert_false(steelyard_report_wallet(report, 1, &wallet));
    assert_false(steelyard_report_wallet(report, SIZE_MAX, &wallet));
    assert_false(steelyard_report_finding(report, steelyard_report_finding_count(report), &finding));
    assert_int_equal(steelyard_report_amount(report, 0, span_of("available"), text), 4);
    assert_memory_equal(text, "1.00", 4);
    assert_int_equal(steelyard_report_amount(report, 0, span_of("pending"), text), 0);
    assert_int_equal(steelyard_report_amount(report, 0, span_of("Available"), text), 0);
    assert_int_equal(steelyard_report_amount(report, 1, span_of("available"), text), 0);
    assert_null(steelyard_profile_name(steelyard_profile_count()).bytes);
    assert_null(steelyard_profile_json(SIZE_MAX).bytes);
    engine_reset();
}

static void every_status_and_verdict_has_its_own_words(void **state) {
    static const steelyard_status all[] = {
#define STATUS(number, name, code, message) STEELYARD_##name,
        STEELYARD_STATUS_TABLE(STATUS)
#undef STATUS
    };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i += 1) {
        steelyard_span message = steelyard_status_message(all[i]);
        assert_true(message.nbytes > 0 && message.bytes[message.nbytes - 1] == '.');
        for (size_t j = 0; j < i; j += 1) assert_string_not_equal(code_of(all[i]), code_of(all[j]));
    }
    for (int i = STEELYARD_VERDICT_VERIFIED; i <= STEELYARD_VERDICT_MALFORMED; i += 1)
        assert_true(steelyard_verdict_name((steelyard_verdict)i).nbytes > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_well_leaves_results_as_they_were),
        cmocka_unit_test(an_arena_of_nothing_is_too_small_for_everything),
        cmocka_unit_test(spans_without_bytes_are_empty_texts),
        cmocka_unit_test(an_arena_may_begin_at_any_address),
        cmocka_unit_test(a_verifier_may_be_moved_and_what_it_was_made_from_forgotten),
        cmocka_unit_test(calls_that_share_no_memory_do_not_meet),
        cmocka_unit_test(views_end_where_the_lists_end),
        cmocka_unit_test(every_status_and_verdict_has_its_own_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
