/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_prose.c - what rules ask for. Expressions and objects of rules come in, sentences go out.
 * It refuses to judge an expression: the compiler has taken it.
 */
#include "explain/profile_reader.h"

/* ---- expressions ---- */

static void say_name(const sy_profile_reader *words, sy_span name, bool provider) {
    if (provider && sy_expression_lexer_is_name(name)) sy_say_member_name(words, name);
    else sy_say_escaped(words, name);
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
static void say_sums(const sy_profile_reader *words, sy_span text, sy_mood mood, bool provider) {
    bool at_start = true;
    for (sy_span token = sy_expression_lexer_next(&text); token.nbytes > 0; token = sy_expression_lexer_next(&text)) {
        const comparison *found = find_comparison(token);
        bool spaced = is_sign(token) && !at_start;
        if (found != NULL) sy_say(words, mood == SY_MOOD_IS ? found->is : found->must);
        if (spaced) sy_say(words, " ");
        if (found == NULL) say_name(words, token, provider);
        if (spaced) sy_say(words, " ");
        at_start = found != NULL;
    }
}

void sy_rule_prose_sum(const sy_profile_reader *words, sy_span text, bool provider) {
    say_sums(words, text, SY_MOOD_IS, provider);
}

/* What follows `NAME is`: `known`, another text or a literal, each perhaps with `not` before it. */
static void say_comparison_of_texts(const sy_profile_reader *words, sy_span name, sy_span rest, sy_mood mood,
                                    bool provider) {
    sy_span token = sy_expression_lexer_next(&rest);
    if (sy_span_equal(name, SY_SPAN("unit"))) sy_say(words, "the unit");
    else say_name(words, name, provider);
    sy_say(words, mood == SY_MOOD_IS ? " is " : " must be ");
    if (sy_span_equal(token, SY_SPAN("not"))) {
        sy_say(words, "not ");
        token = sy_expression_lexer_next(&rest);
    }
    if (mood == SY_MOOD_MUST && sy_expression_lexer_is_name(token) && !sy_span_equal(token, SY_SPAN("known")))
        sy_say(words, "the same text as ");
    say_name(words, token, provider && !sy_span_equal(token, SY_SPAN("known")));
}

static void say_flag(const sy_profile_reader *words, sy_span name, bool is_true, sy_mood mood, bool provider) {
    say_name(words, name, provider);
    sy_say(words, mood == SY_MOOD_IS ? " is " : " must be ");
    sy_say(words, is_true ? "true" : "false");
}

void sy_rule_prose_condition(const sy_profile_reader *words, sy_span text, sy_mood mood, bool provider) {
    sy_span rest = text;
    sy_span first = sy_expression_lexer_next(&rest);
    sy_span after_first = rest;
    sy_span second = sy_expression_lexer_next(&rest);
    if (sy_span_equal(first, SY_SPAN("not"))) say_flag(words, second, false, mood, provider);
    else if (sy_span_equal(second, SY_SPAN("is"))) say_comparison_of_texts(words, first, rest, mood, provider);
    else if (after_first.nbytes == 0) say_flag(words, first, true, mood, provider);
    else say_sums(words, text, mood, provider);
}

void sy_rule_prose_when(const sy_profile_reader *words, uint32_t rule, bool provider) {
    uint32_t when = sy_profile_reader_member(words, rule, "when");
    const char *before = " where ";
    for (uint32_t node = sy_profile_reader_first(words, when); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, when, node)) {
        sy_say(words, before);
        sy_rule_prose_condition(words, words->texts[node], SY_MOOD_IS, provider);
        before = " and ";
    }
}

/* ---- rules ---- */

sy_span sy_rule_prose_outcome(const sy_profile_reader *words, uint32_t rule) {
    sy_span outcome = sy_profile_reader_text(words, rule, "outcome");
    return outcome.bytes == NULL ? SY_SPAN("fail") : outcome;
}

