/* SPDX-License-Identifier: Apache-2.0 */
#include "facets/uniqueness.h"

#include "base/sort.h"

static bool goes_after(const void *context, uint32_t left, uint32_t right) {
    const sy_compared *texts = context;
    int order = sy_span_compare(texts[left].text, texts[right].text);
    return order != 0 ? order > 0 : left > right;
}

static void find_for_wallet(sy_findings *found, sy_span code, sy_outcome outcome, uint32_t wallet, uint32_t node,
                            sy_span message) {
    sy_finding *finding = sy_find_at(found, code, outcome, node,
                                     sy_writer_join(found->memory, sy_find_member_name(found, node), message));
    if (finding != NULL) finding->wallet = wallet;
}

static void find_repeats(const sy_request *asked, const sy_roster *roster, sy_findings *found, const uint32_t *order,
                         uint32_t count) {
    const sy_unique *unique = &asked->profile->unique;
    const sy_compared *texts = roster->unique;
    for (uint32_t i = 1; i < count && !found->memory->exhausted; i += 1) {
        if (!sy_span_equal(texts[order[i - 1]].text, texts[order[i]].text)) continue;
        find_for_wallet(found, sy_verifier_text(asked->verifier, unique->code), (sy_outcome)unique->outcome, order[i],
                        texts[order[i]].node, SY_SPAN(" stands in more than one wallet."));
    }
}

static void judge_repeats(const sy_request *asked, const sy_roster *roster, sy_findings *found) {
    uint32_t wallet_count = roster->wallet_count;
    uint32_t *order = sy_arena_allocate_array(found->memory, wallet_count, sizeof *order);
    uint32_t count = 0;
    if (order == NULL) return;
    for (uint32_t i = 0; i < wallet_count; i += 1) {
        if (roster->unique[i].node == SY_NODE_NONE) continue;
        order[count] = i;
        count += 1;
    }
    sy_sort(order, count, goes_after, roster->unique);
    find_repeats(asked, roster, found, order, count);
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

static bool is_integer(sy_span text) {
    size_t sign = text.nbytes > 1 && text.bytes[0] == '-' ? 1 : 0;
    for (size_t i = sign; i < text.nbytes; i += 1)
        if (!sy_span_is_digit(text.bytes[i])) return false;
    return text.nbytes > 0;
}

/* -1, 0 or 1: integers by value, other texts byte by byte. */
static int order_of(sy_span left, sy_span right) {
    int order = is_integer(left) && is_integer(right) ? compare_integers(left, right) : sy_span_compare(left, right);
    return order < 0 ? -1 : order > 0;
}

/* Said once, at the first id that breaks the order; ids that did not parse are passed over. */
static void judge_order(const sy_request *asked, const sy_roster *roster, sy_findings *found) {
    const sy_unique *unique = &asked->profile->unique;
    const sy_compared *texts = roster->order;
    uint32_t before = SY_NO_WALLET;
    int wrong = unique->order_ascends != 0 ? -1 : 1;
    for (uint32_t i = 0; i < roster->wallet_count; i += 1) {
        if (texts[i].node == SY_NODE_NONE) continue;
        if (before != SY_NO_WALLET && order_of(texts[i].text, texts[before].text) == wrong) {
            find_for_wallet(found, sy_verifier_text(asked->verifier, unique->order_code),
                            (sy_outcome)unique->order_outcome, i, texts[i].node,
                            unique->order_ascends != 0 ? SY_SPAN(" is not in the documented ascending order.")
                                                       : SY_SPAN(" is not in the documented descending order."));
            return;
        }
        before = i;
    }
}

void sy_uniqueness_judge(const sy_request *asked, const sy_roster *roster, sy_findings *found) {
    if (found->memory->exhausted) return;
    if (asked->profile->unique.code.start != 0) judge_repeats(asked, roster, found);
    if (asked->profile->unique.order_code.start != 0) judge_order(asked, roster, found);
}
