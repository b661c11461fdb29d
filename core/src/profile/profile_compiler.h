/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_compiler.h - a profile while it is compiled: the JSON that comes in, by its builder, and the tables that are
 * filled until their lengths are known. The files profile_*.c fill them, profile.c conducts.
 * May use: values, verifier, options.
 */
#ifndef SY_PROFILE_COMPILER_H
#define SY_PROFILE_COMPILER_H

#include "options/config.h"

/* Names that a profile has given so far; an index is a slot. */
typedef struct sy_names {
    sy_span names[SY_AMOUNT_NAMES_MAX];
    sy_span members[SY_AMOUNT_NAMES_MAX]; /* of amounts: the provider's member, empty where there is none */
    uint32_t count;
} sy_names;

/* Every table of names fits. */
SY_STATIC_ASSERT(SY_FLAGS_MAX <= SY_AMOUNT_NAMES_MAX, "flags are kept in a table of names");
SY_STATIC_ASSERT(SY_TEXTS_MAX <= SY_AMOUNT_NAMES_MAX, "texts are kept in a table of names");
SY_STATIC_ASSERT(SY_LISTS_MAX <= SY_AMOUNT_NAMES_MAX, "lists are kept in a table of names");

typedef struct sy_profile_compiler {
    sy_builder *builder;
    sy_profile *profile; /* the row being filled */
    sy_span name;
    uint32_t root; /* of the profile in builder->source */
    sy_names amounts;
    sy_names flags;
    sy_names texts;
    sy_names lists; /* of joined wallets */
    sy_unit units[SY_AMOUNT_NAMES_MAX];
    sy_unit unit; /* of amounts that do not say otherwise */
    uint32_t carriers;
    sy_field fields[SY_FIELDS_MAX];
    uint32_t field_count;
    sy_sum_row sums[SY_AMOUNT_NAMES_MAX];
    uint32_t sum_count;
    sy_rule rules[SY_RULES_MAX];
    uint32_t rule_nodes[SY_RULES_MAX];
    uint32_t rule_count;
} sy_profile_compiler;

#endif
