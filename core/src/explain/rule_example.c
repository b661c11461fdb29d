/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/rule_example.h"

#include "decimal/decimal.h"
#include "explain/facet_prose.h"
#include "profile/expression_lexer.h"

/* Amounts by name: the one that is judged first. */
typedef struct worked_amounts {
    sy_span names[SY_TERMS_MAX + 1];
    sy_decimal values[SY_TERMS_MAX + 1];
    uint32_t count;   /* 0 where no numbers were found */
    sy_decimal holds; /* what the first would have to be for the rule to hold */
} worked_amounts;

/* A comparison of two sums, taken apart: `judged` stands `times` times in left - right, the others make `rest`. */
typedef struct balance {
    sy_span judged;
    int times;
    sy_decimal rest;
    sy_comparison sign; /* SY_COMPARISON_COUNT in a sum */
} balance;

/* What amounts are tried: tens, tens below zero, zeros. */
typedef enum sample { SAMPLE_TENS, SAMPLE_DEBTS, SAMPLE_ZEROS, SAMPLE_COUNT } sample;

/* So many hundredths. */
static sy_decimal cents(int64_t count) {
    sy_decimal value = sy_decimal_from_integer(count);
    value.scale_digits = 2;
    return value;
}

/* Sums of these numbers fit; only a constant of the rule's could make one that does not. */
static sy_decimal add(sy_decimal left, sy_decimal right, bool subtract) {
    sy_decimal result = cents(0);
    if (subtract) right = sy_decimal_negate(&right);
    (void)sy_decimal_add(&left, &right, &result);
    return result;
}

static uint32_t find(const worked_amounts *worked, sy_span name) {
    uint32_t index = 0;
    while (index < worked->count && !sy_span_equal(worked->names[index], name)) index += 1;
    return index;
}

/* The value of a name, which is given one where it has none yet. */
static sy_decimal value_of(worked_amounts *worked, sy_span name, sample kind) {
    uint32_t index = find(worked, name);
    if (index < worked->count) return worked->values[index];
    if (index > SY_TERMS_MAX) return cents(0);
    worked->names[index] = name;
    worked->values[index] = cents(kind == SAMPLE_ZEROS ? 0 : 1000 * (int64_t)index);
    if (kind == SAMPLE_DEBTS) worked->values[index] = sy_decimal_negate(&worked->values[index]);
    worked->count += 1;
    return worked->values[index];
}

static void add_term(balance *sums, worked_amounts *worked, sy_span token, bool negative, sample kind) {
    sy_decimal constant;
    if (sy_span_equal(token, sums->judged)) {
        sums->times += negative ? -1 : 1;
    } else if (sy_expression_lexer_is_name(token)) {
        sums->rest = add(sums->rest, value_of(worked, token, kind), negative);
    } else if (sy_decimal_parse_string(token, &constant, NULL) == STEELYARD_OK) {
        sums->rest = add(sums->rest, constant, negative);
    }
}

/* Takes a sum or a comparison apart; names get values as they come. */
static void weigh(balance *sums, worked_amounts *worked, sy_span text, sample kind) {
    bool on_the_right = false;
    bool minus = false;
    for (sy_span token = sy_expression_lexer_next(&text); token.nbytes > 0; token = sy_expression_lexer_next(&text)) {
        sy_comparison comparison = sy_expression_lexer_comparison(token);
        if (comparison != SY_COMPARISON_COUNT) {
            sums->sign = comparison;
            on_the_right = true;
            minus = false;
        } else if (token.bytes[0] == '+' || token.bytes[0] == '-') {
            minus = token.bytes[0] == '-';
        } else {
            add_term(sums, worked, token, minus != on_the_right, kind);
            minus = false;
        }
    }
}

static balance begin_balance(sy_span judged) {
    return (balance){judged, 0, cents(0), SY_COMPARISON_COUNT};
}

static void begin_worked(worked_amounts *worked, sy_span judged) {
    sy_bytes_clear(worked, sizeof *worked);
    worked->names[0] = judged;
    worked->count = 1;
}

