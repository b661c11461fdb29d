/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/amount_read.h"

#include "base/assert.h"

steelyard_status sy_amount_read_value(const sy_request *asked, sy_arena *memory, uint32_t node, sy_amount *amount) {
    steelyard_status status = STEELYARD_MEMBER_TYPE;
    SY_ASSERT(node < asked->document->node_count);
    amount->node = node;
    amount->state = SY_STATE_BAD;
    amount->sum = 0;
    amount->is_too_long = false;
    if (sy_json_node_is(asked->document, node, SY_NODE_STRING))
        status = sy_decimal_parse_string(sy_json_node_text(memory, asked->document, node), &amount->value,
                                         &amount->written_scale);
    else if (sy_json_node_is(asked->document, node, SY_NODE_NUMBER))
        status = sy_decimal_parse_number(sy_json_node_token(asked->document, node), &amount->value,
                                         &amount->written_scale);
    if (status == STEELYARD_DECIMAL_SYNTAX) return STEELYARD_AMOUNT_SYNTAX;
    if (status == STEELYARD_DECIMAL_RANGE) return STEELYARD_AMOUNT_RANGE;
    if (status == STEELYARD_OK) amount->state = SY_STATE_GOOD;
    return status;
}

void sy_amount_read(const sy_request *asked, sy_findings *found, uint32_t node, uint32_t carriers, sy_amount *amount) {
    steelyard_status status = sy_amount_read_value(asked, found->memory, node, amount);
    uint32_t carrier = sy_json_node_is(asked->document, node, SY_NODE_STRING) ? SY_CARRIER_STRING : SY_CARRIER_NUMBER;
    if (status != STEELYARD_OK) (void)sy_find_status_at(found, status, SY_OUTCOME_INVALID, node);
    else if ((carriers & carrier) == 0) (void)sy_find_status_at(found, STEELYARD_AMOUNT_FORM, SY_OUTCOME_WARN, node);
}
