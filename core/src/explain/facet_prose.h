/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_prose.h - the words of facets, out of their descriptions. A description and the facet's object in a profile come in;
 * sentences go out. The holes of a description's words are filled with what the profile says.
 * May use: base, json, values, verifier.
 */
#ifndef SY_FACET_PROSE_H
#define SY_FACET_PROSE_H

#include "explain/say.h"
#include "verifier/facet.h"

/* What must hold; provider: with the provider's names of amounts. */
void sy_facet_prose_rule(const sy_profile_reader *reader, uint32_t object, const sy_facet_code *code, bool provider);
void sy_facet_prose_example(const sy_profile_reader *reader, uint32_t object, const sy_facet_code *code);
/* The code that the profile gives the finding, without the profile's name; bytes NULL where it gives none. */
sy_span sy_facet_prose_code(const sy_profile_reader *reader, uint32_t object, const sy_facet *facet,
                            const sy_facet_code *code);
/* Whether the profile gives a code to a finding that is an equality between amounts. */
bool sy_facet_prose_has_formula(const sy_profile_reader *reader);

#endif
