/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_expression.c - the grammar of the language of rules; its tokens are read by expression_lexer.
 *
 *   sum       = ["-"] term { ("+" | "-") term }
 *   term      = name | decimal
 *   condition = ["not"] flag | "unit is known" | name "is" ["not"] "known" | text "is" ["not"] (text | "'" literal "'")
 *             | sum ("<" | "<=" | ">" | ">=" | "=") sum
 */
#include "profile/profile_expression.h"

#include "profile/expression_lexer.h"
#include "profile/profile_parts.h"

typedef struct scanner {
    sy_profile_compiler *compiler;
    uint32_t node; /* the string being read, for faults */
    sy_span rest;
    sy_term terms[SY_TERMS_MAX];
    uint32_t term_count;
} scanner;

static void fault(scanner *state, const char *text, sy_span name) {
    sy_builder_fault(state->compiler->builder, state->node, text, name);
}

/* The name is in none of the tables where it could be: the fault lists what they have. */
static void fault_name(scanner *state, const char *text, sy_span found, const sy_names *names) {
    sy_builder_fault_among_names(state->compiler->builder, state->node, text, found, names->names, names->count);
}

/* The provider's name of an amount is taken for a slip: the nearest name is then the amount's own. */
static void fault_amount(scanner *state, sy_span found) {
    const sy_names *amounts = &state->compiler->amounts;
    fault_name(state, "there is no amount of this name", found, amounts);
    for (uint32_t slot = 0; slot < amounts->count; slot += 1)
        if (sy_span_equal(amounts->members[slot], found))
            state->compiler->builder->fault_nearest = amounts->names[slot];
}

/* The name is in no table at all: the fault lists amounts, flags and texts. */
static void fault_any_name(scanner *state, sy_span found) {
    const sy_profile_compiler *compiler = state->compiler;
    const sy_names *tables[] = {&compiler->amounts, &compiler->flags, &compiler->texts};
    sy_span names[3 * SY_AMOUNT_NAMES_MAX];
    uint32_t count = 0;
    for (size_t table = 0; table < sizeof tables / sizeof tables[0]; table += 1) {
        for (uint32_t i = 0; i < tables[table]->count; i += 1) {
            names[count] = tables[table]->names[i];
            count += 1;
        }
    }
    sy_builder_fault_among_names(compiler->builder, state->node, "there is no amount, flag or text of this name", found,
                                 names, count);
}

/* The next token is passed over; empty at the end. */
static sy_span next_token(scanner *state) {
    sy_span token = sy_expression_lexer_next(&state->rest);
    sy_span content;
    if (sy_expression_lexer_is_literal(token, &content) && content.bytes == NULL)
        fault(state, "a quote is not closed", token);
    return token;
}

/* Passes over the next token where it is the one wanted; over spaces in any case. */
static bool consume_sign(scanner *state, sy_span wanted) {
    sy_span before;
    sy_expression_lexer_skip_spaces(&state->rest);
    before = state->rest;
    if (sy_span_equal(next_token(state), wanted)) return true;
    state->rest = before;
    return false;
}

static bool consume_word(scanner *state, sy_expression_word wanted) {
    sy_span before;
    sy_expression_lexer_skip_spaces(&state->rest);
    before = state->rest;
    if (sy_expression_lexer_word(next_token(state)) == wanted) return true;
    state->rest = before;
    return false;
}

static void add_term(scanner *state, bool negative) {
    sy_span token = next_token(state);
    sy_term term;
    sy_bytes_clear(&term, sizeof term);
    term.negative = negative;
    if (token.nbytes == 0) {
        fault(state, "a name or a number is missing at the end", token);
        return;
    }
    if (state->term_count == SY_TERMS_MAX) {
        fault(state, "a sum has at most " SY_TEXT_OF(SY_TERMS_MAX) " terms", token);
        return;
    }
    if (sy_expression_lexer_is_number(token)) {
        term.is_constant = 1;
        if (sy_decimal_parse_string(token, &term.constant, NULL) != STEELYARD_OK)
            fault(state, "this is no decimal", token);
    } else {
        uint32_t slot = sy_profile_parts_find_name(&state->compiler->amounts, token);
        if (slot == state->compiler->amounts.count) fault_amount(state, token);
        term.slot = (uint8_t)slot;
    }
    state->terms[state->term_count] = term;
    state->term_count += 1;
}

