/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_report.c - reports that anyone may have written: up to two, with a NUL between them, the second one also a
 * question about spending. What reads as a report prints to a fixed point. Suspect report_read.c, diff*.c, spend.c.
 */
#include "fuzz.h"

static const steelyard_report *read_report(steelyard_arena *arena, steelyard_span text) {
    const steelyard_report *report;
    steelyard_fault fault;
    steelyard_status status = steelyard_report_read(arena, text, &report, &fault);
    if (status == STEELYARD_OK) return report;
    REQUIRE(status == STEELYARD_CALL_ARGUMENT);
    fuzz_check_fault(status, &fault);
    return NULL;
}

static void check_pair(steelyard_arena *arena, const steelyard_report *before, const steelyard_report *after) {
    steelyard_span text;
    steelyard_fault fault;
    bool forward = false, backward = false;
    steelyard_status status = steelyard_diff(arena, before, after, &text, &forward, &fault);
    if (status != STEELYARD_OK) {
        REQUIRE(status == STEELYARD_REPORT_NO_CANONICAL);
        return;
    }
    REQUIRE(steelyard_diff(arena, after, before, &text, &backward, &fault) == STEELYARD_OK && forward == backward);
    REQUIRE(steelyard_diff_text(arena, before, after, false, &text, &fault) == STEELYARD_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes) {
    fuzz_parts parts = fuzz_split(data, nbytes);
    steelyard_arena *arena = fuzz_arena();
    const steelyard_report *first = read_report(arena, parts.first);
    const steelyard_report *second = read_report(arena, parts.rest);
    steelyard_span answer;
    steelyard_fault fault;
    steelyard_status status;
    if (first == NULL) return 0;
    fuzz_check_report(arena, first);
    if (second != NULL) check_pair(arena, first, second);
    status = steelyard_can_spend(arena, first, parts.rest, &answer, NULL, &fault);
    if (status != STEELYARD_OK) fuzz_check_fault(status, &fault);
    return 0;
}
