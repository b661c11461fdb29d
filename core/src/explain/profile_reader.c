/* SPDX-License-Identifier: Apache-2.0 */
/* profile_reader.c - finding members in a profile, and saying where they stand. */
#include "explain/profile_reader.h"

#include "base/nearest.h"
#include "verifier/verifier.h"

static void unescape_all(sy_profile_reader *words, sy_arena *memory) {
    const sy_document *document = &words->document;
    for (uint32_t node = 0; node < document->node_count && !memory->exhausted; node += 1) {
        if (!sy_json_node_is(document, node, SY_NODE_STRING) && !sy_json_node_is(document, node, SY_NODE_KEY)) continue;
        words->texts[node] = sy_json_node_text(memory, document, node);
    }
}

bool sy_profile_reader_open(sy_profile_reader *words, sy_arena *memory, sy_span json) {
    sy_json_error error;
    sy_bytes_clear(words, sizeof *words);
    if (sy_json_reader_read(memory, json, SY_OPTIONS_NBYTES_MAX, &words->document, &error) != STEELYARD_OK)
        return false;
    if (!sy_json_node_is(&words->document, 0, SY_NODE_OBJECT)) return false;
    words->texts = sy_arena_allocate_array(memory, words->document.node_count, sizeof *words->texts);
    if (words->texts == NULL) return false;
    unescape_all(words, memory);
    words->name = sy_profile_reader_text(words, 0, "profile");
    return !memory->exhausted;
}

static sy_span span_of(const char *text) {
    size_t nbytes = 0;
    while (text[nbytes] != '\0') nbytes += 1;
    return (sy_span){text, nbytes};
}

static uint32_t member_of(const sy_profile_reader *words, uint32_t object, sy_span name) {
    uint32_t value;
    if (object == SY_NODE_NONE) return SY_NODE_NONE;
    (void)sy_json_node_member(&words->document, object, name, &value);
    return value;
}

uint32_t sy_profile_reader_member(const sy_profile_reader *words, uint32_t object, const char *name) {
    return member_of(words, object, span_of(name));
}

sy_span sy_profile_reader_text(const sy_profile_reader *words, uint32_t object, const char *name) {
    uint32_t node = sy_profile_reader_member(words, object, name);
    bool is_string = node != SY_NODE_NONE && sy_json_node_is(&words->document, node, SY_NODE_STRING);
    return is_string ? words->texts[node] : (sy_span){NULL, 0};
}

bool sy_profile_reader_flag(const sy_profile_reader *words, uint32_t object, const char *name) {
    uint32_t node = sy_profile_reader_member(words, object, name);
    return node != SY_NODE_NONE && sy_json_node_is(&words->document, node, SY_NODE_TRUE);
}

static bool is_container(const sy_profile_reader *words, uint32_t node) {
    return node != SY_NODE_NONE && (sy_json_node_is(&words->document, node, SY_NODE_OBJECT) ||
                                    sy_json_node_is(&words->document, node, SY_NODE_ARRAY));
}

uint32_t sy_profile_reader_first(const sy_profile_reader *words, uint32_t container) {
    return is_container(words, container) ? sy_json_node_first(&words->document, container) : SY_NODE_NONE;
}

uint32_t sy_profile_reader_after(const sy_profile_reader *words, uint32_t container, uint32_t value) {
    return sy_json_node_after(&words->document, container, value);
}

uint32_t sy_profile_reader_subject(const sy_profile_reader *words, sy_span name) {
    static const char *const sections[] = {"amounts", "flags", "texts"};
    static const char *const members[] = {"id", "currency", "status", "kind"};
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i += 1) {
        uint32_t node = member_of(words, sy_profile_reader_member(words, 0, sections[i]), name);
        if (node != SY_NODE_NONE) return node;
    }
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i += 1)
        if (sy_span_equal(span_of(members[i]), name)) return sy_profile_reader_member(words, 0, members[i]);
    return SY_NODE_NONE;
}

bool sy_profile_reader_is_derived(const sy_profile_reader *words, sy_span name) {
    uint32_t derive = sy_profile_reader_member(words, 0, "derive");
    for (uint32_t rule = sy_profile_reader_first(words, derive); rule != SY_NODE_NONE;
         rule = sy_profile_reader_after(words, derive, rule))
        if (sy_span_equal(sy_profile_reader_text(words, rule, "amount"), name)) return true;
    return false;
}

/* ---- writing ---- */

void sy_say(const sy_profile_reader *words, const char *text) {
    sy_writer_literal(words->writer, text);
}

void sy_say_escaped(const sy_profile_reader *words, sy_span text) {
    sy_printable_write(words->writer, text);
}

void sy_say_comma(const sy_profile_reader *words, uint32_t index) {
    if (index > 0) sy_say(words, ", ");
}

/* A pointer; the empty one is the whole. */
static void say_pointer(const sy_profile_reader *words, sy_span pointer, const char *whole) {
    if (pointer.nbytes == 0) sy_say(words, whole);
    else sy_say_escaped(words, pointer);
}

static void say_part(const sy_profile_reader *words, uint32_t object) {
    sy_span part = sy_profile_reader_text(words, object, "in");
    if (part.bytes == NULL) return;
    if (sy_span_equal(part, SY_SPAN("body"))) {
        sy_say(words, " of the body");
        return;
    }
    sy_say(words, " in the list ");
    sy_say_escaped(words, part);
}

