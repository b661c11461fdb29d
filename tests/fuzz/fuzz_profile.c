/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_profile.c - a profile of anyone's, and a body for it behind a NUL: either a fault that names the place, or
 * reports that hold what every report promises. Suspect profile*.c, rules.c and the facets.
 */
#include "fuzz.h"

/* What is said of the profile in words, and of the first thing that it finds. */
static void check_words(steelyard_arena *arena, steelyard_span profile, const steelyard_report *report) {
    steelyard_finding_view finding;
    steelyard_span text;
    steelyard_fault fault;
    steelyard_status status = steelyard_profile_explain(arena, profile, &text, &fault);
    REQUIRE(status == STEELYARD_OK && text.nbytes > 0);
    if (!steelyard_report_finding(report, 0, &finding)) return;
    status = steelyard_explain(arena, finding.code, profile, &text, &fault);
    REQUIRE(status == STEELYARD_OK && text.nbytes > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes) {
    fuzz_parts parts = fuzz_split(data, nbytes);
    steelyard_arena *arena = fuzz_arena();
    steelyard_span options = fuzz_join(
        fuzz_literal("{\"currency\":\"EUR\",\"now\":\"2026-01-01T00:00:00Z\",\"explain\":true,"
                     "\"headers\":{\"X-Page\":\"1\",\"X-Per-Page\":\"20\"},\"profile\":"),
        parts.first, fuzz_literal("}"));
    const steelyard_verifier *verifier;
    const steelyard_report *report;
    steelyard_fault fault;
    steelyard_status status = steelyard_compile(arena, options, &verifier, &fault);
    if (status != STEELYARD_OK) {
        fuzz_check_fault(status, &fault);
        return 0;
    }
    REQUIRE(steelyard_verify(arena, verifier, (steelyard_span){NULL, 0}, parts.rest, &report, &fault) == STEELYARD_OK);
    fuzz_check_report(arena, report);
    check_words(arena, parts.first, report);
    return 0;
}
