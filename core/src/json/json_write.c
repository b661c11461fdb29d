/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json_write.h"

#include "base/assert.h"

/* Nothing that the engine writes is nested so deep: what is opened must be closed. */
#define DEPTH_MAX 16

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

void sy_json_write_begin(sy_json_write *json, sy_writer *writer) {
    json->writer = writer;
    json->needs_comma = false;
    json->depth = 0;
}

static void begin_element(sy_json_write *json) {
    if (json->needs_comma) sy_writer_byte(json->writer, ',');
    json->needs_comma = true;
}

static void open(sy_json_write *json, char bracket) {
    SY_ASSERT(json->depth < DEPTH_MAX);
    begin_element(json);
    sy_writer_byte(json->writer, bracket);
    json->needs_comma = false;
    json->depth += 1;
}

static void close(sy_json_write *json, char bracket) {
    SY_ASSERT(json->depth > 0);
    sy_writer_byte(json->writer, bracket);
    json->needs_comma = true;
    json->depth -= 1;
}

void sy_json_write_open_object(sy_json_write *json) {
    open(json, '{');
}

void sy_json_write_close_object(sy_json_write *json) {
    close(json, '}');
}

void sy_json_write_open_list(sy_json_write *json) {
    open(json, '[');
}

void sy_json_write_close_list(sy_json_write *json) {
    close(json, ']');
}

void sy_json_write_field(sy_json_write *json, const char *name) {
    sy_span text = sy_span_of(name);
    size_t comma = json->needs_comma ? 1 : 0;
    char *room = sy_writer_room(json->writer, comma + text.nbytes + 3);
    json->needs_comma = false;
    if (room == NULL) return;
    room[0] = ',';
    room += comma;
    room[0] = '"';
    sy_bytes_copy(room + 1, text.bytes, text.nbytes);
    room[text.nbytes + 1] = '"';
    room[text.nbytes + 2] = ':';
}

static bool has_escape(sy_span text) {
    for (size_t i = 0; i < text.nbytes; i += 1)
        if (needs_escape(text.bytes[i])) return true;
    return false;
}

static void write_with_escapes(sy_writer *writer, sy_span text) {
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

void sy_json_write_quoted(sy_writer *writer, sy_span text) {
    char *room;
    if (has_escape(text)) {
        write_with_escapes(writer, text);
        return;
    }
    room = sy_writer_room(writer, text.nbytes + 2);
    if (room == NULL) return;
    room[0] = '"';
    sy_bytes_copy(room + 1, text.bytes, text.nbytes);
    room[text.nbytes + 1] = '"';
}

void sy_json_write_name(sy_json_write *json, sy_span name) {
    begin_element(json);
    sy_json_write_quoted(json->writer, name);
    sy_writer_byte(json->writer, ':');
    json->needs_comma = false;
}

void sy_json_write_string(sy_json_write *json, sy_span text) {
    begin_element(json);
    sy_json_write_quoted(json->writer, text);
}

void sy_json_write_text(sy_json_write *json, sy_span text) {
    if (text.bytes == NULL) sy_json_write_null(json);
    else sy_json_write_string(json, text);
}

static void write_unsigned(sy_json_write *json, uint64_t value) {
    begin_element(json);
    sy_writer_unsigned(json->writer, value);
}

void sy_json_write_integer_or_null(sy_json_write *json, int32_t value) {
    if (value < 0) sy_json_write_null(json);
    else write_unsigned(json, (uint64_t)value);
}

void sy_json_write_flag(sy_json_write *json, bool value) {
    begin_element(json);
    sy_writer_literal(json->writer, value ? "true" : "false");
}

void sy_json_write_null(sy_json_write *json) {
    begin_element(json);
    sy_writer_span(json->writer, SY_SPAN("null"));
}

void sy_json_write_open_string(sy_json_write *json) {
    begin_element(json);
    sy_writer_byte(json->writer, '"');
}

void sy_json_write_close_string(sy_json_write *json) {
    sy_writer_byte(json->writer, '"');
}

void sy_json_write_text_field(sy_json_write *json, const char *name, sy_span text) {
    sy_json_write_field(json, name);
    sy_json_write_text(json, text);
}

void sy_json_write_optional_field(sy_json_write *json, const char *name, sy_span text) {
    if (text.bytes == NULL) return;
    sy_json_write_field(json, name);
    sy_json_write_string(json, text);
}

void sy_json_write_unsigned_field(sy_json_write *json, const char *name, uint64_t value) {
    sy_json_write_field(json, name);
    write_unsigned(json, value);
}
