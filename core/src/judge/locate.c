/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/locate.h"

#include "base/assert.h"

sy_place sy_locate(const steelyard_verifier *verifier, const sy_document *document, uint32_t from, sy_path path) {
    sy_place place = {SY_PRESENT, from, from, {NULL, 0}};
    SY_ASSERT(from < document->node_count);
    for (uint32_t i = 0; i < path.count; i += 1) {
        place.holder = place.node;
        place.missing = sy_verifier_text_at(verifier, path, i);
        place.presence = sy_json_node_step(document, place.holder, place.missing, &place.node);
        if (place.presence != SY_PRESENT) break;
    }
    return place;
}

static bool equals(const steelyard_verifier *verifier, const sy_document *document, const sy_test_value *value,
                   uint32_t node) {
    sy_decimal number;
    if (document->nodes[node].type != value->type) return false;
    if (value->type == SY_NODE_STRING)
        return sy_json_node_text_is(document, node, sy_verifier_text(verifier, value->text));
    if (value->type != SY_NODE_NUMBER) return true;
    return sy_decimal_parse_number(sy_json_node_token(document, node), &number, NULL) == STEELYARD_OK &&
           sy_decimal_compare(&number, &value->number) == 0;
}

sy_truth sy_locate_test(const steelyard_verifier *verifier, const sy_document *document, const sy_test *test,
                        uint32_t from) {
    const sy_test_value *values = sy_verifier_rows(verifier, test->values);
    sy_place place = sy_locate(verifier, document, from, test->at);
    if (place.presence == SY_DUPLICATE) return SY_NOT_KNOWN;
    if (place.presence == SY_ABSENT) return SY_NO;
    for (uint32_t i = 0; i < test->values.count; i += 1)
        if (equals(verifier, document, &values[i], place.node)) return SY_YES;
    return SY_NO;
}

bool sy_locate_is_null(const sy_document *document, const sy_place *place) {
    return place->presence == SY_PRESENT && sy_json_node_is(document, place->node, SY_NODE_NULL);
}