sy_span sy_rule_prose_finding_outcome(const sy_profile_reader *words, const sy_rule_place *place) {
    switch (place->kind) {
    case SY_KIND_ENVELOPE: return SY_SPAN("invalid");
    case SY_KIND_WARNING:
    case SY_KIND_GIFT_FLAGS:
    case SY_KIND_EVENT_STATUS:
    case SY_KIND_EVENT_OWNER: return SY_SPAN("warn");
    case SY_KIND_PAGES:
    case SY_KIND_GIFT_TOTAL:
    case SY_KIND_GIFT_REMAINING:
    case SY_KIND_GIFT_OWNER: return SY_SPAN("fail");
    case SY_KIND_FORMULA:
    case SY_KIND_CHECK:
    case SY_KIND_KIND:
    case SY_KIND_UNIQUE:
    case SY_KIND_ORDER: break;
    }
    return sy_rule_prose_outcome(words, place->object);
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
    {"envelope", NULL, "code", SY_KIND_ENVELOPE, false},
    {"envelope", "warning", "code", SY_KIND_WARNING, false},
    {"kind", NULL, "code", SY_KIND_KIND, false},
    {"formulas", NULL, "code", SY_KIND_FORMULA, true},
    {"checks", NULL, "code", SY_KIND_CHECK, true},
    {"gifts", "codes", "total", SY_KIND_GIFT_TOTAL, false},
    {"gifts", "codes", "remaining", SY_KIND_GIFT_REMAINING, false},
    {"gifts", "codes", "owner", SY_KIND_GIFT_OWNER, false},
    {"gifts", "codes", "flags", SY_KIND_GIFT_FLAGS, false},
    {"events", "codes", "status", SY_KIND_EVENT_STATUS, false},
    {"events", "codes", "owner", SY_KIND_EVENT_OWNER, false},
    {"unique", NULL, "code", SY_KIND_UNIQUE, false},
    {"order", NULL, "code", SY_KIND_ORDER, false},
    {"pages", NULL, "code", SY_KIND_PAGES, false},
};

typedef struct code_visitor {
    bool (*visit)(void *context, const sy_rule_place *place);
    void *context;
} code_visitor;

/* False where the visitor has seen enough. */
static bool visit_code(uint32_t object, sy_span code, sy_rule_kind kind, const code_visitor *visitor) {
    sy_rule_place place = {kind, object, code};
    return code.bytes == NULL || visitor->visit(visitor->context, &place);
}

static bool visit_source(const sy_profile_reader *words, const code_source *source, const code_visitor *visitor) {
    uint32_t section = sy_profile_reader_member(words, 0, source->section);
    uint32_t object = source->inside == NULL ? section : sy_profile_reader_member(words, section, source->inside);
    if (!source->is_list)
        return visit_code(section, sy_profile_reader_text(words, object, source->name), source->kind, visitor);
    for (uint32_t rule = sy_profile_reader_first(words, section); rule != SY_NODE_NONE;
         rule = sy_profile_reader_after(words, section, rule))
        if (!visit_code(rule, sy_profile_reader_text(words, rule, source->name), source->kind, visitor)) return false;
    return true;
}

void sy_rule_prose_each_code(const sy_profile_reader *words, bool (*visit)(void *context, const sy_rule_place *place),
                             void *context) {
    code_visitor visitor = {visit, context};
    for (size_t i = 0; i < sizeof code_sources / sizeof code_sources[0]; i += 1)
        if (!visit_source(words, &code_sources[i], &visitor)) return;
}

static void say_formula(const sy_profile_reader *words, uint32_t rule, bool provider) {
    say_name(words, sy_profile_reader_text(words, rule, "amount"), provider);
    sy_say(words, " must be ");
    sy_rule_prose_sum(words, sy_profile_reader_text(words, rule, "is"), provider);
    sy_say(words, ", in each wallet");
    sy_rule_prose_when(words, rule, provider);
}

static void say_check(const sy_profile_reader *words, uint32_t rule, bool provider) {
    sy_span unknown = sy_profile_reader_text(words, rule, "unknown");
    sy_rule_prose_condition(words, sy_profile_reader_text(words, rule, "that"), SY_MOOD_MUST, provider);
    sy_say(words, ", in each wallet");
    sy_rule_prose_when(words, rule, provider);
    if (unknown.bytes == NULL) return;
    sy_say(words, "; where an amount for it is not known, the finding is unverifiable with the reason ");
    sy_say_escaped(words, unknown);
}

static void say_unique(const sy_profile_reader *words, uint32_t object) {
    sy_say(words, "no two wallets may have the same ");
    sy_say_escaped(words, sy_profile_reader_text(words, object, "of"));
}

static void say_order(const sy_profile_reader *words, uint32_t object) {
    sy_say(words, "the wallets must stand by ");
    sy_say_escaped(words, sy_profile_reader_text(words, object, "of"));
    sy_say(words, ", ");
    sy_say_escaped(words, sy_profile_reader_text(words, object, "direction"));
}

