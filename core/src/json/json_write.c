/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json_write.h"

#include "base/assert.h"

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

/* How many bytes from `start` on stand for themselves. */
static size_t plain_nbytes(sy_span text, size_t start) {
    size_t end = start;
    while (end < text.nbytes && !needs_escape(text.bytes[end])) end += 1;
    return end - start;
}

static bool is_plain(sy_span text) {
    return plain_nbytes(text, 0) == text.nbytes;
}

void sy_json_write_string(sy_writer *writer, sy_span text) {
    size_t start = 0;
    sy_writer_byte(writer, '"');
    for (;;) {
        sy_span plain = sy_span_from(text, start);
        plain.nbytes = plain_nbytes(text, start);
        sy_writer_span(writer, plain);
        start += plain.nbytes;
        if (start == text.nbytes) break;
        write_escaped(writer, text.bytes[start]);
        start += 1;
    }
    sy_writer_byte(writer, '"');
}

void sy_json_write_begin(sy_json_writer *json, sy_writer *writer) {
    json->writer = writer;
    json->open = 1;
    json->place = SY_JSON_PLACE_FIRST;
}

steelyard_status sy_json_write_finish(sy_json_writer *json, steelyard_span *text_out, steelyard_fault *fault_out) {
    SY_ASSERT(json->open == 1 && json->place == SY_JSON_PLACE_NEXT);
    return sy_fault_finish_text(json->writer, text_out, fault_out);
}

static bool is_in_object(const sy_json_writer *json) {
    return json->open > 1 && (json->open & 1u) != 0;
}

/* A value stands in an object behind its field, in a list behind another value, and at the top alone. */
static void expect_value(const sy_json_writer *json) {
    if (json->open == 1) SY_ASSERT(json->place == SY_JSON_PLACE_FIRST);
    else SY_ASSERT(is_in_object(json) == (json->place == SY_JSON_PLACE_FIELD));
}

/* Room for nbytes, at least one, behind the comma that is due; NULL where memory ran out. */
static char *extend(sy_json_writer *json, size_t nbytes, sy_json_place next) {
    bool is_parted = json->place == SY_JSON_PLACE_NEXT;
    char *room = sy_writer_extend(json->writer, nbytes + is_parted);
    json->place = next;
    if (room == NULL || !is_parted) return room;
    room[0] = ',';
    return room + 1;
}

/* Fills text.nbytes + 2 bytes; returns where the next byte goes. */
static char *quote(char *room, sy_span text) {
    room[0] = '"';
    sy_bytes_copy(room + 1, text.bytes, text.nbytes);
    room[text.nbytes + 1] = '"';
    return room + text.nbytes + 2;
}

static void write_value(sy_json_writer *json, sy_span token) {
    char *room;
    expect_value(json);
    room = extend(json, token.nbytes, SY_JSON_PLACE_NEXT);
    if (room != NULL) sy_bytes_copy(room, token.bytes, token.nbytes);
}

/* A value that is added to the writer piece by piece. */
static void begin_value(sy_json_writer *json) {
    expect_value(json);
    if (json->place == SY_JSON_PLACE_NEXT) sy_writer_byte(json->writer, ',');
    json->place = SY_JSON_PLACE_NEXT;
}

/* The bits of open containers and the 1 above them. */
SY_STATIC_ASSERT(SY_JSON_WRITE_DEPTH_MAX + 1 <= 8 * sizeof((sy_json_writer *)0)->open,
                 "every open container has its bit");

static void open_container(sy_json_writer *json, sy_span bracket, uint32_t is_object) {
    SY_ASSERT(json->open >> SY_JSON_WRITE_DEPTH_MAX == 0);
    write_value(json, bracket);
    json->open = json->open << 1 | is_object;
    json->place = SY_JSON_PLACE_FIRST;
}

void sy_json_write_object(sy_json_writer *json) {
    open_container(json, SY_SPAN("{"), 1);
}

void sy_json_write_array(sy_json_writer *json) {
    open_container(json, SY_SPAN("["), 0);
}

void sy_json_write_end(sy_json_writer *json) {
    SY_ASSERT(json->open > 1 && json->place != SY_JSON_PLACE_FIELD);
    sy_writer_byte(json->writer, is_in_object(json) ? '}' : ']');
    json->open >>= 1;
    json->place = SY_JSON_PLACE_NEXT;
}

/* A name in quotes, its colon, and room for nbytes behind them, which is returned; NULL where memory ran out. */
static char *extend_behind_name(sy_json_writer *json, sy_span name, size_t nbytes, sy_json_place next) {
    char *room;
    SY_ASSERT(is_in_object(json) && json->place != SY_JSON_PLACE_FIELD);
    SY_ASSERT(is_plain(name));
    room = extend(json, name.nbytes + 3 + nbytes, next);
    if (room == NULL) return NULL;
    room = quote(room, name);
    room[0] = ':';
    return room + 1;
}

void sy_json_write_name(sy_json_writer *json, sy_span name) {
    (void)extend_behind_name(json, name, 0, SY_JSON_PLACE_FIELD);
}

void sy_json_write_plain(sy_json_writer *json, sy_span text) {
    char *room;
    expect_value(json);
    SY_ASSERT(is_plain(text));
    room = extend(json, text.nbytes + 2, SY_JSON_PLACE_NEXT);
    if (room != NULL) (void)quote(room, text);
}

void sy_json_write_text(sy_json_writer *json, sy_span text) {
    if (text.bytes == NULL) {
        sy_json_write_null(json);
    } else if (is_plain(text)) {
        sy_json_write_plain(json, text);
    } else {
        begin_value(json);
        sy_json_write_string(json->writer, text);
    }
}

void sy_json_write_open_string(sy_json_writer *json) {
    begin_value(json);
    sy_writer_byte(json->writer, '"');
}

void sy_json_write_close_string(sy_json_writer *json) {
    sy_writer_byte(json->writer, '"');
}

void sy_json_write_unsigned(sy_json_writer *json, uint64_t value) {
    begin_value(json);
    sy_writer_unsigned(json->writer, value);
}

void sy_json_write_integer_or_null(sy_json_writer *json, int32_t value) {
    if (value < 0) sy_json_write_null(json);
    else sy_json_write_unsigned(json, (uint64_t)value);
}

void sy_json_write_bool(sy_json_writer *json, bool value) {
    write_value(json, value ? SY_SPAN("true") : SY_SPAN("false"));
}

void sy_json_write_null(sy_json_writer *json) {
    write_value(json, SY_SPAN("null"));
}

void sy_json_write_name_object(sy_json_writer *json, sy_span name) {
    sy_json_write_name(json, name);
    sy_json_write_object(json);
}

void sy_json_write_name_array(sy_json_writer *json, sy_span name) {
    sy_json_write_name(json, name);
    sy_json_write_array(json);
}

void sy_json_write_name_text(sy_json_writer *json, sy_span name, sy_span text) {
    if (text.bytes != NULL && is_plain(text)) {
        char *room = extend_behind_name(json, name, text.nbytes + 2, SY_JSON_PLACE_NEXT);
        if (room != NULL) (void)quote(room, text);
    } else {
        sy_json_write_name(json, name);
        sy_json_write_text(json, text);
    }
}

void sy_json_write_name_unsigned(sy_json_writer *json, sy_span name, uint64_t value) {
    sy_json_write_name(json, name);
    sy_json_write_unsigned(json, value);
}
