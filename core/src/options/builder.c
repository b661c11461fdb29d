/* SPDX-License-Identifier: Apache-2.0 */
#include "options/builder.h"

#include "base/nearest.h"
#include "values/currency.h"

static sy_span span_of(const char *text) {
    size_t nbytes = 0;
    while (text[nbytes] != '\0') nbytes += 1;
    return (sy_span){text, nbytes};
}

void sy_builder_fault(sy_builder *builder, uint32_t node, const char *text, sy_span found) {
    if (builder->status != STEELYARD_OK) return;
    builder->status = STEELYARD_OPTION_VALUE;
    builder->fault_node = node;
    builder->fault_text = text;
    builder->fault_found = found;
    builder->fault_found_is_kind = false;
    builder->fault_nearest = (sy_span){NULL, 0};
    builder->fault_allowed = (sy_span){NULL, 0};
}

/* Names with commas between them, in the arena. */
typedef struct allowed_names {
    sy_writer writer;
    sy_nearest nearest;
    uint32_t count;
} allowed_names;

static void begin_allowed(allowed_names *list, sy_builder *builder, sy_span found) {
    sy_writer_begin(&list->writer, builder->memory);
    sy_nearest_begin(&list->nearest, found);
    list->count = 0;
}

static void add_allowed(allowed_names *list, sy_span name) {
    if (list->count > 0) sy_writer_literal(&list->writer, ", ");
    sy_writer_span(&list->writer, name);
    sy_nearest_offer(&list->nearest, name);
    list->count += 1;
}

static void end_allowed(allowed_names *list, sy_builder *builder) {
    builder->fault_allowed = sy_writer_end(&list->writer);
    builder->fault_nearest = sy_nearest_name(&list->nearest);
}

void sy_builder_fault_among(sy_builder *builder, uint32_t node, const char *text, sy_span found, sy_word_list allowed) {
    allowed_names list;
    if (builder->status != STEELYARD_OK) return;
    sy_builder_fault(builder, node, text, found);
    begin_allowed(&list, builder, found);
    for (size_t i = 0; allowed[i] != NULL; i += 1) add_allowed(&list, span_of(allowed[i]));
    end_allowed(&list, builder);
}

void sy_builder_fault_among_names(sy_builder *builder, uint32_t node, const char *text, sy_span found,
                                  const sy_span *allowed, uint32_t count) {
    allowed_names list;
    if (builder->status != STEELYARD_OK) return;
    sy_builder_fault(builder, node, text, found);
    begin_allowed(&list, builder, found);
    for (uint32_t i = 0; i < count; i += 1)
        if (allowed[i].nbytes == 0 || allowed[i].bytes[0] != '/')
            add_allowed(&list, allowed[i]); /* a pointer is no name */
    end_allowed(&list, builder);
}

sy_ref sy_builder_rows(sy_builder *builder, size_t count, size_t row_nbytes, void *rows_out) {
    void **rows = rows_out;
    *rows = NULL;
    if (count == 0 || builder->status != STEELYARD_OK) return (sy_ref){0, 0};
    *rows = sy_arena_allocate_array(builder->memory, count, row_nbytes);
    if (*rows == NULL) {
        builder->status = STEELYARD_MEMORY;
        return (sy_ref){0, 0};
    }
    return (sy_ref){(uint32_t)((const char *)*rows - (const char *)builder->block), (uint32_t)count};
}

sy_ref sy_builder_text(sy_builder *builder, sy_span text) {
    char *bytes;
    sy_ref ref = sy_builder_rows(builder, text.nbytes + 1, 1, &bytes); /* one more: an empty text is present too */
    if (bytes == NULL) return ref;
    sy_bytes_copy(bytes, text.bytes, text.nbytes);
    ref.count = (uint32_t)text.nbytes;
    return ref;
}

sy_ref sy_builder_dotted(sy_builder *builder, sy_span first, sy_span second) {
    char *bytes;
    sy_ref ref = sy_builder_rows(builder, first.nbytes + 1 + second.nbytes, 1, &bytes);
    if (bytes == NULL) return ref;
    sy_bytes_copy(bytes, first.bytes, first.nbytes);
    bytes[first.nbytes] = '.';
    sy_bytes_copy(bytes + first.nbytes + 1, second.bytes, second.nbytes);
    return ref;
}

