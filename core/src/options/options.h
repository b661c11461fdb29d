/* SPDX-License-Identifier: Apache-2.0 */
/*
 * options.h - the options object, judged member by member and compiled into a verifier's block.
 * JSON comes in, fields of the block go out, or the first wrong option by name. It refuses to know bodies.
 */
#ifndef SY_OPTIONS_H
#define SY_OPTIONS_H

#include "options/builder.h"

/* A wrong option. `name` is its name, `text` says what is wrong (static); `status` is STEELYARD_OK while none is. */
typedef struct sy_option_fault {
    steelyard_status status;
    sy_span name;
    const char *text;
} sy_option_fault;

/*
 * Compiles every member of the options object at `root` of builder->source but `profile` into builder->block.
 * Memory faults stay in the builder.
 */
void sy_options_compile(sy_builder *builder, uint32_t root, sy_option_fault *fault);

/* What one call may give anew: `status`, `headers`, `now`. */
typedef struct sy_call {
    const sy_document *document;
    uint32_t headers;    /* an object node, or SY_NODE_NONE */
    int32_t http_status; /* -1: not given */
    bool has_now;
    sy_time now;
} sy_call;

/* Reads the call options at `root`; other members are unknown options. */
void sy_call_options_read(sy_builder *builder, uint32_t root, sy_call *call_out, sy_option_fault *fault);

/* Finds a header without regard to case: those of the call first, else those of the verifier. */
bool sy_verifier_options_header(const steelyard_verifier *block, const sy_call *call, sy_arena *memory, sy_span name,
                                sy_span *value_out);

/* A provider's currency id to a code; false where the option lacks it. */
bool sy_verifier_options_map_currency(const steelyard_verifier *block, sy_span id, sy_span *code_out);
/* Digits of a code that the options give; false where they do not name it. */
bool sy_verifier_options_minor_units(const steelyard_verifier *block, sy_span code, int32_t *minor_units_out);
/* The credit limit of a wallet; false where none is known. id.bytes may be NULL. */
bool sy_verifier_options_credit_limit(const steelyard_verifier *block, sy_span id, sy_decimal *limit_out);

/* options_currency.c */
void sy_options_currency_compile(sy_builder *builder, uint32_t root, sy_option_fault *fault);
void sy_option_value_wrong(sy_option_fault *fault, steelyard_status status, const char *name, const char *text);

#endif