/* `/IsSuccess`, with a test `/status is 'ok'`. */
static void say_envelope_flag(const sy_profile_reader *words, uint32_t object, const char *name) {
    uint32_t node = sy_profile_reader_member(words, object, name);
    if (node == SY_NODE_NONE) return;
    if (sy_json_node_is(&words->document, node, SY_NODE_OBJECT)) sy_say_test(words, node);
    else sy_say_escaped(words, words->texts[node]);
}

static void say_envelope(const sy_profile_reader *words, uint32_t object) {
    sy_say(words, "exactly one of ");
    say_envelope_flag(words, object, "success");
    sy_say(words, " and ");
    say_envelope_flag(words, object, "failure");
    sy_say(words, " must be true");
}

static void say_warning(const sy_profile_reader *words, uint32_t object) {
    sy_say_escaped(words, sy_profile_reader_text(words, sy_profile_reader_member(words, object, "warning"), "at"));
    sy_say(words, " should be empty in an answer that is a success");
}

static void say_kinds(const sy_profile_reader *words, uint32_t object) {
    uint32_t values = sy_profile_reader_member(words, object, "values");
    uint32_t index = 0;
    sy_say_escaped(words, sy_profile_reader_text(words, object, "at"));
    sy_say(words, " must be one of ");
    for (uint32_t node = sy_profile_reader_first(words, values); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, values, node)) {
        sy_say_comma(words, index);
        sy_say_escaped(words, words->texts[sy_json_node_key(node)]);
        index += 1;
    }
}

/* The member `name` of the facet, which is a member's name inside a gift or an event. */
static void tell_member(const sy_profile_reader *words, uint32_t facet, const char *name) {
    sy_say_escaped(words, sy_profile_reader_text(words, facet, name));
}

static void say_gift_total(const sy_profile_reader *words, uint32_t gifts, bool provider) {
    bool has_remaining = sy_profile_reader_text(words, gifts, "remaining").bytes != NULL;
    say_name(words, sy_profile_reader_text(words, gifts, "total"), provider);
    sy_say(words, " must be the sum of ");
    tell_member(words, gifts, has_remaining ? "remaining" : "amount");
    sy_say(words, " of the gifts in ");
    tell_member(words, gifts, "at");
    sy_say(words, " that have not expired");
}

static void say_gift_rule(const sy_profile_reader *words, const sy_rule_place *place, bool provider) {
    uint32_t gifts = place->object;
    if (place->kind == SY_KIND_GIFT_TOTAL) {
        say_gift_total(words, gifts, provider);
    } else if (place->kind == SY_KIND_GIFT_REMAINING) {
        tell_member(words, gifts, "remaining");
        sy_say(words, " of a gift must be at least 0 and at most ");
        tell_member(words, gifts, "amount");
    } else if (place->kind == SY_KIND_GIFT_OWNER) {
        tell_member(words, gifts, "owner");
        sy_say(words, " of a gift must be the id of the wallet in which it stands");
    } else {
        sy_say(words, "the flags of a gift must fit it: used up with nothing left, unlimited without a date");
    }
}

static void say_event_rule(const sy_profile_reader *words, const sy_rule_place *place) {
    tell_member(words, place->object, place->kind == SY_KIND_EVENT_OWNER ? "owner" : "action");
    sy_say(words, place->kind == SY_KIND_EVENT_OWNER
                      ? " of an event must be the id of the wallet in which it stands"
                      : " of a wallet's last event must lead to the status that the wallet states");
}

void sy_rule_prose_rule(const sy_profile_reader *words, const sy_rule_place *place, bool provider) {
    switch (place->kind) {
    case SY_KIND_FORMULA: say_formula(words, place->object, provider); break;
    case SY_KIND_CHECK: say_check(words, place->object, provider); break;
    case SY_KIND_ENVELOPE: say_envelope(words, place->object); break;
    case SY_KIND_WARNING: say_warning(words, place->object); break;
    case SY_KIND_KIND: say_kinds(words, place->object); break;
    case SY_KIND_UNIQUE: say_unique(words, place->object); break;
    case SY_KIND_ORDER: say_order(words, place->object); break;
    case SY_KIND_PAGES: sy_say(words, "the pagination headers must agree with one another and with the wallets"); break;
    case SY_KIND_GIFT_TOTAL:
    case SY_KIND_GIFT_REMAINING:
    case SY_KIND_GIFT_OWNER:
    case SY_KIND_GIFT_FLAGS: say_gift_rule(words, place, provider); break;
    case SY_KIND_EVENT_STATUS:
    case SY_KIND_EVENT_OWNER: say_event_rule(words, place); break;
    }
    sy_say(words, ".");
}
