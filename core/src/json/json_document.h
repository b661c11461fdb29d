/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json_document.h - a JSON text as a flat table of nodes. The reader fills it; whoever looks into a document asks json_node.h.
 *
 * The table is in document order; a member is a key node followed by its value's nodes. For {"a":[1,2]}
 *
 *   index   0 OBJECT  1 KEY "a"  2 ARRAY  3 NUMBER 1  4 NUMBER 2
 *   next    5         2          5        4           5           (the node after the whole subtree)
 *   parent  -         0          0        2           2
 *
 * Member names are compared after unescaping. Every member of a name that stands more than once in one object is
 * marked SY_NODE_DUPLICATE on its key, all but the first SY_NODE_LATER_DUPLICATE too.
 *
 * May use: nothing.
 */
#ifndef SY_JSON_DOCUMENT_H
#define SY_JSON_DOCUMENT_H

#include <steelyard.h>

typedef enum sy_node_type {
    SY_NODE_OBJECT,
    SY_NODE_ARRAY,
    SY_NODE_STRING,
    SY_NODE_NUMBER,
    SY_NODE_TRUE,
    SY_NODE_FALSE,
    SY_NODE_NULL,
    SY_NODE_KEY
} sy_node_type;

#define SY_NODE_ESCAPED 1u         /* a string or key that holds at least one backslash */
#define SY_NODE_DUPLICATE 2u       /* a key that stands more than once in its object */
#define SY_NODE_LATER_DUPLICATE 4u /* and is not the first of them */

#define SY_NODE_NONE UINT32_MAX

typedef struct sy_node {
    uint32_t start;  /* offset of the first byte: the quote of a string, the bracket of a container */
    uint32_t nbytes; /* quotes and brackets included */
    uint32_t next;
    uint32_t parent;   /* the enclosing container, SY_NODE_NONE for the top value */
    uint32_t position; /* of a list element its index, of a container's key a hash of the unescaped name */
    uint8_t type;
    uint8_t flags;
} sy_node;

typedef struct sy_document {
    const char *bytes;
    size_t nbytes;
    const sy_node *nodes;
    uint32_t node_count;
    uint32_t later_duplicate_count;
} sy_document;

typedef struct sy_json_error {
    steelyard_status status; /* one of STEELYARD_JSON_* */
    size_t offset;
    size_t line;   /* from 1, ends with LF */
    size_t column; /* from 1, in bytes */
} sy_json_error;

#endif
