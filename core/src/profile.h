/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile.h - the compiler of profiles. A profile's JSON document comes in, a sy_profile row goes out, or the first
 * fault with its place. It refuses to know any provider: built-in profiles and users' own go through it alike.
 */
#ifndef SY_PROFILE_H
#define SY_PROFILE_H

#include "block.h"
#include "currency.h"

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
    sy_field fields[SY_FIELDS_MAX];
    uint32_t field_count;
    sy_rule rules[SY_RULES_MAX];
    uint32_t rule_count;
} sy_profile_compiler;

/*
 * Compiles the profile at `root` of builder->source into *profile. Faults stay in the builder. `compiler` is scratch
 * that the caller lends.
 */
void sy_profile_compile(sy_profile_compiler *compiler, sy_builder *builder, uint32_t root, sy_profile *profile);

/* profile_fields.c: members of a wallet that are judged. */
void sy_profile_compile_fields(sy_profile_compiler *compiler);
/* Adds the member at a pointer, and the objects that hold it. Returns the field, SY_FIELD_NONE after a fault. */
uint32_t sy_profile_add_field(sy_profile_compiler *compiler, uint32_t node, sy_span pointer, sy_field field);
uint32_t sy_names_find(const sy_names *names, sy_span name);

/* profile_rules.c: formulas, derived amounts, checks. */
void sy_profile_compile_rules(sy_profile_compiler *compiler);
/* A list of conditions at member `name` of `object`. */
sy_ref sy_profile_conditions(sy_profile_compiler *compiler, uint32_t object, const char *name);

/* profile_facets.c: gifts, events, pages, uniqueness and order. */
void sy_profile_compile_facets(sy_profile_compiler *compiler);
/* An object of provider's texts to the report's words. */
sy_ref sy_profile_value_names(sy_profile_compiler *compiler, uint32_t object, const char *name);
/* `outcome` of a rule. */
uint8_t sy_profile_outcome(sy_profile_compiler *compiler, uint32_t object);
/* A code of the profile's own: its name, a dot, the member `name` of `object`; absent where there is none. */
sy_ref sy_profile_code(sy_profile_compiler *compiler, uint32_t object, const char *name);

/* profile_expression.c: `cash + gift - blocked`, `available >= -overdraftLimit`, `status is 'active'`. */
sy_ref sy_profile_sum(sy_profile_compiler *compiler, uint32_t node, sy_span text);
sy_condition sy_profile_condition(sy_profile_compiler *compiler, uint32_t node, sy_span text);

#endif
