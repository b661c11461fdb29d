/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_write.h - JSON that goes out. Objects and lists are opened and closed, fields and values come in; the text is
 * added to a writer. Commas, colons and quotes are placed here and nowhere else: one flag says whether something
 * stands before the next element, for what is closed stands before whatever follows it.
 *
 *   open_object  field "a"  unsigned 1  field "b"  open_list  close_list  close_object    ->    {"a":1,"b":[]}
 *
 * May use: base.
 */
#ifndef SY_JSON_WRITE_H
#define SY_JSON_WRITE_H

#include "base/writer.h"

/* A text in quotes, escaped as a JSON string is, wherever it stands: in a sentence, too. */
void sy_json_write_quoted(sy_writer *writer, sy_span text);

typedef struct sy_json_write {
    sy_writer *writer;
    bool needs_comma; /* something stands before the next field or element */
    uint8_t depth;    /* objects and lists that are open */
} sy_json_write;

void sy_json_write_begin(sy_json_write *json, sy_writer *writer);
void sy_json_write_open_object(sy_json_write *json);
void sy_json_write_close_object(sy_json_write *json);
void sy_json_write_open_list(sy_json_write *json);
void sy_json_write_close_list(sy_json_write *json);

/* The name of the next value. `name` is a word of ours that needs no escape; sy_json_write_name takes any text. */
void sy_json_write_field(sy_json_write *json, const char *name);
void sy_json_write_name(sy_json_write *json, sy_span name);

/* A string in quotes: \b \f \n \r \t \" \\ and \u00xx for other controls, nothing else escaped. */
void sy_json_write_string(sy_json_write *json, sy_span text);
/* The same, or null where text.bytes is NULL. */
void sy_json_write_text(sy_json_write *json, sy_span text);
/* The value, or null where it is below 0. */
void sy_json_write_integer_or_null(sy_json_write *json, int32_t value);
void sy_json_write_flag(sy_json_write *json, bool value);
void sy_json_write_null(sy_json_write *json);
/* A string that the caller adds to the writer between the two, of bytes that need no escape. */
void sy_json_write_open_string(sy_json_write *json);
void sy_json_write_close_string(sy_json_write *json);

/* A field with its value: text or null; text, or no field at all where text.bytes is NULL; a number. */
void sy_json_write_text_field(sy_json_write *json, const char *name, sy_span text);
void sy_json_write_optional_field(sy_json_write *json, const char *name, sy_span text);
void sy_json_write_unsigned_field(sy_json_write *json, const char *name, uint64_t value);

#endif
