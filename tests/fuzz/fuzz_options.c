/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_options.c - options compile to a block that may be moved, or a fault names one. A second
 * part is set as a member of them, or refused. Suspect options*.c, compile.c, builder.c.
 */
#include "fuzz.h"

#define BODY                                                                                                           \
    "{\"IsSuccess\":true,\"IsFailure\":false,\"Value\":[{\"Id\":\"x\",\"WalletBalance\":1.5,\"TotalBalance\":\"1\"}]}"

static steelyard_span judge(steelyard_arena *arena, const steelyard_verifier *verifier) {
    steelyard_span call_options = fuzz_literal(
        steelyard_verifier_wants_now(verifier) ? "{\"now\":\"2026-01-01T00:00:00Z\"}" : "");
    const steelyard_report *report;
    steelyard_span json;
    steelyard_fault fault;
    REQUIRE(steelyard_verify(arena, verifier, call_options, fuzz_literal(BODY), &report, &fault) == STEELYARD_OK);
    REQUIRE(steelyard_report_json(arena, report, &json, &fault) == STEELYARD_OK);
    return json;
}

/* The block elsewhere judges like the block where it was made, which is overwritten meanwhile. */
static void check_moved(steelyard_arena *arena, const steelyard_verifier *verifier) {
    size_t nbytes = steelyard_verifier_nbytes(verifier);
    steelyard_span first = judge(arena, verifier);
    void *moved = malloc(nbytes);
    REQUIRE(moved != NULL && nbytes % 8 == 0);
    memcpy(moved, verifier, nbytes);
    memset((void *)(uintptr_t)verifier, 0xa5, nbytes);
    REQUIRE(fuzz_equal(first, judge(arena, moved)));
    free(moved);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes) {
    fuzz_parts parts = fuzz_split(data, nbytes);
    steelyard_arena *arena = fuzz_arena();
    const steelyard_verifier *verifier;
    steelyard_span set;
    steelyard_fault fault;
    steelyard_status status = steelyard_compile(arena, parts.first, &verifier, &fault);
    if (status == STEELYARD_OK) check_moved(arena, verifier);
    else fuzz_check_fault(status, &fault);
    status = steelyard_options_set(arena, parts.first, fuzz_literal("headers"), parts.rest, &set, &fault);
    if (status != STEELYARD_OK) {
        fuzz_check_fault(status, &fault);
        return 0;
    }
    status = steelyard_compile(arena, set, &verifier, &fault);
    REQUIRE(status != STEELYARD_CALL_ARGUMENT);
    if (status != STEELYARD_OK) fuzz_check_fault(status, &fault);
    return 0;
}
