/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_prose.c - templates read and filled.
 *
 *   template = { text | "{" choice { "|" choice } "}" }
 *   choice   = "'" text "'" | ["="] name { "/" name } [":key" | ":value"]
 */
#include "explain/facet_prose.h"

#include "base/assert.h"

/* What fills the holes of one template. */
typedef struct filling {
    const sy_profile_reader *reader;
    uint32_t object; /* of the facet in the profile */
    sy_naming naming;
} filling;

/* What stands before the first `mark`, and `rest` moves behind that; all of it where there is none. */
static sy_span consume_before(sy_span *rest, char mark) {
    sy_span before = *rest;
    before.nbytes = sy_span_find(*rest, mark);
    *rest = sy_span_from(*rest, before.nbytes < rest->nbytes ? before.nbytes + 1 : before.nbytes);
    return before;
}

/* The member at a path through the facet's object; SY_NODE_NONE where the profile does not give it. */
static uint32_t find(const filling *with, sy_span path) {
    uint32_t node = with->object;
    while (path.nbytes > 0 && node != SY_NODE_NONE)
        node = sy_profile_reader_find(with->reader, node, consume_before(&path, '/'));
    return node;
}

/* What a profile says at a node: a string's text, a number as it is written. */
static sy_span text_of(const sy_profile_reader *reader, uint32_t node) {
    if (sy_json_node_is(&reader->document, node, SY_NODE_STRING)) return reader->texts[node];
    return sy_json_node_token(&reader->document, node);
}

/* A choice that is a name, with its key or value; false where the profile does not give it. */
static bool say_member(const filling *with, sy_span choice) {
    bool is_amount = choice.nbytes > 0 && choice.bytes[0] == '=';
    sy_span part = is_amount ? sy_span_from(choice, 1) : choice;
    uint32_t node = find(with, consume_before(&part, ':'));
    bool is_key = sy_span_equal(part, SY_SPAN("key"));
    if (part.nbytes > 0) node = sy_profile_reader_first(with->reader, node);
    if (node == SY_NODE_NONE) return false;
    if (is_amount) sy_say_name(with->reader, text_of(with->reader, node), with->naming);
    else if (is_key) sy_say_escaped(with->reader, sy_profile_reader_key(with->reader, node));
    else sy_say_escaped(with->reader, text_of(with->reader, node));
    return true;
}

static bool say_choice(const filling *with, sy_span choice) {
    if (choice.nbytes == 0 || choice.bytes[0] != '\'') return say_member(with, choice);
    SY_ASSERT(choice.nbytes > 1 && choice.bytes[choice.nbytes - 1] == '\'');
    sy_say_span(with->reader, (sy_span){choice.bytes + 1, choice.nbytes - 2});
    return true;
}

/* The first of the choices that the profile gives; nothing where it gives none. */
static void say_hole(const filling *with, sy_span choices) {
    bool is_said = false;
    while (choices.nbytes > 0 && !is_said) is_said = say_choice(with, consume_before(&choices, '|'));
}

static void say_template(const filling *with, const char *text) {
    sy_span rest = sy_span_of(text);
    while (rest.nbytes > 0) {
        sy_say_span(with->reader, consume_before(&rest, '{'));
        say_hole(with, consume_before(&rest, '}'));
    }
}

/* Whether the profile says the word at the member, or anything where no word is given; an empty object says nothing. */
static bool says(const filling *with, const char *member, const char *word) {
    uint32_t node = find(with, sy_span_of(member));
    if (node == SY_NODE_NONE) return false;
    if (word != NULL) return sy_span_equal(text_of(with->reader, node), sy_span_of(word));
    return !sy_profile_reader_is_container(with->reader, node) ||
           sy_profile_reader_first(with->reader, node) != SY_NODE_NONE;
}

void sy_facet_prose_rule(const sy_profile_reader *reader, const sy_rule_place *place, sy_naming naming) {
    filling with = {reader, place->object, naming};
    SY_ASSERT(place->finding != NULL);
    say_template(&with, place->finding->rule);
}

void sy_facet_prose_example(const sy_profile_reader *reader, const sy_rule_place *place) {
    const sy_facet_code *finding = place->finding;
    filling with = {reader, place->object, SY_NAMING_PROVIDER};
    bool is_other;
    SY_ASSERT(finding != NULL);
    is_other = finding->other_example != NULL && !says(&with, finding->other_member, finding->other_word);
    say_template(&with, is_other ? finding->other_example : finding->example);
}
