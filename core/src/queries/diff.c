/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/diff.h"

#include "report/canonical.h"
#include "values/time.h"

static bool has(const sy_wallet *wallet, uint32_t amount) {
    return wallet != NULL && sy_report_wallet_has(wallet, amount);
}

bool sy_diff_amount_differs(const sy_pair *pair, uint32_t amount) {
    if (has(pair->before, amount) != has(pair->after, amount)) return true;
    if (!has(pair->before, amount)) return false;
    return sy_decimal_compare(&pair->before->amounts[amount], &pair->after->amounts[amount]) != 0;
}

bool sy_diff_delta(const sy_pair *pair, uint32_t amount, sy_decimal *delta_out) {
    if (!has(pair->before, amount) || !has(pair->after, amount)) return false;
    if (pair->before->unit_is_major != pair->after->unit_is_major) return false;
    return sy_decimal_subtract(&pair->after->amounts[amount], &pair->before->amounts[amount], delta_out) ==
           STEELYARD_OK;
}

static bool amounts_equal(bool left_is_there, const sy_decimal *left, bool right_is_there, const sy_decimal *right) {
    if (left_is_there != right_is_there) return false;
    return !left_is_there || sy_decimal_compare(left, right) == 0;
}

static bool cells_equal(const sy_record_column *column, const sy_cell *left, const sy_cell *right) {
    if (!column->is_amount) return sy_span_compare_or_null(left->text, right->text) == 0;
    return amounts_equal(left->has_amount, &left->amount, right->has_amount, &right->amount);
}

/* By what canonical snapshots keep of them. */
static bool records_equal(const sy_wallet *left, const sy_wallet *right, sy_record_index index) {
    const sy_record_shape *shape = sy_record_shape_at(index);
    if (left->records[index].count != right->records[index].count) return false;
    for (uint32_t row = 0; row < left->records[index].count; row += 1) {
        const sy_cell *one = sy_record_row(&left->records[index], index, row);
        const sy_cell *other = sy_record_row(&right->records[index], index, row);
        for (uint32_t i = 0; i < shape->canonical_count; i += 1) {
            uint32_t column = shape->canonical_columns[i];
            if (!cells_equal(&shape->columns[column], &one[column], &other[column])) return false;
        }
    }
    return true;
}

static sy_change compare_pair(const sy_pair *pair) {
    if (pair->before == NULL) return SY_CHANGE_ADDED;
    if (pair->after == NULL) return SY_CHANGE_REMOVED;
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
        if (sy_diff_amount_differs(pair, amount)) return SY_CHANGE_CHANGED;
    if (sy_span_compare_or_null(pair->before->status, pair->after->status) != 0) return SY_CHANGE_CHANGED;
    if (pair->before->unit_is_major != pair->after->unit_is_major) return SY_CHANGE_CHANGED;
    for (uint32_t i = 0; i < SY_RECORD_COUNT; i += 1)
        if (!records_equal(pair->before, pair->after, (sy_record_index)i)) return SY_CHANGE_CHANGED;
    return SY_CHANGE_SAME;
}

/* A merge of two sorted lists: equal keys pair off in document order. */
bool sy_diff_next(sy_diff *diff, sy_pair *pair_out) {
    const sy_wallet *before = NULL;
    const sy_wallet *after = NULL;
    int order = 0;
    if (diff->before_at < diff->before->wallet_count)
        before = &diff->before->wallets[diff->before_order[diff->before_at]];
    if (diff->after_at < diff->after->wallet_count) after = &diff->after->wallets[diff->after_order[diff->after_at]];
    if (before == NULL && after == NULL) {
        diff->before_at = 0;
        diff->after_at = 0;
        return false;
    }
    if (before != NULL && after != NULL) order = sy_canonical_compare_wallets(before, after);
    pair_out->before = order <= 0 ? before : NULL;
    pair_out->after = order >= 0 ? after : NULL;
    if (pair_out->before != NULL) diff->before_at += 1;
    if (pair_out->after != NULL) diff->after_at += 1;
    pair_out->change = compare_pair(pair_out);
    return true;
}

static sy_time_order compare_times(const steelyard_report *before, const steelyard_report *after) {
    sy_time first;
    sy_time second;
    int order;
    if (before->snapshot_at.bytes == NULL || after->snapshot_at.bytes == NULL) return SY_ORDER_UNKNOWN;
    if (sy_time_parse_rfc3339(before->snapshot_at, &first) != STEELYARD_OK ||
        sy_time_parse_rfc3339(after->snapshot_at, &second) != STEELYARD_OK)
        return SY_ORDER_UNKNOWN;
    order = sy_time_compare(&first, &second);
    return order < 0 ? SY_ORDER_FORWARD : order > 0 ? SY_ORDER_REVERSED : SY_ORDER_SAME;
}

steelyard_status sy_diff_begin(sy_diff *diff, sy_arena *memory, const steelyard_report *before,
                               const steelyard_report *after) {
    sy_pair pair;
    sy_bytes_clear(diff, sizeof *diff);
    if (!sy_canonical_exists(before) || !sy_canonical_exists(after)) return STEELYARD_REPORT_NO_CANONICAL;
    diff->before = before;
    diff->after = after;
    diff->order = compare_times(before, after);
    diff->before_order = sy_canonical_order(memory, before);
    diff->after_order = sy_canonical_order(memory, after);
    diff->same = true;
    if (memory->exhausted) return STEELYARD_OK;
    while (sy_diff_next(diff, &pair)) diff->same = diff->same && pair.change == SY_CHANGE_SAME;
    return STEELYARD_OK;
}

bool sy_diff_records_differ(const sy_pair *pair, uint32_t index) {
    return !records_equal(pair->before, pair->after, (sy_record_index)index);
}
