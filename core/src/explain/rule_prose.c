/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/rule_prose.h"

#include "explain/facet_prose.h"
#include "profile/expression_lexer.h"
#include "values/vocabulary.h"

/* ---- expressions ---- */

static void say_name(const sy_profile_reader *reader, sy_span name, bool provider) {
    if (provider && sy_expression_lexer_is_name(name)) sy_say_member_name(reader, name);
    else sy_say_escaped(reader, name);
}

typedef struct comparison {
    sy_span sign;
    const char *is;
    const char *must;
} comparison;

static const comparison comparisons[] = {
    {{"<", 1}, " is below ", " must be below "}, {{"<=", 2}, " is at most ", " must be at most "},
    {{">", 1}, " is above ", " must be above "}, {{">=", 2}, " is at least ", " must be at least "},
    {{"=", 1}, " equals ", " must equal "},
};

/* NULL where the token does not compare. */
static const comparison *find_comparison(sy_span token) {
    for (size_t i = 0; i < sizeof comparisons / sizeof comparisons[0]; i += 1)
        if (sy_span_equal(comparisons[i].sign, token)) return &comparisons[i];
    return NULL;
}

static bool is_sign(sy_span token) {
    return token.nbytes == 1 && (token.bytes[0] == '+' || token.bytes[0] == '-');
}

/* Sums, and what stands between two of them. A sign in front of a sum stays with what follows it. */
static void say_sums(const sy_profile_reader *reader, sy_span text, sy_mood mood, bool provider) {
    bool at_start = true;
    for (sy_span token = sy_expression_lexer_next(&text); token.nbytes > 0; token = sy_expression_lexer_next(&text)) {
        const comparison *found = find_comparison(token);
        bool spaced = is_sign(token) && !at_start;
        if (found != NULL) sy_say(reader, mood == SY_MOOD_IS ? found->is : found->must);
        if (spaced) sy_say(reader, " ");
        if (found == NULL) say_name(reader, token, provider);
        if (spaced) sy_say(reader, " ");
        at_start = found != NULL;
    }
}

void sy_rule_prose_sum(const sy_profile_reader *reader, sy_span text, bool provider) {
    say_sums(reader, text, SY_MOOD_IS, provider);
}

/* What follows `NAME is`: `known`, another text or a literal, each perhaps with `not` before it. */
static void say_comparison_of_texts(const sy_profile_reader *reader, sy_span name, sy_span rest, sy_mood mood,
                                    bool provider) {
    sy_span token = sy_expression_lexer_next(&rest);
    if (sy_span_equal(name, SY_SPAN("unit"))) sy_say(reader, "the unit");
    else say_name(reader, name, provider);
    sy_say(reader, mood == SY_MOOD_IS ? " is " : " must be ");
    if (sy_span_equal(token, SY_SPAN("not"))) {
        sy_say(reader, "not ");
        token = sy_expression_lexer_next(&rest);
    }
    if (mood == SY_MOOD_MUST && sy_expression_lexer_is_name(token) && !sy_span_equal(token, SY_SPAN("known")))
        sy_say(reader, "the same text as ");
    say_name(reader, token, provider && !sy_span_equal(token, SY_SPAN("known")));
}

static void say_flag(const sy_profile_reader *reader, sy_span name, bool is_true, sy_mood mood, bool provider) {
    say_name(reader, name, provider);
    sy_say(reader, mood == SY_MOOD_IS ? " is " : " must be ");
    sy_say(reader, is_true ? "true" : "false");
}

void sy_rule_prose_condition(const sy_profile_reader *reader, sy_span text, sy_mood mood, bool provider) {
    sy_span rest = text;
    sy_span first = sy_expression_lexer_next(&rest);
    sy_span after_first = rest;
    sy_span second = sy_expression_lexer_next(&rest);
    if (sy_span_equal(first, SY_SPAN("not"))) say_flag(reader, second, false, mood, provider);
    else if (sy_span_equal(second, SY_SPAN("is"))) say_comparison_of_texts(reader, first, rest, mood, provider);
    else if (after_first.nbytes == 0) say_flag(reader, first, true, mood, provider);
    else say_sums(reader, text, mood, provider);
}

void sy_rule_prose_when(const sy_profile_reader *reader, uint32_t rule, bool provider) {
    uint32_t when = sy_profile_reader_member(reader, rule, "when");
    const char *before = " where ";
    for (uint32_t node = sy_profile_reader_first(reader, when); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, when, node)) {
        sy_say(reader, before);
        sy_rule_prose_condition(reader, reader->texts[node], SY_MOOD_IS, provider);
        before = " and ";
    }
}

/* ---- rules ---- */

sy_span sy_rule_prose_outcome(const sy_profile_reader *reader, uint32_t rule) {
    sy_span outcome = sy_profile_reader_text(reader, rule, "outcome");
    return outcome.bytes == NULL ? sy_vocabulary_outcome_name(SY_OUTCOME_FAIL) : outcome;
}

