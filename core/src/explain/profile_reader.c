/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/profile_reader.h"
#include "json/json_reader.h"

/* What rules may name stands in objects of these sections, or is one of these members. */
static const char *const sections[] = {"amounts", "flags", "texts"};
static const char *const members[] = {"id", "currency", "status", "kind"};

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

uint32_t sy_profile_reader_find(const sy_profile_reader *reader, uint32_t object, sy_span name) {
    uint32_t value;
    if (object == SY_NODE_NONE) return SY_NODE_NONE;
    (void)sy_json_node_member(&reader->document, object, name, &value);
    return value;
}

uint32_t sy_profile_reader_member(const sy_profile_reader *reader, uint32_t object, const char *name) {
    return sy_profile_reader_find(reader, object, sy_span_of(name));
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

bool sy_profile_reader_is_container(const sy_profile_reader *reader, uint32_t node) {
    return node != SY_NODE_NONE && (sy_json_node_is(&reader->document, node, SY_NODE_OBJECT) ||
                                    sy_json_node_is(&reader->document, node, SY_NODE_ARRAY));
}

sy_span sy_profile_reader_key(const sy_profile_reader *reader, uint32_t value) {
    return reader->texts[sy_json_node_key(value)];
}

uint32_t sy_profile_reader_first(const sy_profile_reader *reader, uint32_t container) {
    return sy_profile_reader_is_container(reader, container) ? sy_json_node_first(&reader->document, container)
                                                             : SY_NODE_NONE;
}

uint32_t sy_profile_reader_after(const sy_profile_reader *reader, uint32_t container, uint32_t value) {
    return sy_json_node_after(&reader->document, container, value);
}

uint32_t sy_profile_reader_subject(const sy_profile_reader *reader, sy_span name) {
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i += 1) {
        uint32_t node = sy_profile_reader_find(reader, sy_profile_reader_member(reader, 0, sections[i]), name);
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

/* What stands behind the last stroke of the place's pointer; empty where there is none, or where it has escapes. */
static sy_span last_part(const sy_profile_reader *reader, uint32_t object) {
    sy_span at = sy_profile_reader_text(reader, object, "at");
    size_t start = at.nbytes;
    while (start > 0 && at.bytes[start - 1] != '/' && at.bytes[start - 1] != '~') start -= 1;
    if (start == 0 || at.bytes[start - 1] == '~') return (sy_span){NULL, 0};
    return sy_span_from(at, start);
}

static uint32_t count_in_section(const sy_profile_reader *reader, uint32_t section, sy_span part) {
    uint32_t count = 0;
    for (uint32_t node = sy_profile_reader_first(reader, section); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, section, node))
        count += sy_span_equal(last_part(reader, node), part);
    return count;
}

/* How many members that rules may name have this as the last part of their pointers. */
static uint32_t count_of_part(const sy_profile_reader *reader, sy_span part) {
    uint32_t count = 0;
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i += 1)
        count += count_in_section(reader, sy_profile_reader_member(reader, 0, sections[i]), part);
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i += 1) {
        uint32_t object = sy_profile_reader_member(reader, 0, members[i]);
        count += object != SY_NODE_NONE && sy_span_equal(last_part(reader, object), part);
    }
    return count;
}

/* Rules compare status and kind with the report's words, not with the provider's. */
static bool has_words_of_its_own(sy_span name) {
    return sy_span_equal(name, SY_SPAN("status")) || sy_span_equal(name, SY_SPAN("kind"));
}

sy_span sy_profile_reader_member_name(const sy_profile_reader *reader, sy_span name) {
    uint32_t object = has_words_of_its_own(name) ? SY_NODE_NONE : sy_profile_reader_subject(reader, name);
    sy_span part = object == SY_NODE_NONE ? (sy_span){NULL, 0} : last_part(reader, object);
    return part.nbytes == 0 || count_of_part(reader, part) > 1 ? name : part;
}
