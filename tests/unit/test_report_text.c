/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_report_text.c - what a report for a person promises: the whole text is what a banker reads below, amounts line
 * up at the point, nothing foreign steers the terminal, memory that runs out is an ordinary answer. Reports are made by
 * hand, so that no other stage is under test. The oracle is the text itself. Suspect report_text.c, report_words.c,
 * table.c and, where foreign bytes come through, printable.c.
 */
#include "printed.h"
#include "prose/printable.h"
#include "values/vocabulary.h"

#define REPLACED "\xef\xbf\xbd"

static sy_finding finding_of(const char *code, sy_outcome outcome, const char *message) {
    sy_finding finding = {.code = span_of(code), .message = span_of(message), .outcome = (uint8_t)outcome};
    finding.offset = SY_NO_OFFSET;
    finding.wallet = SY_NO_WALLET;
    return finding;
}

static const char *print(const steelyard_report *report, const char *title, bool colour) {
    steelyard_arena arena;
    steelyard_fault fault;
    sy_span text = {NULL, 0};
    steelyard_arena_lend(&arena, lent, ARENA_NBYTES / 2);
    return string_of(steelyard_report_text(&arena, report, span_of(title), colour, &text, &fault), text);
}

static void expect_part(const char *text, const char *part) {
    if (strstr(text, part) == NULL) fail_msg("\n%s\nis missing in\n%s", part, text);
}

static void expect_no_part(const char *text, const char *part) {
    if (strstr(text, part) != NULL) fail_msg("\n%s\nstands in\n%s", part, text);
}

/* ---- reports ---- */

static void a_mismatch_reads_from_verdict_to_summary(void **state) {
    sy_wallet wallet = wallet_of("7883fb19-2359-4a9b-b917-f08a259898ed", "TRY", 2);
    sy_finding finding = finding_of("paywall.total", SY_OUTCOME_FAIL,
                                    "TotalBalance is 0.90; WalletBalance + TotalGiftBalance is 0.80.");
    sy_finding *findings[] = {&finding};
    steelyard_report report = {.verdict = STEELYARD_VERDICT_MISMATCH,
                               .profile = SY_SPAN("paywall"),
                               .wallets = &wallet,
                               .wallet_count = 1,
                               .findings = findings,
                               .finding_count = 1};
    (void)state;
    give(&wallet, SY_AMOUNT_CASH, "0.8");
    give(&wallet, SY_AMOUNT_TOTAL, "0.90");
    give(&wallet, SY_AMOUNT_OVERDRAFT_LIMIT, "0");
    finding.path = SY_SPAN("/Value/TotalBalance");
    finding.offset = 332;
    finding.wallet = 0;
    finding.expected = SY_SPAN("0.80");
    finding.actual = SY_SPAN("0.90");
    finding.delta = SY_SPAN("0.10");
    finding.cause = SY_SPAN("unknown");
    report.summary = (sy_summary){.formulas = 3, .failed = 1};
    assert_string_equal(print(&report, "response.json", false),
                        "mismatch  response.json  (profile paywall)\n"
                        "A check failed: the snapshot is not what it claims to be.\n"
                        "\n"
                        "  wallet                                currency  cash  total  overdraftLimit\n"
                        "  7883fb19-2359-4a9b-b917-f08a259898ed  TRY       0.80   0.90            0.00\n"
                        "\n"
                        "fail: paywall.total at /Value/TotalBalance, byte 332\n"
                        "    TotalBalance is 0.90; WalletBalance + TotalGiftBalance is 0.80.\n"
                        "    expected 0.80, actual 0.90, delta +0.10\n"
                        "    No known cause fits.\n"
                        "\n"
                        "1 wallet, 3 formulas recomputed; 1 failed, 0 unverifiable, 0 warnings.\n");
}

