/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_wallets.h - where the wallets stand: one object, a list, an object of name to wallet, or several lists that
 * are joined. The member `wallets` comes in; pointers and shapes go out.
 * May use: json, verifier, options.
 */
#ifndef SY_PROFILE_WALLETS_H
#define SY_PROFILE_WALLETS_H

#include "profile/profile_compiler.h"

void sy_profile_wallets_compile(sy_profile_compiler *compiler);
/* After the members are known: joined wallets need what they are joined by. */
void sy_profile_wallets_check_join(sy_profile_compiler *compiler);

#endif
