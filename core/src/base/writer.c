/* SPDX-License-Identifier: Apache-2.0 */
#include "base/writer.h"

void sy_writer_begin(sy_writer *writer, sy_arena *memory) {
    writer->memory = memory;
    writer->nbytes = 0;
    writer->capacity_nbytes = 0;
    writer->bytes = NULL;
}

/* Room for `nbytes` more. */
static bool make_room(sy_writer *writer, size_t nbytes) {
    size_t wanted = nbytes > SIZE_MAX - writer->nbytes ? SIZE_MAX : writer->nbytes + nbytes;
    size_t capacity_nbytes;
    char *bytes;
    if (writer->memory->exhausted) return false;
    if (wanted <= writer->capacity_nbytes) return true;
    bytes = (char *)sy_arena_reserve_array(writer->memory, wanted, 1, &capacity_nbytes);
    if (bytes == NULL) return false;
    writer->bytes = bytes;
    writer->capacity_nbytes = capacity_nbytes;
    return true;
}

void sy_writer_span(sy_writer *writer, sy_span text) {
    if (text.nbytes == 0 || !make_room(writer, text.nbytes)) return;
    sy_bytes_copy(writer->bytes + writer->nbytes, text.bytes, text.nbytes);
    writer->nbytes += text.nbytes;
}

void sy_writer_literal(sy_writer *writer, const char *text) {
    size_t nbytes = 0;
    while (text[nbytes] != '\0') nbytes += 1;
    sy_writer_span(writer, (sy_span){text, nbytes});
}

void sy_writer_byte(sy_writer *writer, char byte) {
    if (!make_room(writer, 1)) return;
    writer->bytes[writer->nbytes] = byte;
    writer->nbytes += 1;
}

void sy_writer_unsigned(sy_writer *writer, uint64_t value) {
    char digits[20];
    size_t start = sizeof digits;
    do {
        start -= 1;
        digits[start] = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    sy_writer_span(writer, (sy_span){digits + start, sizeof digits - start});
}

void sy_writer_spaces(sy_writer *writer, size_t count) {
    for (size_t i = 0; i < count; i += 1) sy_writer_byte(writer, ' ');
}

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

void sy_decimal_write(sy_writer *writer, const sy_decimal *value, uint32_t scale_digits_min) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX];
    size_t nbytes = sy_decimal_print(value, scale_digits_min, true, text);
    sy_writer_span(writer, (sy_span){text, nbytes});
}

sy_span sy_writer_end(sy_writer *writer) {
    sy_span text = {writer->bytes, writer->nbytes};
    if (writer->memory->exhausted) return (sy_span){NULL, 0};
    sy_arena_commit(writer->memory, writer->nbytes);
    if (text.bytes == NULL) text.bytes = "";
    return text;
}

sy_span sy_writer_copy(sy_arena *memory, sy_span text) {
    sy_writer writer;
    sy_writer_begin(&writer, memory);
    sy_writer_span(&writer, text);
    return sy_writer_end(&writer);
}

sy_span sy_writer_join(sy_arena *memory, sy_span first, sy_span second) {
    sy_writer writer;
    sy_writer_begin(&writer, memory);
    sy_writer_span(&writer, first);
    sy_writer_span(&writer, second);
    return sy_writer_end(&writer);
}