/* A yen has no minor unit, a dinar three; 0.805 is an amount too fine for its currency. */
static void amounts_line_up_at_the_point_and_totals_below_them(void **state) {
    sy_wallet wallets[] = {wallet_of("1", "JPY", 0), wallet_of("2", "KWD", 3), wallet_of(NULL, "TRY", 2),
                           wallet_of("4", "TRY", 2)};
    sy_total totals[] = {{.currency = SY_SPAN("JPY"), .minor_units = 0, .wallet_count = 1},
                         {.currency = SY_SPAN("TRY"), .minor_units = 2, .wallet_count = 2}};
    steelyard_report report = {.verdict = STEELYARD_VERDICT_VALID,
                               .snapshot_at = SY_SPAN("2026-01-01T00:00:00Z"),
                               .wallets = wallets,
                               .wallet_count = 4,
                               .totals = totals,
                               .total_count = 2};
    (void)state;
    give(&wallets[0], SY_AMOUNT_TOTAL, "10000");
    give(&wallets[1], SY_AMOUNT_TOTAL, "-1.5");
    give(&wallets[1], SY_AMOUNT_OVERDRAFT_LIMIT, "2");
    give(&wallets[2], SY_AMOUNT_TOTAL, "0.805");
    give(&wallets[3], SY_AMOUNT_TOTAL, "5");
    wallets[1].kind = SY_SPAN("postpaid");
    totals[0].amounts_present = totals[1].amounts_present = 1u << SY_AMOUNT_TOTAL;
    totals[0].amounts_fit = 1u << SY_AMOUNT_TOTAL;
    totals[0].amounts[SY_AMOUNT_TOTAL] = decimal_of("10000");
    assert_string_equal(print(&report, "", false),
                        "valid  (snapshot at 2026-01-01T00:00:00Z)\n"
                        "Nothing contradicts the snapshot; it states no formula to recompute.\n"
                        "\n"
                        "  wallet      currency  kind             total  overdraftLimit\n"
                        "  1           JPY       -            10000                   -\n"
                        "  2           KWD       postpaid        -1.500           2.000\n"
                        "  -           TRY       -                0.805               -\n"
                        "  4           TRY       -                5.00                -\n"
                        "\n"
                        "  total of 1  JPY                    10000\n"
                        "  total of 2  TRY                 out of range\n"
                        "\n"
                        "4 wallets, 0 formulas recomputed; 0 failed, 0 unverifiable, 0 warnings.\n");
}

static void gifts_stand_under_their_wallet(void **state) {
    sy_cell gifts[2][SY_GIFT_COLUMN_COUNT] = {
        {[SY_GIFT_ID] = {.text = SY_SPAN("g1")},
         [SY_GIFT_AMOUNT] = {.amount = decimal_of("1000"), .has_amount = true},
         [SY_GIFT_EXPIRES_AT] = {.text = SY_SPAN("2026-01-01")},
         [SY_GIFT_STATE] = {.text = SY_SPAN("ambiguous")}},
        {[SY_GIFT_AMOUNT] = {.amount = decimal_of("5.5"), .has_amount = true},
         [SY_GIFT_REMAINING] = {.amount = decimal_of("0"), .has_amount = true},
         [SY_GIFT_STATE] = {.text = SY_SPAN("used")}},
    };
    sy_wallet wallets[] = {wallet_of("a", "TRY", 2), wallet_of("b", NULL, -1)};
    steelyard_report report = {.verdict = STEELYARD_VERDICT_UNVERIFIABLE, .wallets = wallets, .wallet_count = 2};
    (void)state;
    wallets[0].records[SY_RECORD_GIFTS] = (sy_records){gifts[0], 2, true};
    wallets[1].unit_is_major = false;
    give(&wallets[0], SY_AMOUNT_GIFT, "1005.5");
    give(&wallets[1], SY_AMOUNT_GIFT, "7");
    expect_part(print(&report, "", false),
                "  wallet  currency  unit        gift\n"
                "  a       TRY       major    1005.50\n"
                "    gift g1  amount 1000.00  remaining    -  expires 2026-01-01  state ambiguous\n"
                "    gift -   amount    5.50  remaining 0.00  expires -           state used\n"
                "  b       -         unknown     7\n"
                "\n");
}

static void a_long_id_leaves_its_column_and_a_thousand_wallets_are_enough(void **state) {
    sy_wallet *wallets = calloc(1002, sizeof *wallets);
    char id[66] = {0};
    steelyard_report report = {.verdict = STEELYARD_VERDICT_VALID, .wallets = wallets, .wallet_count = 1000};
    (void)state;
    assert_non_null(wallets);
    memset(id, 'x', 65);
    for (size_t i = 0; i < 1002; i += 1) wallets[i] = wallet_of("1", "USD", 2);
    wallets[0].id = span_of(id);
    const char *text = print(&report, "", false);
    expect_part(text, "\n  wallet  currency\n");
    expect_part(text, "\n  1       USD\n");
    expect_part(text, "x  USD\n");
    expect_no_part(text, "left out");
    id[64] = '\0';
    wallets[0].id = span_of(id);
    report.wallet_count = 1001;
    text = print(&report, "", false);
    expect_part(text, "x  USD\n  1                                   ");
    expect_part(text, "\n  1 more wallet is left out here.\n");
    report.wallet_count = 1002;
    expect_part(print(&report, "", false), "\n  2 more wallets are left out here.\n");
    free(wallets);
}

