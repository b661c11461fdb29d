/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/say.h"

#include "base/nearest.h"
#include "prose/printable.h"
#include "values/vocabulary.h"

void sy_say(const sy_profile_reader *reader, const char *text) {
    sy_writer_literal(reader->writer, text);
}

void sy_say_escaped(const sy_profile_reader *reader, sy_span text) {
    sy_printable_write(reader->writer, text);
}

void sy_say_comma(const sy_profile_reader *reader, uint32_t index) {
    if (index > 0) sy_say(reader, ", ");
}

/* A pointer; the empty one is the whole. */
static void say_pointer(const sy_profile_reader *reader, sy_span pointer, const char *whole) {
    if (pointer.nbytes == 0) sy_say(reader, whole);
    else sy_say_escaped(reader, pointer);
}

static void say_part(const sy_profile_reader *reader, uint32_t object) {
    sy_span part = sy_profile_reader_text(reader, object, "in");
    if (part.bytes == NULL) return;
    if (sy_span_equal(part, SY_SPAN("body"))) {
        sy_say(reader, " of the body");
        return;
    }
    sy_say(reader, " in the list ");
    sy_say_escaped(reader, part);
}

/* A value as the profile writes it. */
static void say_value(const sy_profile_reader *reader, uint32_t node) {
    bool is_string = sy_json_node_is(&reader->document, node, SY_NODE_STRING);
    if (is_string) sy_say(reader, "'");
    sy_say_escaped(reader, is_string ? reader->texts[node] : sy_json_node_token(&reader->document, node));
    if (is_string) sy_say(reader, "'");
}

void sy_say_test(const sy_profile_reader *reader, uint32_t test) {
    uint32_t is = sy_profile_reader_member(reader, test, "is");
    bool first = true;
    say_pointer(reader, sy_profile_reader_text(reader, test, "at"), "it");
    sy_say(reader, " is ");
    if (is == SY_NODE_NONE) return;
    if (!(sy_json_node_is(&reader->document, is, SY_NODE_OBJECT) ||
          sy_json_node_is(&reader->document, is, SY_NODE_ARRAY)))
        say_value(reader, is);
    for (uint32_t node = sy_profile_reader_first(reader, is); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, is, node)) {
        if (!first) sy_say(reader, " or ");
        say_value(reader, node);
        first = false;
    }
}

static void say_list_sum(const sy_profile_reader *reader, uint32_t object) {
    sy_span of = sy_profile_reader_text(reader, object, "of");
    uint32_t where = sy_profile_reader_member(reader, object, "where");
    sy_say(reader, "the sum of ");
    if (of.nbytes > 0) {
        sy_say_escaped(reader, of);
        sy_say(reader, " over ");
    }
    sy_say(reader, "what stands in ");
    say_pointer(reader, sy_profile_reader_text(reader, object, "sum"), "the wallet");
    say_part(reader, object);
    if (where == SY_NODE_NONE) return;
    sy_say(reader, ", where ");
    sy_say_test(reader, where);
}

void sy_say_place(const sy_profile_reader *reader, uint32_t object) {
    sy_span at = sy_profile_reader_text(reader, object, "at");
    sy_span option = sy_profile_reader_text(reader, object, "option");
    if (option.bytes != NULL) {
        sy_say(reader, "the option ");
        sy_say_escaped(reader, option);
    } else if (sy_profile_reader_member(reader, object, "sum") != SY_NODE_NONE) {
        say_list_sum(reader, object);
    } else if (sy_span_equal(sy_profile_reader_text(reader, object, "from"), SY_SPAN("key"))) {
        sy_say(reader, "the name under which the wallet stands");
    } else if (sy_span_equal(sy_profile_reader_text(reader, object, "from"), SY_SPAN("option"))) {
        sy_say(reader, "the option currency");
    } else {
        say_pointer(reader, at, "the wallet itself");
        say_part(reader, object);
    }
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
    static const char *const sections[] = {"amounts", "flags", "texts"};
    static const char *const members[] = {"id", "currency", "status", "kind"};
    uint32_t count = 0;
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i += 1)
        count += count_in_section(reader, sy_profile_reader_member(reader, 0, sections[i]), part);
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i += 1) {
        uint32_t object = sy_profile_reader_member(reader, 0, members[i]);
        count += object != SY_NODE_NONE && sy_span_equal(last_part(reader, object), part);
    }
    return count;
}

/* Rules compare status and kind with the report's reader, not with the provider's. */
static bool has_words_of_its_own(sy_span name) {
    return sy_span_equal(name, SY_SPAN("status")) || sy_span_equal(name, SY_SPAN("kind"));
}

void sy_say_member_name(const sy_profile_reader *reader, sy_span name) {
    uint32_t object = has_words_of_its_own(name) ? SY_NODE_NONE : sy_profile_reader_subject(reader, name);
    sy_span part = object == SY_NODE_NONE ? (sy_span){NULL, 0} : last_part(reader, object);
    sy_say_escaped(reader, part.nbytes == 0 || count_of_part(reader, part) > 1 ? name : part);
}

void sy_say_near_word(const sy_profile_reader *reader, sy_span name) {
    sy_nearest nearest;
    sy_nearest_begin(&nearest, name);
    if (sy_vocabulary_find_amount(name) != SY_AMOUNT_COUNT) return;
    for (uint32_t name_index = 0; name_index < SY_AMOUNT_COUNT; name_index += 1)
        sy_nearest_offer(&nearest, sy_vocabulary_amount_name(name_index));
    if (sy_nearest_name(&nearest).bytes == NULL) return;
    sy_say(reader, " (for rules only: it is no word of the report; did you mean ");
    sy_say_escaped(reader, sy_nearest_name(&nearest));
    sy_say(reader, "?)");
}
