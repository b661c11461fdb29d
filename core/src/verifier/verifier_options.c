/* SPDX-License-Identifier: Apache-2.0 */
#include "verifier/verifier_options.h"

static bool header_of_call(const sy_call *call, sy_arena *memory, sy_span name, sy_span *value_out) {
    const sy_document *document = call->document;
    for (uint32_t node = sy_json_node_first(document, call->headers); node != SY_NODE_NONE;
         node = sy_json_node_after(document, call->headers, node)) {
        if (!sy_span_equal_ignoring_case(name, sy_json_node_text(memory, document, sy_json_node_key(node)))) continue;
        *value_out = sy_json_node_text(memory, document, node);
        return true;
    }
    return false;
}

bool sy_verifier_options_header(const steelyard_verifier *verifier, const sy_call *call, sy_arena *memory, sy_span name,
                                sy_span *value_out) {
    const sy_text_pair *rows = sy_verifier_rows(verifier, verifier->headers);
    if (call->headers != SY_NODE_NONE) return header_of_call(call, memory, name, value_out);
    for (uint32_t i = 0; i < verifier->headers.count; i += 1) {
        if (!sy_span_equal_ignoring_case(name, sy_verifier_text(verifier, rows[i].name))) continue;
        *value_out = sy_verifier_text(verifier, rows[i].value);
        return true;
    }
    return false;
}

bool sy_verifier_options_map_currency(const steelyard_verifier *verifier, sy_span id, sy_span *code_out) {
    const sy_text_pair *row = sy_verifier_find(verifier, verifier->currency_map, sizeof *row, id);
    if (row != NULL) *code_out = sy_verifier_text(verifier, row->value);
    return row != NULL;
}

bool sy_verifier_options_minor_units(const steelyard_verifier *verifier, sy_span code, int32_t *minor_units_out) {
    const sy_currency_row *row = sy_verifier_find(verifier, verifier->currency_rows, sizeof *row, code);
    if (row != NULL) *minor_units_out = row->minor_units;
    return row != NULL;
}

bool sy_verifier_options_credit_limit(const steelyard_verifier *verifier, sy_span id, sy_decimal *limit_out) {
    const sy_limit_row *row;
    if (verifier->has_limit_for_all) {
        *limit_out = verifier->limit_for_all;
        return true;
    }
    if (id.bytes == NULL) return false;
    row = sy_verifier_find(verifier, verifier->limits, sizeof *row, id);
    if (row != NULL) *limit_out = row->limit;
    return row != NULL;
}