static void findings_name_their_place(void **state) {
    sy_wallet wallets[] = {wallet_of("1", "USD", 2), wallet_of("2", "USD", 2)};
    sy_finding rows[] = {finding_of("json.syntax", SY_OUTCOME_INVALID, "m"), finding_of("a.b", SY_OUTCOME_WARN, "m"),
                         finding_of("popup.pagination", SY_OUTCOME_FAIL, "m"), finding_of("x", SY_OUTCOME_STALE, "m")};
    sy_finding *findings[] = {&rows[0], &rows[1], &rows[2], &rows[3]};
    steelyard_report report = {.verdict = STEELYARD_VERDICT_MALFORMED,
                               .wallets = wallets,
                               .wallet_count = 2,
                               .findings = findings,
                               .finding_count = 4};
    (void)state;
    rows[0].offset = 17;
    rows[0].line = 2;
    rows[0].column = 5;
    rows[1].path = SY_SPAN("");
    rows[1].offset = 0;
    rows[1].wallet = 1;
    rows[2].header = SY_SPAN("X-Page");
    rows[2].expected = SY_SPAN("1");
    rows[3].wallet = 2; /* a report read back may name a wallet that it does not have */
    rows[3].actual = SY_SPAN("1");
    rows[3].delta_is_null = true;
    expect_part(print(&report, "", false), "\ninvalid: json.syntax, byte 17 (line 2:5)\n    m\n"
                                           "warn: a.b at \"\", byte 0, wallet 2\n    m\n"
                                           "fail: popup.pagination in header X-Page\n    m\n    expected 1\n"
                                           "stale: x\n    m\n    actual 1, delta out of range\n\n");
}

