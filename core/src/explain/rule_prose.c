/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/rule_prose.h"

#include "explain/facet_prose.h"
#include "profile/expression_lexer.h"

/* ---- expressions ---- */

typedef enum rule_mood {
    MOOD_IS,  /* `gift is at least 0` */
    MOOD_MUST /* `gift must be at least 0` */
} rule_mood;

static const char *const comparisons[SY_COMPARISON_COUNT][2] = {
    [SY_COMPARISON_LESS] = {[MOOD_IS] = " is below ", [MOOD_MUST] = " must be below "},
    [SY_COMPARISON_LESS_EQUAL] = {[MOOD_IS] = " is at most ", [MOOD_MUST] = " must be at most "},
    [SY_COMPARISON_GREATER] = {[MOOD_IS] = " is above ", [MOOD_MUST] = " must be above "},
    [SY_COMPARISON_GREATER_EQUAL] = {[MOOD_IS] = " is at least ", [MOOD_MUST] = " must be at least "},
    [SY_COMPARISON_EQUAL] = {[MOOD_IS] = " equals ", [MOOD_MUST] = " must equal "},
};

static bool is_sign(sy_span token) {
    return token.nbytes == 1 && (token.bytes[0] == '+' || token.bytes[0] == '-');
}

/* Sums, and what stands between two of them. A sign in front of a sum stays with what follows it. */
static void say_sums(const sy_profile_reader *reader, sy_span text, rule_mood mood, sy_naming naming) {
    bool at_start = true;
    for (sy_span token = sy_expression_lexer_next(&text); token.nbytes > 0; token = sy_expression_lexer_next(&text)) {
        sy_comparison comparison = sy_expression_lexer_comparison(token);
        bool compares = comparison != SY_COMPARISON_COUNT;
        bool spaced = is_sign(token) && !at_start;
        if (compares) sy_say(reader, comparisons[comparison][mood]);
        if (spaced) sy_say(reader, " ");
        if (!compares) sy_say_name(reader, token, naming);
        if (spaced) sy_say(reader, " ");
        at_start = compares;
    }
}

void sy_rule_prose_sum(const sy_profile_reader *reader, sy_span text, sy_naming naming) {
    say_sums(reader, text, MOOD_IS, naming);
}

/* What follows `NAME is`: `known`, another text or a literal, each perhaps with `not` before it. */
static void say_comparison_of_texts(const sy_profile_reader *reader, sy_span name, sy_span rest, rule_mood mood,
                                    sy_naming naming) {
    sy_span token = sy_expression_lexer_next(&rest);
    bool is_known;
    if (sy_expression_lexer_word(name) == SY_EXPRESSION_UNIT) sy_say(reader, "the unit");
    else sy_say_name(reader, name, naming);
    sy_say(reader, mood == MOOD_IS ? " is " : " must be ");
    if (sy_expression_lexer_word(token) == SY_EXPRESSION_NOT) {
        sy_say(reader, "not ");
        token = sy_expression_lexer_next(&rest);
    }
    is_known = sy_expression_lexer_word(token) == SY_EXPRESSION_KNOWN;
    if (mood == MOOD_MUST && sy_expression_lexer_is_name(token) && !is_known) sy_say(reader, "the same text as ");
    sy_say_name(reader, token, is_known ? SY_NAMING_REPORT : naming);
}

static void say_flag(const sy_profile_reader *reader, sy_span name, bool is_true, rule_mood mood, sy_naming naming) {
    sy_say_name(reader, name, naming);
    sy_say(reader, mood == MOOD_IS ? " is " : " must be ");
    sy_say(reader, is_true ? "true" : "false");
}

static void say_condition(const sy_profile_reader *reader, sy_span text, rule_mood mood, sy_naming naming) {
    sy_span rest = text;
    sy_span first = sy_expression_lexer_next(&rest);
    sy_span after_first = rest;
    sy_span second = sy_expression_lexer_next(&rest);
    if (sy_expression_lexer_word(first) == SY_EXPRESSION_NOT) say_flag(reader, second, false, mood, naming);
    else if (sy_expression_lexer_word(second) == SY_EXPRESSION_IS)
        say_comparison_of_texts(reader, first, rest, mood, naming);
    else if (after_first.nbytes == 0) say_flag(reader, first, true, mood, naming);
    else say_sums(reader, text, mood, naming);
}

