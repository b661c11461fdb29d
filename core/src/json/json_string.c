/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json_string.h"

#include "base/utf8.h"

void sy_json_string_begin(sy_unescaper *unescaper, sy_span content) {
    unescaper->rest = content;
    unescaper->pending_count = 0;
    unescaper->pending_at = 0;
}

static int32_t hexadecimal_digit(char byte) {
    if (byte >= '0' && byte <= '9') return byte - '0';
    if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
    return -1;
}

int32_t sy_json_string_hexadecimal4(const char *bytes) {
    int32_t value = 0;
    for (size_t i = 0; i < 4; i += 1) {
        int32_t digit = hexadecimal_digit(bytes[i]);
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

static char simple_escape(char letter) {
    switch (letter) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return letter; /* the quote, the backslash and the slash stand for themselves */
    }
}

/* Decodes the \uXXXX (or pair of them) at the head of `rest` into the pending bytes. */
static void decode_unicode_escape(sy_unescaper *unescaper) {
    uint32_t unit = (uint32_t)sy_json_string_hexadecimal4(unescaper->rest.bytes + 2);
    unescaper->rest = sy_span_from(unescaper->rest, 6);
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        uint32_t low = (uint32_t)sy_json_string_hexadecimal4(unescaper->rest.bytes + 2);
        unescaper->rest = sy_span_from(unescaper->rest, 6);
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    unescaper->pending_count = (uint8_t)sy_utf8_encode(unit, unescaper->pending);
    unescaper->pending_at = 0;
}

int sy_json_string_next(sy_unescaper *unescaper) {
    char byte;
    if (unescaper->pending_at < unescaper->pending_count) {
        unescaper->pending_at += 1;
        return (unsigned char)unescaper->pending[unescaper->pending_at - 1];
    }
    if (unescaper->rest.nbytes == 0) return -1;
    byte = unescaper->rest.bytes[0];
    if (byte != '\\') {
        unescaper->rest = sy_span_from(unescaper->rest, 1);
        return (unsigned char)byte;
    }
    if (unescaper->rest.bytes[1] == 'u') {
        decode_unicode_escape(unescaper);
        unescaper->pending_at = 1;
        return (unsigned char)unescaper->pending[0];
    }
    byte = simple_escape(unescaper->rest.bytes[1]);
    unescaper->rest = sy_span_from(unescaper->rest, 2);
    return (unsigned char)byte;
}

sy_span sy_json_string_unescape(sy_arena *memory, sy_span content, bool escaped) {
    sy_writer writer;
    sy_unescaper unescaper;
    if (!escaped) return content;
    sy_writer_begin(&writer, memory);
    sy_json_string_begin(&unescaper, content);
    for (int byte = sy_json_string_next(&unescaper); byte >= 0; byte = sy_json_string_next(&unescaper))
        sy_writer_byte(&writer, (char)byte);
    return sy_writer_end(&writer);
}

int sy_json_string_compare(sy_span left, sy_span right) {
    sy_unescaper left_bytes;
    sy_unescaper right_bytes;
    sy_json_string_begin(&left_bytes, left);
    sy_json_string_begin(&right_bytes, right);
    for (;;) {
        int left_byte = sy_json_string_next(&left_bytes);
        int right_byte = sy_json_string_next(&right_bytes);
        if (left_byte != right_byte) return left_byte < right_byte ? -1 : 1;
        if (left_byte < 0) return 0;
    }
}

bool sy_json_string_equal(sy_span content, sy_span text) {
    sy_unescaper unescaper;
    sy_json_string_begin(&unescaper, content);
    for (size_t i = 0; i < text.nbytes; i += 1) {
        if (sy_json_string_next(&unescaper) != (unsigned char)text.bytes[i]) return false;
    }
    return sy_json_string_next(&unescaper) < 0;
}