sy_ref sy_builder_texts(sy_builder *builder, const sy_span *texts, size_t count) {
    sy_ref *rows;
    sy_ref table = sy_builder_rows(builder, count, sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (size_t i = 0; i < count; i += 1) rows[i] = sy_builder_text(builder, texts[i]);
    return table;
}

/* Undoes ~0 and ~1 in place of a token's copy; false where a tilde stands alone. */
static bool unescape_token(char *bytes, uint32_t *nbytes) {
    uint32_t length = 0;
    for (uint32_t i = 0; i < *nbytes; i += 1) {
        char byte = bytes[i];
        if (byte == '~') {
            i += 1;
            if (i == *nbytes || (bytes[i] != '0' && bytes[i] != '1')) return false;
            byte = bytes[i] == '0' ? '~' : '/';
        }
        bytes[length] = byte;
        length += 1;
    }
    *nbytes = length;
    return true;
}

static sy_ref build_token(sy_builder *builder, uint32_t node, sy_span token) {
    sy_ref ref = sy_builder_text(builder, token);
    if (ref.start == 0) return ref;
    if (sy_span_equal(token, SY_SPAN("*")))
        sy_builder_fault(builder, node, "a JSON Pointer leads to one place: there is no *", token);
    if (!unescape_token((char *)builder->block + ref.start, &ref.count))
        sy_builder_fault(builder, node, "a tilde in a JSON Pointer must be ~0 or ~1", token);
    return ref;
}

sy_path sy_builder_path(sy_builder *builder, uint32_t node, sy_span pointer) {
    sy_ref *rows;
    sy_path path;
    size_t count = 0;
    size_t start = 1;
    for (size_t i = 0; i < pointer.nbytes; i += 1) count += pointer.bytes[i] == '/';
    if (pointer.nbytes > 0 && pointer.bytes[0] != '/')
        sy_builder_fault(builder, node, "a JSON Pointer begins with /", pointer);
    if (count > SY_PATH_TOKENS_MAX) sy_builder_fault(builder, node, "a JSON Pointer has at most 8 tokens", pointer);
    path = sy_builder_rows(builder, count, sizeof *rows, &rows);
    for (size_t row = 0; rows != NULL && row < count; row += 1) {
        size_t end = start;
        while (end < pointer.nbytes && pointer.bytes[end] != '/') end += 1;
        rows[row] = build_token(builder, node, (sy_span){pointer.bytes + start, end - start});
        start = end + 1;
    }
    return path;
}

uint32_t sy_config_any(sy_builder *builder, uint32_t object, const char *name) {
    uint32_t value = SY_NODE_NONE;
    if (builder->status != STEELYARD_OK || object == SY_NODE_NONE) return SY_NODE_NONE;
    if (sy_json_node_member(builder->source, object, span_of(name), &value) == SY_DUPLICATE)
        sy_builder_fault(builder, value, "this member stands twice", span_of(name));
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

/* A value as a fault shows it: by its kind, but literals as they stand. */
static sy_span shown(const sy_document *source, uint32_t node) {
    if (sy_json_node_is(source, node, SY_NODE_OBJECT)) return SY_SPAN("an object");
    if (sy_json_node_is(source, node, SY_NODE_ARRAY)) return SY_SPAN("a list");
    if (sy_json_node_is(source, node, SY_NODE_STRING)) return SY_SPAN("a string");
    if (sy_json_node_is(source, node, SY_NODE_NUMBER)) return SY_SPAN("a number");
    return sy_json_node_token(source, node);
}

void sy_builder_fault_kind(sy_builder *builder, uint32_t node, const char *text) {
    if (builder->status != STEELYARD_OK) return;
    sy_builder_fault(builder, node, text, shown(builder->source, node));
    builder->fault_found_is_kind = true;
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
        sy_builder_fault(builder, object, "this member is missing", span_of(name));
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
        if (sy_span_equal(word, span_of(words[i]))) return i;
    sy_builder_fault_among(builder, node, text, word, words);
    return 0;
}

uint32_t sy_config_word(sy_builder *builder, uint32_t object, const char *name, sy_word_list words, uint32_t fallback) {
    uint32_t value = sy_config_any(builder, object, name);
    if (value != SY_NODE_NONE) return sy_config_word_at(builder, value, "there is no such word here", words);
    if (fallback != SY_WORD_REQUIRED) return fallback;
    if (object == SY_NODE_NONE || builder->status != STEELYARD_OK) return 0;
    sy_builder_fault_among(builder, object, "this member is missing", span_of(name), words);
    builder->fault_nearest = (sy_span){NULL, 0}; /* the words are values of the member, not names like its own */
    return 0;
}

sy_path sy_config_path(sy_builder *builder, uint32_t object, const char *name) {
    uint32_t value = sy_config_member(builder, object, name, SY_NODE_STRING);
    if (value == SY_NODE_NONE) return (sy_path){0, 0};
    return sy_builder_path(builder, value, sy_config_string(builder, value));
}

uint32_t sy_config_number_at(sy_builder *builder, uint32_t node, uint32_t max) {
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
    return value == SY_NODE_NONE ? fallback : sy_config_number_at(builder, value, max);
}

void sy_config_only(sy_builder *builder, uint32_t object, sy_word_list names) {
    if (object == SY_NODE_NONE) return;
    for (uint32_t value = sy_json_node_first(builder->source, object);
         value != SY_NODE_NONE && builder->status == STEELYARD_OK;
         value = sy_json_node_after(builder->source, object, value)) {
        size_t i = 0;
        while (names[i] != NULL && !sy_json_node_text_is(builder->source, sy_json_node_key(value), span_of(names[i])))
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

sy_ref sy_builder_currency_rows(sy_builder *builder, uint32_t object, uint32_t max) {
    sy_currency_row *rows;
    uint32_t row = 0;
    sy_ref table = sy_builder_rows(builder, sy_config_count_to(builder, object, max), sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (uint32_t node = sy_json_node_first(builder->source, object);
         node != SY_NODE_NONE && builder->status == STEELYARD_OK;
         node = sy_json_node_after(builder->source, object, node)) {
        sy_span code = sy_json_node_text(builder->memory, builder->source, sy_json_node_key(node));
        if (!sy_currency_is_custom_code(code))
            sy_builder_fault(builder, node, "a currency code is 2 to 10 of A-Z and 0-9", code);
        rows[row].code = sy_builder_text(builder, code);
        rows[row].minor_units = (int32_t)sy_config_number_at(builder, node, SY_MINOR_UNITS_MAX);
        row += 1;
    }
    return table;
}
