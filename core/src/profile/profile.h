/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile.h - the compiler of profiles. A profile's JSON document comes in, a sy_profile row goes out, or the first
 * fault with its place. It refuses to know any provider: built-in profiles and users' own go through it alike.
 */
#ifndef SY_PROFILE_H
#define SY_PROFILE_H

#include "options/config.h"
#include "values/currency.h"

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

/*
 * Compiles the profile at `root` of builder->source into *profile. Faults stay in the builder. `compiler` is scratch
 * that the caller lends.
 */
void sy_profile_compile(sy_profile_compiler *compiler, sy_builder *builder, uint32_t root, sy_profile *profile);

/* Whether profiles have a member of this name at their top. */
bool sy_profile_has_member(sy_span name);

/* profile_parts.c: {"at": pointer, "is": value or values}. */
sy_test sy_profile_parts_test(sy_profile_compiler *compiler, uint32_t object);
/* The same at member `name` of `object`; without values where it is absent. */
sy_test sy_profile_parts_test_member(sy_profile_compiler *compiler, uint32_t object, const char *name);

/* A list of strings at member `name` of `object` as a table of texts. */
sy_ref sy_profile_parts_texts(sy_profile_compiler *compiler, uint32_t object, const char *name);

/* profile_wallets.c: where the wallets stand. */
void sy_profile_wallets_compile(sy_profile_compiler *compiler);
/* After the members are known: joined wallets need what they are joined by. */
void sy_profile_wallets_check_join(sy_profile_compiler *compiler);

/* profile_fields.c: the forest of members that are judged. */
/* Adds the member at a pointer, and the objects that hold it. Returns the field, SY_FIELD_NONE after a fault. */
uint32_t sy_profile_fields_add(sy_profile_compiler *compiler, uint32_t node, sy_span pointer, sy_field field);
/* Adds the member that `object` places by `at` and `in`, required where it says so. */
uint32_t sy_profile_fields_add_placed(sy_profile_compiler *compiler, uint32_t object, const char *at, sy_field field);
/* The part that member `in` of `object` names; the wallet where there is none. */
uint8_t sy_profile_fields_part(sy_profile_compiler *compiler, uint32_t object);
uint32_t sy_profile_parts_find_name(const sy_names *names, sy_span name);
/* Slot of the name of a member, added behind the others where it is new. */
uint32_t sy_profile_parts_name_slot(sy_profile_compiler *compiler, sy_names *names, uint32_t node, uint32_t count_max);
/* The first member of an object of objects, and the one after it; SY_NODE_NONE at its end or after a fault. */
uint32_t sy_profile_parts_first_object(sy_profile_compiler *compiler, uint32_t container);
uint32_t sy_profile_parts_next_object(sy_profile_compiler *compiler, uint32_t container, uint32_t node);
void sy_profile_fields_keep(sy_profile_compiler *compiler);

/* profile_members.c: id, currency, status, kind, flags, texts. */
void sy_profile_members_compile(sy_profile_compiler *compiler);

/* profile_amounts.c: amounts, their units and carriers, sums over lists. */
uint32_t sy_profile_amounts_carriers(sy_profile_compiler *compiler, uint32_t object, uint32_t fallback);
void sy_profile_amounts_compile(sy_profile_compiler *compiler);

/* profile_rules.c: formulas, derived amounts, checks. */
void sy_profile_rules_compile(sy_profile_compiler *compiler);
/* A list of conditions at member `name` of `object`. */
sy_ref sy_profile_rules_conditions(sy_profile_compiler *compiler, uint32_t object, const char *name);
/* The slot that member `name` of `object` names; a fault where `names` lacks it. `text` says so. */
uint8_t sy_profile_parts_slot(sy_profile_compiler *compiler, uint32_t object, const char *name, const sy_names *names,
                              const char *text);

/* profile_facets.c: gifts, events, pages, uniqueness and order. */
void sy_profile_facets_compile(sy_profile_compiler *compiler);
/* An object of the provider's texts to the report's words, with at most `max` members. */
sy_ref sy_profile_parts_value_names(sy_profile_compiler *compiler, uint32_t object, const char *name, uint32_t max);
/* `fail`, `warn` or `invalid` at member `outcome`; fail where absent. */
uint8_t sy_profile_parts_outcome(sy_profile_compiler *compiler, uint32_t object);
/* A code of the profile's own: its name, a dot, the member `name` of `object`; absent where there is none. */
sy_ref sy_profile_parts_code(sy_profile_compiler *compiler, uint32_t object, const char *name);
/* The same; a fault where there is none. */
sy_ref sy_profile_parts_required_code(sy_profile_compiler *compiler, uint32_t object, const char *name);

/* profile_expression.c: `cash + gift - blocked`, `available >= -overdraftLimit`, `status is 'active'`. */
sy_ref sy_profile_expression_sum(sy_profile_compiler *compiler, uint32_t node, sy_span text);
sy_condition sy_profile_expression_condition(sy_profile_compiler *compiler, uint32_t node, sy_span text);

#endif
