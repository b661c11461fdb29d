/* SPDX-License-Identifier: Apache-2.0 */
/*
 * utf8.c - RFC 3629. Bytes come in; sequence lengths and encoded code points go out.
 */
#include "base/utf8.h"

static bool is_between(unsigned char byte, unsigned char first, unsigned char last) {
    return byte >= first && byte <= last;
}

static size_t announced_nbytes(unsigned char lead) {
    if (lead <= 0x7f) return 1;
    if (is_between(lead, 0xc2, 0xdf)) return 2; /* C0 and C1 could only begin overlong forms */
    if (is_between(lead, 0xe0, 0xef)) return 3;
    if (is_between(lead, 0xf0, 0xf4)) return 4; /* F5 and up lie beyond U+10FFFF */
    return 0;
}

/*
 * Everything else that RFC 3629 section 4 forbids shows in the second byte:
 *
 *   E0 80..9F  overlong     ED A0..BF  surrogates     F0 80..8F  overlong     F4 90..BF  beyond U+10FFFF
 */
static bool second_byte_fits(unsigned char lead, unsigned char second) {
    switch (lead) {
    case 0xe0: return is_between(second, 0xa0, 0xbf);
    case 0xed: return is_between(second, 0x80, 0x9f);
    case 0xf0: return is_between(second, 0x90, 0xbf);
    case 0xf4: return is_between(second, 0x80, 0x8f);
    default: return is_between(second, 0x80, 0xbf);
    }
}

size_t sy_utf8_sequence_nbytes(const char *bytes, size_t nbytes) {
    unsigned char lead = (unsigned char)bytes[0];
    size_t sequence_nbytes = announced_nbytes(lead);
    if (sequence_nbytes <= 1) return sequence_nbytes;
    if (sequence_nbytes > nbytes || !second_byte_fits(lead, (unsigned char)bytes[1])) return 0;
    for (size_t i = 2; i < sequence_nbytes; i += 1) {
        if (!is_between((unsigned char)bytes[i], 0x80, 0xbf)) return 0;
    }
    return sequence_nbytes;
}

static char continuation_byte(uint32_t scalar, uint32_t shift) {
    return (char)(0x80 | ((scalar >> shift) & 0x3f));
}

size_t sy_utf8_encode(uint32_t scalar, char bytes_out[4]) {
    if (scalar <= 0x7f) {
        bytes_out[0] = (char)scalar;
        return 1;
    }
    if (scalar <= 0x7ff) {
        bytes_out[0] = (char)(0xc0 | (scalar >> 6));
        bytes_out[1] = continuation_byte(scalar, 0);
        return 2;
    }
    if (scalar <= 0xffff) {
        bytes_out[0] = (char)(0xe0 | (scalar >> 12));
        bytes_out[1] = continuation_byte(scalar, 6);
        bytes_out[2] = continuation_byte(scalar, 0);
        return 3;
    }
    bytes_out[0] = (char)(0xf0 | (scalar >> 18));
    bytes_out[1] = continuation_byte(scalar, 12);
    bytes_out[2] = continuation_byte(scalar, 6);
    bytes_out[3] = continuation_byte(scalar, 0);
    return 4;
}
