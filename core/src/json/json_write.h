/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_write.h - JSON that goes out. Containers, fields and values come in, in the order of the text; the text goes to a
 * writer. Commas, colons, brackets and quotes are placed here and nowhere else.
 *
 *   sy_json_write_object(json);                      {
 *   sy_json_write_field_text(json, "id", id);         "id":"a"
 *   sy_json_write_field_array(json, "sides");                 ,"sides":[
 *   sy_json_write_text(json, left);                                     "b"
 *   sy_json_write_text(json, nothing);                                     ,null
 *   sy_json_write_end(json);                                                    ]
 *   sy_json_write_end(json);                                                     }
 *
 * Memory that runs out is the writer's business: the calls go on, and nothing more is written.
 *
 * May use: base.
 */
#ifndef SY_JSON_WRITE_H
#define SY_JSON_WRITE_H

#include "base/fault.h"
#include "base/writer.h"

/* What the next value or field has to be parted from. */
typedef enum sy_json_place {
    SY_JSON_PLACE_FIRST, /* nothing: a container or the text has just begun */
    SY_JSON_PLACE_FIELD, /* nothing: its field's name has been written */
    SY_JSON_PLACE_NEXT   /* the value before it, by a comma */
} sy_json_place;

typedef struct sy_json_writer {
    sy_writer *writer;
    uint32_t open; /* a bit for each open container, the innermost lowest, 1 for an object; a 1 above them ends them */
    sy_json_place place;
} sy_json_writer;

/* Open containers: what goes out is never nested deeper. */
#define SY_JSON_WRITE_DEPTH_MAX 31

void sy_json_write_begin(sy_json_writer *json, sy_writer *writer);
/* Ends a public call that wrote one JSON text; everything opened is closed. */
steelyard_status sy_json_write_finish(sy_json_writer *json, steelyard_span *text_out, steelyard_fault *fault_out);

/* Open a container as a value. */
void sy_json_write_object(sy_json_writer *json);
void sy_json_write_array(sy_json_writer *json);
/* Closes the innermost one. */
void sy_json_write_end(sy_json_writer *json);

/* The name of a member of the innermost container, an object; one value follows. Names of ours need no escape. */
void sy_json_write_name(sy_json_writer *json, sy_span name);
/* The same of a string literal, which the compiler measures. */
#define sy_json_write_field(json, literal) sy_json_write_name((json), SY_SPAN("" literal))

/* A string, or null where text.bytes is NULL: \b \f \n \r \t \" \\ and \u00xx for other controls, all else as it is. */
void sy_json_write_text(sy_json_writer *json, sy_span text);
/* A string of ours that needs no escape. */
void sy_json_write_plain(sy_json_writer *json, sy_span text);
/* The same in pieces: between the two only such text is added to json->writer. */
void sy_json_write_open_string(sy_json_writer *json);
void sy_json_write_close_string(sy_json_writer *json);
void sy_json_write_unsigned(sy_json_writer *json, uint64_t value);
/* null where the value is below 0. */
void sy_json_write_integer_or_null(sy_json_writer *json, int32_t value);
void sy_json_write_bool(sy_json_writer *json, bool value);
void sy_json_write_null(sy_json_writer *json);

/* A name and its value at once; or at least the bracket that opens it. */
void sy_json_write_name_object(sy_json_writer *json, sy_span name);
void sy_json_write_name_array(sy_json_writer *json, sy_span name);
void sy_json_write_name_text(sy_json_writer *json, sy_span name, sy_span text);
void sy_json_write_name_unsigned(sy_json_writer *json, sy_span name, uint64_t value);
#define sy_json_write_field_object(json, literal) sy_json_write_name_object((json), SY_SPAN("" literal))
#define sy_json_write_field_array(json, literal) sy_json_write_name_array((json), SY_SPAN("" literal))
#define sy_json_write_field_text(json, literal, ...) sy_json_write_name_text((json), SY_SPAN("" literal), __VA_ARGS__)
#define sy_json_write_field_unsigned(json, literal, value)                                                             \
    sy_json_write_name_unsigned((json), SY_SPAN("" literal), (value))

/* A string by itself, quotes and escapes included, within a text that is no JSON. */
void sy_json_write_string(sy_writer *writer, sy_span text);

#endif
