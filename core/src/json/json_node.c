/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json_node.h"

#include "json/json_string.h"

static sy_span content(const sy_document *document, uint32_t node) {
    const sy_node *string = &document->nodes[node];
    return (sy_span){document->bytes + string->start + 1, string->nbytes - 2};
}

bool sy_json_node_text_is(const sy_document *document, uint32_t node, sy_span text) {
    if ((document->nodes[node].flags & SY_NODE_ESCAPED) == 0) return sy_span_equal(content(document, node), text);
    return sy_json_string_equal(content(document, node), text);
}

sy_presence sy_json_node_member(const sy_document *document, uint32_t object, sy_span name, uint32_t *value_out) {
    uint32_t end = document->nodes[object].next;
    *value_out = SY_NODE_NONE;
    if (document->nodes[object].type != SY_NODE_OBJECT) return SY_ABSENT;
    for (uint32_t key = object + 1; key < end; key = document->nodes[key + 1].next) {
        if (!sy_json_node_text_is(document, key, name)) continue;
        *value_out = key + 1;
        return (document->nodes[key].flags & SY_NODE_DUPLICATE) != 0 ? SY_DUPLICATE : SY_PRESENT;
    }
    return SY_ABSENT;
}

/* The number that a token of plain digits writes; UINT32_MAX where it writes none that an index can be. */
static uint32_t index_of(sy_span token) {
    uint32_t index = 0;
    if (token.nbytes == 0 || token.nbytes > 9 || (token.nbytes > 1 && token.bytes[0] == '0')) return UINT32_MAX;
    for (size_t i = 0; i < token.nbytes; i += 1) {
        if (!sy_span_is_digit(token.bytes[i])) return UINT32_MAX;
        index = index * 10 + (uint32_t)(token.bytes[i] - '0');
    }
    return index;
}

sy_presence sy_json_node_step(const sy_document *document, uint32_t container, sy_span token, uint32_t *value_out) {
    uint32_t index;
    if (document->nodes[container].type != SY_NODE_ARRAY)
        return sy_json_node_member(document, container, token, value_out);
    index = index_of(token);
    *value_out = sy_json_node_first(document, container);
    while (index > 0 && *value_out != SY_NODE_NONE) {
        *value_out = index == UINT32_MAX ? SY_NODE_NONE : sy_json_node_after(document, container, *value_out);
        index -= 1;
    }
    return *value_out == SY_NODE_NONE ? SY_ABSENT : SY_PRESENT;
}

bool sy_json_node_is(const sy_document *document, uint32_t node, sy_node_type type) {
    return document->nodes[node].type == type;
}

uint32_t sy_json_node_offset(const sy_document *document, uint32_t node) {
    return document->nodes[node].start;
}

sy_span sy_json_node_token(const sy_document *document, uint32_t node) {
    return (sy_span){document->bytes + document->nodes[node].start, document->nodes[node].nbytes};
}

sy_span sy_json_node_text(sy_arena *memory, const sy_document *document, uint32_t node) {
    return sy_json_string_unescape(memory, content(document, node),
                                   (document->nodes[node].flags & SY_NODE_ESCAPED) != 0);
}

/* In an object every value stands behind its key. */
static uint32_t value_at(const sy_document *document, uint32_t container, uint32_t node) {
    if (node >= document->nodes[container].next) return SY_NODE_NONE;
    return document->nodes[container].type == SY_NODE_OBJECT ? node + 1 : node;
}

uint32_t sy_json_node_first(const sy_document *document, uint32_t container) {
    return value_at(document, container, container + 1);
}

uint32_t sy_json_node_after(const sy_document *document, uint32_t container, uint32_t value) {
    return value_at(document, container, document->nodes[value].next);
}

uint32_t sy_json_node_key(uint32_t value) {
    return value - 1;
}

uint32_t sy_json_node_count(const sy_document *document, uint32_t container) {
    uint32_t count = 0;
    for (uint32_t node = sy_json_node_first(document, container); node != SY_NODE_NONE;
         node = sy_json_node_after(document, container, node))
        count += 1;
    return count;
}

bool sy_json_node_has_duplicate(const sy_document *document, uint32_t object) {
    if (document->later_duplicate_count == 0) return false;
    for (uint32_t node = sy_json_node_first(document, object); node != SY_NODE_NONE;
         node = sy_json_node_after(document, object, node))
        if ((document->nodes[sy_json_node_key(node)].flags & SY_NODE_DUPLICATE) != 0) return true;
    return false;
}

/* A reference token: `~` is written ~0 and `/` ~1 (RFC 6901 section 3). Runs of other bytes are written at once. */
static void write_token(sy_writer *writer, sy_span name) {
    size_t start = 0;
    sy_writer_byte(writer, '/');
    for (size_t i = 0; i < name.nbytes; i += 1) {
        if (name.bytes[i] != '~' && name.bytes[i] != '/') continue;
        sy_writer_span(writer, (sy_span){name.bytes + start, i - start});
        sy_writer_literal(writer, name.bytes[i] == '~' ? "~0" : "~1");
        start = i + 1;
    }
    sy_writer_span(writer, (sy_span){name.bytes + start, name.nbytes - start});
}

/* The same of a name with JSON's own escapes, which are undone byte by byte. */
static void write_escaped_token(sy_writer *writer, sy_span name) {
    sy_unescaper unescaper;
    sy_json_string_begin(&unescaper, name);
    sy_writer_byte(writer, '/');
    for (int byte = sy_json_string_next(&unescaper); byte >= 0; byte = sy_json_string_next(&unescaper)) {
        if (byte == '~') sy_writer_literal(writer, "~0");
        else if (byte == '/') sy_writer_literal(writer, "~1");
        else sy_writer_byte(writer, (char)byte);
    }
}

static void write_step(sy_writer *writer, const sy_document *document, uint32_t node) {
    uint32_t parent = document->nodes[node].parent;
    uint32_t key = sy_json_node_key(node);
    if (document->nodes[parent].type != SY_NODE_OBJECT) {
        sy_writer_byte(writer, '/');
        sy_writer_unsigned(writer, document->nodes[node].position);
    } else if ((document->nodes[key].flags & SY_NODE_ESCAPED) != 0) {
        write_escaped_token(writer, content(document, key));
    } else {
        write_token(writer, content(document, key));
    }
}

sy_span sy_json_node_pointer(sy_arena *memory, const sy_document *document, uint32_t node, sy_span member) {
    uint32_t chain[SY_DEPTH_MAX + 1];
    size_t count = 0;
    sy_writer writer;
    while (document->nodes[node].parent != SY_NODE_NONE) {
        chain[count] = node;
        count += 1;
        node = document->nodes[node].parent;
    }
    sy_writer_begin(&writer, memory);
    while (count > 0) {
        count -= 1;
        write_step(&writer, document, chain[count]);
    }
    if (member.bytes != NULL) write_token(&writer, member);
    return sy_writer_end(&writer);
}
