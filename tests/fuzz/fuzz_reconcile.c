/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_reconcile.c - a ledger and a report that anyone may have written, with a NUL between them. A ledger is refused by
 * name, or its answer is one JSON object, the same for the report and for what its JSON reads back to. Suspect
 * reconcile*.c.
 */
#include "fuzz.h"

static const steelyard_report *read_report(steelyard_arena *arena, steelyard_span text) {
    const steelyard_report *report;
    steelyard_fault fault;
    return steelyard_report_read(arena, text, &report, &fault) == STEELYARD_OK ? report : NULL;
}

static void check_refusal(steelyard_status status, const steelyard_report *report, const steelyard_fault *fault) {
    fuzz_check_fault(status, fault);
    if (status == STEELYARD_REPORT_NO_CANONICAL) {
        REQUIRE(steelyard_report_verdict(report) >= STEELYARD_VERDICT_INVALID);
        return;
    }
    REQUIRE(status == STEELYARD_CALL_ARGUMENT && fuzz_equal(fault->option, fuzz_literal("expected")));
}

/* One JSON object, which the reader of options takes too. */
static void check_object(steelyard_arena *arena, steelyard_span json) {
    steelyard_span set;
    steelyard_fault fault;
    REQUIRE(steelyard_options_set(arena, json, fuzz_literal(""), fuzz_literal("1"), &set, &fault) == STEELYARD_OK);
    REQUIRE(json.nbytes > 2 && set.nbytes > json.nbytes && memcmp(json.bytes, set.bytes, json.nbytes - 1) == 0);
}

static void check_read_back(steelyard_arena *arena, const steelyard_report *report, steelyard_span ledger,
                            steelyard_span answer) {
    steelyard_span json;
    steelyard_span again;
    steelyard_fault fault;
    const steelyard_report *read_back;
    REQUIRE(steelyard_report_json(arena, report, &json, &fault) == STEELYARD_OK);
    read_back = read_report(arena, json);
    REQUIRE(read_back != NULL);
    REQUIRE(steelyard_reconcile(arena, read_back, ledger, &again, NULL, &fault) == STEELYARD_OK);
    /* A canonical snapshot has no verdict; the report that it is printed as has one. */
    REQUIRE(again.nbytes >= answer.nbytes);
    if (again.nbytes == answer.nbytes) REQUIRE(fuzz_equal(again, answer));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes) {
    fuzz_parts parts = fuzz_split(data, nbytes);
    steelyard_arena *arena = fuzz_arena();
    const steelyard_report *report = read_report(arena, parts.rest);
    steelyard_span answer;
    steelyard_span text;
    steelyard_fault fault;
    steelyard_status status;
    bool same;
    if (report == NULL) return 0;
    status = steelyard_reconcile(arena, report, parts.first, &answer, &same, &fault);
    if (status != STEELYARD_OK) {
        check_refusal(status, report, &fault);
        REQUIRE(steelyard_reconcile_text(arena, report, parts.first, true, &text, &fault) == status);
        return 0;
    }
    check_object(arena, answer);
    check_read_back(arena, report, parts.first, answer);
    REQUIRE(steelyard_reconcile_text(arena, report, parts.first, false, &text, &fault) == STEELYARD_OK);
    REQUIRE(fuzz_equal((steelyard_span){text.bytes, 4}, fuzz_literal("same")) == same);
    return 0;
}
