/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_amounts.h - amounts of a wallet, their units and carriers, sums over lists.
 * May use: base, json, options, values, verifier.
 */
#ifndef SY_PROFILE_AMOUNTS_H
#define SY_PROFILE_AMOUNTS_H

#include "profile/profile_compiler.h"

/* How amounts are sent: the member `carrier` of `object`, else `fallback`. */
uint32_t sy_profile_amounts_carriers(sy_profile_compiler *compiler, uint32_t object, uint32_t fallback);
void sy_profile_amounts_compile(sy_profile_compiler *compiler);

#endif
