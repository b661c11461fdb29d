/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_memory.c - options, a NUL, a body: every call of a session, each again in smaller arenas of its own. Too little
 * memory is STEELYARD_MEMORY and nothing else: no other result, nothing written, the arena as it was; and who lends what
 * the fault asks for, call after call, gets the same result as before. Suspect whoever takes memory without looking.
 */
#include "fuzz.h"

#define ROUNDS_MAX 24
#define SIZES_TRIED 48

/* One call with what it needs; its result comes out as one text. */
typedef struct session {
    steelyard_span options;
    steelyard_span call_options;
    steelyard_span body;
    steelyard_span report_json;
    const steelyard_verifier *verifier;
    const steelyard_report *report;
} session;

typedef steelyard_status (*call)(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                 steelyard_fault *fault_out);

static steelyard_status call_set(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                 steelyard_fault *fault_out) {
    return steelyard_options_set(arena, with->options, fuzz_literal("headers"), with->call_options, text_out,
                                 fault_out);
}

static steelyard_status call_compile(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                     steelyard_fault *fault_out) {
    const steelyard_verifier *verifier = with->verifier;
    steelyard_status status = steelyard_compile(arena, with->options, &verifier, fault_out);
    if (status == STEELYARD_OK) /* the padding in its rows may differ: its first word is its length */
        *text_out = (steelyard_span){(const char *)verifier, sizeof(uint32_t)};
    else REQUIRE(verifier == with->verifier);
    return status;
}

static steelyard_status call_verify(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                    steelyard_fault *fault_out) {
    static unsigned char printed[1024 * 1024];
    const steelyard_report *report = with->report;
    steelyard_arena printer;
    steelyard_fault fault;
    steelyard_status status = steelyard_verify(arena, with->verifier, with->call_options, with->body, &report,
                                               fault_out);
    if (status != STEELYARD_OK) {
        REQUIRE(report == with->report);
        return status;
    }
    steelyard_arena_lend(&printer, printed, sizeof printed);
    if (steelyard_report_json(&printer, report, text_out, &fault) != STEELYARD_OK)
        *text_out = steelyard_verdict_name(steelyard_report_verdict(report));
    return STEELYARD_OK;
}

static steelyard_status call_json(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                  steelyard_fault *fault_out) {
    return steelyard_report_json(arena, with->report, text_out, fault_out);
}

static steelyard_status call_read(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                  steelyard_fault *fault_out) {
    const steelyard_report *report = with->report;
    steelyard_status status = steelyard_report_read(arena, with->report_json, &report, fault_out);
    if (status == STEELYARD_OK) *text_out = steelyard_verdict_name(steelyard_report_verdict(report));
    return status;
}

static steelyard_status call_canonical(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                       steelyard_fault *fault_out) {
    return steelyard_report_canonical(arena, with->report, true, text_out, fault_out);
}

static steelyard_status call_text(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                  steelyard_fault *fault_out) {
    return steelyard_report_text(arena, with->report, fuzz_literal("title"), true, text_out, fault_out);
}

static steelyard_status call_diff(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                  steelyard_fault *fault_out) {
    bool same = false;
    steelyard_status status = steelyard_diff(arena, with->report, with->report, text_out, &same, fault_out);
    REQUIRE(same == (status == STEELYARD_OK));
    return status;
}

static steelyard_status call_diff_text(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                       steelyard_fault *fault_out) {
    return steelyard_diff_text(arena, with->report, with->report, false, text_out, fault_out);
}

static steelyard_status call_spend(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                   steelyard_fault *fault_out) {
    return steelyard_can_spend(arena, with->report, fuzz_literal("{\"amount\":\"\\u0031.00\",\"wallet\":\"\\u0031\"}"),
                               text_out, NULL, fault_out);
}

static steelyard_status call_sum(steelyard_arena *arena, const session *with, steelyard_span *text_out,
                                 steelyard_fault *fault_out) {
    (void)with;
    return steelyard_decimal(arena, STEELYARD_DECIMAL_SUM, fuzz_literal("[\"1\",\"\\u0032.5\",\"-0.25\"]"),
                             (steelyard_span){NULL, 0}, text_out, fault_out);
}

/* A copy that outlives the arena it was made in. */
static steelyard_span keep(steelyard_span text) {
    char *bytes = malloc(text.nbytes + 1);
    REQUIRE(bytes != NULL);
    if (text.nbytes > 0) memcpy(bytes, text.bytes, text.nbytes);
    return (steelyard_span){bytes, text.nbytes};
}

