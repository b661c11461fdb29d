/* SPDX-License-Identifier: Apache-2.0 */
/*
 * builder.h - writing a verifier's block, and reading the JSON it is compiled from. Rows, texts and JSON members come
 * in, references go out. It refuses to know what the rows mean.
 *
 * The first fault is sticky: it keeps its place and its words, and everything after it is a no-op.
 */
#ifndef SY_BUILDER_H
#define SY_BUILDER_H

#include "verifier/verifier.h"
#include "json/json_node.h"

typedef struct sy_builder {
    sy_arena *memory;
    steelyard_verifier *block; /* while it is being written */
    const sy_document *source; /* what is being compiled */
    steelyard_status status;   /* the first fault */
    uint32_t fault_node;       /* where in `source` */
    const char *fault_text;    /* what is wrong, static */
    sy_span fault_found;       /* what was found there, may be empty */
    bool fault_found_is_kind;  /* and is said in words ("an object"), not quoted */
    sy_span fault_nearest;     /* the nearest name that exists; bytes NULL where none is near */
    sy_span fault_allowed;     /* what may stand there, with commas; bytes NULL where that is no list */
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

/* Rows of an object of currency codes to digits, at most `max`. */
sy_ref sy_builder_currency_rows(sy_builder *builder, uint32_t object, uint32_t max);

/* A member's value, or SY_NODE_NONE. Faults where it has another type than `type` asks. */
uint32_t sy_config_member(sy_builder *builder, uint32_t object, const char *name, sy_node_type type);
/* A member of any type. */
uint32_t sy_config_any(sy_builder *builder, uint32_t object, const char *name);
/* A string member's text; bytes NULL where absent. */
sy_span sy_config_text(sy_builder *builder, uint32_t object, const char *name);
/* The same, and a fault where it is absent. */
sy_span sy_config_required_text(sy_builder *builder, uint32_t object, const char *name);
/*
 * A member that is one of some words: its index in `words`, `fallback` where it is absent. Another word is a fault;
 * so is an absent one where `fallback` is SY_WORD_REQUIRED. After a fault 0.
 */
#define SY_WORD_REQUIRED UINT32_MAX
uint32_t sy_config_word(sy_builder *builder, uint32_t object, const char *name, sy_word_list words, uint32_t fallback);
/* The index in `words` of a string element; a fault where it is none of them. */
uint32_t sy_config_word_at(sy_builder *builder, uint32_t node, const char *text, sy_word_list words);
/* A boolean member; false where absent. */
bool sy_config_flag(sy_builder *builder, uint32_t object, const char *name);
/* A pointer member; absent where there is none. */
sy_path sy_config_path(sy_builder *builder, uint32_t object, const char *name);
/* A whole number from 0 to max; `fallback` where absent. */
uint32_t sy_config_number(sy_builder *builder, uint32_t object, const char *name, uint32_t max, uint32_t fallback);
/* The same of a value; a fault where it is no number. */
uint32_t sy_config_number_at(sy_builder *builder, uint32_t node, uint32_t max);
/* The element's text; a fault where it is no string. */
sy_span sy_config_string(sy_builder *builder, uint32_t node);
/* Faults on a member that `names` does not list. */
void sy_config_only(sy_builder *builder, uint32_t object, sy_word_list names);
/* How many elements; a fault beyond SY_LIST_MAX. */
uint32_t sy_config_count(sy_builder *builder, uint32_t container);
/* The same; a fault beyond `max`. */
uint32_t sy_config_count_to(sy_builder *builder, uint32_t container, uint32_t max);

#endif