/* `total` 30.01 where `is` names cash 10.00 and gift 20.00. Nothing where the amount stands in its own formula. */
static void work_formula(const sy_profile_reader *reader, uint32_t rule, worked_amounts *worked_out) {
    sy_span amount = sy_profile_reader_text(reader, rule, "amount");
    balance sums = begin_balance(amount);
    begin_worked(worked_out, amount);
    weigh(&sums, worked_out, sy_profile_reader_text(reader, rule, "is"), SAMPLE_TENS);
    worked_out->holds = sums.rest;
    worked_out->values[0] = add(sums.rest, cents(1), false);
    if (sums.times != 0) worked_out->count = 0;
}

/* What left - right is to be: in `fails` the nearest to zero at which it fails, in `holds` at which it holds. */
static void aim(sy_comparison sign, sy_decimal *fails, sy_decimal *holds) {
    bool is_strict = sign == SY_COMPARISON_LESS || sign == SY_COMPARISON_GREATER;
    bool is_greater = sign == SY_COMPARISON_GREATER || sign == SY_COMPARISON_GREATER_EQUAL;
    int64_t away = is_greater ? -1 : 1;
    *fails = cents(is_strict ? 0 : away);
    *holds = cents(is_strict ? -away : 0);
}

/* Whether `left sign right` holds where left - right is `difference`. */
static bool holds(sy_comparison sign, const sy_decimal *difference) {
    sy_decimal zero = cents(0);
    int order = sy_decimal_compare(difference, &zero);
    switch (sign) {
    case SY_COMPARISON_LESS: return order < 0;
    case SY_COMPARISON_LESS_EQUAL: return order <= 0;
    case SY_COMPARISON_GREATER: return order > 0;
    case SY_COMPARISON_GREATER_EQUAL: return order >= 0;
    case SY_COMPARISON_EQUAL:
    case SY_COMPARISON_COUNT: break;
    }
    return order == 0;
}

/* Whether the comparisons among the rule's conditions hold for these amounts; one that names others is left aside. */
static bool conditions_hold(const sy_profile_reader *reader, uint32_t rule, const worked_amounts *worked) {
    uint32_t when = sy_profile_reader_member(reader, rule, "when");
    for (uint32_t node = sy_profile_reader_first(reader, when); node != SY_NODE_NONE;
         node = sy_profile_reader_after(reader, when, node)) {
        worked_amounts copy = *worked;
        balance sums = begin_balance((sy_span){NULL, 0});
        weigh(&sums, &copy, reader->texts[node], SAMPLE_ZEROS);
        if (sums.sign == SY_COMPARISON_COUNT || copy.count != worked->count) continue;
        if (!holds(sums.sign, &sums.rest)) return false;
    }
    return true;
}

static bool work_check_with(const sy_profile_reader *reader, uint32_t rule, sample kind, worked_amounts *worked) {
    sy_span at = sy_profile_reader_text(reader, rule, "at");
    balance sums = begin_balance(at);
    sy_decimal fails;
    sy_decimal keeps;
    begin_worked(worked, at);
    weigh(&sums, worked, sy_profile_reader_text(reader, rule, "that"), kind);
    if (sums.sign == SY_COMPARISON_COUNT || (sums.times != 1 && sums.times != -1)) return false;
    aim(sums.sign, &fails, &keeps);
    worked->values[0] = add(fails, sums.rest, true);
    worked->holds = add(keeps, sums.rest, true);
    if (sums.times < 0) {
        worked->values[0] = sy_decimal_negate(&worked->values[0]);
        worked->holds = sy_decimal_negate(&worked->holds);
    }
    return conditions_hold(reader, rule, worked);
}

/* The amount at which a comparison fails, conditions of the rule kept; nothing where the amount cannot decide it. */
static void work_check(const sy_profile_reader *reader, uint32_t rule, worked_amounts *worked_out) {
    for (int kind = 0; kind < SAMPLE_COUNT; kind += 1)
        if (work_check_with(reader, rule, (sample)kind, worked_out)) return;
    worked_out->count = 0;
}

/* ---- words ---- */

static void say_amount(const sy_profile_reader *reader, const sy_decimal *value) {
    sy_decimal_write(reader->writer, value, 2);
}

/* `WalletBalance 10.00, TotalGiftBalance 20.00`, all but the first. */
static void say_others(const sy_profile_reader *reader, const worked_amounts *worked) {
    for (uint32_t i = 1; i < worked->count; i += 1) {
        sy_say_comma(reader, i - 1);
        sy_say_name(reader, worked->names[i], SY_NAMING_PROVIDER);
        sy_say(reader, " ");
        say_amount(reader, &worked->values[i]);
    }
}

