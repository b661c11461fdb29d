/* SPDX-License-Identifier: Apache-2.0 */
/*
 * config.h - members of the JSON object that is being compiled: an options object or a profile. An object's node and a
 * member's name come in, a value of the type asked for goes out; a value of another type is the builder's fault.
 * May use: base, values, json.
 */
#ifndef SY_CONFIG_H
#define SY_CONFIG_H

#include "base/assert.h"
#include "options/builder.h"

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
/* Rows that go with words, one for each. */
#define SY_WORDS_HAVE_ROWS(words, rows)                                                                                \
    SY_STATIC_ASSERT(sizeof(words) / sizeof(words)[0] == sizeof(rows) / sizeof(rows)[0] + 1, "a row for each word")
/* The index in `words` of a string element; a fault where it is none of them. */
uint32_t sy_config_word_at(sy_builder *builder, uint32_t node, const char *text, sy_word_list words);
/* A boolean member; false where absent. */
bool sy_config_flag(sy_builder *builder, uint32_t object, const char *name);
/* A pointer member; absent where there is none. */
sy_path sy_config_path(sy_builder *builder, uint32_t object, const char *name);
/* The same, and a fault where it is absent. */
sy_path sy_config_required_path(sy_builder *builder, uint32_t object, const char *name);
/* A whole number from 0 to max; `fallback` where absent. */
uint32_t sy_config_number(sy_builder *builder, uint32_t object, const char *name, uint32_t max, uint32_t fallback);
/* The element's text; a fault where it is no string. */
sy_span sy_config_string(sy_builder *builder, uint32_t node);
/* Faults on a member that `names` does not list. */
void sy_config_only(sy_builder *builder, uint32_t object, sy_word_list names);
/* How many elements; a fault beyond SY_LIST_MAX. */
uint32_t sy_config_count(sy_builder *builder, uint32_t container);
/* The same; a fault beyond `max`. */
uint32_t sy_config_count_to(sy_builder *builder, uint32_t container, uint32_t max);
/* Faults on a text that is not written as a currency code is. */
void sy_config_currency_code(sy_builder *builder, uint32_t node, sy_span code);
/* Rows of sy_currency_row of an object of currency codes to digits, at most `max`. */
sy_ref sy_config_currency_rows(sy_builder *builder, uint32_t object, uint32_t max);

#endif
