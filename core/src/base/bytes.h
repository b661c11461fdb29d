/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bytes.h - memory copied and cleared. Addresses and lengths come in. In WebAssembly each is a single instruction
 * (memory.copy, memory.fill), which engines carry out many times faster than any loop. Natively the lengths here are
 * mostly below a hundred, and a loop that is compiled in place of a call through the C library costs less.
 * May use: nothing.
 */
#ifndef SY_BYTES_H
#define SY_BYTES_H

#include <stddef.h>

#ifdef __wasm_bulk_memory__
#define sy_bytes_copy(to, from, nbytes) ((void)__builtin_memcpy((to), (from), (nbytes)))
#define sy_bytes_clear(to, nbytes) ((void)__builtin_memset((to), 0, (nbytes)))
#else
/* The regions must not overlap; of no bytes the addresses may be NULL. */
void sy_bytes_copy(void *to, const void *from, size_t nbytes);
/* Fills with zero; of no bytes the address may be NULL. */
void sy_bytes_clear(void *to, size_t nbytes);
#endif

#endif
