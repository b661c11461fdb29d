/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_reader.h - a profile's JSON text, read to be put into words. The text comes in, that a compiler has found
 * right; objects, members and texts are looked up in it as the profile's author wrote them.
 *
 * All texts are unescaped before a word is written, as nothing else may be taken while a writer is open:
 *
 *   sy_profile_reader_open     the document, and the text of each string and name in it
 *   reader.writer = ...        from here on sentences are written, see say.h
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

/* An object may be SY_NODE_NONE, which has no members. */
uint32_t sy_profile_reader_member(const sy_profile_reader *reader, uint32_t object, const char *name);
/* The same, the name as a span. */
uint32_t sy_profile_reader_find(const sy_profile_reader *reader, uint32_t object, sy_span name);
/* What a string member says; bytes NULL where it is none. */
sy_span sy_profile_reader_text(const sy_profile_reader *reader, uint32_t object, const char *name);
bool sy_profile_reader_flag(const sy_profile_reader *reader, uint32_t object, const char *name);
/* The first value inside, the one after it; SY_NODE_NONE where there is none. */
uint32_t sy_profile_reader_first(const sy_profile_reader *reader, uint32_t container);
uint32_t sy_profile_reader_after(const sy_profile_reader *reader, uint32_t container, uint32_t value);
/* Whether it is an object or a list. */
bool sy_profile_reader_is_container(const sy_profile_reader *reader, uint32_t node);
/* The name of a member by its value's node. */
sy_span sy_profile_reader_key(const sy_profile_reader *reader, uint32_t value);
/* What the profile says of an amount, flag or text: its object, SY_NODE_NONE where it says nothing. */
uint32_t sy_profile_reader_subject(const sy_profile_reader *reader, sy_span name);
/* Whether a rule derives the amount where the provider does not give it. */
bool sy_profile_reader_is_derived(const sy_profile_reader *reader, sy_span name);
/*
 * The provider's word for an amount, flag or text: the last part of its pointer. Where another member's pointer ends
 * alike, where the provider has none, and for status and kind it is the name itself.
 */
sy_span sy_profile_reader_member_name(const sy_profile_reader *reader, sy_span name);

#endif
