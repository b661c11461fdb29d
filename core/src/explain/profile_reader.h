/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_reader.h - a profile as its author wrote it. The JSON text of a profile comes in, that a compiler has found right;
 * members and texts go out. How rules are compiled and judged is not known here.
 *
 * All texts are unescaped before a word is written, as nothing else may be allocated while a writer is open:
 *
 *   sy_profile_reader_open     the document, and the text of each string and name in it
 *   reader.writer = ...        from here on sentences are written
 *
 * May use: base, json.
 */
#ifndef SY_PROFILE_READER_H
#define SY_PROFILE_READER_H

#include "json/json_node.h"

typedef struct sy_profile_reader {
    sy_document document;
    sy_span *texts; /* of node: what a string or a name says */
    sy_span name;   /* of the profile */
    sy_span base;   /* of the one that it was laid over; bytes NULL where there is none */
    sy_writer *writer;
} sy_profile_reader;

/* Whether the text is a JSON object, read and ready; false too where memory ran out. */
bool sy_profile_reader_open(sy_profile_reader *reader, sy_arena *memory, sy_span json);

/* Looking up: an object may be SY_NODE_NONE, which has no members. */

uint32_t sy_profile_reader_named(const sy_profile_reader *reader, uint32_t object, sy_span name);
uint32_t sy_profile_reader_member(const sy_profile_reader *reader, uint32_t object, const char *name);
/* What a string member says; bytes NULL where it is none. */
sy_span sy_profile_reader_text(const sy_profile_reader *reader, uint32_t object, const char *name);
bool sy_profile_reader_flag(const sy_profile_reader *reader, uint32_t object, const char *name);
/* The first value inside, the one after it; SY_NODE_NONE where there is none. */
uint32_t sy_profile_reader_first(const sy_profile_reader *reader, uint32_t container);
uint32_t sy_profile_reader_after(const sy_profile_reader *reader, uint32_t container, uint32_t value);
/* What the profile says of an amount, flag or text: its object, SY_NODE_NONE where it says nothing. */
uint32_t sy_profile_reader_subject(const sy_profile_reader *reader, sy_span name);
/* Whether a rule derives the amount where the provider does not give it. */
bool sy_profile_reader_is_derived(const sy_profile_reader *reader, sy_span name);

#endif