/* A value as the profile writes it. */
static void say_value(const sy_profile_reader *words, uint32_t node) {
    bool is_string = sy_json_node_is(&words->document, node, SY_NODE_STRING);
    if (is_string) sy_say(words, "'");
    sy_say_escaped(words, is_string ? words->texts[node] : sy_json_node_token(&words->document, node));
    if (is_string) sy_say(words, "'");
}

void sy_say_test(const sy_profile_reader *words, uint32_t test) {
    uint32_t is = sy_profile_reader_member(words, test, "is");
    bool first = true;
    say_pointer(words, sy_profile_reader_text(words, test, "at"), "it");
    sy_say(words, " is ");
    if (is == SY_NODE_NONE) return;
    if (!is_container(words, is)) say_value(words, is);
    for (uint32_t node = sy_profile_reader_first(words, is); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, is, node)) {
        if (!first) sy_say(words, " or ");
        say_value(words, node);
        first = false;
    }
}

static void say_list_sum(const sy_profile_reader *words, uint32_t object) {
    sy_span of = sy_profile_reader_text(words, object, "of");
    uint32_t where = sy_profile_reader_member(words, object, "where");
    sy_say(words, "the sum of ");
    if (of.nbytes > 0) {
        sy_say_escaped(words, of);
        sy_say(words, " over ");
    }
    sy_say(words, "what stands in ");
    say_pointer(words, sy_profile_reader_text(words, object, "sum"), "the wallet");
    say_part(words, object);
    if (where == SY_NODE_NONE) return;
    sy_say(words, ", where ");
    sy_say_test(words, where);
}

void sy_say_place(const sy_profile_reader *words, uint32_t object) {
    sy_span at = sy_profile_reader_text(words, object, "at");
    sy_span option = sy_profile_reader_text(words, object, "option");
    if (option.bytes != NULL) {
        sy_say(words, "the option ");
        sy_say_escaped(words, option);
    } else if (sy_profile_reader_member(words, object, "sum") != SY_NODE_NONE) {
        say_list_sum(words, object);
    } else if (sy_span_equal(sy_profile_reader_text(words, object, "from"), SY_SPAN("key"))) {
        sy_say(words, "the name under which the wallet stands");
    } else if (sy_span_equal(sy_profile_reader_text(words, object, "from"), SY_SPAN("option"))) {
        sy_say(words, "the option currency");
    } else {
        say_pointer(words, at, "the wallet itself");
        say_part(words, object);
    }
}

/* What stands behind the last stroke of the place's pointer; empty where there is none, or where it has escapes. */
static sy_span last_part(const sy_profile_reader *words, uint32_t object) {
    sy_span at = sy_profile_reader_text(words, object, "at");
    size_t start = at.nbytes;
    while (start > 0 && at.bytes[start - 1] != '/' && at.bytes[start - 1] != '~') start -= 1;
    if (start == 0 || at.bytes[start - 1] == '~') return (sy_span){NULL, 0};
    return sy_span_from(at, start);
}

static uint32_t count_in_section(const sy_profile_reader *words, uint32_t section, sy_span part) {
    uint32_t count = 0;
    for (uint32_t node = sy_profile_reader_first(words, section); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, section, node))
        count += sy_span_equal(last_part(words, node), part);
    return count;
}

/* How many members that rules may name have this as the last part of their pointers. */
static uint32_t count_of_part(const sy_profile_reader *words, sy_span part) {
    static const char *const sections[] = {"amounts", "flags", "texts"};
    static const char *const members[] = {"id", "currency", "status", "kind"};
    uint32_t count = 0;
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i += 1)
        count += count_in_section(words, sy_profile_reader_member(words, 0, sections[i]), part);
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i += 1) {
        uint32_t object = sy_profile_reader_member(words, 0, members[i]);
        count += object != SY_NODE_NONE && sy_span_equal(last_part(words, object), part);
    }
    return count;
}

/* Rules compare status and kind with the report's words, not with the provider's. */
static bool has_words_of_its_own(sy_span name) {
    return sy_span_equal(name, SY_SPAN("status")) || sy_span_equal(name, SY_SPAN("kind"));
}

void sy_say_member_name(const sy_profile_reader *words, sy_span name) {
    uint32_t object = has_words_of_its_own(name) ? SY_NODE_NONE : sy_profile_reader_subject(words, name);
    sy_span part = object == SY_NODE_NONE ? (sy_span){NULL, 0} : last_part(words, object);
    sy_say_escaped(words, part.nbytes == 0 || count_of_part(words, part) > 1 ? name : part);
}

void sy_say_near_word(const sy_profile_reader *words, sy_span name) {
    sy_nearest nearest;
    sy_nearest_begin(&nearest, name);
    if (sy_vocabulary_find_amount(name) != SY_AMOUNT_COUNT) return;
    for (uint32_t word = 0; word < SY_AMOUNT_COUNT; word += 1)
        sy_nearest_offer(&nearest, sy_vocabulary_amount_name(word));
    if (sy_nearest_name(&nearest).bytes == NULL) return;
    sy_say(words, " (for rules only: it is no word of the report; did you mean ");
    sy_say_escaped(words, sy_nearest_name(&nearest));
    sy_say(words, "?)");
}
