/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_members.h - id, currency, status, kind, flags and texts of a wallet.
 * May use: base, json, options, values, verifier.
 */
#ifndef SY_PROFILE_MEMBERS_H
#define SY_PROFILE_MEMBERS_H

#include "profile/profile_compiler.h"

void sy_profile_members_compile(sy_profile_compiler *compiler);

#endif
