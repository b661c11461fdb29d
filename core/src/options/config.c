/* SPDX-License-Identifier: Apache-2.0 */
#include "options/config.h"

#include "values/currency.h"

uint32_t sy_config_any(sy_builder *builder, uint32_t object, const char *name) {
    uint32_t value = SY_NODE_NONE;
    if (builder->status != STEELYARD_OK || object == SY_NODE_NONE) return SY_NODE_NONE;
    if (sy_json_node_member(builder->source, object, sy_span_of(name), &value) == SY_DUPLICATE)
        sy_builder_fault(builder, value, "this member stands twice", sy_span_of(name));
    return value;
}

static const char *type_fault(sy_node_type type) {
    switch (type) {
    case SY_NODE_OBJECT: return "an object is needed here";
    case SY_NODE_ARRAY: return "a list is needed here";
    case SY_NODE_NUMBER: return "a number is needed here";
    default: return "a string is needed here";
    }
}

uint32_t sy_config_member(sy_builder *builder, uint32_t object, const char *name, sy_node_type type) {
    uint32_t value = sy_config_any(builder, object, name);
    if (value == SY_NODE_NONE || sy_json_node_is(builder->source, value, type)) return value;
    sy_builder_fault_kind(builder, value, type_fault(type));
    return SY_NODE_NONE;
}

sy_span sy_config_string(sy_builder *builder, uint32_t node) {
    if (builder->status != STEELYARD_OK) return (sy_span){NULL, 0};
    if (!sy_json_node_is(builder->source, node, SY_NODE_STRING)) {
        sy_builder_fault_kind(builder, node, type_fault(SY_NODE_STRING));
        return (sy_span){NULL, 0};
    }
    return sy_json_node_text(builder->memory, builder->source, node);
}

sy_span sy_config_text(sy_builder *builder, uint32_t object, const char *name) {
    uint32_t value = sy_config_member(builder, object, name, SY_NODE_STRING);
    if (value == SY_NODE_NONE) return (sy_span){NULL, 0};
    return sy_config_string(builder, value);
}

sy_span sy_config_required_text(sy_builder *builder, uint32_t object, const char *name) {
    sy_span text = sy_config_text(builder, object, name);
    if (text.bytes == NULL && object != SY_NODE_NONE)
        sy_builder_fault(builder, object, "this member is missing", sy_span_of(name));
    return text;
}

bool sy_config_flag(sy_builder *builder, uint32_t object, const char *name) {
    uint32_t value = sy_config_any(builder, object, name);
    if (value == SY_NODE_NONE || sy_json_node_is(builder->source, value, SY_NODE_FALSE)) return false;
    if (sy_json_node_is(builder->source, value, SY_NODE_TRUE)) return true;
    sy_builder_fault_kind(builder, value, "true or false is needed here");
    return false;
}

uint32_t sy_config_word_at(sy_builder *builder, uint32_t node, const char *text, sy_word_list words) {
    sy_span word = sy_config_string(builder, node);
    if (word.bytes == NULL) return 0;
    for (uint32_t i = 0; words[i] != NULL; i += 1)
        if (sy_span_equal(word, sy_span_of(words[i]))) return i;
    sy_builder_fault_among(builder, node, text, word, words);
    return 0;
}

uint32_t sy_config_word(sy_builder *builder, uint32_t object, const char *name, sy_word_list words, uint32_t fallback) {
    uint32_t value = sy_config_any(builder, object, name);
    if (value != SY_NODE_NONE) return sy_config_word_at(builder, value, "there is no such word here", words);
    if (fallback != SY_WORD_REQUIRED) return fallback;
    if (object == SY_NODE_NONE || builder->status != STEELYARD_OK) return 0;
    sy_builder_fault_among(builder, object, "this member is missing", sy_span_of(name), words);
    builder->fault_nearest = (sy_span){NULL, 0}; /* the words are values of the member, not names like its own */
    return 0;
}

