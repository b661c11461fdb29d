/* SPDX-License-Identifier: Apache-2.0 */
/*
 * option_value.h - the values of options, read as what they should be; the first wrong one is the fault. Members come in,
 * values go out.
 * May use: base, decimal, json, values, verifier.
 */
#ifndef SY_OPTION_VALUE_H
#define SY_OPTION_VALUE_H

#include "options/builder.h"

/* A wrong option. `name` is its name, `text` says what is wrong (static); `status` is STEELYARD_OK while none is. */
typedef struct sy_option_fault {
    steelyard_status status;
    sy_span name;
    const char *text;
} sy_option_fault;

void sy_option_value_wrong(sy_option_fault *fault, steelyard_status status, const char *name, const char *text);

/* The option's value where it has the type, else SY_NODE_NONE; another type is a fault, of which `text` speaks. */
uint32_t sy_option_value_typed(sy_builder *builder, uint32_t root, const char *name, sy_node_type type,
                               const char *text, sy_option_fault *fault);
/* Bytes NULL where absent or wrong. */
sy_span sy_option_value_string(sy_builder *builder, uint32_t root, const char *name, sy_option_fault *fault);
uint32_t sy_option_value_object(sy_builder *builder, uint32_t root, const char *name, sy_option_fault *fault);
/* A whole number written in plain digits, from min to max; -1 where absent or wrong. */
int64_t sy_option_value_integer(sy_builder *builder, uint32_t root, const char *name, int64_t min, int64_t max,
                                sy_option_fault *fault);
void sy_option_value_now(sy_builder *builder, uint32_t root, bool *has_now, sy_time *now, sy_option_fault *fault);
/* The object of headers, or SY_NODE_NONE. */
uint32_t sy_option_value_headers(sy_builder *builder, uint32_t root, sy_option_fault *fault);

/* The first member that is no option, or in which something stands twice, is the fault. `names` ends with NULL. */
void sy_option_value_only_names(sy_builder *builder, uint32_t root, const char *const *names, sy_option_fault *fault);

#endif
