/* SPDX-License-Identifier: Apache-2.0 */
#include "facets/gift_sum.h"

#include "base/assert.h"
#include "decimal/decimal_sum.h"
#include "judge/equality.h"

typedef struct gift_sum {
    sy_equality equality;
    sy_decimal_sum low;
    sy_decimal_sum high;
    sy_decimal_sum original; /* of `Amount` */
    sy_decimal_sum with_expired;
    uint32_t counted;       /* terms of E */
    bool open;              /* some gift is undecided */
    bool original_is_known; /* every counted gift has both amounts */
    bool expired_is_known;  /* every expired gift says what it would add */
    bool any_expired;
} gift_sum;

/* A sum needs of every gift its date, and of every gift that it counts what it adds. */
static bool can_be_summed(const sy_gift_value *values, uint32_t count) {
    for (uint32_t i = 0; i < count; i += 1) {
        if (values[i].expiry == SY_EXPIRY_BAD) return false;
        if (values[i].expiry != SY_EXPIRY_EXPIRED && values[i].counts == NULL) return false;
    }
    return true;
}

static void add_expired(gift_sum *sum, const sy_gift_value *value) {
    sum->any_expired = true;
    if (value->counts == NULL) sum->expired_is_known = false;
    else sy_decimal_sum_add(&sum->with_expired, &value->counts->value);
}

static void add_counted(gift_sum *sum, const sy_gift_value *value) {
    const sy_decimal *counts = &value->counts->value;
    bool open = value->expiry == SY_EXPIRY_AMBIGUOUS || value->expiry == SY_EXPIRY_UNKNOWN;
    SY_ASSERT(value->counts->state == SY_STATE_GOOD); /* can_be_summed saw to it */
    sum->counted += 1;
    sy_decimal_sum_add(&sum->equality.sum, counts);
    sy_decimal_sum_add(&sum->with_expired, counts);
    if (value->amount.state == SY_STATE_GOOD && value->remaining.state == SY_STATE_GOOD)
        sy_decimal_sum_add(&sum->original, &value->amount.value);
    else sum->original_is_known = false;
    if (!open || counts->negative || sy_decimal_is_zero(counts)) sy_decimal_sum_add(&sum->low, counts);
    if (!open || !counts->negative) sy_decimal_sum_add(&sum->high, counts);
    if (open && !sy_decimal_is_zero(counts)) sum->open = true;
}

static void add_all(gift_sum *sum, const sy_gift_value *values, uint32_t count) {
    sy_decimal_sum_begin(&sum->equality.sum);
    sy_decimal_sum_begin(&sum->low);
    sy_decimal_sum_begin(&sum->high);
    sy_decimal_sum_begin(&sum->original);
    sy_decimal_sum_begin(&sum->with_expired);
    sum->original_is_known = true;
    sum->expired_is_known = true;
    for (uint32_t i = 0; i < count; i += 1) {
        if (values[i].expiry == SY_EXPIRY_EXPIRED) add_expired(sum, &values[i]);
        else add_counted(sum, &values[i]);
    }
}

static bool equals(const sy_decimal_sum *sum, const sy_decimal *value) {
    sy_decimal_sum difference = *sum;
    sy_decimal_sum_subtract(&difference, value);
    return sy_decimal_sum_sign(&difference) == 0;
}

static int compare(const sy_decimal *value, const sy_decimal_sum *sum) {
    sy_decimal_sum single;
    sy_decimal_sum_begin(&single);
    sy_decimal_sum_add(&single, value);
    return sy_decimal_sum_compare(&single, sum);
}

static sy_signed_term *counted_terms(sy_arena *memory, const gift_sum *sum, const sy_gift_value *values,
                                     uint32_t count) {
    sy_signed_term *terms = sy_arena_allocate_array(memory, sum->counted, sizeof *terms);
    uint32_t term = 0;
    for (uint32_t i = 0; terms != NULL && i < count; i += 1) {
        if (values[i].expiry == SY_EXPIRY_EXPIRED) continue;
        SY_ASSERT(term < sum->counted && values[i].counts != NULL);
        terms[term].value = values[i].counts->value;
        terms[term].written_scale = values[i].counts->written_scale;
        terms[term].label = i;
        term += 1;
    }
    return terms;
}

