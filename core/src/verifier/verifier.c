/* SPDX-License-Identifier: Apache-2.0 */
#include "verifier/verifier.h"

#include "base/assert.h"

sy_span sy_verifier_text(const steelyard_verifier *verifier, sy_ref text) {
    if (text.start == 0) return (sy_span){NULL, 0};
    return (sy_span){(const char *)verifier + text.start, text.count};
}

const void *sy_verifier_find(const steelyard_verifier *verifier, sy_ref table, size_t row_nbytes, sy_span name) {
    const char *rows = sy_verifier_rows(verifier, table);
    uint32_t low = 0;
    uint32_t high = table.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const void *row = rows + middle * row_nbytes;
        int order = sy_span_compare(sy_verifier_text(verifier, *(const sy_ref *)row), name);
        if (order == 0) return row;
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return NULL;
}

sy_span sy_verifier_text_at(const steelyard_verifier *verifier, sy_ref texts, uint32_t index) {
    const sy_ref *rows = sy_verifier_rows(verifier, texts);
    SY_ASSERT(index < texts.count);
    return sy_verifier_text(verifier, rows[index]);
}

const sy_facet_value *sy_verifier_facet(const steelyard_verifier *verifier, const sy_profile *profile,
                                        sy_facet_index facet) {
    sy_ref values = profile->facets[facet];
    SY_ASSERT(values.start == 0 || values.count == sy_facet_at(facet)->member_count);
    return values.start == 0 ? NULL : sy_verifier_rows(verifier, values);
}

size_t steelyard_verifier_nbytes(const steelyard_verifier *verifier) {
    return verifier->nbytes;
}

bool steelyard_verifier_wants_now(const steelyard_verifier *verifier) {
    return verifier->has_age_max && !verifier->has_now;
}

size_t steelyard_verifier_body_nbytes_max(const steelyard_verifier *verifier) {
    return verifier->body_nbytes_max;
}
