/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json_write.h"

/* The letter of a two-byte escape, or NUL where the byte has none. */
static char escape_letter(char byte) {
    switch (byte) {
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    case '"': return '"';
    case '\\': return '\\';
    default: return '\0';
    }
}

static void write_escaped(sy_writer *writer, char byte) {
    static const char hexadecimal[] = "0123456789abcdef";
    char letter = escape_letter(byte);
    sy_writer_byte(writer, '\\');
    if (letter != '\0') {
        sy_writer_byte(writer, letter);
        return;
    }
    sy_writer_literal(writer, "u00");
    sy_writer_byte(writer, hexadecimal[(unsigned char)byte >> 4]);
    sy_writer_byte(writer, hexadecimal[(unsigned char)byte & 15]);
}

static bool needs_escape(char byte) {
    return (unsigned char)byte < 0x20 || byte == '"' || byte == '\\';
}

void sy_json_write_string(sy_writer *writer, sy_span text) {
    size_t start = 0;
    sy_writer_byte(writer, '"');
    for (size_t i = 0; i < text.nbytes; i += 1) {
        if (!needs_escape(text.bytes[i])) continue;
        sy_writer_span(writer, (sy_span){text.bytes + start, i - start});
        write_escaped(writer, text.bytes[i]);
        start = i + 1;
    }
    sy_writer_span(writer, sy_span_from(text, start));
    sy_writer_byte(writer, '"');
}

void sy_json_write_text(sy_writer *writer, sy_span text) {
    if (text.bytes == NULL) {
        sy_writer_literal(writer, "null");
        return;
    }
    sy_json_write_string(writer, text);
}
