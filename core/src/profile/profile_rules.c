/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/profile_rules.h"

#include "base/assert.h"
#include "profile/profile_expression.h"
#include "profile/profile_fields.h"
#include "profile/profile_parts.h"

SY_STATIC_ASSERT(SY_AMOUNT_NAMES_MAX <= 64, "amounts that something gives are bits of one word");

/* A list of conditions at member `name` of `object`. */
static sy_ref conditions(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, object, name, SY_NODE_ARRAY);
    uint32_t count = sy_config_count(builder, list);
    uint32_t row = 0;
    sy_condition *rows;
    sy_ref table;
    if (count > SY_CONDITIONS_MAX)
        sy_builder_fault(builder, list, "a rule has at most " SY_TEXT_OF(SY_CONDITIONS_MAX) " conditions", SY_SPAN(""));
    table = sy_builder_rows(builder, count, sizeof *rows, &rows);
    if (rows == NULL) return table;
    for (uint32_t node = sy_json_node_first(builder->source, list); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, list, node)) {
        sy_span text = sy_config_string(builder, node);
        if (builder->status != STEELYARD_OK) break;
        rows[row] = sy_profile_expression_condition(compiler, node, text);
        row += 1;
    }
    return table;
}

static sy_ref sum_member(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    sy_span text = sy_config_required_text(compiler->builder, object, name);
    if (text.bytes == NULL) return (sy_ref){0, 0};
    return sy_profile_expression_sum(compiler, sy_config_any(compiler->builder, object, name), text);
}

static uint8_t amount_member(sy_profile_compiler *compiler, uint32_t object, const char *name) {
    return sy_profile_parts_slot(compiler, object, name, &compiler->amounts, "there is no amount of this name");
}

/* Whether the provider states the amount in a member of its own. */
static bool is_stated(const sy_profile_compiler *compiler, uint8_t slot) {
    for (uint32_t i = 0; i < compiler->field_count; i += 1)
        if (compiler->fields[i].type == SY_FIELD_AMOUNT && compiler->fields[i].slot == slot) return true;
    return false;
}

static sy_rule formula(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"code", "amount", "is", "when", "outcome", NULL};
    sy_rule rule;
    sy_bytes_clear(&rule, sizeof rule);
    sy_config_only(compiler->builder, object, names);
    rule.type = SY_RULE_FORMULA;
    rule.code = sy_profile_parts_required_code(compiler, object, "code");
    rule.outcome = sy_profile_parts_outcome(compiler, object);
    rule.slot = amount_member(compiler, object, "amount");
    if (compiler->builder->status == STEELYARD_OK && !is_stated(compiler, rule.slot))
        sy_builder_fault(compiler->builder, sy_config_any(compiler->builder, object, "amount"),
                         "a formula recomputes an amount that the provider states, by `at`",
                         compiler->amounts.names[rule.slot]);
    rule.terms = sum_member(compiler, object, "is");
    rule.when = conditions(compiler, object, "when");
    return rule;
}

static sy_rule derivation(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"amount", "as", "when", NULL};
    sy_rule rule;
    sy_bytes_clear(&rule, sizeof rule);
    sy_config_only(compiler->builder, object, names);
    rule.type = SY_RULE_DERIVE;
    rule.slot = amount_member(compiler, object, "amount");
    rule.terms = sum_member(compiler, object, "as");
    rule.when = conditions(compiler, object, "when");
    return rule;
}

/* What the check judges: an amount, a text or a flag. */
static void check_subject(sy_profile_compiler *compiler, uint32_t object, sy_rule *rule) {
    sy_span at = sy_config_required_text(compiler->builder, object, "at");
    uint32_t text = sy_profile_parts_find_name(&compiler->texts, at);
    uint32_t flag = sy_profile_parts_find_name(&compiler->flags, at);
    if (text < compiler->texts.count) {
        rule->subject = SY_SUBJECT_TEXT;
        rule->slot = (uint8_t)text;
    } else if (flag < compiler->flags.count) {
        rule->subject = SY_SUBJECT_FLAG;
        rule->slot = (uint8_t)flag;
    } else {
        rule->subject = SY_SUBJECT_AMOUNT;
        rule->slot = amount_member(compiler, object, "at");
    }
}

