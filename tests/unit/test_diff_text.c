/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_diff_text.c - what a diff for a person promises: what changed, what came and what went, with signed differences,
 * and a word on the order of the two. Reports are made by hand, so that no other stage is under test. The oracle is the
 * text itself. Suspect diff_text.c, table.c and, where pairs are wrong, diff.c.
 */
#include "printed.h"
#include "values/vocabulary.h"

static const char *print_diff(const steelyard_report *before, const steelyard_report *after, bool colour) {
    steelyard_arena arena;
    steelyard_fault fault;
    sy_span text = {NULL, 0};
    steelyard_arena_lend(&arena, lent, ARENA_NBYTES / 2);
    return string_of(steelyard_diff_text(&arena, before, after, colour, &text, &fault), text);
}

static void expect_part(const char *text, const char *part) {
    if (strstr(text, part) == NULL) fail_msg("\n%s\nis missing in\n%s", part, text);
}

static void a_diff_names_what_changed_what_came_and_what_went(void **state) {
    sy_wallet before_rows[] = {wallet_of("1", "USD", 2), wallet_of("2", "USD", 2), wallet_of("4", "USD", 2)};
    sy_wallet after_rows[] = {wallet_of("1", "USD", 2), wallet_of("3", "USD", 2), wallet_of("4", "USD", 2)};
    steelyard_report before = {.verdict = STEELYARD_VERDICT_VALID,
                               .wallets = before_rows,
                               .wallet_count = 3,
                               .snapshot_at = SY_SPAN("2026-01-02T00:00:00Z")};
    steelyard_report after = {.verdict = STEELYARD_VERDICT_VALID,
                              .wallets = after_rows,
                              .wallet_count = 3,
                              .snapshot_at = SY_SPAN("2026-01-01T00:00:00Z")};
    (void)state;
    give(&before_rows[0], SY_AMOUNT_TOTAL, "100");
    give(&after_rows[0], SY_AMOUNT_TOTAL, "102.5");
    give(&before_rows[0], SY_AMOUNT_AVAILABLE, "5.005");
    give(&before_rows[0], SY_AMOUNT_PENDING, "1");
    give(&after_rows[0], SY_AMOUNT_PENDING, "0.5");
    before_rows[0].status = SY_SPAN("active");
    give(&before_rows[1], SY_AMOUNT_TOTAL, "7");
    give(&after_rows[1], SY_AMOUNT_TOTAL, "8");
    give(&after_rows[1], SY_AMOUNT_SPENDABLE, "8000");
    assert_string_equal(print_diff(&before, &after, false), "differs  (2026-01-02T00:00:00Z -> 2026-01-01T00:00:00Z)\n"
                                                            "The second snapshot is older than the first.\n"
                                                            "\n"
                                                            "changed: wallet 1, currency USD\n"
                                                            "    pending      1.00   ->   0.50  delta -0.50\n"
                                                            "    total      100.00   -> 102.50  delta +2.50\n"
                                                            "    available    5.005  ->   none\n"
                                                            "    status active -> none\n"
                                                            "removed: wallet 2, currency USD\n"
                                                            "    total  7.00\n"
                                                            "added: wallet 3, currency USD\n"
                                                            "    total         8.00\n"
                                                            "    spendable  8000.00\n"
                                                            "\n"
                                                            "diff.time_reversed: The later snapshot is the older one.\n"
                                                            "\n"
                                                            "3 wallets differ, 1 is the same.\n");
    assert_string_equal(print_diff(&before, &before, true),
                        "\x1b[1;32msame\x1b[0m  (2026-01-02T00:00:00Z -> 2026-01-02T00:00:00Z)\n"
                        "Both snapshots are of one time.\n"
                        "\n"
                        "0 wallets differ, 3 are the same.\n");
}

static void a_diff_shows_a_thousand_wallets_and_counts_the_rest(void **state) {
    steelyard_report before = {.verdict = STEELYARD_VERDICT_VALID};
    steelyard_report after = {.verdict = STEELYARD_VERDICT_VALID, .wallet_count = 1001};
    (void)state;
    after.wallets = calloc(1001, sizeof *after.wallets);
    assert_non_null(after.wallets);
    for (size_t i = 0; i < 1001; i += 1) after.wallets[i] = wallet_of(NULL, "USD", 2);
    const char *text = print_diff(&before, &after, false);
    expect_part(text, "differs\nWhich snapshot is the later one is not known.\n\nadded: wallet -, currency USD\n");
    expect_part(text, "\n1 more wallet is left out here.\n\n1001 wallets differ, 0 are the same.\n");
    free(after.wallets);
}