/* A sum, all its signs turned where `negative` is set; ends before whatever is no + or -. */
static void scan_sum(scanner *state, bool negative) {
    bool turned = consume_sign(state, SY_SPAN("-"));
    add_term(state, turned != negative);
    while (state->compiler->builder->status == STEELYARD_OK) {
        if (consume_sign(state, SY_SPAN("+"))) add_term(state, negative);
        else if (consume_sign(state, SY_SPAN("-"))) add_term(state, !negative);
        else return;
    }
}

static sy_ref keep_terms(scanner *state) {
    sy_term *rows;
    sy_ref table = sy_builder_rows(state->compiler->builder, state->term_count, sizeof *rows, &rows);
    for (uint32_t i = 0; rows != NULL && i < state->term_count; i += 1) rows[i] = state->terms[i];
    return table;
}

static void begin(scanner *state, sy_profile_compiler *compiler, uint32_t node, sy_span text) {
    state->compiler = compiler;
    state->node = node;
    state->rest = text;
    state->term_count = 0;
}

static void expect_end(scanner *state) {
    sy_expression_lexer_skip_spaces(&state->rest);
    if (state->rest.nbytes > 0) fault(state, "nothing may follow here", state->rest);
}

sy_ref sy_profile_expression_sum(sy_profile_compiler *compiler, uint32_t node, sy_span text) {
    scanner state;
    begin(&state, compiler, node, text);
    scan_sum(&state, false);
    expect_end(&state);
    return keep_terms(&state);
}

static uint8_t comparison_type(scanner *state) {
    static const uint8_t types[SY_COMPARISON_COUNT] = {
        [SY_COMPARISON_LESS] = SY_CONDITION_LESS,       [SY_COMPARISON_LESS_EQUAL] = SY_CONDITION_LESS_EQUAL,
        [SY_COMPARISON_GREATER] = SY_CONDITION_GREATER, [SY_COMPARISON_GREATER_EQUAL] = SY_CONDITION_GREATER_EQUAL,
        [SY_COMPARISON_EQUAL] = SY_CONDITION_EQUAL,
    };
    sy_span sign = next_token(state);
    sy_comparison comparison = sy_expression_lexer_comparison(sign);
    if (comparison != SY_COMPARISON_COUNT) return types[comparison];
    fault(state, "one of < <= > >= = is needed here", sign);
    return SY_CONDITION_EQUAL;
}

static sy_condition known_condition(uint32_t slot, sy_subject subject, bool negative) {
    sy_condition condition;
    sy_bytes_clear(&condition, sizeof condition);
    condition.type = negative ? SY_CONDITION_IS_NOT_KNOWN : SY_CONDITION_IS_KNOWN;
    condition.slot = (uint8_t)slot;
    condition.right_slot = (uint8_t)subject;
    return condition;
}

static sy_condition scan_comparison(scanner *state) {
    sy_condition condition;
    sy_bytes_clear(&condition, sizeof condition);
    scan_sum(state, false);
    condition.type = comparison_type(state);
    scan_sum(state, true);
    condition.terms = keep_terms(state);
    return condition;
}

/* A status or kind is compared with the report's words for it: a literal that is none of them would never be equal. */
static void judge_literal(scanner *state, uint32_t slot, sy_span literal) {
    const sy_profile_compiler *compiler = state->compiler;
    sy_ref table = slot == SY_TEXT_STATUS ? compiler->profile->statuses : compiler->profile->kinds;
    const sy_value_name *rows = sy_verifier_rows(compiler->builder->verifier, table);
    sy_span words[SY_LIST_MAX];
    if ((slot != SY_TEXT_STATUS && slot != SY_TEXT_KIND) || table.count == 0) return;
    for (uint32_t i = 0; i < table.count; i += 1) {
        words[i] = sy_verifier_text(compiler->builder->verifier, rows[i].word);
        if (sy_span_equal(words[i], literal)) return;
    }
    sy_builder_fault_among_names(compiler->builder, state->node, "`values` gives no such word", literal, words,
                                 table.count);
}

