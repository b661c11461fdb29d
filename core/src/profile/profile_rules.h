/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_rules.h - formulas, derived amounts, checks. Rules as JSON come in, rows of rules go out.
 * May use: base, json, options, verifier.
 */
#ifndef SY_PROFILE_RULES_H
#define SY_PROFILE_RULES_H

#include "profile/profile_compiler.h"

void sy_profile_rules_compile(sy_profile_compiler *compiler);
/* A list of conditions at member `name` of `object`. */
sy_ref sy_profile_rules_conditions(sy_profile_compiler *compiler, uint32_t object, const char *name);

#endif
