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

char *sy_writer_extend(sy_writer *writer, size_t nbytes) {
    char *room;
    if (!make_room(writer, nbytes)) return NULL;
    room = writer->bytes + writer->nbytes;
    writer->nbytes += nbytes;
    return room;
}

void sy_writer_span(sy_writer *writer, sy_span text) {
    if (text.nbytes == 0 || !make_room(writer, text.nbytes)) return;
    sy_bytes_copy(writer->bytes + writer->nbytes, text.bytes, text.nbytes);
    writer->nbytes += text.nbytes;
}

void sy_writer_literal(sy_writer *writer, const char *text) {
    sy_writer_span(writer, sy_span_of(text));
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
