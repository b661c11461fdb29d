/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz_verify.c - options, a NUL, a body: judged by every built-in profile and by `auto`. Suspect every stage of the
 * pipeline; what must hold of each report stands in fuzz.h.
 */
#include "fuzz.h"

#define VERIFIERS_MAX 32

/* Verifiers of the options seen last: while only the body changes, nothing is compiled anew. */
static struct {
    steelyard_span options;
    void *verifiers[VERIFIERS_MAX]; /* NULL where the options are not for this call */
    size_t count;
} compiled;

static void *copy_of(const void *bytes, size_t nbytes) {
    void *copy = malloc(nbytes + 1);
    REQUIRE(copy != NULL);
    if (nbytes > 0) memcpy(copy, bytes, nbytes);
    return copy;
}

/* The options for one profile; where they are wrong, the profile alone. */
static void *compile_for(steelyard_span options, steelyard_span profile) {
    steelyard_arena *arena = fuzz_arena();
    char name[64];
    char alone[96];
    const steelyard_verifier *verifier;
    steelyard_span set;
    steelyard_fault fault;
    (void)snprintf(name, sizeof name, "\"%.*s\"", (int)profile.nbytes, profile.bytes);
    (void)snprintf(alone, sizeof alone, "{\"profile\":%s}", name);
    if (steelyard_options_set(arena, options, fuzz_literal("profile"), fuzz_literal(name), &set, &fault) !=
        STEELYARD_OK)
        set = fuzz_literal(alone);
    if (steelyard_compile(arena, set, &verifier, &fault) != STEELYARD_OK)
        REQUIRE(steelyard_compile(arena, fuzz_literal(alone), &verifier, &fault) == STEELYARD_OK);
    if (steelyard_verifier_wants_now(verifier)) return NULL;
    return copy_of(verifier, steelyard_verifier_nbytes(verifier));
}

static void compile_all(steelyard_span options) {
    if (compiled.count > 0 && fuzz_equal(compiled.options, options)) return;
    free((void *)(uintptr_t)compiled.options.bytes);
    for (size_t i = 0; i < compiled.count; i += 1) free(compiled.verifiers[i]);
    compiled.options = (steelyard_span){copy_of(options.bytes, options.nbytes), options.nbytes};
    compiled.count = steelyard_profile_count() + 1;
    REQUIRE(compiled.count <= VERIFIERS_MAX);
    compiled.verifiers[0] = compile_for(options, fuzz_literal("auto"));
    for (size_t i = 1; i < compiled.count; i += 1)
        compiled.verifiers[i] = compile_for(options, steelyard_profile_name(i - 1));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes) {
    fuzz_parts parts = fuzz_split(data, nbytes);
    compile_all(parts.first);
    for (size_t i = 0; i < compiled.count; i += 1) {
        steelyard_arena *arena = fuzz_arena();
        const steelyard_report *report;
        steelyard_fault fault;
        if (compiled.verifiers[i] == NULL) continue;
        REQUIRE(steelyard_verify(arena, compiled.verifiers[i], (steelyard_span){NULL, 0}, parts.rest, &report,
                                 &fault) == STEELYARD_OK);
        fuzz_check_report(arena, report);
    }
    return 0;
}
