/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_place.h - what makes findings of its own in a profile: where their codes stand, and how bad each finding is. A
 * profile that is open comes in; places go out, one for each code.
 * May use: base, values, json, facet.h.
 */
#ifndef SY_RULE_PLACE_H
#define SY_RULE_PLACE_H

#include "explain/profile_reader.h"
#include "values/vocabulary.h"
#include "verifier/facet.h"

typedef enum sy_rule_kind {
    SY_RULE_KIND_FORMULA,
    SY_RULE_KIND_CHECK,
    SY_RULE_KIND_ENVELOPE, /* two flags that disagree */
    SY_RULE_KIND_WARNING,
    SY_RULE_KIND_KIND, /* of a wallet, not documented */
    SY_RULE_KIND_FACET
} sy_rule_kind;

typedef struct sy_rule_place {
    sy_rule_kind kind;
    uint32_t object;              /* that says it: the formula, the facet's object */
    sy_span code;                 /* without the profile's name */
    const sy_facet_code *finding; /* of a facet, as its description has it; else NULL */
} sy_rule_place;

/* Calls visit for each code that the profile makes, in the order of the document's language, until it says false. */
void sy_rule_place_each(const sy_profile_reader *reader, bool (*visit)(void *context, const sy_rule_place *place),
                        void *context);
/* Of the finding. */
sy_outcome sy_rule_place_outcome(const sy_profile_reader *reader, const sy_rule_place *place);
/* Whether a report may be verified by it: an equality between amounts. */
bool sy_rule_place_is_formula(const sy_rule_place *place);

#endif
