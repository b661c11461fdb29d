/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_profile.c - a profile of anyone's, and a body for it behind a NUL: either a fault that names the place, or
 * reports that hold what every report promises. Suspect profile*.c, rules.c and the facets.
 */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes) {
    fuzz_parts parts = fuzz_split(data, nbytes);
    steelyard_arena *arena = fuzz_arena();
    steelyard_span options = fuzz_join(fuzz_literal("{\"currency\":\"EUR\",\"now\":\"2026-01-01T00:00:00Z\",\"explain\":true,"
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
    return 0;
}
