/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bytes.h - memory copied and cleared: the core is freestanding and uses no <string.h>. Addresses and lengths come in.
 * May use: nothing.
 */
#ifndef SY_BYTES_H
#define SY_BYTES_H

#include <stddef.h>

/* The regions must not overlap. */
void sy_bytes_copy(void *to, const void *from, size_t nbytes);
/* Fills with zero. */
void sy_bytes_clear(void *to, size_t nbytes);

#endif
