/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_example.h - a rule of a profile with numbers in it. A rule comes in; amounts go out that break it by one cent,
 * the nearest that keep it, and words that say so. It refuses to know bodies: the numbers are in major units.
 */
#ifndef SY_RULE_EXAMPLE_H
#define SY_RULE_EXAMPLE_H

#include "decimal/decimal.h"
#include "explain/profile_reader.h"

/* Amounts by name: the one that is judged first. */
typedef struct sy_worked_amounts {
    sy_span names[SY_TERMS_MAX + 1];
    sy_decimal values[SY_TERMS_MAX + 1];
    uint32_t count;   /* 0 where no numbers were found */
    sy_decimal holds; /* what the first would have to be for the rule to hold */
} sy_worked_amounts;

/* `total` 30.01 where `is` names cash 10.00 and gift 20.00. Nothing where the amount stands in its own formula. */
void sy_rule_example_formula(const sy_profile_reader *words, uint32_t rule, sy_worked_amounts *worked_out);
/* The amount at which a comparison fails, conditions of the rule kept; nothing where the amount cannot decide it. */
void sy_rule_example_check(const sy_profile_reader *words, uint32_t rule, sy_worked_amounts *worked_out);

/* The example of any rule, line by line. */
void sy_rule_example_write(const sy_profile_reader *words, const sy_rule_place *place);

#endif