/* The call in an arena of exactly nbytes, in which it is not the first. */
static steelyard_status call_within(call made, const session *with, size_t nbytes, steelyard_status wanted,
                                    steelyard_span expected, size_t *asked_out) {
    unsigned char *bytes = malloc(nbytes);
    steelyard_span text = {(const char *)with, 7};
    steelyard_arena arena;
    steelyard_fault fault;
    size_t used_nbytes = nbytes < 3 ? nbytes : 3; /* not aligned */
    steelyard_status status;
    steelyard_arena_lend(&arena, nbytes == 0 ? NULL : bytes, nbytes);
    arena.used_nbytes = used_nbytes;
    memset(bytes, 0xa5, nbytes);
    status = made(&arena, with, &text, &fault);
    REQUIRE(status == wanted || status == STEELYARD_MEMORY);
    REQUIRE(arena.used_nbytes <= arena.nbytes && arena.touched_nbytes <= arena.nbytes);
    if (status == STEELYARD_MEMORY) {
        REQUIRE(arena.used_nbytes == used_nbytes);
        REQUIRE(fault.arena_nbytes > nbytes);
        fuzz_check_fault(status, &fault);
    }
    if (status == STEELYARD_OK) REQUIRE(fuzz_equal(text, expected));
    else REQUIRE(text.bytes == (const char *)with && text.nbytes == 7);
    *asked_out = status == STEELYARD_MEMORY ? fault.arena_nbytes : 0;
    free(bytes);
    return status;
}

/* Lends what is asked for until the call has enough. */
static void lend_what_is_asked(call made, const session *with, steelyard_status wanted, steelyard_span expected) {
    size_t nbytes = 0, asked_nbytes = 0;
    for (int round = 0; round < ROUNDS_MAX; round += 1) {
        if (call_within(made, with, nbytes, wanted, expected, &asked_nbytes) != STEELYARD_MEMORY) return;
        REQUIRE(round == 0 || asked_nbytes >= 2 * (nbytes - 3));
        nbytes = asked_nbytes;
    }
    REQUIRE(false);
}

static void try_smaller(call made, const session *with) {
    steelyard_arena *ample = fuzz_arena();
    steelyard_span text = {NULL, 0}, expected;
    steelyard_fault fault;
    size_t needed_nbytes, asked_nbytes;
    steelyard_status wanted = made(ample, with, &text, &fault);
    size_t enough_nbytes = SIZE_MAX;
    REQUIRE(wanted != STEELYARD_MEMORY);
    expected = keep(text);
    needed_nbytes = ample->touched_nbytes + 3 + 8;
    for (size_t i = 0; i <= SIZES_TRIED; i += 1) {
        size_t nbytes = needed_nbytes * i / SIZES_TRIED + (i * 7 + with->body.nbytes) % 8;
        steelyard_status status = call_within(made, with, nbytes, wanted, expected, &asked_nbytes);
        REQUIRE(status == wanted || nbytes < enough_nbytes);
        if (status == wanted && nbytes < enough_nbytes) enough_nbytes = nbytes;
    }
    REQUIRE(enough_nbytes != SIZE_MAX);
    lend_what_is_asked(made, with, wanted, expected);
    free((void *)(uintptr_t)expected.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes) {
    static const call calls_of_report[] = {call_json,      call_read,  call_canonical, call_text,
                                           call_diff_text, call_spend, call_sum};
    fuzz_parts parts = fuzz_split(data, nbytes);
    static uint64_t session_bytes[1024 * 1024]; /* for what all calls have in common */
    steelyard_arena arena;
    session with = {.options = parts.first, .body = parts.rest};
    steelyard_fault fault;
    steelyard_arena_lend(&arena, session_bytes, sizeof session_bytes);
    with.call_options = fuzz_literal("{\"n\\u006fw\":\"2026-01-01T00:00:00Z\",\"headers\":{\"x-p\\u0061ge\":\"1\"}}");
    try_smaller(call_set, &with);
    try_smaller(call_compile, &with);
    if (steelyard_compile(&arena, parts.first, &with.verifier, &fault) != STEELYARD_OK)
        REQUIRE(steelyard_compile(&arena, (steelyard_span){NULL, 0}, &with.verifier, &fault) == STEELYARD_OK);
    try_smaller(call_verify, &with);
    REQUIRE(steelyard_verify(&arena, with.verifier, with.call_options, parts.rest, &with.report, &fault) ==
            STEELYARD_OK);
    REQUIRE(steelyard_report_json(&arena, with.report, &with.report_json, &fault) == STEELYARD_OK);
    for (size_t i = 0; i < sizeof calls_of_report / sizeof calls_of_report[0]; i += 1)
        try_smaller(calls_of_report[i], &with);
    if (steelyard_report_verdict(with.report) < STEELYARD_VERDICT_INVALID) try_smaller(call_diff, &with);
    return 0;
}
