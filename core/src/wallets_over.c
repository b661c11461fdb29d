/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallets_over.c - what is judged over all wallets of a body: the same id or currency twice, and the documented order.
 * The finished wallets come in, findings go out. It refuses to look inside a wallet. n log n.
 */
#include "sort.h"
#include "stages.h"

typedef struct compared {
    const sy_wallet *wallets;
    uint8_t slot;
} compared;

static sy_span text_at(const compared *table, uint32_t wallet) {
    return table->slot == SY_TEXT_CURRENCY ? table->wallets[wallet].currency : table->wallets[wallet].id;
}

static bool goes_after(const void *context, uint32_t left, uint32_t right) {
    const compared *table = context;
    int order = sy_span_compare(text_at(table, left), text_at(table, right));
    return order != 0 ? order > 0 : left > right;
}

static void find_for_wallet(sy_session *session, sy_span code, sy_outcome outcome, uint32_t wallet, uint32_t node,
                            sy_span message) {
    sy_finding *finding = sy_find_at(session, code, outcome, node,
                                     sy_join(session->memory, sy_member_name(session, node), message));
    if (finding != NULL) finding->wallet = wallet;
}

static void find_repeats(sy_session *session, const compared *table, const uint32_t *order, uint32_t count) {
    const sy_unique *unique = &session->profile->unique;
    for (uint32_t i = 1; i < count && !session->memory->exhausted; i += 1) {
        if (!sy_span_equal(text_at(table, order[i - 1]), text_at(table, order[i]))) continue;
        find_for_wallet(session, sy_text_of(session, unique->code), (sy_outcome)unique->outcome, order[i],
                        session->unique_nodes[order[i]], SY_SPAN(" stands in more than one wallet."));
    }
}

static void judge_repeats(sy_session *session) {
    compared table = {session->report->wallets, session->profile->unique.slot};
    uint32_t wallet_count = session->report->wallet_count;
    uint32_t *order = sy_memory_take_array(session->memory, wallet_count, sizeof *order);
    uint32_t count = 0;
    if (order == NULL) return;
    for (uint32_t i = 0; i < wallet_count; i += 1) {
        if (session->unique_nodes[i] == SY_NODE_NONE) continue;
        order[count] = i;
        count += 1;
    }
    sy_sort(order, count, goes_after, &table);
    find_repeats(session, &table, order, count);
}

/* Plain integers of any length: below 0, 0, above 0. */
static int compare_integers(sy_span left, sy_span right) {
    bool left_negative = left.nbytes > 0 && left.bytes[0] == '-';
    bool right_negative = right.nbytes > 0 && right.bytes[0] == '-';
    int order;
    if (left_negative != right_negative) return left_negative ? -1 : 1;
    if (left.nbytes != right.nbytes) order = left.nbytes < right.nbytes ? -1 : 1;
    else order = sy_span_compare(left, right);
    return left_negative ? -order : order;
}

/* Said once, at the first id that breaks the descending order; ids that did not parse are passed over. */
static void judge_order(sy_session *session) {
    const sy_unique *unique = &session->profile->unique;
    compared table = {session->report->wallets, unique->order_slot};
    uint32_t before = SY_NO_WALLET;
    for (uint32_t i = 0; i < session->report->wallet_count; i += 1) {
        if (session->order_nodes[i] == SY_NODE_NONE) continue;
        if (before != SY_NO_WALLET && compare_integers(text_at(&table, i), text_at(&table, before)) > 0) {
            find_for_wallet(session, sy_text_of(session, unique->order_code), (sy_outcome)unique->order_outcome, i,
                            session->order_nodes[i], SY_SPAN(" is not in the documented descending order."));
            return;
        }
        before = i;
    }
}

void sy_judge_uniqueness(sy_session *session) {
    if (session->memory->exhausted) return;
    if (session->profile->unique.code.start != 0) judge_repeats(session);
    if (session->profile->unique.order_code.start != 0) judge_order(session);
}
