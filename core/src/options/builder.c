/* SPDX-License-Identifier: Apache-2.0 */
#include "options/builder.h"

#include "base/nearest.h"

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
    for (size_t i = 0; allowed[i] != NULL; i += 1) add_allowed(&list, sy_span_of(allowed[i]));
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
    return (sy_ref){(uint32_t)((const char *)*rows - (const char *)builder->verifier), (uint32_t)count};
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
    if (!unescape_token((char *)builder->verifier + ref.start, &ref.count))
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
    if (count > SY_PATH_TOKENS_MAX)
        sy_builder_fault(builder, node, "a JSON Pointer has at most " SY_TEXT_OF(SY_PATH_TOKENS_MAX) " tokens",
                         pointer);
    path = sy_builder_rows(builder, count, sizeof *rows, &rows);
    for (size_t row = 0; rows != NULL && row < count; row += 1) {
        size_t end = start;
        while (end < pointer.nbytes && pointer.bytes[end] != '/') end += 1;
        rows[row] = build_token(builder, node, (sy_span){pointer.bytes + start, end - start});
        start = end + 1;
    }
    return path;
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
