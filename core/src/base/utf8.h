/* SPDX-License-Identifier: Apache-2.0 */
/*
 * utf8.h - RFC 3629. Bytes come in; sequence lengths and encoded code points go out.
 * May use: nothing.
 */
#ifndef SY_UTF8_H
#define SY_UTF8_H

#include "base/span.h"

/*
 * The length (1 to 4) of the well-formed UTF-8 sequence that begins at bytes[0], or 0 where none does: overlong
 * forms, surrogates, code points above U+10FFFF, stray continuation bytes, sequences cut off by the end.
 * `nbytes` is at least 1.
 */
size_t sy_utf8_sequence_nbytes(const char *bytes, size_t nbytes);

/* Writes a scalar value (no surrogate, at most U+10FFFF) as UTF-8 and returns how many bytes it took (1 to 4). */
size_t sy_utf8_encode(uint32_t scalar, char bytes_out[4]);

#endif