static void every_cause_and_reason_has_its_sentence(void **state) {
    static const struct {
        const char *cause, *term, *reason, *sentence;
    } rows[] = {
        {"float_drift", NULL, NULL,
         "Most likely: the sum was computed in binary floating point, which is off by less "
         "than half a minor unit."},
        {"rounding", NULL, NULL, "Most likely: the amounts were rounded one by one before they were added."},
        {"sign", NULL, NULL, "Most likely: the whole amount has the wrong sign."},
        {"minor_units", NULL, NULL, "Most likely: minor units were taken for major units, or the reverse."},
        {"omitted", "gift", NULL, "Most likely: one amount was left out: gift."},
        {"double_counted", "gifts/3", NULL, "Most likely: one amount was counted twice: gifts/3."},
        {"flipped", "blocked", NULL,
         "Most likely: one amount was added instead of subtracted, or the reverse: blocked."},
        {"counted_original", NULL, NULL,
         "Most likely: gifts were counted with their original amounts instead of what "
         "remains of them."},
        {"counted_expired", NULL, NULL, "Most likely: expired gifts were counted."},
        {"transposed", NULL, NULL, "Most likely: two neighbouring digits changed places."},
        {"unknown", NULL, NULL, "No known cause fits."},
        {"of_his_own", NULL, NULL, "Most likely: of_his_own."},
        {NULL, NULL, "out_of_range", "Not decided: the recomputed value does not fit 38 digits."},
        {NULL, NULL, "expiry_ambiguous",
         "Not decided: the expiry date of a gift names no time zone, and the sum "
         "depends on it."},
        {NULL, NULL, "now_unknown",
         "Not decided: whether gifts have expired depends on the present time, which the "
         "option now can give."},
        {NULL, NULL, "limit_unknown",
         "Not decided: the credit limit is not known; the option creditLimit can give it."},
        {NULL, NULL, "of_his_own", "Not decided: of_his_own."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i += 1) {
        sy_finding finding = finding_of("x", SY_OUTCOME_FAIL, "m");
        sy_finding *findings[] = {&finding};
        steelyard_report report = {.verdict = STEELYARD_VERDICT_MISMATCH, .findings = findings, .finding_count = 1};
        finding.cause = span_of(rows[i].cause);
        finding.term = span_of(rows[i].term);
        finding.reason = span_of(rows[i].reason);
        expect_part(print(&report, "", false), rows[i].sentence);
    }
}

static void a_provider_error_says_what_the_provider_says(void **state) {
    sy_span messages[] = {SY_SPAN("currencies [0]: wrong"), SY_SPAN("")};
    steelyard_report report = {.verdict = STEELYARD_VERDICT_PROVIDER_ERROR, .profile = SY_SPAN("payop")};
    (void)state;
    report.error = (sy_error){.http_status = -1};
    expect_part(print(&report, "", false), "\nHTTP status not given, no code, no message.\n");
    report.error = (sy_error){.http_status = 422, .code = SY_SPAN("BAD"), .messages = messages, .message_count = 1};
    expect_part(print(&report, "", false), "provider_error  (profile payop)\n"
                                           "The provider answered with an error, not with balances.\n\n"
                                           "HTTP status 422, code BAD. The provider says:\n"
                                           "    currencies [0]: wrong\n\n");
}

static void a_verdict_has_its_colour_only_where_colour_is_asked_for(void **state) {
    static const char *const colours[] = {"\x1b[1;32m", "\x1b[1;32m", "\x1b[1;33m", "\x1b[1;33m",
                                          "\x1b[1;31m", "\x1b[1;31m", "\x1b[1;31m", "\x1b[1;31m"};
    (void)state;
    for (int i = STEELYARD_VERDICT_VERIFIED; i <= STEELYARD_VERDICT_MALFORMED; i += 1) {
        steelyard_report report = {.verdict = (steelyard_verdict)i};
        sy_span name = steelyard_verdict_name(report.verdict);
        const char *text = print(&report, "", true);
        assert_memory_equal(text, colours[i], 7);
        assert_memory_equal(text + 7, name.bytes, name.nbytes);
        assert_memory_equal(text + 7 + name.nbytes, "\x1b[0m\n", 5);
        text = print(&report, "", false);
        assert_memory_equal(text, name.bytes, name.nbytes);
        expect_no_part(text, "\x1b");
    }
}

/* ---- foreign bytes ---- */

static const struct {
    const char *expectation, *text, *printed;
    size_t nbytes, width;
} foreign[] = {
    {"plain text stays", "a z", "a z", 3, 3},
    {"other scripts stay", "\xc3\xa4\xe4\xb8\xad\xf0\x9f\x98\x80", "\xc3\xa4\xe4\xb8\xad\xf0\x9f\x98\x80", 9, 3},
    {"NUL", "a\0b", "a" REPLACED "b", 3, 3},
    {"escape", "\x1b[31m", REPLACED "[31m", 5, 5},
    {"tab and line feed", "\t\n", REPLACED REPLACED, 2, 2},
    {"U+001F, the last of C0", "\x1f ", REPLACED " ", 2, 2},
    {"DEL", "~\x7f", "~" REPLACED, 2, 2},
    {"U+0080, the first of C1", "\xc2\x80", REPLACED, 2, 1},
    {"U+009B, a control sequence in one code point",
     "\xc2\x9b"
     "31m",
     REPLACED "31m", 5, 4},
    {"U+009F, the last of C1", "\xc2\x9f", REPLACED, 2, 1},
    {"U+00A0 is a space like others", "\xc2\xa0", "\xc2\xa0", 2, 1},
    {"U+061C turns direction", "\xd8\x9c", REPLACED, 2, 1},
    {"U+061B is a letter's neighbour", "\xd8\x9b", "\xd8\x9b", 2, 1},
    {"U+200D joins, U+200E and U+200F turn", "\xe2\x80\x8d\xe2\x80\x8e\xe2\x80\x8f\xe2\x80\x90",
     "\xe2\x80\x8d" REPLACED REPLACED "\xe2\x80\x90", 12, 4},
    {"U+2028 to U+202E and no further", "\xe2\x80\xa7\xe2\x80\xa8\xe2\x80\xaa\xe2\x80\xae\xe2\x80\xaf",
     "\xe2\x80\xa7" REPLACED REPLACED REPLACED "\xe2\x80\xaf", 15, 5},
    {"U+2066 to U+2069 and no further", "\xe2\x81\xa5\xe2\x81\xa6\xe2\x81\xa9\xe2\x81\xaa",
     "\xe2\x81\xa5" REPLACED REPLACED "\xe2\x81\xaa", 12, 4},
    {"a byte that is no UTF-8", "a\xff\xe2\x80", "a" REPLACED REPLACED REPLACED, 4, 4},
};

static void foreign_bytes_never_steer(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i += 1) {
        sy_span text = {foreign[i].text, foreign[i].nbytes};
        sy_wallet wallet = wallet_of("", "USD", 2);
        steelyard_report report = {.wallets = &wallet, .wallet_count = 1};
        char row[128] = "\n  ";
        wallet.id = text;
        strcat(row, foreign[i].printed);
        for (size_t width = foreign[i].width; width < 6; width += 1) strcat(row, " ");
        strcat(row, "  USD\n");
        if (strstr(print(&report, "", false), row) == NULL) fail_msg("%s", foreign[i].expectation);
        assert_int_equal(sy_printable_width(text), foreign[i].width);
    }
}

