/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_compiler.h - one profile while it is compiled: the builder that writes it, the row that is filled, and the names, members
 * and rules that it has given so far. The files of this room fill it one after the other, each its own part.
 * May use: base, json, verifier, options.
 */
#ifndef SY_PROFILE_COMPILER_H
#define SY_PROFILE_COMPILER_H

#include "options/config.h"

/* Names that a profile has given so far, while it is compiled. */
typedef struct sy_names {
    sy_span names[SY_AMOUNT_NAMES_MAX];
    sy_span members[SY_AMOUNT_NAMES_MAX]; /* of amounts: the provider's member, empty where there is none */
    uint32_t count;
} sy_names;

typedef struct sy_profile_compiler {
    sy_builder *builder;
    sy_profile *profile; /* the row being filled */
    sy_span name;
    uint32_t root;
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
