/* SPDX-License-Identifier: Apache-2.0 */
/*
 * option_value.h - the values of options, and what is wrong with one. A member's name in an options object comes in;
 * its value goes out, of the type that the option has, or the fault says which option is wrong.
 *
 * The first fault is sticky: it keeps its name and its words.
 *
 * May use: base, decimal, values, json.
 */
#ifndef SY_OPTION_VALUE_H
#define SY_OPTION_VALUE_H

#include "options/config.h"

/* A wrong option. `name` is its name, `text` says what is wrong (static); `status` is STEELYARD_OK while none is. */
typedef struct sy_option_fault {
    steelyard_status status;
    sy_span name;
    const char *text;
} sy_option_fault;

/* The option is wrong. */
void sy_option_value_wrong(sy_option_fault *fault, steelyard_status status, const char *name, const char *text);
/* The first member that is none of `names`, or in which a member stands twice, is the fault. */
void sy_option_value_only(sy_builder *builder, uint32_t root, sy_word_list names, sy_option_fault *fault);

/* The option's value where it has the type, else SY_NODE_NONE; a value of another type is the fault that `text` says. */
uint32_t sy_option_value_typed(sy_builder *builder, uint32_t root, const char *name, sy_node_type type,
                               const char *text, sy_option_fault *fault);
/* A string; bytes NULL where absent. */
sy_span sy_option_value_text(sy_builder *builder, uint32_t root, const char *name, sy_option_fault *fault);
/* A whole number from min to max; -1 where absent or wrong. */
int64_t sy_option_value_integer(sy_builder *builder, uint32_t root, const char *name, int64_t min, int64_t max,
                                sy_option_fault *fault);
/* The option `now`, a time in the form of RFC 3339; false where absent or wrong. */
bool sy_option_value_now(sy_builder *builder, uint32_t root, sy_time *now_out, sy_option_fault *fault);
/* The option `headers`: an object of strings whose names differ by more than case; SY_NODE_NONE where absent. */
uint32_t sy_option_value_headers(sy_builder *builder, uint32_t root, sy_option_fault *fault);

#endif
