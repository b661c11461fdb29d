/* SPDX-License-Identifier: Apache-2.0 */
/*
 * uuid.h - ids written as 8-4-4-4-12 hexadecimal digits (RFC 9562 section 4). A text comes in; the same in lower case
 * goes out. Versions and variants are not judged: providers send what they send.
 * May use: base.
 */
#ifndef SY_UUID_H
#define SY_UUID_H

#include "base/limits.h"
#include "base/span.h"

/* 8-4-4-4-12 hexadecimal digits; writes them in lower case. */
bool sy_uuid_normalise(sy_span text, char uuid_out[SY_UUID_NBYTES]);

#endif
