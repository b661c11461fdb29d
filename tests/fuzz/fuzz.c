/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz.c - what every fuzz target shares. See fuzz.h.
 */
#include "fuzz.h"

#include "json/json_reader.h"

#define ARENA_NBYTES ((size_t)64 * 1024 * 1024)
#define JOINED_NBYTES ((size_t)1024 * 1024)

steelyard_arena *fuzz_arena(void) {
    static unsigned char *bytes;
    static steelyard_arena arena;
    if (bytes == NULL) bytes = malloc(ARENA_NBYTES);
    REQUIRE(bytes != NULL);
    steelyard_arena_lend(&arena, bytes, ARENA_NBYTES);
    return &arena;
}

fuzz_parts fuzz_split(const uint8_t *data, size_t nbytes) {
    const char *bytes = (const char *)data;
    const char *nul = nbytes == 0 ? NULL : memchr(bytes, '\0', nbytes);
    size_t first_nbytes = nul == NULL ? nbytes : (size_t)(nul - bytes);
    fuzz_parts parts = {{bytes, first_nbytes}, {NULL, 0}};
    if (nul != NULL) parts.rest = (steelyard_span){nul + 1, nbytes - first_nbytes - 1};
    return parts;
}

bool fuzz_equal(steelyard_span left, steelyard_span right) {
    return left.nbytes == right.nbytes && (left.nbytes == 0 || memcmp(left.bytes, right.bytes, left.nbytes) == 0);
}

steelyard_span fuzz_literal(const char *text) {
    return (steelyard_span){text, strlen(text)};
}

steelyard_span fuzz_join(steelyard_span first, steelyard_span second, steelyard_span third) {
    static char joined[JOINED_NBYTES];
    const steelyard_span pieces[] = {first, second, third};
    size_t nbytes = 0;
    for (size_t i = 0; i < 3; i += 1) {
        REQUIRE(pieces[i].nbytes <= JOINED_NBYTES - nbytes);
        if (pieces[i].nbytes > 0) memcpy(joined + nbytes, pieces[i].bytes, pieces[i].nbytes);
        nbytes += pieces[i].nbytes;
    }
    return (steelyard_span){joined, nbytes};
}

void fuzz_check_fault(steelyard_status status, const steelyard_fault *fault) {
    bool names_option = status == STEELYARD_OPTION_UNKNOWN || status == STEELYARD_OPTION_TYPE ||
                        status == STEELYARD_OPTION_VALUE;
    REQUIRE(status == fault->status);
    REQUIRE(fault->message.nbytes > 0);
    REQUIRE((status == STEELYARD_MEMORY) == (fault->arena_nbytes != 0));
    if (status == STEELYARD_OPTION_TYPE || status == STEELYARD_OPTION_VALUE) REQUIRE(fault->option.nbytes > 0);
    if (names_option) REQUIRE(fault->option.bytes != NULL);
}

static void check_is_json(steelyard_arena *arena, steelyard_span json) {
    sy_arena memory;
    sy_document document;
    sy_json_error error;
    sy_arena_begin(&memory, arena);
    REQUIRE(sy_json_reader_read(&memory, json, json.nbytes, &document, &error) == STEELYARD_OK);
    REQUIRE(document.later_duplicate_count == 0);
}

static void check_views(const steelyard_report *report) {
    char text[STEELYARD_AMOUNT_NBYTES_MAX];
    steelyard_wallet_view wallet;
    steelyard_finding_view finding;
    size_t wallet_count = steelyard_report_wallet_count(report);
    size_t finding_count = steelyard_report_finding_count(report);
    for (size_t i = 0; i < wallet_count; i += 1) {
        REQUIRE(steelyard_report_wallet(report, i, &wallet));
        REQUIRE(steelyard_report_amount(report, i, fuzz_literal("available"), text) <= STEELYARD_AMOUNT_NBYTES_MAX);
    }
    for (size_t i = 0; i < finding_count; i += 1) {
        REQUIRE(steelyard_report_finding(report, i, &finding));
        REQUIRE(finding.code.nbytes > 0 && finding.outcome.nbytes > 0);
    }
    REQUIRE(!steelyard_report_wallet(report, wallet_count, &wallet));
    REQUIRE(!steelyard_report_finding(report, finding_count, &finding));
}

static void check_spending(steelyard_arena *arena, const steelyard_report *report) {
    steelyard_span answer;
    steelyard_fault fault;
    bool allowed = false;
    REQUIRE(steelyard_can_spend(arena, report, fuzz_literal("{\"amount\":\"0.01\"}"), &answer, &allowed, &fault) ==
            STEELYARD_OK);
    check_is_json(arena, answer);
    if (allowed) REQUIRE(steelyard_report_verdict(report) <= STEELYARD_VERDICT_UNVERIFIABLE);
}

/* The snapshot of a report and that of the report read back from its snapshot are the same bytes. */
static void check_canonical(steelyard_arena *arena, const steelyard_report *report, const steelyard_report *again) {
    steelyard_span first, second, third;
    const steelyard_report *snapshot;
    steelyard_fault fault;
    steelyard_status status = steelyard_report_canonical(arena, report, true, &first, &fault);
    REQUIRE((status == STEELYARD_OK) == (steelyard_report_verdict(report) < STEELYARD_VERDICT_INVALID));
    if (status != STEELYARD_OK) {
        REQUIRE(status == STEELYARD_REPORT_NO_CANONICAL);
        return;
    }
    check_is_json(arena, first);
    REQUIRE(steelyard_report_canonical(arena, again, true, &second, &fault) == STEELYARD_OK);
    REQUIRE(fuzz_equal(first, second));
    REQUIRE(steelyard_report_read(arena, first, &snapshot, &fault) == STEELYARD_OK);
    REQUIRE(steelyard_report_canonical(arena, snapshot, true, &third, &fault) == STEELYARD_OK);
    REQUIRE(fuzz_equal(first, third));
}

static void check_diff(steelyard_arena *arena, const steelyard_report *report, const steelyard_report *again) {
    steelyard_span text;
    steelyard_fault fault;
    bool same = false;
    if (steelyard_report_verdict(report) >= STEELYARD_VERDICT_INVALID) return;
    REQUIRE(steelyard_diff(arena, report, again, &text, &same, &fault) == STEELYARD_OK);
    check_is_json(arena, text);
    REQUIRE(same);
    REQUIRE(steelyard_diff_text(arena, report, again, true, &text, &fault) == STEELYARD_OK);
}

void fuzz_check_report(steelyard_arena *arena, const steelyard_report *report) {
    size_t mark_nbytes = arena->used_nbytes;
    steelyard_span json, json_again, text;
    const steelyard_report *again;
    steelyard_fault fault;
    REQUIRE(steelyard_report_json(arena, report, &json, &fault) == STEELYARD_OK);
    check_is_json(arena, json);
    REQUIRE(steelyard_report_read(arena, json, &again, &fault) == STEELYARD_OK);
    REQUIRE(steelyard_report_json(arena, again, &json_again, &fault) == STEELYARD_OK);
    REQUIRE(fuzz_equal(json, json_again));
    REQUIRE(steelyard_report_ok(report) == (steelyard_report_verdict(report) <= STEELYARD_VERDICT_VALID));
    check_views(report);
    check_spending(arena, report);
    check_canonical(arena, report, again);
    check_diff(arena, report, again);
    REQUIRE(steelyard_report_text(arena, report, fuzz_literal("a title"), true, &text, &fault) == STEELYARD_OK);
    steelyard_arena_reset(arena, mark_nbytes);
}
