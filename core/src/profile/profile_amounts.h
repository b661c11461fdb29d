/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_amounts.h - the amounts of a wallet: where each stands, how it is carried, in which unit, what a list adds
 * up to. The members `amounts`, `unit` and `carrier` come in; fields, units and sums go out.
 * May use: base, json, verifier, options.
 */
#ifndef SY_PROFILE_AMOUNTS_H
#define SY_PROFILE_AMOUNTS_H

#include "profile/profile_compiler.h"

void sy_profile_amounts_compile(sy_profile_compiler *compiler);

#endif
