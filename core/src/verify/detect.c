/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/detect.h"

#include "judge/locate.h"

static bool has_member(const sy_document *document, uint32_t object, sy_span name) {
    uint32_t value;
    return sy_json_node_member(document, object, name, &value) != SY_ABSENT;
}

static bool has_inside(const sy_document *document, uint32_t object, sy_span outer, sy_span inner) {
    uint32_t value;
    if (sy_json_node_member(document, object, outer, &value) != SY_PRESENT) return false;
    return has_member(document, value, inner);
}

static bool fits_object(const steelyard_verifier *verifier, const sy_detection *detection, const sy_document *document,
                        uint32_t object) {
    for (uint32_t i = 0; i < detection->has.count; i += 1)
        if (!has_member(document, object, sy_verifier_text_at(verifier, detection->has, i))) return false;
    for (uint32_t i = 0; i < detection->without.count; i += 1)
        if (has_member(document, object, sy_verifier_text_at(verifier, detection->without, i))) return false;
    if (detection->where.values.count > 0 && sy_locate_test(verifier, document, &detection->where, object) != SY_YES)
        return false;
    if (detection->inside.start == 0) return true;
    return has_inside(document, object, sy_verifier_text_at(verifier, detection->has, 0),
                      sy_verifier_text(verifier, detection->inside));
}

static bool fits(const steelyard_verifier *verifier, const sy_detection *detection, const sy_document *document) {
    uint32_t first;
    if (sy_json_node_is(document, 0, SY_NODE_OBJECT)) return fits_object(verifier, detection, document, 0);
    if (!detection->in_first || !sy_json_node_is(document, 0, SY_NODE_ARRAY)) return false;
    first = sy_json_node_first(document, 0);
    return first != SY_NODE_NONE && fits_object(verifier, detection, document, first);
}

/* The least rank that fits among the profiles from `first` to `end`; NULL where none does. */
static const sy_profile *best_of(const steelyard_verifier *verifier, const sy_document *document, uint32_t first,
                                 uint32_t end) {
    const sy_profile *profiles = sy_verifier_rows(verifier, verifier->profiles);
    const sy_profile *best = NULL;
    uint32_t best_rank = UINT32_MAX;
    for (uint32_t i = first; i < end; i += 1) {
        const sy_detection *rows = sy_verifier_rows(verifier, profiles[i].detections);
        for (uint32_t row = 0; row < profiles[i].detections.count; row += 1) {
            if (rows[row].rank >= best_rank || !fits(verifier, &rows[row], document)) continue;
            best = &profiles[i];
            best_rank = rows[row].rank;
        }
    }
    return best;
}

/* The options' own profiles go before the built-in ones: who brings them knows whom he asks. */
const sy_profile *sy_detect(const steelyard_verifier *verifier, const sy_document *document) {
    const sy_profile *own = best_of(verifier, document, 0, verifier->own_count);
    return own != NULL ? own : best_of(verifier, document, verifier->own_count, verifier->profiles.count);
}
