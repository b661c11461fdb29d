/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_wallets.h - where the wallets of a body stand: one object, a list, a keyed object, several lists that are joined.
 * May use: base, json, options, verifier.
 */
#ifndef SY_PROFILE_WALLETS_H
#define SY_PROFILE_WALLETS_H

#include "profile/profile_compiler.h"

void sy_profile_wallets_compile(sy_profile_compiler *compiler);
/* After the members are known: joined wallets need what they are joined by. */
void sy_profile_wallets_check_join(sy_profile_compiler *compiler);

#endif