/* Behind `text is`: known, a text, or a literal. */
static sy_condition scan_text(scanner *state, uint32_t slot) {
    sy_condition condition;
    sy_span token;
    sy_span literal;
    bool negative;
    sy_bytes_clear(&condition, sizeof condition);
    condition.slot = (uint8_t)slot;
    if (!consume_word(state, SY_EXPRESSION_IS)) fault(state, "`is` is needed here", state->rest);
    negative = consume_word(state, SY_EXPRESSION_NOT);
    if (consume_word(state, SY_EXPRESSION_KNOWN)) return known_condition(slot, SY_SUBJECT_TEXT, negative);
    condition.type = negative ? SY_CONDITION_TEXT_IS_NOT : SY_CONDITION_TEXT_IS;
    token = next_token(state);
    if (sy_expression_lexer_is_literal(token, &literal)) {
        judge_literal(state, slot, literal);
        condition.literal = sy_builder_text(state->compiler->builder, literal);
        return condition;
    }
    slot = sy_profile_parts_find_name(&state->compiler->texts, token);
    if (slot == state->compiler->texts.count)
        fault_name(state, "there is no text of this name (a literal stands in apostrophes)", token,
                   &state->compiler->texts);
    condition.right_slot = (uint8_t)slot;
    return condition;
}

static sy_condition scan_flag(scanner *state, uint32_t slot, bool negative) {
    sy_condition condition;
    if (!negative && consume_word(state, SY_EXPRESSION_IS)) {
        negative = consume_word(state, SY_EXPRESSION_NOT);
        if (!consume_word(state, SY_EXPRESSION_KNOWN)) fault(state, "a flag is known or not, true or not", state->rest);
        return known_condition(slot, SY_SUBJECT_FLAG, negative);
    }
    sy_bytes_clear(&condition, sizeof condition);
    condition.type = negative ? SY_CONDITION_NOT_FLAG : SY_CONDITION_FLAG;
    condition.slot = (uint8_t)slot;
    return condition;
}

static sy_condition scan_unit(scanner *state, sy_span start) {
    sy_condition condition;
    sy_bytes_clear(&condition, sizeof condition);
    condition.type = SY_CONDITION_UNIT_IS_KNOWN;
    if (!consume_word(state, SY_EXPRESSION_IS) || !consume_word(state, SY_EXPRESSION_KNOWN))
        fault(state, "only `unit is known` can be asked of the unit", start);
    return condition;
}

/* `amount is known` or a comparison. */
static sy_condition scan_amount(scanner *state, uint32_t slot, sy_span start) {
    bool negative;
    if (!consume_word(state, SY_EXPRESSION_IS)) {
        state->rest = start;
        return scan_comparison(state);
    }
    negative = consume_word(state, SY_EXPRESSION_NOT);
    if (!consume_word(state, SY_EXPRESSION_KNOWN))
        fault(state, "of an amount only `is known` can be asked; values are compared with = and <", start);
    return known_condition(slot, SY_SUBJECT_AMOUNT, negative);
}

static sy_condition scan_condition(scanner *state) {
    const sy_profile_compiler *compiler = state->compiler;
    sy_condition condition;
    sy_span start = state->rest;
    bool negative = consume_word(state, SY_EXPRESSION_NOT);
    sy_span token = next_token(state);
    uint32_t slot = sy_profile_parts_find_name(&compiler->flags, token);
    sy_bytes_clear(&condition, sizeof condition);
    if (slot < compiler->flags.count) return scan_flag(state, slot, negative);
    if (negative) {
        fault_name(state, "there is no flag of this name", token, &compiler->flags);
        return condition;
    }
    if (sy_expression_lexer_word(token) == SY_EXPRESSION_UNIT) return scan_unit(state, start);
    slot = sy_profile_parts_find_name(&compiler->texts, token);
    if (slot < compiler->texts.count) return scan_text(state, slot);
    slot = sy_profile_parts_find_name(&compiler->amounts, token);
    if (slot < compiler->amounts.count) return scan_amount(state, slot, start);
    if (sy_expression_lexer_is_name(token)) {
        fault_any_name(state, token);
        return condition;
    }
    state->rest = start;
    return scan_comparison(state);
}

sy_condition sy_profile_expression_condition(sy_profile_compiler *compiler, uint32_t node, sy_span text) {
    scanner state;
    sy_condition condition;
    begin(&state, compiler, node, text);
    condition = scan_condition(&state);
    expect_end(&state);
    return condition;
}
