/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet_prose.h - the words that descriptions of facets have for their findings. A place of a facet's code comes in;
 * its sentences go out, what the profile says put into their holes. The holes are told of in verifier/facet.h.
 * May use: json, facet.h.
 */
#ifndef SY_FACET_PROSE_H
#define SY_FACET_PROSE_H

#include "explain/rule_place.h"
#include "explain/say.h"

/* What must hold, without a full stop. */
void sy_facet_prose_rule(const sy_profile_reader *reader, const sy_rule_place *place, sy_naming naming);
/* What would be the finding, without a full stop; amounts in the provider's words. */
void sy_facet_prose_example(const sy_profile_reader *reader, const sy_rule_place *place);

#endif
