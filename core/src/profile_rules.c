/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_rules.c - formulas, derived amounts and checks of a profile. Lists of JSON objects come in, rows go out, in
 * the order in which they are applied: formulas, derived amounts, checks. It refuses to know what a rule proves.
 */
#include "profile.h"

sy_ref sy_profile_code(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_span code = sy_source_text(compiler->builder, object, name);
    if (code.bytes == NULL) return (sy_ref){0, 0};
    return sy_build_dotted(compiler->builder, compiler->name, code);
}

uint8_t sy_profile_outcome(sy_profile_compiler *compiler, uint32_t object) {
    sy_span outcome = sy_source_text(compiler->builder, object, "outcome");
    if (outcome.bytes == NULL) return SY_OUTCOME_FAIL;
    if (sy_span_equal(outcome, SY_SPAN("fail"))) return SY_OUTCOME_FAIL;
    if (sy_span_equal(outcome, SY_SPAN("warn"))) return SY_OUTCOME_WARN;
    if (sy_span_equal(outcome, SY_SPAN("invalid"))) return SY_OUTCOME_INVALID;
    sy_builder_fault(compiler->builder, object, "outcome is one of fail, warn, invalid", outcome);
    return SY_OUTCOME_FAIL;
}

sy_ref sy_profile_conditions(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_source_member(builder, object, name, SY_NODE_ARRAY);
    uint32_t count = sy_source_count(builder, list);
    uint32_t row = 0;
    sy_condition *rows;
    sy_ref table;
    if (count > SY_CONDITIONS_MAX) sy_builder_fault(builder, list, "a rule has at most 8 conditions", SY_SPAN(""));
    table = sy_build_rows(builder, count, sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (uint32_t node = sy_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_node_after(builder->source, list, node)) {
        sy_span text = sy_source_string(builder, node);
        if (builder->status != STEELYARD_OK) break;
        rows[row] = sy_profile_condition(compiler, node, text);
        row += 1;
    }
    return table;
}

static sy_ref sum_member(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_span text = sy_source_required_text(compiler->builder, object, name);
    if (text.bytes == NULL) return (sy_ref){0, 0};
    return sy_profile_sum(compiler, sy_source_any(compiler->builder, object, name), text);
}

/* The amount that member `name` names. */
static uint8_t amount_member(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_span text = sy_source_required_text(compiler->builder, object, name);
    uint32_t slot = sy_names_find(&compiler->amounts, text);
    if (text.bytes != NULL && slot == compiler->amounts.count)
        sy_builder_fault(compiler->builder, object, "there is no amount of this name", text);
    return (uint8_t)slot;
}

static sy_rule formula(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"code", "amount", "is", "when", "outcome", NULL};
    sy_rule rule;
    sy_fill_zero(&rule, sizeof rule);
    sy_source_only(compiler->builder, object, names);
    (void)sy_source_required_text(compiler->builder, object, "code");
    rule.type = SY_RULE_FORMULA;
    rule.code = sy_profile_code(compiler, object, "code");
    rule.outcome = sy_profile_outcome(compiler, object);
    rule.slot = amount_member(compiler, object, "amount");
    rule.terms = sum_member(compiler, object, "is");
    rule.when = sy_profile_conditions(compiler, object, "when");
    return rule;
}

static sy_rule derivation(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"amount", "as", "when", NULL};
    sy_rule rule;
    sy_fill_zero(&rule, sizeof rule);
    sy_source_only(compiler->builder, object, names);
    rule.type = SY_RULE_DERIVE;
    rule.slot = amount_member(compiler, object, "amount");
    rule.terms = sum_member(compiler, object, "as");
    rule.when = sy_profile_conditions(compiler, object, "when");
    return rule;
}

/* What the check judges: an amount or a text. */
static void check_subject(sy_profile_compiler *compiler, uint32_t object, sy_rule *rule) {
    sy_span at = sy_source_required_text(compiler->builder, object, "at");
    uint32_t slot = sy_names_find(&compiler->texts, at);
    rule->at_is_text = slot < compiler->texts.count;
    rule->slot = (uint8_t)slot;
    if (!rule->at_is_text) rule->slot = amount_member(compiler, object, "at");
}

