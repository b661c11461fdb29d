/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/say.h"

#include "base/nearest.h"
#include "profile/expression_lexer.h"
#include "prose/printable.h"
#include "values/vocabulary.h"

void sy_say(const sy_profile_reader *reader, const char *text) {
    sy_writer_literal(reader->writer, text);
}

void sy_say_span(const sy_profile_reader *reader, sy_span text) {
    sy_writer_span(reader->writer, text);
}

void sy_say_escaped(const sy_profile_reader *reader, sy_span text) {
    sy_printable_write(reader->writer, text);
}

void sy_say_comma(const sy_profile_reader *reader, uint32_t index) {
    if (index > 0) sy_say(reader, ", ");
}

void sy_say_name(const sy_profile_reader *reader, sy_span name, sy_naming naming) {
    bool is_provider = naming == SY_NAMING_PROVIDER && sy_expression_lexer_is_name(name);
    sy_say_escaped(reader, is_provider ? sy_profile_reader_member_name(reader, name) : name);
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
    if (!sy_profile_reader_is_container(reader, is)) say_value(reader, is);
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

void sy_say_near_word(const sy_profile_reader *reader, sy_span name) {
    sy_nearest nearest;
    sy_nearest_begin(&nearest, name);
    if (sy_vocabulary_find_amount(name) != SY_AMOUNT_COUNT) return;
    for (uint32_t word = 0; word < SY_AMOUNT_COUNT; word += 1)
        sy_nearest_offer(&nearest, sy_vocabulary_amount_name(word));
    if (sy_nearest_name(&nearest).bytes == NULL) return;
    sy_say(reader, " (for rules only: it is no word of the report; did you mean ");
    sy_say_escaped(reader, sy_nearest_name(&nearest));
    sy_say(reader, "?)");
}
