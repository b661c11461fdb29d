/* SPDX-License-Identifier: Apache-2.0 */
/*
 * memory.c - the four functions that a C compiler may call on its own, for a module without a C library.
 * Addresses and lengths come in; bytes are moved by the bulk memory instructions. It refuses to know what they mean.
 *
 * The builtins below compile to memory.copy and memory.fill, not to calls of the functions that they stand in.
 */
#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t nbytes);
void *memmove(void *to, const void *from, size_t nbytes);
void *memset(void *to, int byte, size_t nbytes);
int memcmp(const void *left, const void *right, size_t nbytes);

void *memcpy(void *restrict to, const void *restrict from, size_t nbytes) {
    return __builtin_memcpy(to, from, nbytes);
}

void *memmove(void *to, const void *from, size_t nbytes) {
    return __builtin_memmove(to, from, nbytes);
}

void *memset(void *to, int byte, size_t nbytes) {
    return __builtin_memset(to, byte, nbytes);
}

int memcmp(const void *left, const void *right, size_t nbytes) {
    const unsigned char *l = left;
    const unsigned char *r = right;
    size_t i;
    for (i = 0; i < nbytes; i += 1) {
        if (l[i] != r[i]) return l[i] < r[i] ? -1 : 1;
    }
    return 0;
}
