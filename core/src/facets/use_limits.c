/* SPDX-License-Identifier: Apache-2.0 */
/*
 * use_limits.c - limits of use: how much of a wallet may be spent in a period. Each limit is read and judged, and kept
 * for the report; then what may be spent is capped by what remains of every limit.
 *
 *   limit 100.00   used 40.00   remaining 60.00      remaining = limit - used
 *   spendable 80.00   ->   60.00
 */
#include "base/assert.h"
#include "decimal/decimal_sum.h"
#include "facets/element.h"
#include "facets/facets.h"
#include "judge/amount_unit.h"
#include "judge/equality.h"

typedef struct limit {
    sy_amount limit;
    sy_amount used;
    sy_amount remaining; /* stated, or else limit less used */
    bool is_derived;
    uint8_t expiry; /* sy_expiry of resetsAt */
} limit;

/* remaining = limit - used, where the provider does not state it. */
static void derive_remaining(limit *value) {
    if (value->remaining.state != SY_STATE_ABSENT) return;
    if (value->limit.state != SY_STATE_GOOD || value->used.state != SY_STATE_GOOD) return;
    if (sy_decimal_subtract(&value->limit.value, &value->used.value, &value->remaining.value) != STEELYARD_OK) return;
    value->remaining.state = SY_STATE_GOOD;
    value->is_derived = true;
}

/* `limits/2/used` */
static sy_span term_name(sy_arena *memory, uint32_t index, bool is_used) {
    sy_writer writer;
    sy_writer_begin(&writer, memory);
    sy_writer_literal(&writer, "limits/");
    sy_writer_unsigned(&writer, index);
    sy_writer_literal(&writer, is_used ? "/used" : "/limit");
    return sy_writer_end(&writer);
}

static void fail(const sy_wallet *wallet, sy_findings *found, const sy_equality *equality, const limit *value,
                 uint32_t index) {
    sy_signed_term terms[] = {{value->limit.value, value->limit.written_scale, 0},
                              {sy_decimal_negate(&value->used.value), value->used.written_scale, 1}};
    sy_finding *finding = NULL;
    sy_failure failure;
    uint32_t blamed = 0;
    sy_cause cause;
    if (!sy_equality_fail(wallet, found, equality, &finding, &failure)) return;
    failure.terms = terms;
    failure.term_count = sizeof terms / sizeof terms[0];
    cause = sy_cause_by_terms(&failure, &blamed);
    if (cause == SY_CAUSE_UNKNOWN) cause = sy_cause_by_digits(&failure);
    if (cause >= SY_CAUSE_OMITTED && cause <= SY_CAUSE_FLIPPED)
        finding->term = term_name(found->memory, index, terms[blamed].label != 0);
    finding->cause = sy_cause_name(cause);
}

static sy_span terms_text(const sy_findings *found, const limit *value) {
    sy_span limit_name = sy_find_member_name(found, value->limit.node);
    sy_span used_name = sy_find_member_name(found, value->used.node);
    return sy_writer_join(found->memory, sy_writer_join(found->memory, limit_name, SY_SPAN(" - ")), used_name);
}

static void judge_remaining(const sy_request *asked, sy_span code, const sy_wallet *wallet, sy_findings *found,
                            const limit *value, uint32_t index) {
    sy_equality equality = {.code = code, .outcome = SY_OUTCOME_FAIL, .stated = &value->remaining};
    if (code.bytes == NULL || value->is_derived || value->remaining.state != SY_STATE_GOOD) return;
    if (value->limit.state != SY_STATE_GOOD || value->used.state != SY_STATE_GOOD) return;
    sy_decimal_sum_begin(&equality.sum);
    sy_decimal_sum_add(&equality.sum, &value->limit.value);
    sy_decimal_sum_subtract(&equality.sum, &value->used.value);
    equality.stated_text = sy_find_member_name(found, value->remaining.node);
    if (sy_equality_is_out_of_range(wallet, found, &equality)) return;
    if (!sy_equality_holds(&equality) || asked->verifier->explain) equality.terms_text = terms_text(found, value);
    if (sy_equality_holds(&equality)) sy_equality_pass(asked, wallet, found, &equality);
    else fail(wallet, found, &equality, value, index);
}

static void judge_exceeded(sy_span code, sy_findings *found, const limit *value) {
    if (code.bytes == NULL || value->limit.state != SY_STATE_GOOD || value->used.state != SY_STATE_GOOD) return;
    if (sy_decimal_compare(&value->used.value, &value->limit.value) <= 0) return;
    (void)sy_find_at(found, code, SY_OUTCOME_FAIL, value->used.node,
                     sy_writer_join(found->memory, sy_find_member_name(found, value->used.node),
                                    SY_SPAN(" is more than the limit allows.")));
}

static void keep(const limit *value, const sy_text_value *name, sy_span resets_at, sy_cell *cells) {
    if (name->state == SY_STATE_GOOD) cells[SY_LIMIT_NAME].text = name->text;
    cells[SY_LIMIT_LIMIT].has_amount = value->limit.state == SY_STATE_GOOD;
    cells[SY_LIMIT_LIMIT].amount = value->limit.value;
    cells[SY_LIMIT_USED].has_amount = value->used.state == SY_STATE_GOOD;
    cells[SY_LIMIT_USED].amount = value->used.value;
    cells[SY_LIMIT_REMAINING].has_amount = value->remaining.state == SY_STATE_GOOD;
    cells[SY_LIMIT_REMAINING].amount = value->remaining.value;
    cells[SY_LIMIT_RESETS_AT].text = resets_at;
}

