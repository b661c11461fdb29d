/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_expression.h - the language of rules, compiled: `cash + gift - blocked`, `available >= -overdraftLimit`,
 * `status is 'active'`. A text comes in, rows of terms or a condition go out; `node` is where faults are.
 * May use: base, decimal, verifier, options.
 */
#ifndef SY_PROFILE_EXPRESSION_H
#define SY_PROFILE_EXPRESSION_H

#include "profile/profile_compiler.h"

sy_ref sy_profile_expression_sum(sy_profile_compiler *compiler, uint32_t node, sy_span text);
sy_condition sy_profile_expression_condition(sy_profile_compiler *compiler, uint32_t node, sy_span text);

#endif
