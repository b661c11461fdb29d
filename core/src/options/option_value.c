/* SPDX-License-Identifier: Apache-2.0 */
#include "options/option_value.h"

void sy_option_value_wrong(sy_option_fault *fault, steelyard_status status, const char *name, const char *text) {
    if (fault->status != STEELYARD_OK) return;
    fault->status = status;
    fault->name = sy_span_of(name);
    fault->text = text;
}

/*
 * Whether a member stands twice in the option at `value`, itself included. Duplicates inside a profile are left to the
 * compiler of profiles, which names their place.
 */
static bool holds_duplicate(const sy_document *source, uint32_t value) {
    uint32_t key = sy_json_node_key(value);
    bool is_profile = sy_json_node_text_is(source, key, SY_SPAN("profile")) ||
                      sy_json_node_text_is(source, key, SY_SPAN("profiles"));
    uint32_t end = is_profile ? value : source->nodes[value].next;
    for (uint32_t node = key; node < end; node += 1) {
        if (source->nodes[node].type == SY_NODE_KEY && (source->nodes[node].flags & SY_NODE_DUPLICATE) != 0)
            return true;
    }
    return false;
}

static bool is_listed(sy_span name, sy_word_list names) {
    for (size_t i = 0; names[i] != NULL; i += 1)
        if (sy_span_equal(name, sy_span_of(names[i]))) return true;
    return false;
}

void sy_option_value_only(sy_builder *builder, uint32_t root, sy_word_list names, sy_option_fault *fault) {
    const sy_document *source = builder->source;
    for (uint32_t node = sy_json_node_first(source, root); node != SY_NODE_NONE && fault->status == STEELYARD_OK;
         node = sy_json_node_after(source, root, node)) {
        sy_span name = sy_json_node_text(builder->memory, source, sy_json_node_key(node));
        if (!is_listed(name, names))
            *fault = (sy_option_fault){STEELYARD_OPTION_UNKNOWN, name, "there is no such option."};
        else if (source->later_duplicate_count > 0 && holds_duplicate(source, node))
            *fault = (sy_option_fault){STEELYARD_OPTION_VALUE, name, "a member stands twice."};
    }
}

uint32_t sy_option_value_typed(sy_builder *builder, uint32_t root, const char *name, sy_node_type type,
                               const char *text, sy_option_fault *fault) {
    uint32_t node = sy_config_any(builder, root, name);
    if (node == SY_NODE_NONE || sy_json_node_is(builder->source, node, type)) return node;
    sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, name, text);
    return SY_NODE_NONE;
}

sy_span sy_option_value_text(sy_builder *builder, uint32_t root, const char *name, sy_option_fault *fault) {
    uint32_t node = sy_option_value_typed(builder, root, name, SY_NODE_STRING, "a string is needed.", fault);
    return node == SY_NODE_NONE ? (sy_span){NULL, 0} : sy_config_string(builder, node);
}

int64_t sy_option_value_integer(sy_builder *builder, uint32_t root, const char *name, int64_t min, int64_t max,
                                sy_option_fault *fault) {
    uint32_t node = sy_option_value_typed(builder, root, name, SY_NODE_NUMBER, "a whole number is needed.", fault);
    sy_decimal value;
    sy_decimal low = sy_decimal_from_integer(min);
    sy_decimal high = sy_decimal_from_integer(max);
    if (node == SY_NODE_NONE) return -1;
    if (sy_decimal_parse_number(sy_json_node_token(builder->source, node), &value, NULL) != STEELYARD_OK ||
        sy_decimal_compare(&value, &low) < 0 || sy_decimal_compare(&value, &high) > 0) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, name, "the number makes no sense here.");
        return -1;
    }
    if (sy_decimal_has_digits_beyond(&value, 0)) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, name, "a whole number is needed.");
        return -1;
    }
    value = sy_decimal_trim(&value);
    return (int64_t)value.coefficient_low;
}

bool sy_option_value_now(sy_builder *builder, uint32_t root, sy_time *now_out, sy_option_fault *fault) {
    sy_span text = sy_option_value_text(builder, root, "now", fault);
    if (text.bytes == NULL) return false;
    if (sy_time_parse_rfc3339(text, now_out) == STEELYARD_OK) return true;
    sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "now", "now is a time in the form of RFC 3339.");
    return false;
}

/* Header names differ by more than case, and values are strings. */
static void judge_headers(sy_builder *builder, uint32_t object, sy_option_fault *fault) {
    const sy_document *source = builder->source;
    sy_span *names = sy_arena_allocate_array(builder->memory, sy_json_node_count(source, object), sizeof *names);
    uint32_t count = 0;
    for (uint32_t node = sy_json_node_first(source, object); node != SY_NODE_NONE && names != NULL;
         node = sy_json_node_after(source, object, node)) {
        names[count] = sy_json_node_text(builder->memory, source, sy_json_node_key(node));
        if (!sy_json_node_is(source, node, SY_NODE_STRING))
            sy_option_value_wrong(fault, STEELYARD_OPTION_TYPE, "headers", "the value of a header is a string.");
        for (uint32_t i = 0; i < count; i += 1)
            if (sy_span_equal_ignoring_case(names[i], names[count]))
                sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "headers", "two headers differ in case alone.");
        count += 1;
    }
}

uint32_t sy_option_value_headers(sy_builder *builder, uint32_t root, sy_option_fault *fault) {
    uint32_t node = sy_option_value_typed(builder, root, "headers", SY_NODE_OBJECT,
                                          "an object of header to string is needed.", fault);
    if (node == SY_NODE_NONE) return node;
    if (sy_json_node_count(builder->source, node) > SY_HEADERS_MAX) {
        sy_option_value_wrong(fault, STEELYARD_OPTION_VALUE, "headers", "there are too many headers.");
        return SY_NODE_NONE;
    }
    judge_headers(builder, node, fault);
    return node;
}
