/* SPDX-License-Identifier: Apache-2.0 */
/*
 * verifier_options.h - what options say, for those who judge. A verifier and what one call gave anew come in with a
 * name, an id or a code; the header, code, digits or limit that goes with it goes out.
 * May use: base, decimal, values, json.
 */
#ifndef SY_VERIFIER_OPTIONS_H
#define SY_VERIFIER_OPTIONS_H

#include "verifier/verifier.h"
#include "json/json_node.h"

/* What one call gives anew: `status`, `headers`, `now`. */
typedef struct sy_call {
    const sy_document *document; /* in which `headers` stands */
    uint32_t headers;            /* an object node, or SY_NODE_NONE */
    int32_t http_status;         /* -1: not given */
    bool has_now;
    sy_time now;
} sy_call;

/* Finds a header without regard to case: in those of the call where it gives any, else in those of the verifier. */
bool sy_verifier_options_header(const steelyard_verifier *verifier, const sy_call *call, sy_arena *memory, sy_span name,
                                sy_span *value_out);
/* A provider's currency id to a code; false where the option lacks it. */
bool sy_verifier_options_map_currency(const steelyard_verifier *verifier, sy_span id, sy_span *code_out);
/* Digits of a code that the options give; false where they do not name it. */
bool sy_verifier_options_minor_units(const steelyard_verifier *verifier, sy_span code, int32_t *minor_units_out);
/* The credit limit of a wallet; false where none is known. id.bytes may be NULL. */
bool sy_verifier_options_credit_limit(const steelyard_verifier *verifier, sy_span id, sy_decimal *limit_out);

#endif