static void gifts_that_differ_are_said_where_nothing_else_does(void **state) {
    sy_cell gift[SY_GIFT_COLUMN_COUNT] = {[SY_GIFT_ID] = {.text = SY_SPAN("g")}};
    sy_wallet one = wallet_of("1", "USD", 2), other = wallet_of("1", "USD", 2);
    steelyard_report before = {.wallets = &one, .wallet_count = 1}, after = {.wallets = &other, .wallet_count = 1};
    (void)state;
    other.records[SY_RECORD_GIFTS] = (sy_records){gift, 1, true};
    expect_part(print_diff(&before, &after, false),
                "changed: wallet 1, currency USD\n    gifts differ: 0 gifts -> 1 gift\n");
}

static void a_diff_of_what_has_no_snapshot_is_refused(void **state) {
    steelyard_report good = {.verdict = STEELYARD_VERDICT_VALID}, bad = {.verdict = STEELYARD_VERDICT_INVALID};
    steelyard_arena arena;
    steelyard_fault fault;
    sy_span text;
    (void)state;
    steelyard_arena_lend(&arena, lent, 1024);
    assert_int_equal(steelyard_diff_text(&arena, &good, &bad, false, &text, &fault), STEELYARD_REPORT_NO_CANONICAL);
    assert_int_equal(arena.used_nbytes, 0);
}

/* What a provider calls its wallets reaches the text through one door. */
static void foreign_bytes_never_steer(void **state) {
    sy_wallet one = wallet_of("\x1b[31m", "\xe2\x80\xae", 2), other = one;
    steelyard_report before = {.wallets = &one, .wallet_count = 1}, after = {.wallets = &other, .wallet_count = 1};
    (void)state;
    one.status = SY_SPAN("\n");
    other.status = SY_SPAN("\xc2\x9b");
    before.snapshot_at = SY_SPAN("\x07");
    expect_part(print_diff(&before, &after, false), "differs  (\xef\xbf\xbd -> no time)\n");
    expect_part(print_diff(&before, &after, false),
                "changed: wallet \xef\xbf\xbd[31m, currency \xef\xbf\xbd\n    status \xef\xbf\xbd -> \xef\xbf\xbd\n");
}

/* Memory of every size up to what suffices: refused and given back, or the whole text. */
static void memory_that_runs_out_is_an_ordinary_answer(void **state) {
    sy_wallet one = wallet_of("1", "USD", 2), other = wallet_of("1", "USD", 2);
    steelyard_report before = {.wallets = &one, .wallet_count = 1}, after = {.wallets = &other, .wallet_count = 1};
    size_t done = 0;
    (void)state;
    give(&one, SY_AMOUNT_TOTAL, "1");
    give(&other, SY_AMOUNT_TOTAL, "2");
    for (size_t nbytes = 0; nbytes < 2000; nbytes += 1) {
        unsigned char *exact = malloc(nbytes + 1);
        steelyard_arena arena;
        steelyard_fault fault;
        sy_span text = {NULL, 0};
        assert_non_null(exact);
        steelyard_arena_lend(&arena, exact, nbytes);
        steelyard_status status = steelyard_diff_text(&arena, &before, &after, true, &text, &fault);
        if (status == STEELYARD_OK) {
            assert_int_equal(text.bytes[text.nbytes - 1], '\n');
            done += 1;
        } else {
            assert_int_equal(status, STEELYARD_MEMORY);
            assert_int_equal(arena.used_nbytes, 0);
            assert_true(fault.arena_nbytes > nbytes);
        }
        free(exact);
    }
    assert_true(done > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_diff_names_what_changed_what_came_and_what_went),
        cmocka_unit_test(a_diff_shows_a_thousand_wallets_and_counts_the_rest),
        cmocka_unit_test(gifts_that_differ_are_said_where_nothing_else_does),
        cmocka_unit_test(a_diff_of_what_has_no_snapshot_is_refused),
        cmocka_unit_test(foreign_bytes_never_steer),
        cmocka_unit_test(memory_that_runs_out_is_an_ordinary_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
