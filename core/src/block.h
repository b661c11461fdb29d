/* SPDX-License-Identifier: Apache-2.0 */
/*
 * block.h - writing a verifier's block, and reading the JSON it is compiled from. Rows, texts and JSON members come
 * in, references go out. It refuses to know what the rows mean.
 *
 * The first fault is sticky: it keeps its place and its words, and everything after it is a no-op.
 */
#ifndef SY_BLOCK_H
#define SY_BLOCK_H

#include "node.h"
#include "program.h"

typedef struct sy_builder {
    sy_memory *memory;
    steelyard_verifier *block; /* while it is being written */
    const sy_document *source; /* what is being compiled */
    steelyard_status status;   /* the first fault */
    uint32_t fault_node;       /* where in `source` */
    const char *fault_text;    /* what is wrong, static */
    sy_span fault_name;        /* what was found there, may be empty */
} sy_builder;

/* Table of `count` zeroed rows; rows_out is NULL and the reference absent where memory or the table's limit ends. */
sy_ref sy_build_rows(sy_builder *builder, size_t count, size_t row_nbytes, void *rows_out);
sy_ref sy_build_text(sy_builder *builder, sy_span text);
/* `first` and `second` with a dot between them. */
sy_ref sy_build_dotted(sy_builder *builder, sy_span first, sy_span second);
/* Texts as a table. */
sy_ref sy_build_texts(sy_builder *builder, const sy_span *texts, size_t count);
/* A JSON Pointer's tokens; a fault where `pointer` is none. */
sy_path sy_build_path(sy_builder *builder, uint32_t node, sy_span pointer);

void sy_builder_fault(sy_builder *builder, uint32_t node, const char *text, sy_span name);

/* A member's value, or SY_NODE_NONE. Faults where it has another type than `type` asks. */
uint32_t sy_source_member(sy_builder *builder, uint32_t object, const char *name, sy_node_type type);
/* A member of any type. */
uint32_t sy_source_any(sy_builder *builder, uint32_t object, const char *name);
/* A string member's text; bytes NULL where absent. */
sy_span sy_source_text(sy_builder *builder, uint32_t object, const char *name);
/* The same, and a fault where it is absent. */
sy_span sy_source_required_text(sy_builder *builder, uint32_t object, const char *name);
/* A boolean member; false where absent. */
bool sy_source_flag(sy_builder *builder, uint32_t object, const char *name);
/* A pointer member; absent where there is none. */
sy_path sy_source_path(sy_builder *builder, uint32_t object, const char *name);
/* A whole number from 0 to max; `fallback` where absent. */
uint32_t sy_source_number(sy_builder *builder, uint32_t object, const char *name, uint32_t max, uint32_t fallback);
/* The element's text; a fault where it is no string. */
sy_span sy_source_string(sy_builder *builder, uint32_t node);
/* Faults on a member that `names` (NULL at its end) does not list. */
void sy_source_only(sy_builder *builder, uint32_t object, const char *const *names);
/* How many elements; a fault beyond SY_LIST_MAX. */
uint32_t sy_source_count(sy_builder *builder, uint32_t container);

#endif
