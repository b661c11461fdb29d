/* SPDX-License-Identifier: Apache-2.0 */
/*
 * diff.h - two snapshots side by side, wallet by wallet in canonical order. Two reports come in, pairs of wallets and
 * what changed in them go out.
 * May use: base, values, report.
 */
#ifndef SY_DIFF_H
#define SY_DIFF_H

#include "base/arena.h"
#include "report/report.h"

typedef enum sy_change { SY_CHANGE_SAME, SY_CHANGE_CHANGED, SY_CHANGE_ADDED, SY_CHANGE_REMOVED } sy_change;
typedef enum sy_time_order { SY_ORDER_UNKNOWN, SY_ORDER_FORWARD, SY_ORDER_SAME, SY_ORDER_REVERSED } sy_time_order;

typedef struct sy_diff {
    const steelyard_report *before;
    const steelyard_report *after;
    uint32_t *before_order;
    uint32_t *after_order;
    uint32_t before_at;
    uint32_t after_at;
    bool same; /* of every pair */
    sy_time_order order;
} sy_diff;

typedef struct sy_pair {
    const sy_wallet *before; /* NULL: added */
    const sy_wallet *after;  /* NULL: removed */
    sy_change change;
} sy_pair;

/* STEELYARD_OK, STEELYARD_REPORT_NO_CANONICAL; memory faults stay in `memory`. */
steelyard_status sy_diff_begin(sy_diff *diff, sy_arena *memory, const steelyard_report *before,
                               const steelyard_report *after);
/* The next pair; false at the end, which also rewinds. */
bool sy_diff_next(sy_diff *diff, sy_pair *pair_out);
/* Whether an amount differs by value, or stands on one side alone. */
bool sy_diff_amount_differs(const sy_pair *pair, uint32_t amount);
/* Whether the rows of that shape (sy_record_index) differ; of a pair with both sides. */
bool sy_diff_records_differ(const sy_pair *pair, uint32_t index);
/* after - before; false where a side lacks it, the units differ, or it does not fit. */
bool sy_diff_delta(const sy_pair *pair, uint32_t amount, sy_decimal *delta_out);

#endif
