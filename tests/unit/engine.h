/* SPDX-License-Identifier: Apache-2.0 */
/*
 * engine.h - the engine's public calls, short enough for tables of cases. Texts go in and come out NUL-terminated; a
 * call that fails where it must not ends the test. Everything lives in one arena until engine_reset.
 */
#ifndef ENGINE_H
#define ENGINE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <steelyard.h>

#define ENGINE_NBYTES ((size_t)512 * 1024 * 1024)

static inline steelyard_arena *engine_arena(void) {
    static steelyard_arena arena;
    if (arena.bytes == NULL) {
        void *bytes = malloc(ENGINE_NBYTES);
        assert_non_null(bytes);
        steelyard_arena_lend(&arena, bytes, ENGINE_NBYTES);
    }
    return &arena;
}

static inline void engine_reset(void) {
    steelyard_arena_reset(engine_arena(), 0);
}

static inline steelyard_span span_of(const char *text) {
    return (steelyard_span){text, text == NULL ? 0 : strlen(text)};
}

#define RING_LENGTH 8

/* A terminated copy in the ring's next place. */
static inline const char *keep_text(char *ring[RING_LENGTH], size_t *next, steelyard_span span) {
    *next = (*next + 1) % RING_LENGTH;
    free(ring[*next]);
    ring[*next] = malloc(span.nbytes + 1);
    assert_non_null(ring[*next]);
    if (span.nbytes > 0) memcpy(ring[*next], span.bytes, span.nbytes);
    ring[*next][span.nbytes] = '\0';
    return ring[*next];
}

/* The span as a text, until the eighth call after this one. */
static inline const char *text_of(steelyard_span span) {
    static char *ring[RING_LENGTH];
    static size_t next;
    return keep_text(ring, &next, span);
}

static inline const char *code_of(steelyard_status status) {
    return text_of(steelyard_status_code(status));
}

static inline const steelyard_verifier *compile(const char *options) {
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    if (steelyard_compile(engine_arena(), span_of(options), &verifier, &fault) != STEELYARD_OK)
        fail_msg("%s: %s: %s", options == NULL ? "" : options, text_of(fault.option), text_of(fault.message));
    return verifier;
}

static inline const steelyard_report *verify_span(const char *options, steelyard_span body) {
    const steelyard_report *report;
    steelyard_fault fault;
    assert_int_equal(steelyard_verify(engine_arena(), compile(options), span_of(NULL), body, &report, &fault),
                     STEELYARD_OK);
    return report;
}

static inline const steelyard_report *verify(const char *options, const char *body) {
    return verify_span(options, span_of(body));
}

/* The report's JSON, until the eighth call of this function after this one. */
static inline const char *json_of(const steelyard_report *report) {
    static char *ring[RING_LENGTH];
    static size_t next;
    steelyard_span json;
    steelyard_fault fault;
    assert_int_equal(steelyard_report_json(engine_arena(), report, &json, &fault), STEELYARD_OK);
    return keep_text(ring, &next, json);
}

static inline const char *verdict_of(const steelyard_report *report) {
    return text_of(steelyard_verdict_name(steelyard_report_verdict(report)));
}

/* `status option` of compiling, "ok " where nothing is wrong. */
static inline const char *compile_outcome(const char *options) {
    static char outcome[256];
    const steelyard_verifier *verifier;
    steelyard_fault fault;
    steelyard_status status = steelyard_compile(engine_arena(), span_of(options), &verifier, &fault);
    (void)snprintf(outcome, sizeof outcome, "%s %s", code_of(status), text_of(fault.option));
    return outcome;
}

/* A text that grows, for bodies and options too long to be typed. Begins as {NULL, 0, 0, 0}. */
typedef struct long_text {
    char *bytes;
    size_t nbytes;
    size_t capacity_nbytes;
    size_t slot;
} long_text;

/* Nobody frees a long text: the eighth one begun after it takes its place. */
static inline char **long_text_slot(long_text *text) {
    static char *slots[8];
    static size_t next;
    if (text->bytes == NULL) {
        next = (next + 1) % 8;
        text->slot = next;
        free(slots[next]);
        slots[next] = NULL;
    }
    return &slots[text->slot];
}

static inline void append_bytes(long_text *text, const char *bytes, size_t nbytes) {
    char **slot = long_text_slot(text);
    if (text->nbytes + nbytes + 1 > text->capacity_nbytes) {
        text->capacity_nbytes = 2 * (text->nbytes + nbytes + 1);
        *slot = realloc(text->bytes, text->capacity_nbytes);
        assert_non_null(*slot);
        text->bytes = *slot;
    }
    memcpy(text->bytes + text->nbytes, bytes, nbytes);
    text->nbytes += nbytes;
    text->bytes[text->nbytes] = '\0';
}

static inline void append(long_text *text, const char *piece) {
    append_bytes(text, piece, strlen(piece));
}

static inline void append_times(long_text *text, const char *piece, size_t times) {
    for (size_t i = 0; i < times; i += 1) append(text, piece);
}

/* Appends `format` with the number in it (up to three times), for each number below `count`, with commas between them. */
static inline void append_numbered(long_text *text, const char *format, size_t count) {
    char piece[256];
    for (size_t i = 0; i < count; i += 1) {
        int nbytes = snprintf(piece, sizeof piece, format, (unsigned)i, (unsigned)i, (unsigned)i);
        assert_in_range(nbytes, 1, sizeof piece - 1);
        if (i > 0) append(text, ",");
        append(text, piece);
    }
}

static inline steelyard_span long_span(const long_text *text) {
    return (steelyard_span){text->bytes, text->nbytes};
}

#endif