/*
 * What the limit leaves of what may be spent goes into the wallet's caps. It leaves all where the provider states neither
 * limit nor remaining; nobody knows what it leaves where the remaining is not known, or the period may be over.
 */
static void cap(const limit *value, sy_wallet *wallet) {
    sy_decimal zero = sy_decimal_from_integer(0);
    bool is_over = value->expiry == SY_EXPIRY_EXPIRED || value->expiry == SY_EXPIRY_AMBIGUOUS ||
                   value->expiry == SY_EXPIRY_BAD;
    const sy_decimal *left = value->remaining.value.negative ? &zero : &value->remaining.value;
    if (value->limit.state == SY_STATE_ABSENT && value->remaining.state == SY_STATE_ABSENT) return;
    if (value->remaining.state != SY_STATE_GOOD || is_over) wallet->cap_is_unknown = true;
    else if (!wallet->has_cap || sy_decimal_compare(left, &wallet->cap) < 0) wallet->cap = *left;
    wallet->has_cap = true;
}

/* Money of a unit that nobody knows is not known either, where the wallet's other amounts have one. */
static void read_amount(const sy_request *asked, const sy_values *read, const sy_wallet *wallet, sy_findings *found,
                        uint32_t element, sy_ref name, uint32_t slot, sy_amount *amount) {
    sy_element_amount(asked, read, wallet, found, element, name, slot, amount);
    if (amount->state != SY_STATE_GOOD || !wallet->unit_is_major) return;
    if (sy_amount_unit_is_known(asked, read, wallet, slot)) return;
    (void)sy_find_status_at(found, STEELYARD_AMOUNT_UNIT, SY_OUTCOME_UNVERIFIABLE, amount->node);
    amount->state = SY_STATE_BAD;
}

static void judge_limit(const sy_request *asked, const sy_facet_value *facet, const sy_values *read, sy_wallet *wallet,
                        sy_findings *found, uint32_t element, uint32_t index, sy_cell *cells) {
    limit value = {.is_derived = false};
    uint32_t slot = facet[SY_LIMITS_OF].number;
    sy_text_value name = sy_element_text(asked, found, element, facet[SY_LIMITS_NAME].ref);
    sy_span resets_at = {NULL, 0};
    read_amount(asked, read, wallet, found, element, facet[SY_LIMITS_LIMIT].ref, slot, &value.limit);
    read_amount(asked, read, wallet, found, element, facet[SY_LIMITS_USED].ref, slot, &value.used);
    read_amount(asked, read, wallet, found, element, facet[SY_LIMITS_REMAINING].ref, slot, &value.remaining);
    value.expiry = (uint8_t)sy_element_expiry(asked, found, element, facet[SY_LIMITS_RESETS_AT].ref, &resets_at);
    derive_remaining(&value);
    judge_remaining(asked, sy_verifier_text(asked->verifier, facet[SY_LIMITS_REMAINING_CODE].ref), wallet, found,
                    &value, index);
    judge_exceeded(sy_verifier_text(asked->verifier, facet[SY_LIMITS_EXCEEDED_CODE].ref), found, &value);
    cap(&value, wallet);
    keep(&value, &name, resets_at, cells);
}

/* A limit that cannot be read may leave less than any other. */
static void forget_cap(sy_wallet *wallet) {
    wallet->has_cap = true;
    wallet->cap_is_unknown = true;
}

static void judge_limits(const sy_request *asked, const sy_facet_value *facet, const sy_values *read, sy_wallet *wallet,
                         sy_roster *roster, sy_findings *found) {
    uint32_t top = read->field_nodes[facet[SY_LIMITS_AT].number];
    sy_records *limits = &wallet->records[SY_RECORD_LIMITS];
    bool is_list;
    uint32_t count;
    (void)roster;
    SY_ASSERT(facet[SY_LIMITS_AT].number < asked->profile->fields.count);
    limits->is_there = true;
    if (read->field_states[facet[SY_LIMITS_AT].number] == SY_STATE_BAD) forget_cap(wallet);
    if (top == SY_NODE_NONE) return;
    is_list = sy_json_node_is(asked->document, top, SY_NODE_ARRAY);
    count = is_list ? sy_json_node_count(asked->document, top) : 1;
    limits->cells = sy_arena_allocate_array(found->memory, (size_t)count * SY_LIMIT_COLUMN_COUNT,
                                            sizeof *limits->cells);
    for (uint32_t node = is_list ? sy_json_node_first(asked->document, top) : top;
         node != SY_NODE_NONE && !found->memory->exhausted;
         node = is_list ? sy_json_node_after(asked->document, top, node) : SY_NODE_NONE) {
        if (!sy_json_node_is(asked->document, node, SY_NODE_OBJECT)) {
            (void)sy_find_status_at(found, STEELYARD_MEMBER_TYPE, SY_OUTCOME_INVALID, node);
            forget_cap(wallet);
            continue;
        }
        judge_limit(asked, facet, read, wallet, found, node, limits->count,
                    limits->cells + (size_t)limits->count * SY_LIMIT_COLUMN_COUNT);
        limits->count += 1;
    }
}

const sy_facet_judge sy_facets_use_limits = {.wallet = judge_limits};