static sy_rule check(sy_profile_compiler *compiler, uint32_t object) {
    static const char *const names[] = {"code", "outcome", "at", "that", "when", "unknown", "message", NULL};
    sy_builder *builder = compiler->builder;
    sy_rule rule;
    sy_span that = sy_config_required_text(builder, object, "that");
    sy_span message = sy_config_text(builder, object, "message");
    sy_span unknown = sy_config_text(builder, object, "unknown");
    sy_bytes_clear(&rule, sizeof rule);
    sy_config_only(builder, object, names);
    rule.type = SY_RULE_CHECK;
    rule.code = sy_profile_parts_required_code(compiler, object, "code");
    rule.outcome = sy_profile_parts_outcome(compiler, object);
    check_subject(compiler, object, &rule);
    if (that.bytes != NULL) {
        rule.that = sy_profile_expression_condition(compiler, sy_config_any(builder, object, "that"), that);
        rule.that_text = sy_builder_text(builder, that);
    }
    rule.when = conditions(compiler, object, "when");
    if (message.bytes != NULL) rule.message = sy_builder_text(builder, message);
    if (unknown.bytes != NULL) rule.reason = sy_builder_text(builder, unknown);
    return rule;
}

static void add_rule(sy_profile_compiler *compiler, uint32_t node, sy_rule rule) {
    if (compiler->builder->status != STEELYARD_OK) return;
    if (compiler->rule_count == SY_RULES_MAX) {
        sy_builder_fault(compiler->builder, node, "a profile has at most " SY_TEXT_OF(SY_RULES_MAX) " rules",
                         (sy_span){NULL, 0});
        return;
    }
    compiler->rules[compiler->rule_count] = rule;
    compiler->rule_nodes[compiler->rule_count] = node;
    compiler->rule_count += 1;
}

static void add_list(sy_profile_compiler *compiler, const char *name,
                     sy_rule (*compile)(sy_profile_compiler *compiler, uint32_t object)) {
    sy_builder *builder = compiler->builder;
    uint32_t list = sy_config_member(builder, compiler->root, name, SY_NODE_ARRAY);
    if (sy_config_count(builder, list) == 0) return;
    for (uint32_t node = sy_profile_parts_first_object(compiler, list); node != SY_NODE_NONE;
         node = sy_profile_parts_next_object(compiler, list, node))
        add_rule(compiler, node, compile(compiler, node));
}

/* Amounts that an option gives: {"overdraftLimit": {"option": "creditLimit", "when": [...]}}. */
static void add_option_amounts(sy_profile_compiler *compiler) {
    static const char *const options[] = {"creditLimit", NULL};
    sy_builder *builder = compiler->builder;
    uint32_t amounts = sy_config_member(builder, compiler->root, "amounts", SY_NODE_OBJECT);
    if (amounts == SY_NODE_NONE) return;
    for (uint32_t node = sy_json_node_first(builder->source, amounts); node != SY_NODE_NONE;
         node = sy_json_node_after(builder->source, amounts, node)) {
        sy_span option = sy_config_text(builder, node, "option");
        sy_rule rule;
        if (option.bytes == NULL) continue;
        (void)sy_config_word(builder, node, "option", options, SY_WORD_REQUIRED);
        sy_bytes_clear(&rule, sizeof rule);
        rule.type = SY_RULE_OPTION;
        rule.slot = (uint8_t)sy_profile_parts_find_name(
            &compiler->amounts, sy_json_node_text(builder->memory, builder->source, sy_json_node_key(node)));
        rule.when = conditions(compiler, node, "when");
        add_rule(compiler, node, rule);
    }
}

/* The amounts that something gives, bit by bit: a member, an option, a derivation. */
static uint64_t given_amounts(const sy_profile_compiler *compiler) {
    uint64_t given = 0;
    for (uint32_t i = 0; i < compiler->field_count; i += 1)
        if (compiler->fields[i].type == SY_FIELD_AMOUNT || compiler->fields[i].type == SY_FIELD_SUM)
            given |= (uint64_t)1 << compiler->fields[i].slot;
    for (uint32_t i = 0; i < compiler->rule_count; i += 1)
        if (compiler->rules[i].type == SY_RULE_DERIVE || compiler->rules[i].type == SY_RULE_OPTION)
            given |= (uint64_t)1 << compiler->rules[i].slot;
    return given;
}

