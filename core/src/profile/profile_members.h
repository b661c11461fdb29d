/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_members.h - the members of a wallet that are no amounts: id, currency, status, kind, flags, texts. JSON
 * objects come in; fields and tables of words go out.
 * May use: values, json, verifier, options.
 */
#ifndef SY_PROFILE_MEMBERS_H
#define SY_PROFILE_MEMBERS_H

#include "profile/profile_compiler.h"

void sy_profile_members_compile(sy_profile_compiler *compiler);

#endif
