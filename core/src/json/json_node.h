/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_node.h - moving about in a document: members by name, contents, JSON Pointers. Node indices come in and go out.
 * May use: base.
 */
#ifndef SY_JSON_NODE_H
#define SY_JSON_NODE_H

#include "base/writer.h"
#include "json/json_document.h"

typedef enum sy_presence {
    SY_ABSENT,    /* no member of this name */
    SY_DUPLICATE, /* more than one: none has a value */
    SY_PRESENT
} sy_presence;

/* Looks a member up by its unescaped name. value_out: the value's node (of duplicates the first one's), or SY_NODE_NONE. */
sy_presence sy_json_node_member(const sy_document *document, uint32_t object, sy_span name, uint32_t *value_out);

/*
 * One step of a JSON Pointer: a member by name, or an element of a list by a token of plain digits (RFC 6901 section 4).
 */
sy_presence sy_json_node_step(const sy_document *document, uint32_t container, sy_span token, uint32_t *value_out);

bool sy_json_node_is(const sy_document *document, uint32_t node, sy_node_type type);
uint32_t sy_json_node_offset(const sy_document *document, uint32_t node);
/* The token as it stands in the body: digits of a number, quotes of a string included. */
sy_span sy_json_node_token(const sy_document *document, uint32_t node);
/* A string's or key's unescaped text, copied only where it has escapes. */
sy_span sy_json_node_text(sy_arena *memory, const sy_document *document, uint32_t node);
/* Whether a string's unescaped text is `text`. */
bool sy_json_node_text_is(const sy_document *document, uint32_t node, sy_span text);

/* The first value inside a container and the one after `value` in it; SY_NODE_NONE where there is none. */
uint32_t sy_json_node_first(const sy_document *document, uint32_t container);
uint32_t sy_json_node_after(const sy_document *document, uint32_t container, uint32_t value);
/* The key of a member's value (which must stand in an object). */
uint32_t sy_json_node_key(uint32_t value);
/* How many elements or members. */
uint32_t sy_json_node_count(const sy_document *document, uint32_t container);

/* Whether any member name of the object stands in it more than once. */
bool sy_json_node_has_duplicate(const sy_document *document, uint32_t object);

/* The JSON Pointer (RFC 6901) of a node; with `member` (bytes not NULL) that of a member of it. */
sy_span sy_json_node_pointer(sy_arena *memory, const sy_document *document, uint32_t node, sy_span member);

#endif
