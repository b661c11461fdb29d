/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_rules.h - formulas, derived amounts, amounts from options and checks of a profile. Lists of JSON objects
 * come in; rows go out, in the order in which they are applied: amounts from options, derived amounts, formulas,
 * checks.
 * May use: json, verifier, options.
 */
#ifndef SY_PROFILE_RULES_H
#define SY_PROFILE_RULES_H

#include "profile/profile_compiler.h"

void sy_profile_rules_compile(sy_profile_compiler *compiler);

#endif
