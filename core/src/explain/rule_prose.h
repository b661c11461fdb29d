/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_prose.h - what rules ask for. Expressions and objects of rules come in, that the compiler has taken; sentences go out.
 * May use: base, json, profile, values, verifier.
 */
#ifndef SY_RULE_PROSE_H
#define SY_RULE_PROSE_H

#include "explain/say.h"
#include "verifier/facet.h"

typedef enum sy_mood {
    SY_MOOD_IS,  /* `gift is at least 0` */
    SY_MOOD_MUST /* `gift must be at least 0` */
} sy_mood;

/* What makes findings of its own in a profile. */
typedef enum sy_rule_kind {
    SY_KIND_FORMULA,
    SY_KIND_CHECK,
    SY_KIND_ENVELOPE,
    SY_KIND_WARNING,
    SY_KIND_KIND,
    SY_KIND_FACET
} sy_rule_kind;

typedef struct sy_rule_place {
    sy_rule_kind kind;
    uint32_t object;            /* that says it: the formula, the gifts */
    sy_span code;               /* without the profile's name */
    const sy_facet_code *facet; /* of SY_KIND_FACET */
} sy_rule_place;

/* `cash + gift`; provider: with the provider's names. */
void sy_rule_prose_sum(const sy_profile_reader *reader, sy_span text, bool provider);
/* ` where allowOverdraft is true and overdraftLimit is at least 0`; nothing where the rule always applies. */
void sy_rule_prose_when(const sy_profile_reader *reader, uint32_t rule, bool provider);
void sy_rule_prose_condition(const sy_profile_reader *reader, sy_span text, sy_mood mood, bool provider);
/* `fail` where the rule does not say. */
sy_span sy_rule_prose_outcome(const sy_profile_reader *reader, uint32_t rule);
/* Calls visit for each code that the profile makes, in the order of the document's language, until it says false. */
void sy_rule_prose_each_code(const sy_profile_reader *reader, bool (*visit)(void *context, const sy_rule_place *place),
                             void *context);
/* `total must be cash + gift` and a full stop; what the rule asks for, whichever kind it is. */
void sy_rule_prose_rule(const sy_profile_reader *reader, const sy_rule_place *place, bool provider);
/* The outcome of the finding. */
sy_span sy_rule_prose_finding_outcome(const sy_profile_reader *reader, const sy_rule_place *place);

#endif
