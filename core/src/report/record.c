/* SPDX-License-Identifier: Apache-2.0 */
#include "report/record.h"

#include "base/assert.h"

static const sy_record_column gift_columns[SY_GIFT_COLUMN_COUNT] = {
    [SY_GIFT_ID] = {"id", "gift", false},
    [SY_GIFT_AMOUNT] = {"amount", "amount", true},
    [SY_GIFT_REMAINING] = {"remaining", "remaining", true},
    [SY_GIFT_EXPIRES_AT] = {"expiresAt", "expires", false},
    [SY_GIFT_STATE] = {"state", "state", false},
};
/* The state depends on when it was asked; a snapshot does not. */
static const uint8_t gift_canonical[] = {SY_GIFT_AMOUNT, SY_GIFT_EXPIRES_AT, SY_GIFT_ID, SY_GIFT_REMAINING};

static const sy_record_column limit_columns[SY_LIMIT_COLUMN_COUNT] = {
    [SY_LIMIT_NAME] = {"name", "limit of use", false},
    [SY_LIMIT_LIMIT] = {"limit", "limit", true},
    [SY_LIMIT_USED] = {"used", "used", true},
    [SY_LIMIT_REMAINING] = {"remaining", "remaining", true},
    [SY_LIMIT_RESETS_AT] = {"resetsAt", "resets", false},
};
static const uint8_t limit_canonical[] = {SY_LIMIT_LIMIT, SY_LIMIT_NAME, SY_LIMIT_REMAINING, SY_LIMIT_RESETS_AT,
                                          SY_LIMIT_USED};

static const sy_record_shape shapes[SY_RECORD_COUNT] = {
    [SY_RECORD_GIFTS] = {"gifts", "gift", gift_columns, gift_canonical, SY_GIFT_COLUMN_COUNT, sizeof gift_canonical,
                         true},
    [SY_RECORD_LIMITS] = {"limits", "limit of use", limit_columns, limit_canonical, SY_LIMIT_COLUMN_COUNT,
                          sizeof limit_canonical, false},
};

const sy_record_shape *sy_record_shape_at(uint32_t index) {
    SY_ASSERT(index < SY_RECORD_COUNT);
    return &shapes[index];
}

sy_cell *sy_record_row(const sy_records *records, sy_record_index shape, uint32_t row) {
    SY_ASSERT(row < records->count);
    return records->cells + (size_t)row * shapes[shape].column_count;
}
