/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/explain_rule.h"

#include "explain/rule_example.h"
#include "explain/rule_prose.h"
#include "profile/expression_lexer.h"

/* ---- what the finding does ---- */

static void say_heading(const sy_profile_reader *reader, const sy_rule_place *place) {
    sy_outcome outcome = sy_rule_place_outcome(reader, place);
    sy_say_escaped(reader, reader->name);
    sy_say(reader, ".");
    sy_say_escaped(reader, place->code);
    sy_say(reader, place->kind == SY_RULE_KIND_FORMULA ? ": a formula" : ": a rule");
    sy_say(reader, " of the profile ");
    sy_say_escaped(reader, reader->name);
    if (outcome == SY_OUTCOME_WARN) sy_say(reader, "; its finding warns, the verdict stays as it is\n\n");
    else if (outcome == SY_OUTCOME_INVALID) sy_say(reader, "; its finding makes the verdict invalid\n\n");
    else sy_say(reader, "; its finding makes the verdict mismatch\n\n");
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
static void say_derivation(const sy_profile_reader *reader, sy_span name) {
    uint32_t derive = sy_profile_reader_member(reader, 0, "derive");
    for (uint32_t rule = sy_profile_reader_first(reader, derive); rule != SY_NODE_NONE;
         rule = sy_profile_reader_after(reader, derive, rule)) {
        if (!sy_span_equal(sy_profile_reader_text(reader, rule, "amount"), name)) continue;
        sy_say(reader, "derived: ");
        sy_rule_prose_sum(reader, sy_profile_reader_text(reader, rule, "as"), SY_NAMING_REPORT);
        sy_rule_prose_when(reader, rule, SY_NAMING_REPORT);
        return;
    }
    sy_say(reader, "not given by the provider");
}

/* `  total: /TotalBalance`, once for each name. Words of the language are no names of the profile's. */
static void say_name_line(const sy_profile_reader *reader, shown_names *shown, sy_span name) {
    uint32_t object = sy_profile_reader_subject(reader, name);
    bool is_derived = object == SY_NODE_NONE && sy_profile_reader_is_derived(reader, name);
    if (!sy_expression_lexer_is_name(name) || is_shown(shown, name) || shown->count == SY_TERMS_MAX) return;
    if (object == SY_NODE_NONE && !is_derived) return;
    shown->names[shown->count] = name;
    shown->count += 1;
    sy_say(reader, "  ");
    sy_say_escaped(reader, name);
    sy_say(reader, ": ");
    if (is_derived) say_derivation(reader, name);
    else sy_say_place(reader, object);
    sy_say(reader, "\n");
}

static void say_names_of(const sy_profile_reader *reader, shown_names *shown, sy_span expression) {
    for (sy_span token = sy_expression_lexer_next(&expression); token.nbytes > 0;
         token = sy_expression_lexer_next(&expression))
        say_name_line(reader, shown, token);
}

static void say_names(const sy_profile_reader *reader, const sy_rule_place *place) {
    uint32_t when = sy_profile_reader_member(reader, place->object, "when");
    shown_names shown = {.count = 0};
    say_names_of(reader, &shown, sy_profile_reader_text(reader, place->object, "amount"));
    say_names_of(reader, &shown, sy_profile_reader_text(reader, place->object, "at"));
    say_names_of(reader, &shown, sy_profile_reader_text(reader, place->object, "is"));
    say_names_of(reader, &shown, sy_profile_reader_text(reader, place->object, "that"));
    for (uint32_t node = sy_profile_reader_first(reader, when); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, when, node))
        say_names_of(reader, &shown, reader->texts[node]);
}

/* ---- what to make of it ---- */

static const char *advice_on(const sy_profile_reader *reader, const sy_rule_place *place) {
    sy_outcome outcome = sy_rule_place_outcome(reader, place);
    if (sy_rule_place_is_formula(place))
        return "The amounts contradict one another: at least one of them is wrong. What to do: do not pay from this "
               "wallet; read the finding's expected, actual, delta and cause, fetch again, then ask the provider.";
    if (outcome == SY_OUTCOME_WARN)
        return "The amounts may be right all the same, but the answer is not as documented. What to do: look at the "
               "place that the finding names before you rely on it.";
    if (outcome == SY_OUTCOME_INVALID)
        return "The answer is not of the documented shape, so that nothing in it can be relied on. What to do: compare "
               "the place that the finding names with the documentation.";
    return "The answer states something that its provider rules out. What to do: do not pay from this wallet; fetch "
           "again, then ask the provider.";
}

static void say_sources(const sy_profile_reader *reader) {
    uint32_t source = sy_profile_reader_member(reader, 0, "source");
    if (source == SY_NODE_NONE) return;
    sy_say(reader, "\nDocumented in:\n");
    if (sy_json_node_is(&reader->document, source, SY_NODE_STRING)) {
        sy_say(reader, "  ");
        sy_say_escaped(reader, reader->texts[source]);
        sy_say(reader, "\n");
    }
    for (uint32_t node = sy_profile_reader_first(reader, source); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, source, node)) {
        sy_say(reader, "  ");
        sy_say_escaped(reader, reader->texts[node]);
        sy_say(reader, "\n");
    }
}

void sy_explain_rule(const sy_profile_reader *reader, const sy_rule_place *place) {
    bool has_names = place->kind == SY_RULE_KIND_FORMULA || place->kind == SY_RULE_KIND_CHECK;
    sy_span message = sy_profile_reader_text(reader, place->object, "message");
    say_heading(reader, place);
    sy_say(reader, "The rule: ");
    sy_rule_prose_rule(reader, place, SY_NAMING_PROVIDER);
    sy_say(reader, "\n");
    if (has_names) say_names(reader, place);
    if (place->kind == SY_RULE_KIND_CHECK && message.bytes != NULL) {
        sy_say(reader, "The finding says: ");
        sy_say_escaped(reader, message);
        sy_say(reader, "\n");
    }
    sy_say(reader, "\n");
    sy_say(reader, advice_on(reader, place));
    sy_say(reader, "\n");
    say_sources(reader);
    sy_rule_example_write(reader, place);
}