void sy_rule_prose_when(const sy_profile_reader *reader, uint32_t rule, sy_naming naming) {
    uint32_t when = sy_profile_reader_member(reader, rule, "when");
    const char *before = " where ";
    for (uint32_t node = sy_profile_reader_first(reader, when); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, when, node)) {
        sy_say(reader, before);
        say_condition(reader, reader->texts[node], MOOD_IS, naming);
        before = " and ";
    }
}

/* ---- rules ---- */

static void say_formula(const sy_profile_reader *reader, uint32_t rule, sy_naming naming) {
    sy_say_name(reader, sy_profile_reader_text(reader, rule, "amount"), naming);
    sy_say(reader, " must be ");
    sy_rule_prose_sum(reader, sy_profile_reader_text(reader, rule, "is"), naming);
    sy_say(reader, ", in each wallet");
    sy_rule_prose_when(reader, rule, naming);
}

static void say_check(const sy_profile_reader *reader, uint32_t rule, sy_naming naming) {
    sy_span unknown = sy_profile_reader_text(reader, rule, "unknown");
    say_condition(reader, sy_profile_reader_text(reader, rule, "that"), MOOD_MUST, naming);
    sy_say(reader, ", in each wallet");
    sy_rule_prose_when(reader, rule, naming);
    if (unknown.bytes == NULL) return;
    sy_say(reader, "; where an amount for it is not known, the finding is unverifiable with the reason ");
    sy_say_escaped(reader, unknown);
}

/* `/IsSuccess`, with a test `/status is 'ok'`. */
static void say_envelope_flag(const sy_profile_reader *reader, uint32_t object, const char *name) {
    uint32_t node = sy_profile_reader_member(reader, object, name);
    if (node == SY_NODE_NONE) return;
    if (sy_json_node_is(&reader->document, node, SY_NODE_OBJECT)) sy_say_test(reader, node);
    else sy_say_escaped(reader, reader->texts[node]);
}

static void say_envelope(const sy_profile_reader *reader, uint32_t object) {
    sy_say(reader, "exactly one of ");
    say_envelope_flag(reader, object, "success");
    sy_say(reader, " and ");
    say_envelope_flag(reader, object, "failure");
    sy_say(reader, " must be true");
}

static void say_warning(const sy_profile_reader *reader, uint32_t object) {
    sy_say_escaped(reader, sy_profile_reader_text(reader, sy_profile_reader_member(reader, object, "warning"), "at"));
    sy_say(reader, " should be empty in an answer that is a success");
}

static void say_kinds(const sy_profile_reader *reader, uint32_t object) {
    uint32_t values = sy_profile_reader_member(reader, object, "values");
    uint32_t index = 0;
    sy_say_escaped(reader, sy_profile_reader_text(reader, object, "at"));
    sy_say(reader, " must be one of ");
    for (uint32_t node = sy_profile_reader_first(reader, values); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, values, node)) {
        sy_say_comma(reader, index);
        sy_say_escaped(reader, sy_profile_reader_key(reader, node));
        index += 1;
    }
}

void sy_rule_prose_rule(const sy_profile_reader *reader, const sy_rule_place *place, sy_naming naming) {
    switch (place->kind) {
    case SY_RULE_KIND_FORMULA: say_formula(reader, place->object, naming); break;
    case SY_RULE_KIND_CHECK: say_check(reader, place->object, naming); break;
    case SY_RULE_KIND_ENVELOPE: say_envelope(reader, place->object); break;
    case SY_RULE_KIND_WARNING: say_warning(reader, place->object); break;
    case SY_RULE_KIND_KIND: say_kinds(reader, place->object); break;
    case SY_RULE_KIND_FACET: sy_facet_prose_rule(reader, place, naming); break;
    }
    sy_say(reader, ".");
}
