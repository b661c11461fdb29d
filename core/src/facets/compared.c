/* SPDX-License-Identifier: Apache-2.0 */
#include "facets/compared.h"

#include "base/assert.h"

sy_compared sy_compared_of(const sy_text_value *value) {
    if (value->state != SY_STATE_GOOD) return (sy_compared){{NULL, 0}, SY_NODE_NONE};
    return (sy_compared){value->said, value->node};
}

void sy_compared_find(sy_findings *found, sy_span code, sy_outcome outcome, uint32_t wallet, uint32_t node,
                      sy_span message) {
    sy_finding *finding = sy_find_at(found, code, outcome, node,
                                     sy_writer_join(found->memory, sy_find_member_name(found, node), message));
    SY_ASSERT(found->parts == NULL); /* all wallets are judged */
    if (finding != NULL) finding->wallet = wallet;
}
