/* SPDX-License-Identifier: Apache-2.0 */
/*
 * verifier_options.h - what the options of a verifier and of a call say, looked up. Names and ids come in, values go out.
 * May use: base, decimal, json, values.
 */
#ifndef SY_VERIFIER_OPTIONS_H
#define SY_VERIFIER_OPTIONS_H

#include "verifier/verifier.h"
#include "json/json_node.h"

/* What one call may give anew: `status`, `headers`, `now`. */
typedef struct sy_call {
    const sy_document *document;
    uint32_t headers;    /* an object node, or SY_NODE_NONE */
    int32_t http_status; /* -1: not given */
    bool has_now;
    sy_time now;
} sy_call;

/* Finds a header without regard to case: those of the call first, else those of the verifier. */
bool sy_verifier_options_header(const steelyard_verifier *verifier, const sy_call *call, sy_arena *memory, sy_span name,
                                sy_span *value_out);
/* A provider's currency id to a code; false where the option lacks it. */
bool sy_verifier_options_map_currency(const steelyard_verifier *verifier, sy_span id, sy_span *code_out);
/* Digits of a code that the options give; false where they do not name it. */
bool sy_verifier_options_minor_units(const steelyard_verifier *verifier, sy_span code, int32_t *minor_units_out);
/* The credit limit of a wallet; false where none is known. id.bytes may be NULL. */
bool sy_verifier_options_credit_limit(const steelyard_verifier *verifier, sy_span id, sy_decimal *limit_out);

#endif
