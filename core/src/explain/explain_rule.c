/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/explain.h"

#include "explain/rule_example.h"

/* ---- what the finding does ---- */

static void say_heading(const sy_profile_reader *words, const sy_rule_place *place) {
    sy_span outcome = sy_rule_prose_finding_outcome(words, place);
    sy_say_escaped(words, words->name);
    sy_say(words, ".");
    sy_say_escaped(words, place->code);
    sy_say(words, place->kind == SY_KIND_FORMULA ? ": a formula" : ": a rule");
    sy_say(words, " of the profile ");
    sy_say_escaped(words, words->name);
    if (sy_span_equal(outcome, SY_SPAN("warn"))) sy_say(words, "; its finding warns, the verdict stays as it is\n\n");
    else if (sy_span_equal(outcome, SY_SPAN("invalid"))) sy_say(words, "; its finding makes the verdict invalid\n\n");
    else sy_say(words, "; its finding makes the verdict mismatch\n\n");
}

/* ---- where the amounts of a rule stand ---- */

typedef struct shown_names {
    sy_span names[SY_TERMS_MAX];
    uint32_t count;
} shown_names;

static bool is_shown(const shown_names *shown, sy_span name) {
    for (uint32_t i = 0; i < shown->count; i += 1)
        if (sy_span_equal(shown->names[i], name)) return true;
    return false;
}

/* How an amount that the provider does not give comes about, as far as one rule derives it. */
static void say_derivation(const sy_profile_reader *words, sy_span name) {
    uint32_t derive = sy_profile_reader_member(words, 0, "derive");
    for (uint32_t rule = sy_profile_reader_first(words, derive); rule != SY_NODE_NONE;
         rule = sy_profile_reader_after(words, derive, rule)) {
        if (!sy_span_equal(sy_profile_reader_text(words, rule, "amount"), name)) continue;
        sy_say(words, "derived: ");
        sy_rule_prose_sum(words, sy_profile_reader_text(words, rule, "as"), false);
        sy_rule_prose_when(words, rule, false);
        return;
    }
    sy_say(words, "not given by the provider");
}

/* `  total: /TotalBalance`, once for each name. Words of the language are no names of the profile's. */
static void say_name_line(const sy_profile_reader *words, shown_names *shown, sy_span name) {
    uint32_t object = sy_profile_reader_subject(words, name);
    bool is_derived = object == SY_NODE_NONE && sy_profile_reader_is_derived(words, name);
    if (!sy_expression_lexer_is_name(name) || is_shown(shown, name) || shown->count == SY_TERMS_MAX) return;
    if (object == SY_NODE_NONE && !is_derived) return;
    shown->names[shown->count] = name;
    shown->count += 1;
    sy_say(words, "  ");
    sy_say_escaped(words, name);
    sy_say(words, ": ");
    if (is_derived) say_derivation(words, name);
    else sy_say_place(words, object);
    sy_say(words, "\n");
}

static void say_names_of(const sy_profile_reader *words, shown_names *shown, sy_span expression) {
    for (sy_span token = sy_expression_lexer_next(&expression); token.nbytes > 0;
         token = sy_expression_lexer_next(&expression))
        say_name_line(words, shown, token);
}

static void say_names(const sy_profile_reader *words, const sy_rule_place *place) {
    uint32_t when = sy_profile_reader_member(words, place->object, "when");
    shown_names shown = {.count = 0};
    say_names_of(words, &shown, sy_profile_reader_text(words, place->object, "amount"));
    say_names_of(words, &shown, sy_profile_reader_text(words, place->object, "at"));
    say_names_of(words, &shown, sy_profile_reader_text(words, place->object, "is"));
    say_names_of(words, &shown, sy_profile_reader_text(words, place->object, "that"));
    for (uint32_t node = sy_profile_reader_first(words, when); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, when, node))
        say_names_of(words, &shown, words->texts[node]);
}

/* ---- what to make of it ---- */

static const char *advice_on(const sy_profile_reader *words, const sy_rule_place *place) {
    sy_span outcome = sy_rule_prose_finding_outcome(words, place);
    if (place->kind == SY_KIND_FORMULA || place->kind == SY_KIND_GIFT_TOTAL)
        return "The amounts contradict one another: at least one of them is wrong. What to do: do not pay from this "
               "wallet; read the finding's expected, actual, delta and cause, fetch again, then ask the provider.";
    if (sy_span_equal(outcome, SY_SPAN("warn")))
        return "The amounts may be right all the same, but the answer is not as documented. What to do: look at the "
               "place that the finding names before you rely on it.";
    if (sy_span_equal(outcome, SY_SPAN("invalid")))
        return "The answer is not of the documented shape, so that nothing in it can be relied on. What to do: compare "
               "the place that the finding names with the documentation.";
    return "The answer states something that its provider rules out. What to do: do not pay from this wallet; fetch "
           "again, then ask the provider.";
}

static void say_sources(const sy_profile_reader *words) {
    uint32_t source = sy_profile_reader_member(words, 0, "source");
    if (source == SY_NODE_NONE) return;
    sy_say(words, "\nDocumented in:\n");
    if (sy_json_node_is(&words->document, source, SY_NODE_STRING)) {
        sy_say(words, "  ");
        sy_say_escaped(words, words->texts[source]);
        sy_say(words, "\n");
    }
    for (uint32_t node = sy_profile_reader_first(words, source); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, source, node)) {
        sy_say(words, "  ");
        sy_say_escaped(words, words->texts[node]);
        sy_say(words, "\n");
    }
}

void sy_explain_rule(const sy_profile_reader *words, const sy_rule_place *place) {
    bool has_names = place->kind == SY_KIND_FORMULA || place->kind == SY_KIND_CHECK;
    sy_span message = sy_profile_reader_text(words, place->object, "message");
    say_heading(words, place);
    sy_say(words, "The rule: ");
    sy_rule_prose_rule(words, place, true);
    sy_say(words, "\n");
    if (has_names) say_names(words, place);
    if (place->kind == SY_KIND_CHECK && message.bytes != NULL) {
        sy_say(words, "The finding says: ");
        sy_say_escaped(words, message);
        sy_say(words, "\n");
    }
    sy_say(words, "\n");
    sy_say(words, advice_on(words, place));
    sy_say(words, "\n");
    say_sources(words);
    sy_rule_example_write(words, place);
}
