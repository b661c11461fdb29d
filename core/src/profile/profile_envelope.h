/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_envelope.h - what stands around the wallets: success, errors, warnings, the time of the snapshot.
 * May use: base, json, options, verifier.
 */
#ifndef SY_PROFILE_ENVELOPE_H
#define SY_PROFILE_ENVELOPE_H

#include "profile/profile_compiler.h"

void sy_profile_envelope_compile(sy_profile_compiler *compiler);
void sy_profile_envelope_compile_snapshot(sy_profile_compiler *compiler);
/* The documented members at the top, by the pointers of the envelope, the snapshot and the wallets: after all of these. */
void sy_profile_envelope_keep_members(sy_profile_compiler *compiler);

#endif