sy_path sy_config_path(sy_builder *builder, uint32_t object, const char *name) {
    uint32_t value = sy_config_member(builder, object, name, SY_NODE_STRING);
    if (value == SY_NODE_NONE) return (sy_path){0, 0};
    return sy_builder_path(builder, value, sy_config_string(builder, value));
}

sy_path sy_config_required_path(sy_builder *builder, uint32_t object, const char *name) {
    (void)sy_config_required_text(builder, object, name);
    return sy_config_path(builder, object, name);
}

/* A whole number from 0 to max; a fault where the value is none. */
static uint32_t number_at(sy_builder *builder, uint32_t node, uint32_t max) {
    uint64_t number = 0;
    sy_span digits;
    if (builder->status != STEELYARD_OK) return 0;
    if (!sy_json_node_is(builder->source, node, SY_NODE_NUMBER)) {
        sy_builder_fault_kind(builder, node, type_fault(SY_NODE_NUMBER));
        return 0;
    }
    digits = sy_json_node_token(builder->source, node);
    for (size_t i = 0; i < digits.nbytes; i += 1) {
        if (!sy_span_is_digit(digits.bytes[i]) || number > max) number = (uint64_t)max + 1;
        else number = number * 10 + (uint64_t)(digits.bytes[i] - '0');
    }
    if (number > max) sy_builder_fault(builder, node, "the number is out of its range", digits);
    return (uint32_t)number;
}

uint32_t sy_config_number(sy_builder *builder, uint32_t object, const char *name, uint32_t max, uint32_t fallback) {
    uint32_t value = sy_config_any(builder, object, name);
    return value == SY_NODE_NONE ? fallback : number_at(builder, value, max);
}

void sy_config_only(sy_builder *builder, uint32_t object, sy_word_list names) {
    if (object == SY_NODE_NONE) return;
    for (uint32_t value = sy_json_node_first(builder->source, object);
         value != SY_NODE_NONE && builder->status == STEELYARD_OK;
         value = sy_json_node_after(builder->source, object, value)) {
        size_t i = 0;
        while (names[i] != NULL &&
               !sy_json_node_text_is(builder->source, sy_json_node_key(value), sy_span_of(names[i])))
            i += 1;
        if (names[i] == NULL)
            sy_builder_fault_among(builder, value, "there is no member of this name here",
                                   sy_json_node_text(builder->memory, builder->source, sy_json_node_key(value)), names);
    }
}

uint32_t sy_config_count_to(sy_builder *builder, uint32_t container, uint32_t max) {
    uint32_t count;
    if (container == SY_NODE_NONE || builder->status != STEELYARD_OK) return 0;
    count = sy_json_node_count(builder->source, container);
    if (count <= max) return count;
    sy_builder_fault(builder, container, "there are too many entries", (sy_span){NULL, 0});
    return 0;
}

uint32_t sy_config_count(sy_builder *builder, uint32_t container) {
    return sy_config_count_to(builder, container, SY_LIST_MAX);
}

void sy_config_currency_code(sy_builder *builder, uint32_t node, sy_span code) {
    if (!sy_currency_is_custom_code(code))
        sy_builder_fault(builder, node, "a currency code is " SY_CURRENCY_CODE_FORM, code);
}

sy_ref sy_config_currency_rows(sy_builder *builder, uint32_t object, uint32_t max) {
    sy_currency_row *rows;
    uint32_t row = 0;
    sy_ref table = sy_builder_rows(builder, sy_config_count_to(builder, object, max), sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (uint32_t node = sy_json_node_first(builder->source, object);
         node != SY_NODE_NONE && builder->status == STEELYARD_OK;
         node = sy_json_node_after(builder->source, object, node)) {
        sy_span code = sy_json_node_text(builder->memory, builder->source, sy_json_node_key(node));
        sy_config_currency_code(builder, node, code);
        rows[row].code = sy_builder_text(builder, code);
        rows[row].minor_units = (int32_t)number_at(builder, node, SY_MINOR_UNITS_MAX);
        row += 1;
    }
    return table;
}