/* Whether the profile reads the text; the currency may also come from the options. */
static bool is_read(const sy_profile_compiler *compiler, uint32_t slot) {
    if (slot == SY_TEXT_CURRENCY) return true;
    for (uint32_t i = 0; i < compiler->field_count; i += 1)
        if (sy_profile_fields_is_text(&compiler->fields[i], slot)) return true;
    return false;
}

static void judge_text(sy_profile_compiler *compiler, uint32_t node, uint32_t slot) {
    if (!is_read(compiler, slot))
        sy_builder_fault(compiler->builder, node, "the profile does not say where this text stands",
                         compiler->texts.names[slot]);
}

static void judge_amount(sy_profile_compiler *compiler, uint32_t node, uint32_t slot, uint64_t given) {
    if ((given >> slot & 1u) == 0)
        sy_builder_fault(compiler->builder, node, "nothing gives or derives this amount",
                         compiler->amounts.names[slot]);
}

static void judge_terms(sy_profile_compiler *compiler, uint32_t node, sy_ref terms, uint64_t given) {
    const sy_term *rows = sy_verifier_rows(compiler->builder->verifier, terms);
    for (uint32_t i = 0; i < terms.count; i += 1)
        if (!rows[i].is_constant) judge_amount(compiler, node, rows[i].slot, given);
}

static void judge_condition(sy_profile_compiler *compiler, uint32_t node, const sy_condition *condition,
                            uint64_t given) {
    bool about_known = condition->type == SY_CONDITION_IS_KNOWN || condition->type == SY_CONDITION_IS_NOT_KNOWN;
    bool about_text = condition->type == SY_CONDITION_TEXT_IS || condition->type == SY_CONDITION_TEXT_IS_NOT;
    judge_terms(compiler, node, condition->terms, given);
    if (about_known && condition->right_slot == SY_SUBJECT_AMOUNT) judge_amount(compiler, node, condition->slot, given);
    if (about_text || (about_known && condition->right_slot == SY_SUBJECT_TEXT))
        judge_text(compiler, node, condition->slot);
    if (about_text && condition->literal.start == 0) judge_text(compiler, node, condition->right_slot);
}

/* A rule that names what nothing gives would never be applied: that is a slip, not a wish. */
static void judge_rules(sy_profile_compiler *compiler) {
    uint64_t given = given_amounts(compiler);
    for (uint32_t i = 0; i < compiler->rule_count; i += 1) {
        const sy_rule *rule = &compiler->rules[i];
        const sy_condition *when = sy_verifier_rows(compiler->builder->verifier, rule->when);
        uint32_t node = compiler->rule_nodes[i];
        judge_terms(compiler, node, rule->terms, given);
        if (rule->type == SY_RULE_CHECK) judge_condition(compiler, node, &rule->that, given);
        if (rule->type == SY_RULE_CHECK && rule->subject == SY_SUBJECT_AMOUNT)
            judge_amount(compiler, node, rule->slot, given);
        if (rule->type == SY_RULE_CHECK && rule->subject == SY_SUBJECT_TEXT) judge_text(compiler, node, rule->slot);
        for (uint32_t row = 0; row < rule->when.count; row += 1) judge_condition(compiler, node, &when[row], given);
    }
}

void sy_profile_rules_compile(sy_profile_compiler *compiler) {
    sy_rule *rows;
    add_option_amounts(compiler);
    add_list(compiler, "derive", derivation);
    add_list(compiler, "formulas", formula);
    add_list(compiler, "checks", check);
    if (compiler->builder->status != STEELYARD_OK) return;
    judge_rules(compiler);
    compiler->profile->rules = sy_builder_rows(compiler->builder, compiler->rule_count, sizeof *rows, &rows);
    for (uint32_t i = 0; rows != NULL && i < compiler->rule_count; i += 1) rows[i] = compiler->rules[i];
}
