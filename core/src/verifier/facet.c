/* SPDX-License-Identifier: Apache-2.0 */
#include "verifier/facet.h"

#include "base/assert.h"

const sy_facet *sy_facet_at(uint32_t index) {
    static const sy_facet *const facets[SY_FACET_COUNT] = {
#define SY_FACET_ROW(NAME, name) &sy_facet_##name,
        SY_FACET_TABLE(SY_FACET_ROW)
#undef SY_FACET_ROW
    };
    SY_ASSERT(index < SY_FACET_COUNT);
    return facets[index];
}
