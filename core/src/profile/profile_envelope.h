/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_envelope.h - what stands around the wallets: success and failure, errors and their messages, warnings, the
 * time of the snapshot. The members `envelope` and `snapshot` come in; pointers, tests and tables of them go out.
 * May use: json, verifier, options.
 */
#ifndef SY_PROFILE_ENVELOPE_H
#define SY_PROFILE_ENVELOPE_H

#include "profile/profile_compiler.h"

void sy_profile_envelope_compile(sy_profile_compiler *compiler);
/* After the wallets' places are known: the documented members at the top of a body. */
void sy_profile_envelope_keep_members(sy_profile_compiler *compiler);

#endif
