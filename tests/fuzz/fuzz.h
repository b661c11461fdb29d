/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fuzz.h - what every fuzz target shares: memory to lend, input in parts, and what must hold of every report.
 * Bytes come in; the process aborts with a sentence where a promise is broken. It refuses to know which target asks.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <steelyard.h>

/* A promise of the engine. NDEBUG does not switch it off. */
#define REQUIRE(condition)                                                                                             \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);                             \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

/* What libFuzzer and the replay call; one for each target. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t nbytes);

/* An empty arena, the same bytes for every input: large enough for what a few kilobytes can ask for. */
steelyard_arena *fuzz_arena(void);

/* The input up to the first NUL, and what follows it (empty where there is none). */
typedef struct fuzz_parts {
    steelyard_span first;
    steelyard_span rest;
} fuzz_parts;

fuzz_parts fuzz_split(const uint8_t *data, size_t nbytes);

bool fuzz_equal(steelyard_span left, steelyard_span right);
steelyard_span fuzz_literal(const char *text);
/* The pieces one after the other, in a buffer that the next call uses again. */
steelyard_span fuzz_join(steelyard_span first, steelyard_span second, steelyard_span third);

/* Of a failed call: the status is the fault's, a sentence says what is wrong, options are named. */
void fuzz_check_fault(steelyard_status status, const steelyard_fault *fault);

/*
 * What must hold of any report of the engine: its JSON is JSON and reads back to the same bytes, the canonical snapshot
 * too, it does not differ from itself, views and texts can be had, and every question about spending gets an answer.
 */
void fuzz_check_report(steelyard_arena *arena, const steelyard_report *report);

#endif