/* Every text of a report says the same wicked thing. */
static void no_text_of_a_report_lets_it_through(void **state) {
    const sy_span wicked = SY_SPAN("\x1b]0;x\x07\xc2\x9b\xe2\x80\xae\xe2\x81\xa6\n\r");
    sy_cell gift[SY_GIFT_COLUMN_COUNT] = {
        [SY_GIFT_ID] = {.text = wicked}, [SY_GIFT_EXPIRES_AT] = {.text = wicked}, [SY_GIFT_STATE] = {.text = wicked}};
    sy_cell limit[SY_LIMIT_COLUMN_COUNT] = {
        [SY_LIMIT_NAME] = {.text = wicked}, [SY_LIMIT_RESETS_AT] = {.text = wicked}};
    sy_wallet wallets[2] = {{.id = wicked, .currency = wicked, .kind = wicked, .status = wicked}, {.id = wicked}};
    sy_total total = {.currency = wicked, .minor_units = 2, .wallet_count = 2};
    sy_finding finding = {.code = wicked,
                          .path = wicked,
                          .expected = wicked,
                          .actual = wicked,
                          .delta = wicked,
                          .cause = wicked,
                          .term = wicked,
                          .reason = wicked,
                          .header = wicked,
                          .message = wicked};
    sy_finding *findings[] = {&finding};
    sy_span messages[] = {wicked};
    steelyard_report report = {.verdict = STEELYARD_VERDICT_PROVIDER_ERROR, .profile = wicked, .snapshot_at = wicked};
    (void)state;
    wallets[0].records[SY_RECORD_GIFTS] = (sy_records){gift, 1, true};
    wallets[0].records[SY_RECORD_LIMITS] = (sy_records){limit, 1, true};
    report.wallets = wallets;
    report.wallet_count = 2;
    report.totals = &total;
    report.total_count = 1;
    report.findings = findings;
    report.finding_count = 1;
    report.error = (sy_error){.http_status = 400, .code = wicked, .messages = messages, .message_count = 1};
    const char *text = print(&report, wicked.bytes, false);
    const char *const refused[] = {"\x1b",         "\x07", "\xc2\x9b",          "\xe2\x80\xae",
                                   "\xe2\x81\xa6", "\r",   "]0;x" REPLACED "\n"};
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i += 1) expect_no_part(text, refused[i]);
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, "]0;x")) != NULL; at++) count += 1;
    assert_int_equal(count,
                     1 + 2 + 5 + 3 + 2 + 1 + 11 + 2); /* title, origin, wallets, gift, limit, total, finding, error */
}

/* ---- memory ---- */

/* Memory of every size up to what suffices: refused and given back, or the whole text. */
static void memory_that_runs_out_is_an_ordinary_answer(void **state) {
    sy_wallet wallet = wallet_of("1", "USD", 2);
    sy_finding finding = finding_of("x", SY_OUTCOME_WARN, "message");
    sy_finding *findings[] = {&finding};
    steelyard_report report = {.wallets = &wallet, .wallet_count = 1, .findings = findings, .finding_count = 1};
    size_t done = 0;
    (void)state;
    give(&wallet, SY_AMOUNT_TOTAL, "1");
    for (size_t nbytes = 0; nbytes < 2000; nbytes += 1) {
        unsigned char *exact = malloc(nbytes + 1);
        steelyard_arena arena;
        steelyard_fault fault;
        sy_span text = {NULL, 0};
        assert_non_null(exact);
        steelyard_arena_lend(&arena, exact, nbytes);
        steelyard_status status = steelyard_report_text(&arena, &report, span_of("t"), true, &text, &fault);
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
        cmocka_unit_test(a_mismatch_reads_from_verdict_to_summary),
        cmocka_unit_test(amounts_line_up_at_the_point_and_totals_below_them),
        cmocka_unit_test(gifts_stand_under_their_wallet),
        cmocka_unit_test(a_long_id_leaves_its_column_and_a_thousand_wallets_are_enough),
        cmocka_unit_test(findings_name_their_place),
        cmocka_unit_test(every_cause_and_reason_has_its_sentence),
        cmocka_unit_test(a_provider_error_says_what_the_provider_says),
        cmocka_unit_test(a_verdict_has_its_colour_only_where_colour_is_asked_for),
        cmocka_unit_test(foreign_bytes_never_steer),
        cmocka_unit_test(no_text_of_a_report_lets_it_through),
        cmocka_unit_test(memory_that_runs_out_is_an_ordinary_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
