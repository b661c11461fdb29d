/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/profile_reader.h"

#include "json/json_reader.h"

static void unescape_all(sy_profile_reader *reader, sy_arena *memory) {
    const sy_document *document = &reader->document;
    for (uint32_t node = 0; node < document->node_count && !memory->exhausted; node += 1) {
        if (!sy_json_node_is(document, node, SY_NODE_STRING) && !sy_json_node_is(document, node, SY_NODE_KEY)) continue;
        reader->texts[node] = sy_json_node_text(memory, document, node);
    }
}

bool sy_profile_reader_open(sy_profile_reader *reader, sy_arena *memory, sy_span json) {
    sy_json_error error;
    sy_bytes_clear(reader, sizeof *reader);
    if (sy_json_reader_read(memory, json, SY_OPTIONS_NBYTES_MAX, &reader->document, &error) != STEELYARD_OK)
        return false;
    if (!sy_json_node_is(&reader->document, 0, SY_NODE_OBJECT)) return false;
    reader->texts = sy_arena_allocate_array(memory, reader->document.node_count, sizeof *reader->texts);
    if (reader->texts == NULL) return false;
    unescape_all(reader, memory);
    reader->name = sy_profile_reader_text(reader, 0, "profile");
    return !memory->exhausted;
}

uint32_t sy_profile_reader_named(const sy_profile_reader *reader, uint32_t object, sy_span name) {
    uint32_t value;
    if (object == SY_NODE_NONE) return SY_NODE_NONE;
    (void)sy_json_node_member(&reader->document, object, name, &value);
    return value;
}

uint32_t sy_profile_reader_member(const sy_profile_reader *reader, uint32_t object, const char *name) {
    return sy_profile_reader_named(reader, object, sy_span_of(name));
}

sy_span sy_profile_reader_text(const sy_profile_reader *reader, uint32_t object, const char *name) {
    uint32_t node = sy_profile_reader_member(reader, object, name);
    bool is_string = node != SY_NODE_NONE && sy_json_node_is(&reader->document, node, SY_NODE_STRING);
    return is_string ? reader->texts[node] : (sy_span){NULL, 0};
}

bool sy_profile_reader_flag(const sy_profile_reader *reader, uint32_t object, const char *name) {
    uint32_t node = sy_profile_reader_member(reader, object, name);
    return node != SY_NODE_NONE && sy_json_node_is(&reader->document, node, SY_NODE_TRUE);
}

static bool is_container(const sy_profile_reader *reader, uint32_t node) {
    return node != SY_NODE_NONE && (sy_json_node_is(&reader->document, node, SY_NODE_OBJECT) ||
                                    sy_json_node_is(&reader->document, node, SY_NODE_ARRAY));
}

uint32_t sy_profile_reader_first(const sy_profile_reader *reader, uint32_t container) {
    return is_container(reader, container) ? sy_json_node_first(&reader->document, container) : SY_NODE_NONE;
}

uint32_t sy_profile_reader_after(const sy_profile_reader *reader, uint32_t container, uint32_t value) {
    return sy_json_node_after(&reader->document, container, value);
}

uint32_t sy_profile_reader_subject(const sy_profile_reader *reader, sy_span name) {
    static const char *const sections[] = {"amounts", "flags", "texts"};
    static const char *const members[] = {"id", "currency", "status", "kind"};
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i += 1) {
        uint32_t node = sy_profile_reader_named(reader, sy_profile_reader_member(reader, 0, sections[i]), name);
        if (node != SY_NODE_NONE) return node;
    }
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i += 1)
        if (sy_span_equal(sy_span_of(members[i]), name)) return sy_profile_reader_member(reader, 0, members[i]);
    return SY_NODE_NONE;
}

bool sy_profile_reader_is_derived(const sy_profile_reader *reader, sy_span name) {
    uint32_t derive = sy_profile_reader_member(reader, 0, "derive");
    for (uint32_t rule = sy_profile_reader_first(reader, derive); rule != SY_NODE_NONE;
         rule = sy_profile_reader_after(reader, derive, rule))
        if (sy_span_equal(sy_profile_reader_text(reader, rule, "amount"), name)) return true;
    return false;
}
