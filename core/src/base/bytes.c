/* SPDX-License-Identifier: Apache-2.0 */
#include "base/bytes.h"

#ifndef __wasm_bulk_memory__

void sy_bytes_copy(void *to, const void *from, size_t nbytes) {
    unsigned char *target = to;
    const unsigned char *source = from;
    for (size_t i = 0; i < nbytes; i += 1) target[i] = source[i];
}

void sy_bytes_clear(void *to, size_t nbytes) {
    unsigned char *target = to;
    for (size_t i = 0; i < nbytes; i += 1) target[i] = 0;
}

#else
/* The header has all of it; C wants a file to declare something. */
typedef int sy_bytes_are_instructions;
#endif
