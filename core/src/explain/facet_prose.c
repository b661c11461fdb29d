/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/facet_prose.h"

#include "base/assert.h"

/* `headers/pageSize` of the facet's object; SY_NODE_NONE where the profile does not say it. */
static uint32_t node_of(const sy_profile_reader *reader, uint32_t object, sy_span path) {
    for (size_t i = 0; i < path.nbytes; i += 1) {
        if (path.bytes[i] != '/') continue;
        object = sy_profile_reader_named(reader, object, (sy_span){path.bytes, i});
        path = sy_span_from(path, i + 1);
        i = 0;
    }
    return sy_profile_reader_named(reader, object, path);
}

/* One way to fill a hole; false where the profile does not say it. */
static bool fill(const sy_profile_reader *reader, uint32_t object, sy_span hole, bool provider) {
    static const sy_span key = {":key", 4};
    static const sy_span value = {":value", 6};
    bool is_amount = hole.bytes[0] == '=';
    sy_span path = is_amount ? sy_span_from(hole, 1) : hole;
    bool is_key = sy_span_ends(path, key);
    uint32_t node;
    if (hole.bytes[0] == '\'') {
        sy_say_escaped(reader, (sy_span){hole.bytes + 1, hole.nbytes - 2});
        return true;
    }
    if (is_key || sy_span_ends(path, value)) {
        path.nbytes -= is_key ? key.nbytes : value.nbytes;
        node = sy_profile_reader_first(reader, node_of(reader, object, path));
        if (node != SY_NODE_NONE) sy_say_escaped(reader, reader->texts[is_key ? sy_json_node_key(node) : node]);
        return node != SY_NODE_NONE;
    }
    node = node_of(reader, object, path);
    if (node == SY_NODE_NONE || !sy_json_node_is(&reader->document, node, SY_NODE_STRING)) return false;
    if (is_amount && provider) sy_say_member_name(reader, reader->texts[node]);
    else sy_say_escaped(reader, reader->texts[node]);
    return true;
}

/* The first alternative that the profile says. */
static void fill_first(const sy_profile_reader *reader, uint32_t object, sy_span hole, bool provider) {
    size_t start = 0;
    for (size_t i = 0; i <= hole.nbytes; i += 1) {
        if (i < hole.nbytes && hole.bytes[i] != '|') continue;
        if (fill(reader, object, (sy_span){hole.bytes + start, i - start}, provider)) return;
        start = i + 1;
    }
}

static void say_words(const sy_profile_reader *reader, uint32_t object, const char *words, bool provider) {
    sy_span rest = sy_span_of(words);
    while (rest.nbytes > 0) {
        size_t open = sy_span_find(rest, '{');
        size_t close = sy_span_find(rest, '}');
        sy_writer_span(reader->writer, (sy_span){rest.bytes, open});
        if (open == rest.nbytes) return;
        SY_ASSERT(close > open + 1 && close < rest.nbytes);
        fill_first(reader, object, (sy_span){rest.bytes + open + 1, close - open - 1}, provider);
        rest = sy_span_from(rest, close + 1);
    }
}

void sy_facet_prose_rule(const sy_profile_reader *reader, uint32_t object, const sy_facet_code *code, bool provider) {
    say_words(reader, object, code->rule, provider);
}

/* Whether the description's other example is the one that fits what the profile says. */
static bool wants_other(const sy_profile_reader *reader, uint32_t object, const sy_facet_code *code) {
    uint32_t node;
    if (code->other_example == NULL) return false;
    node = sy_profile_reader_member(reader, object, code->other_member);
    if (code->other_word == NULL) return sy_profile_reader_first(reader, node) == SY_NODE_NONE;
    return node != SY_NODE_NONE && sy_span_equal(reader->texts[node], sy_span_of(code->other_word));
}

void sy_facet_prose_example(const sy_profile_reader *reader, uint32_t object, const sy_facet_code *code) {
    say_words(reader, object, wants_other(reader, object, code) ? code->other_example : code->example, true);
}

sy_span sy_facet_prose_code(const sy_profile_reader *reader, uint32_t object, const sy_facet *facet,
                            const sy_facet_code *code) {
    const sy_facet_member *member = &facet->members[code->member];
    if (member->inside != NULL) object = sy_profile_reader_member(reader, object, member->inside);
    return sy_profile_reader_text(reader, object, member->name);
}

bool sy_facet_prose_has_formula(const sy_profile_reader *reader) {
    for (uint32_t i = 0; i < SY_FACET_COUNT; i += 1) {
        const sy_facet *facet = sy_facet_at(i);
        uint32_t object = sy_profile_reader_member(reader, 0, facet->name);
        for (uint32_t code = 0; code < facet->code_count; code += 1)
            if (facet->codes[code].is_formula &&
                sy_facet_prose_code(reader, object, facet, &facet->codes[code]).bytes != NULL)
                return true;
    }
    return false;
}
