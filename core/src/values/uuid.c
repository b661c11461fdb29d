/* SPDX-License-Identifier: Apache-2.0 */
#include "values/uuid.h"

static bool is_dash_position(size_t index) {
    return index == 8 || index == 13 || index == 18 || index == 23;
}

/* The hexadecimal digit in lower case, or NUL where byte is none. */
static char lower_hex_digit(char byte) {
    if (sy_span_is_digit(byte) || (byte >= 'a' && byte <= 'f')) return byte;
    if (byte >= 'A' && byte <= 'F') return (char)(byte + ('a' - 'A'));
    return '\0';
}

bool sy_uuid_normalise(sy_span text, char uuid_out[SY_UUID_NBYTES]) {
    char uuid[SY_UUID_NBYTES];
    if (text.nbytes != SY_UUID_NBYTES) return false;
    for (size_t i = 0; i < SY_UUID_NBYTES; i += 1) {
        bool is_dash = text.bytes[i] == '-';
        if (is_dash != is_dash_position(i)) return false;
        uuid[i] = is_dash ? '-' : lower_hex_digit(text.bytes[i]);
        if (uuid[i] == '\0') return false;
    }
    sy_bytes_copy(uuid_out, uuid, SY_UUID_NBYTES);
    return true;
}
