/* SPDX-License-Identifier: Apache-2.0 */
/*
 * builder.h - writing a verifier's block. Rows and texts come in, references into the block go out.
 *
 * The first fault is sticky: it keeps its place and its words, and everything after it is a no-op.
 *
 * May use: base, json, verifier.
 */
#ifndef SY_BUILDER_H
#define SY_BUILDER_H

#include "verifier/verifier.h"
#include "json/json_node.h"

typedef struct sy_builder {
    sy_arena *memory;
    steelyard_verifier *verifier; /* while it is being written */
    const sy_document *source;    /* what is being compiled */
    steelyard_status status;      /* the first fault */
    uint32_t fault_node;          /* where in `source` */
    const char *fault_text;       /* what is wrong, static */
    sy_span fault_found;          /* what was found there, may be empty */
    bool fault_found_is_kind;     /* and is said in words ("an object"), not quoted */
    sy_span fault_nearest;        /* the nearest name that exists; bytes NULL where none is near */
    sy_span fault_allowed;        /* what may stand there, with commas; bytes NULL where that is no list */
} sy_builder;

/* A list of names ends with NULL. */
typedef const char *const *sy_word_list;

/* Table of `count` zeroed rows; rows_out is NULL and the reference absent where memory or the table's limit ends. */
sy_ref sy_builder_rows(sy_builder *builder, size_t count, size_t row_nbytes, void *rows_out);
sy_ref sy_builder_text(sy_builder *builder, sy_span text);
/* `first` and `second` with a dot between them. */
sy_ref sy_builder_dotted(sy_builder *builder, sy_span first, sy_span second);
/* Texts as a table. */
sy_ref sy_builder_texts(sy_builder *builder, const sy_span *texts, size_t count);
/* A JSON Pointer's tokens; a fault where `pointer` is none. */
sy_path sy_builder_path(sy_builder *builder, uint32_t node, sy_span pointer);

void sy_builder_fault(sy_builder *builder, uint32_t node, const char *text, sy_span found);
/* The value there has the wrong type: what was found is its kind. */
void sy_builder_fault_kind(sy_builder *builder, uint32_t node, const char *text);
/* A fault with the names that may stand there; what was found is taken for a slip of the nearest. */
void sy_builder_fault_among(sy_builder *builder, uint32_t node, const char *text, sy_span found, sy_word_list allowed);
/* The same, the names as spans. */
void sy_builder_fault_among_names(sy_builder *builder, uint32_t node, const char *text, sy_span found,
                                  const sy_span *allowed, uint32_t count);

#endif