sy_span sy_rule_prose_finding_outcome(const sy_profile_reader *reader, const sy_rule_place *place) {
    switch (place->kind) {
    case SY_KIND_ENVELOPE: return sy_vocabulary_outcome_name(SY_OUTCOME_INVALID);
    case SY_KIND_WARNING: return sy_vocabulary_outcome_name(SY_OUTCOME_WARN);
    case SY_KIND_FACET:
        if (place->facet->outcome != SY_OUTCOME_COUNT)
            return sy_vocabulary_outcome_name((sy_outcome)place->facet->outcome);
        break;
    case SY_KIND_FORMULA:
    case SY_KIND_CHECK:
    case SY_KIND_KIND: break;
    }
    return sy_rule_prose_outcome(reader, place->object);
}

/* Where codes stand: a list of rules at the top, or one member of an object at the top or one below it. */
typedef struct code_source {
    const char *section;
    const char *inside; /* NULL: the section itself */
    const char *name;
    sy_rule_kind kind;
    bool is_list;
} code_source;

static const code_source code_sources[] = {
    {"envelope", NULL, "code", SY_KIND_ENVELOPE, false}, {"envelope", "warning", "code", SY_KIND_WARNING, false},
    {"kind", NULL, "code", SY_KIND_KIND, false},         {"formulas", NULL, "code", SY_KIND_FORMULA, true},
    {"checks", NULL, "code", SY_KIND_CHECK, true},
};

typedef struct code_visitor {
    bool (*visit)(void *context, const sy_rule_place *place);
    void *context;
} code_visitor;

/* False where the visitor has seen enough. */
static bool visit_code(uint32_t object, sy_span code, sy_rule_kind kind, const code_visitor *visitor) {
    sy_rule_place place = {kind, object, code, NULL};
    return code.bytes == NULL || visitor->visit(visitor->context, &place);
}

static bool visit_source(const sy_profile_reader *reader, const code_source *source, const code_visitor *visitor) {
    uint32_t section = sy_profile_reader_member(reader, 0, source->section);
    uint32_t object = source->inside == NULL ? section : sy_profile_reader_member(reader, section, source->inside);
    if (!source->is_list)
        return visit_code(section, sy_profile_reader_text(reader, object, source->name), source->kind, visitor);
    for (uint32_t rule = sy_profile_reader_first(reader, section); rule != SY_NODE_NONE;
         rule = sy_profile_reader_after(reader, section, rule))
        if (!visit_code(rule, sy_profile_reader_text(reader, rule, source->name), source->kind, visitor)) return false;
    return true;
}

/* False where the visitor has seen enough. */
static bool visit_facet(const sy_profile_reader *reader, const sy_facet *facet, const code_visitor *visitor) {
    uint32_t object = sy_profile_reader_member(reader, 0, facet->name);
    for (uint32_t i = 0; i < facet->code_count; i += 1) {
        sy_rule_place place = {SY_KIND_FACET, object, sy_facet_prose_code(reader, object, facet, &facet->codes[i]),
                               &facet->codes[i]};
        if (place.code.bytes != NULL && !visitor->visit(visitor->context, &place)) return false;
    }
    return true;
}

void sy_rule_prose_each_code(const sy_profile_reader *reader, bool (*visit)(void *context, const sy_rule_place *place),
                             void *context) {
    code_visitor visitor = {visit, context};
    for (size_t i = 0; i < sizeof code_sources / sizeof code_sources[0]; i += 1)
        if (!visit_source(reader, &code_sources[i], &visitor)) return;
    for (uint32_t i = 0; i < SY_FACET_COUNT; i += 1)
        if (!visit_facet(reader, sy_facet_at(i), &visitor)) return;
}

static void say_formula(const sy_profile_reader *reader, uint32_t rule, bool provider) {
    say_name(reader, sy_profile_reader_text(reader, rule, "amount"), provider);
    sy_say(reader, " must be ");
    sy_rule_prose_sum(reader, sy_profile_reader_text(reader, rule, "is"), provider);
    sy_say(reader, ", in each wallet");
    sy_rule_prose_when(reader, rule, provider);
}

static void say_check(const sy_profile_reader *reader, uint32_t rule, bool provider) {
    sy_span unknown = sy_profile_reader_text(reader, rule, "unknown");
    sy_rule_prose_condition(reader, sy_profile_reader_text(reader, rule, "that"), SY_MOOD_MUST, provider);
    sy_say(reader, ", in each wallet");
    sy_rule_prose_when(reader, rule, provider);
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
        sy_say_escaped(reader, reader->texts[sy_json_node_key(node)]);
        index += 1;
    }
}

void sy_rule_prose_rule(const sy_profile_reader *reader, const sy_rule_place *place, bool provider) {
    switch (place->kind) {
    case SY_KIND_FORMULA: say_formula(reader, place->object, provider); break;
    case SY_KIND_CHECK: say_check(reader, place->object, provider); break;
    case SY_KIND_ENVELOPE: say_envelope(reader, place->object); break;
    case SY_KIND_WARNING: say_warning(reader, place->object); break;
    case SY_KIND_KIND: say_kinds(reader, place->object); break;
    case SY_KIND_FACET: sy_facet_prose_rule(reader, place->object, place->facet, provider); break;
    }
    sy_say(reader, ".");
}