static sy_span gift_term(sy_arena *memory, uint32_t index) {
    sy_writer writer;
    sy_writer_begin(&writer, memory);
    sy_writer_literal(&writer, "gifts/");
    sy_writer_unsigned(&writer, index);
    return sy_writer_end(&writer);
}

static sy_cause own_cause(const gift_sum *sum, const sy_decimal *actual) {
    if (sum->original_is_known && equals(&sum->original, actual)) return SY_CAUSE_COUNTED_ORIGINAL;
    if (sum->any_expired && sum->expired_is_known && equals(&sum->with_expired, actual))
        return SY_CAUSE_COUNTED_EXPIRED;
    return SY_CAUSE_UNKNOWN;
}

static void fail_sum(const sy_wallet *wallet, sy_findings *found, const gift_sum *sum, const sy_gift_value *values,
                     uint32_t count) {
    sy_finding *finding = NULL;
    sy_failure failure;
    sy_signed_term *terms;
    sy_cause cause;
    uint32_t blamed = 0;
    if (!sy_equality_fail(wallet, found, &sum->equality, &finding, &failure)) return;
    terms = counted_terms(found->memory, sum, values, count);
    if (terms == NULL) return;
    failure.terms = terms;
    failure.term_count = sum->counted;
    cause = sy_cause_by_terms(&failure, &blamed);
    if (cause >= SY_CAUSE_OMITTED && cause <= SY_CAUSE_FLIPPED)
        finding->term = gift_term(found->memory, terms[blamed].label);
    if (cause == SY_CAUSE_UNKNOWN) cause = own_cause(sum, &failure.actual);
    if (cause == SY_CAUSE_UNKNOWN) cause = sy_cause_by_digits(&failure);
    finding->cause = sy_cause_name(cause);
}

/* Some gift is open: the stated total may lie anywhere between lo and hi. */
static bool leave_open(const sy_request *asked, const sy_wallet *wallet, sy_findings *found, const gift_sum *sum) {
    const sy_decimal *actual = &sum->equality.stated->value;
    if (compare(actual, &sum->low) < 0 || compare(actual, &sum->high) > 0) return false;
    sy_equality_leave_open(
        wallet, found, &sum->equality, asked->has_now ? SY_SPAN("expiry_ambiguous") : SY_SPAN("now_unknown"),
        asked->has_now ? SY_SPAN(" cannot be verified: whether some gifts have expired depends on the time zone.")
                       : SY_SPAN(" cannot be verified: some gifts have a date and `now` is not given."));
    return true;
}

void sy_gift_sum_judge(const sy_request *asked, const sy_facet_value *facet, const sy_values *read,
                       const sy_wallet *wallet, sy_findings *found, const sy_gift_value *values, uint32_t count) {
    const sy_amount *stated = &read->amounts[facet[SY_GIFTS_TOTAL].number];
    gift_sum sum;
    bool holds;
    if (facet[SY_GIFTS_TOTAL_CODE].ref.start == 0 || stated->state != SY_STATE_GOOD || !can_be_summed(values, count))
        return;
    sy_bytes_clear(&sum, sizeof sum);
    add_all(&sum, values, count);
    sum.equality.code = sy_verifier_text(asked->verifier, facet[SY_GIFTS_TOTAL_CODE].ref);
    sum.equality.outcome = SY_OUTCOME_FAIL;
    sum.equality.stated = stated;
    sum.equality.stated_text = sy_find_member_name(found, stated->node);
    sum.equality.terms_text = SY_SPAN("the sum of the gifts that count");
    if (sy_equality_is_out_of_range(wallet, found, &sum.equality)) return;
    holds = sy_equality_holds(&sum.equality);
    if (holds && (!sum.open || !asked->has_now)) sy_equality_pass(asked, wallet, found, &sum.equality);
    else if (!sum.open || !leave_open(asked, wallet, found, &sum)) fail_sum(wallet, found, &sum, values, count);
}
