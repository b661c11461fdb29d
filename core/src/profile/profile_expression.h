/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_expression.h - the little language of rules, compiled. A text comes in, rows of terms or a condition go out.
 *
 *   sum       = ["-"] term { ("+" | "-") term }
 *   term      = name | decimal
 *   condition = ["not"] flag | "unit is known" | name "is" ["not"] "known" | text "is" ["not"] (text | "'" literal "'")
 *             | sum ("<" | "<=" | ">" | ">=" | "=") sum
 *
 * Nothing is evaluated here.
 * May use: base, decimal, options, verifier.
 */
#ifndef SY_PROFILE_EXPRESSION_H
#define SY_PROFILE_EXPRESSION_H

#include "profile/profile_compiler.h"

sy_ref sy_profile_expression_sum(sy_profile_compiler *compiler, uint32_t node, sy_span text);
sy_condition sy_profile_expression_condition(sy_profile_compiler *compiler, uint32_t node, sy_span text);

#endif
