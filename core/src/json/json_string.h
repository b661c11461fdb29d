/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_string.h - the content of JSON strings, unescaped byte by byte. A string token that the lexer has found
 * well-formed comes in, bytes go out.
 * May use: base.
 */
#ifndef SY_JSON_STRING_H
#define SY_JSON_STRING_H

#include "base/writer.h"

/* Walks the unescaped bytes of a string token without its quotes. */
typedef struct sy_unescaper {
    sy_span rest;
    char pending[4]; /* bytes of an escape's UTF-8 form not yet handed out */
    uint8_t pending_count;
    uint8_t pending_at;
} sy_unescaper;

void sy_json_string_begin(sy_unescaper *unescaper, sy_span content);
/* The next byte (0 to 255), or -1 at the end. */
int sy_json_string_next(sy_unescaper *unescaper);

/* Value of four hexadecimal digits at bytes, or -1 where one is none. */
int32_t sy_json_string_hexadecimal4(const char *bytes);

/* The unescaped text as a span: into the token where it has no escape, else a copy in the arena. */
sy_span sy_json_string_unescape(sy_arena *memory, sy_span content, bool escaped);

/* Byte order of two contents after unescaping. */
int sy_json_string_compare(sy_span left, sy_span right);
/* Whether the content, unescaped, is exactly `text`. */
bool sy_json_string_equal(sy_span content, sy_span text);

#endif