static sy_rule check(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"code", "outcome", "at", "that", "when", "unknown", "message", NULL};
    sy_builder *builder = compiler->builder;
    sy_rule rule;
    sy_span that = sy_source_required_text(builder, object, "that");
    sy_span message = sy_source_text(builder, object, "message");
    sy_span unknown = sy_source_text(builder, object, "unknown");
    sy_fill_zero(&rule, sizeof rule);
    sy_source_only(builder, object, names);
    (void)sy_source_required_text(builder, object, "code");
    rule.type = SY_RULE_CHECK;
    rule.code = sy_profile_code(compiler, object, "code");
    rule.outcome = sy_profile_outcome(compiler, object);
    check_subject(compiler, object, &rule);
    if (that.bytes != NULL) {
        rule.that = sy_profile_condition(compiler, sy_source_any(builder, object, "that"), that);
        rule.that_text = sy_build_text(builder, that);
    }
    rule.when = sy_profile_conditions(compiler, object, "when");
    if (message.bytes != NULL) rule.message = sy_build_text(builder, message);
    if (unknown.bytes != NULL) rule.reason = sy_build_text(builder, unknown);
    return rule;
}

static void add_rule(sy_profile_compiler *compiler, uint32_t node, sy_rule rule) {
    if (compiler->builder->status != STEELYARD_OK) return;
    if (compiler->rule_count == SY_RULES_MAX) {
        sy_builder_fault(compiler->builder, node, "a profile has at most 64 rules", SY_SPAN(""));
        return;
    }
    compiler->rules[compiler->rule_count] = rule;
    compiler->rule_count += 1;
}

static void add_list(sy_profile_compiler *compiler, const char *name,
                     sy_rule (*compile)(sy_profile_compiler *compiler, uint32_t object)) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_source_member(builder, compiler->root, name, SY_NODE_ARRAY);
    if (sy_source_count(builder, list) == 0) return;
    for (uint32_t node = sy_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_node_after(builder->source, list, node)) {
        if (!sy_node_is(builder->source, node, SY_NODE_OBJECT))
            sy_builder_fault(builder, node, "a rule is an object", SY_SPAN(""));
        if (builder->status != STEELYARD_OK) return;
        add_rule(compiler, node, compile(compiler, node));
    }
}

/* Amounts that an option gives: {"overdraftLimit": {"option": "creditLimit", "when": [...]}}. */
static void add_option_amounts(sy_profile_compiler *compiler) {
    sy_builder *builder = compiler->builder;
    uint32_t amounts = sy_source_member(builder, compiler->root, "amounts", SY_NODE_OBJECT);
    if (amounts == SY_NODE_NONE) return;
    for (uint32_t node = sy_node_first(builder->source, amounts); node != SY_NODE_NONE;
         node = sy_node_after(builder->source, amounts, node)) {
        sy_span option = sy_source_text(builder, node, "option");
        sy_rule rule;
        if (option.bytes == NULL) continue;
        if (!sy_span_equal(option, SY_SPAN("creditLimit")))
            sy_builder_fault(builder, node, "only the option creditLimit gives an amount", option);
        sy_fill_zero(&rule, sizeof rule);
        rule.type = SY_RULE_OPTION;
        rule.slot = (uint8_t)sy_names_find(
            &compiler->amounts, sy_node_text(builder->memory, builder->source, sy_node_key(node)));
        rule.when = sy_profile_conditions(compiler, node, "when");
        add_rule(compiler, node, rule);
    }
}

void sy_profile_compile_rules(sy_profile_compiler *compiler) {
    sy_rule *rows;
    add_list(compiler, "formulas", formula);
    add_option_amounts(compiler);
    add_list(compiler, "derive", derivation);
    add_list(compiler, "checks", check);
    compiler->profile->rules = sy_build_rows(compiler->builder, compiler->rule_count, sizeof *rows, &rows);
    for (uint32_t i = 0; rows != NULL && i < compiler->rule_count; i += 1) rows[i] = compiler->rules[i];
}