/* `With gift 10.00, total 10.01 fails, and 10.00 holds.` */
static void say_worked(const sy_profile_reader *reader, const worked_amounts *worked, sy_outcome outcome) {
    sy_say(reader, worked->count > 1 ? "With " : "");
    say_others(reader, worked);
    sy_say(reader, worked->count > 1 ? ", " : "");
    sy_say_name(reader, worked->names[0], SY_NAMING_PROVIDER);
    sy_say(reader, " ");
    say_amount(reader, &worked->values[0]);
    sy_say(reader, " is the finding (");
    sy_say_span(reader, sy_vocabulary_outcome_name(outcome));
    sy_say(reader, "), and ");
    say_amount(reader, &worked->holds);
    sy_say(reader, " is not.");
}

static void say_formula_example(const sy_profile_reader *reader, const sy_rule_place *place) {
    worked_amounts worked;
    work_formula(reader, place->object, &worked);
    if (worked.count == 0) return;
    sy_say(reader, "\nExample: ");
    say_worked(reader, &worked, sy_rule_place_outcome(reader, place));
    sy_say(reader, "\n  expected ");
    say_amount(reader, &worked.holds);
    sy_say(reader, ", actual ");
    say_amount(reader, &worked.values[0]);
    sy_say(reader, ", delta +0.01\n");
}

/* Texts, flags and what is known: no numbers, but the opposite of what is asked. */
static void say_opposite(const sy_profile_reader *reader, uint32_t rule) {
    sy_span rest = sy_profile_reader_text(reader, rule, "that");
    sy_span first = sy_expression_lexer_next(&rest);
    bool is_negated = sy_expression_lexer_word(first) == SY_EXPRESSION_NOT;
    sy_span second = sy_expression_lexer_next(&rest);
    sy_span third = sy_expression_lexer_next(&rest);
    bool is_known;
    sy_say(reader, "\nExample: the finding comes where ");
    sy_say_name(reader, is_negated ? second : first, SY_NAMING_PROVIDER);
    if (sy_expression_lexer_word(second) != SY_EXPRESSION_IS) {
        sy_say(reader, is_negated ? " is true.\n" : " is false.\n");
        return;
    }
    is_negated = sy_expression_lexer_word(third) == SY_EXPRESSION_NOT;
    if (is_negated) third = sy_expression_lexer_next(&rest);
    sy_say(reader, is_negated ? " is " : " is not ");
    is_known = sy_expression_lexer_word(third) == SY_EXPRESSION_KNOWN;
    sy_say_name(reader, third, is_known ? SY_NAMING_REPORT : SY_NAMING_PROVIDER);
    sy_say(reader, ".\n");
}

static void say_check_example(const sy_profile_reader *reader, const sy_rule_place *place) {
    sy_span rest = sy_profile_reader_text(reader, place->object, "that");
    worked_amounts worked;
    bool compares = false;
    for (sy_span token = sy_expression_lexer_next(&rest); token.nbytes > 0; token = sy_expression_lexer_next(&rest))
        compares = compares || sy_expression_lexer_comparison(token) != SY_COMPARISON_COUNT;
    if (!compares) {
        say_opposite(reader, place->object);
        return;
    }
    work_check(reader, place->object, &worked);
    if (worked.count == 0) return;
    sy_say(reader, "\nExample: ");
    say_worked(reader, &worked, sy_rule_place_outcome(reader, place));
    sy_say(reader, "\n");
}

void sy_rule_example_write(const sy_profile_reader *reader, const sy_rule_place *place) {
    switch (place->kind) {
    case SY_RULE_KIND_FORMULA: say_formula_example(reader, place); return;
    case SY_RULE_KIND_CHECK: say_check_example(reader, place); return;
    case SY_RULE_KIND_ENVELOPE: sy_say(reader, "\nExample: both are true"); break;
    case SY_RULE_KIND_WARNING: sy_say(reader, "\nExample: [\"Slow down.\"] stands there"); break;
    case SY_RULE_KIND_KIND: sy_say(reader, "\nExample: 'other'"); break;
    case SY_RULE_KIND_FACET:
        sy_say(reader, "\nExample: ");
        sy_facet_prose_example(reader, place);
        break;
    }
    sy_say(reader, ".\n");
}
