/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/rule_example.h"

/* A comparison of two sums, taken apart: `judged` stands `times` times in left - right, the others make `rest`. */
typedef struct balance {
    sy_span judged;
    int times;
    sy_decimal rest;
    sy_span sign; /* < <= > >= =; bytes NULL in a sum */
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

static bool is_comparison(sy_span token) {
    return token.nbytes > 0 && (token.bytes[0] == '<' || token.bytes[0] == '>' || token.bytes[0] == '=');
}

static uint32_t find(const sy_worked_amounts *worked, sy_span name) {
    uint32_t index = 0;
    while (index < worked->count && !sy_span_equal(worked->names[index], name)) index += 1;
    return index;
}

/* The value of a name, which is given one where it has none yet. */
static sy_decimal value_of(sy_worked_amounts *worked, sy_span name, sample kind) {
    uint32_t index = find(worked, name);
    if (index < worked->count) return worked->values[index];
    if (index > SY_TERMS_MAX) return cents(0);
    worked->names[index] = name;
    worked->values[index] = cents(kind == SAMPLE_ZEROS ? 0 : 1000 * (int64_t)index);
    if (kind == SAMPLE_DEBTS) worked->values[index] = sy_decimal_negate(&worked->values[index]);
    worked->count += 1;
    return worked->values[index];
}

static void take_term(balance *sums, sy_worked_amounts *worked, sy_span token, bool negative, sample kind) {
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
static void weigh(balance *sums, sy_worked_amounts *worked, sy_span text, sample kind) {
    bool on_the_right = false;
    bool minus = false;
    for (sy_span token = sy_expression_lexer_next(&text); token.nbytes > 0; token = sy_expression_lexer_next(&text)) {
        if (is_comparison(token)) {
            sums->sign = token;
            on_the_right = true;
            minus = false;
        } else if (token.bytes[0] == '+' || token.bytes[0] == '-') {
            minus = token.bytes[0] == '-';
        } else {
            take_term(sums, worked, token, minus != on_the_right, kind);
            minus = false;
        }
    }
}

static balance begin_balance(sy_span judged) {
    return (balance){judged, 0, cents(0), {NULL, 0}};
}

static void begin_worked(sy_worked_amounts *worked, sy_span judged) {
    sy_bytes_clear(worked, sizeof *worked);
    worked->names[0] = judged;
    worked->count = 1;
}

void sy_rule_example_formula(const sy_profile_reader *words, uint32_t rule, sy_worked_amounts *worked_out) {
    sy_span amount = sy_profile_reader_text(words, rule, "amount");
    balance sums = begin_balance(amount);
    begin_worked(worked_out, amount);
    weigh(&sums, worked_out, sy_profile_reader_text(words, rule, "is"), SAMPLE_TENS);
    worked_out->holds = sums.rest;
    worked_out->values[0] = add(sums.rest, cents(1), false);
    if (sums.times != 0) worked_out->count = 0;
}

/* What left - right is to be: in `fails` the nearest to zero at which it fails, in `holds` at which it holds. */
static void aim(sy_span sign, sy_decimal *fails, sy_decimal *holds) {
    bool is_strict = sign.nbytes == 1 && sign.bytes[0] != '=';
    int64_t away = sign.bytes[0] == '>' ? -1 : 1;
    *fails = cents(is_strict ? 0 : away);
    *holds = cents(is_strict ? -away : 0);
}

/* Whether `left sign right` holds where left - right is `difference`. */
static bool holds(sy_span sign, const sy_decimal *difference) {
    sy_decimal zero = cents(0);
    int order = sy_decimal_compare(difference, &zero);
    if (sy_span_equal(sign, SY_SPAN("<"))) return order < 0;
    if (sy_span_equal(sign, SY_SPAN("<="))) return order <= 0;
    if (sy_span_equal(sign, SY_SPAN(">"))) return order > 0;
    if (sy_span_equal(sign, SY_SPAN(">="))) return order >= 0;
    return order == 0;
}

/* Whether the comparisons among the rule's conditions hold for these amounts; one that names others is left aside. */
static bool conditions_hold(const sy_profile_reader *words, uint32_t rule, const sy_worked_amounts *worked) {
    uint32_t when = sy_profile_reader_member(words, rule, "when");
    for (uint32_t node = sy_profile_reader_first(words, when); node != SY_NODE_NONE;
         node = sy_profile_reader_after(words, when, node)) {
        sy_worked_amounts copy = *worked;
        balance sums = begin_balance((sy_span){NULL, 0});
        weigh(&sums, &copy, words->texts[node], SAMPLE_ZEROS);
        if (sums.sign.bytes == NULL || copy.count != worked->count) continue;
        if (!holds(sums.sign, &sums.rest)) return false;
    }
    return true;
}

static bool work_check_with(const sy_profile_reader *words, uint32_t rule, sample kind, sy_worked_amounts *worked) {
    sy_span at = sy_profile_reader_text(words, rule, "at");
    balance sums = begin_balance(at);
    sy_decimal fails;
    sy_decimal keeps;
    begin_worked(worked, at);
    weigh(&sums, worked, sy_profile_reader_text(words, rule, "that"), kind);
    if (sums.sign.bytes == NULL || (sums.times != 1 && sums.times != -1)) return false;
    aim(sums.sign, &fails, &keeps);
    worked->values[0] = add(fails, sums.rest, true);
    worked->holds = add(keeps, sums.rest, true);
    if (sums.times < 0) {
        worked->values[0] = sy_decimal_negate(&worked->values[0]);
        worked->holds = sy_decimal_negate(&worked->holds);
    }
    return conditions_hold(words, rule, worked);
}

void sy_rule_example_check(const sy_profile_reader *words, uint32_t rule, sy_worked_amounts *worked_out) {
    for (int kind = 0; kind < SAMPLE_COUNT; kind += 1)
        if (work_check_with(words, rule, (sample)kind, worked_out)) return;
    worked_out->count = 0;
}

/* ---- words ---- */

static void say_amount(const sy_profile_reader *words, const sy_decimal *value) {
    sy_decimal_write(words->writer, value, 2);
}

/* `WalletBalance 10.00, TotalGiftBalance 20.00`, all but the first. */
static void say_others(const sy_profile_reader *words, const sy_worked_amounts *worked) {
    for (uint32_t i = 1; i < worked->count; i += 1) {
        sy_say_comma(words, i - 1);
        sy_say_member_name(words, worked->names[i]);
        sy_say(words, " ");
        say_amount(words, &worked->values[i]);
    }
}

/* `With gift 10.00, total 10.01 fails, and 10.00 holds.` */
static void say_worked(const sy_profile_reader *words, const sy_worked_amounts *worked, sy_span outcome) {
    sy_say(words, worked->count > 1 ? "With " : "");
    say_others(words, worked);
    sy_say(words, worked->count > 1 ? ", " : "");
    sy_say_member_name(words, worked->names[0]);
    sy_say(words, " ");
    say_amount(words, &worked->values[0]);
    sy_say(words, " is the finding (");
    sy_say_escaped(words, outcome);
    sy_say(words, "), and ");
    say_amount(words, &worked->holds);
    sy_say(words, " is not.");
}

static void say_formula_example(const sy_profile_reader *words, uint32_t rule) {
    sy_worked_amounts worked;
    sy_rule_example_formula(words, rule, &worked);
    if (worked.count == 0) return;
    sy_say(words, "\nExample: ");
    say_worked(words, &worked, sy_rule_prose_outcome(words, rule));
    sy_say(words, "\n  expected ");
    say_amount(words, &worked.holds);
    sy_say(words, ", actual ");
    say_amount(words, &worked.values[0]);
    sy_say(words, ", delta +0.01\n");
}

/* Texts, flags and what is known: no numbers, but the opposite of what is asked. */
static void say_opposite(const sy_profile_reader *words, uint32_t rule) {
    sy_span rest = sy_profile_reader_text(words, rule, "that");
    sy_span first = sy_expression_lexer_next(&rest);
    bool is_negated = sy_span_equal(first, SY_SPAN("not"));
    sy_span second = sy_expression_lexer_next(&rest);
    sy_span third = sy_expression_lexer_next(&rest);
    sy_say(words, "\nExample: the finding comes where ");
    sy_say_member_name(words, is_negated ? second : first);
    if (!sy_span_equal(second, SY_SPAN("is"))) {
        sy_say(words, is_negated ? " is true.\n" : " is false.\n");
        return;
    }
    is_negated = sy_span_equal(third, SY_SPAN("not"));
    if (is_negated) third = sy_expression_lexer_next(&rest);
    sy_say(words, is_negated ? " is " : " is not ");
    if (sy_expression_lexer_is_name(third) && !sy_span_equal(third, SY_SPAN("known"))) sy_say_member_name(words, third);
    else sy_say_escaped(words, third);
    sy_say(words, ".\n");
}

static void say_check_example(const sy_profile_reader *words, uint32_t rule) {
    sy_span rest = sy_profile_reader_text(words, rule, "that");
    sy_worked_amounts worked;
    bool compares = false;
    for (sy_span token = sy_expression_lexer_next(&rest); token.nbytes > 0; token = sy_expression_lexer_next(&rest))
        compares = compares || is_comparison(token);
    if (!compares) {
        say_opposite(words, rule);
        return;
    }
    sy_rule_example_check(words, rule, &worked);
    if (worked.count == 0) return;
    sy_say(words, "\nExample: ");
    say_worked(words, &worked, sy_rule_prose_outcome(words, rule));
    sy_say(words, "\n");
}

static void say_order_example(const sy_profile_reader *words, uint32_t order) {
    bool ascending = sy_span_equal(sy_profile_reader_text(words, order, "direction"), SY_SPAN("ascending"));
    sy_say(words, "wallets whose ");
    sy_say_escaped(words, sy_profile_reader_text(words, order, "of"));
    sy_say(words, ascending ? " is 9, then 7" : " is 7, then 9");
}

static void say_unique_example(const sy_profile_reader *words, uint32_t unique) {
    sy_say(words, "two wallets whose ");
    sy_say_escaped(words, sy_profile_reader_text(words, unique, "of"));
    sy_say(words, " is the same; the second is the finding");
}

/* The header that states how many wallets stand on the page, where the profile names it. */
static void say_pages_example(const sy_profile_reader *words, uint32_t pages) {
    sy_span header = sy_profile_reader_text(words, sy_profile_reader_member(words, pages, "headers"), "pageSize");
    sy_say_escaped(words, header.bytes == NULL ? SY_SPAN("a header") : header);
    sy_say(words, " 3 beside a body with two wallets");
}

static void say_gift_example(const sy_profile_reader *words, const sy_rule_place *place) {
    if (place->kind == SY_KIND_GIFT_TOTAL) {
        sy_say(words, "gifts of which 10.00 and 20.00 remain, and ");
        sy_say_member_name(words, sy_profile_reader_text(words, place->object, "total"));
        sy_say(words, " 30.01: expected 30.00, actual 30.01, delta +0.01");
    } else if (place->kind == SY_KIND_GIFT_REMAINING) {
        sy_say(words, "a gift of 10.00 of which 10.01 remain");
    } else if (place->kind == SY_KIND_GIFT_OWNER) {
        sy_say(words, "a gift whose owner is 'b' in the wallet 'a'");
    } else {
        sy_say(words, "a gift that is used up and of which 10.00 remain");
    }
}

static void say_event_example(const sy_profile_reader *words, const sy_rule_place *place) {
    uint32_t actions = sy_profile_reader_member(words, place->object, "actions");
    uint32_t first = sy_profile_reader_first(words, actions);
    if (place->kind == SY_KIND_EVENT_OWNER || first == SY_NODE_NONE) {
        sy_say(words, "an event whose owner is 'b' in the wallet 'a'");
        return;
    }
    sy_say(words, "a last event '");
    sy_say_escaped(words, words->texts[sy_json_node_key(first)]);
    sy_say(words, "' in a wallet that is not ");
    sy_say_escaped(words, words->texts[first]);
}

static void say_other_example(const sy_profile_reader *words, const sy_rule_place *place) {
    switch (place->kind) {
    case SY_KIND_ENVELOPE: sy_say(words, "both are true"); break;
    case SY_KIND_WARNING: sy_say(words, "[\"Slow down.\"] stands there"); break;
    case SY_KIND_KIND: sy_say(words, "'other'"); break;
    case SY_KIND_UNIQUE: say_unique_example(words, place->object); break;
    case SY_KIND_ORDER: say_order_example(words, place->object); break;
    case SY_KIND_PAGES: say_pages_example(words, place->object); break;
    case SY_KIND_EVENT_STATUS:
    case SY_KIND_EVENT_OWNER: say_event_example(words, place); break;
    case SY_KIND_FORMULA:
    case SY_KIND_CHECK:
    case SY_KIND_GIFT_TOTAL:
    case SY_KIND_GIFT_REMAINING:
    case SY_KIND_GIFT_OWNER:
    case SY_KIND_GIFT_FLAGS: say_gift_example(words, place); break;
    }
}

void sy_rule_example_write(const sy_profile_reader *words, const sy_rule_place *place) {
    if (place->kind == SY_KIND_FORMULA) {
        say_formula_example(words, place->object);
    } else if (place->kind == SY_KIND_CHECK) {
        say_check_example(words, place->object);
    } else {
        sy_say(words, "\nExample: ");
        say_other_example(words, place);
        sy_say(words, ".\n");
    }
}
