/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record.h - lists of rows that a facet gives a wallet: gifts, limits of use. A shape says what the rows are called
 * and what their columns hold; whoever writes, reads, compares or prints reports goes by the shape, and knows no
 * facet.
 *
 * A new shape is one line of SY_RECORD_TABLE and its columns in record.c.
 *
 * May use: base, decimal.
 */
#ifndef SY_RECORD_H
#define SY_RECORD_H

#include "decimal/decimal.h"

/* C name, name in reports. The order is that of reports. */
#define SY_RECORD_TABLE(X)                                                                                             \
    X(GIFTS, gifts)                                                                                                    \
    X(LIMITS, limits)

typedef enum sy_record_index {
#define SY_RECORD_INDEX(NAME, name) SY_RECORD_##NAME,
    SY_RECORD_TABLE(SY_RECORD_INDEX)
#undef SY_RECORD_INDEX
        SY_RECORD_COUNT
} sy_record_index;

/* Columns of each shape, in the order of reports. */
typedef enum sy_gift_column {
    SY_GIFT_ID,
    SY_GIFT_AMOUNT,
    SY_GIFT_REMAINING,
    SY_GIFT_EXPIRES_AT,
    SY_GIFT_STATE,
    SY_GIFT_COLUMN_COUNT
} sy_gift_column;

typedef enum sy_limit_column {
    SY_LIMIT_NAME,
    SY_LIMIT_LIMIT,
    SY_LIMIT_USED,
    SY_LIMIT_REMAINING,
    SY_LIMIT_RESETS_AT,
    SY_LIMIT_COLUMN_COUNT
} sy_limit_column;

typedef struct sy_record_column {
    const char *name;  /* in reports */
    const char *title; /* for people */
    bool is_amount;    /* else a text */
} sy_record_column;

typedef struct sy_record_shape {
    const char *name;     /* of the list in reports */
    const char *singular; /* for people: `gift` */
    const sy_record_column *columns;
    const uint8_t *canonical_columns; /* those of canonical snapshots, in byte order of their names */
    uint8_t column_count;
    uint8_t canonical_count;
    bool is_always_there; /* an empty list where the profile has none */
} sy_record_shape;

/* index < SY_RECORD_COUNT */
const sy_record_shape *sy_record_shape_at(uint32_t index);

/* One value: a text, its bytes NULL where there is none, or an amount. */
typedef struct sy_cell {
    sy_span text;
    sy_decimal amount;
    bool has_amount;
} sy_cell;

typedef struct sy_records {
    sy_cell *cells; /* row by row */
    uint32_t count; /* of rows */
    bool is_there;
} sy_records;

/* The cells of a row, one for each column. */
sy_cell *sy_record_row(const sy_records *records, sy_record_index shape, uint32_t row);

#endif
