/* SPDX-License-Identifier: Apache-2.0 */
#include "prose/printable.h"

#include "base/utf8.h"

/* One code point's bytes, and whether they may be written as they stand. */
typedef struct glyph {
    size_t nbytes;
    bool is_printable;
} glyph;

/* C0 and DEL. */
static bool is_control(unsigned char byte) {
    return byte < 0x20 || byte == 0x7f;
}

/* Refused: U+0080 to U+009F (c2 80 to c2 9f) and U+061C, the Arabic letter mark (d8 9c). */
static bool is_printable_pair(const unsigned char *bytes) {
    if (bytes[0] == 0xc2) return bytes[1] > 0x9f;
    return bytes[0] != 0xd8 || bytes[1] != 0x9c;
}

/* Refused: U+200E, U+200F, U+2028 to U+202E (e2 80 8e, 8f, a8 to ae), U+2066 to U+2069 (e2 81 a6 to a9). */
static bool is_printable_triple(const unsigned char *bytes) {
    if (bytes[0] != 0xe2) return true;
    if (bytes[1] == 0x80) return bytes[2] != 0x8e && bytes[2] != 0x8f && (bytes[2] < 0xa8 || bytes[2] > 0xae);
    return bytes[1] != 0x81 || bytes[2] < 0xa6 || bytes[2] > 0xa9;
}

/* The code point that begins at `at`, which is below text.nbytes. */
static glyph glyph_at(sy_span text, size_t at) {
    const unsigned char *bytes = (const unsigned char *)text.bytes + at;
    size_t nbytes = sy_utf8_sequence_nbytes(text.bytes + at, text.nbytes - at);
    switch (nbytes) {
    case 0: return (glyph){1, false};
    case 1: return (glyph){1, !is_control(bytes[0])};
    case 2: return (glyph){2, is_printable_pair(bytes)};
    case 3: return (glyph){3, is_printable_triple(bytes)};
    default: return (glyph){nbytes, true};
    }
}

size_t sy_printable_width(sy_span text) {
    size_t width = 0;
    for (size_t at = 0; at < text.nbytes; at += glyph_at(text, at).nbytes) width += 1;
    return width;
}

void sy_printable_write(sy_writer *writer, sy_span text) {
    size_t start = 0;
    size_t at = 0;
    while (at < text.nbytes) {
        glyph next = glyph_at(text, at);
        at += next.nbytes;
        if (next.is_printable) continue;
        sy_writer_span(writer, (sy_span){text.bytes + start, at - next.nbytes - start});
        sy_writer_literal(writer, "\xef\xbf\xbd");
        start = at;
    }
    if (start < at) sy_writer_span(writer, sy_span_from(text, start));
}

void sy_printable_write_start(sy_writer *writer, sy_span text, size_t width_max) {
    size_t width = 0;
    size_t cut = 0;
    for (size_t at = 0; at < text.nbytes && width <= width_max; width += 1) {
        if (width + 1 <= width_max) cut = at;
        at += glyph_at(text, at).nbytes;
    }
    sy_printable_write(writer, width <= width_max ? text : (sy_span){text.bytes, cut});
    if (width > width_max) sy_writer_literal(writer, "\xe2\x80\xa6");
}

static const char *escape_of(sy_tint tint) {
    switch (tint) {
    case SY_TINT_GOOD: return "\x1b[1;32m";
    case SY_TINT_BAD: return "\x1b[1;31m";
    case SY_TINT_DOUBTFUL: return "\x1b[1;33m";
    case SY_TINT_FAINT: break;
    }
    return "\x1b[2m";
}

void sy_printable_write_tinted(sy_writer *writer, bool colour, sy_tint tint, sy_span word) {
    if (colour) sy_writer_literal(writer, escape_of(tint));
    sy_writer_span(writer, word);
    if (colour) sy_writer_literal(writer, "\x1b[0m");
}
