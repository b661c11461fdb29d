/* SPDX-License-Identifier: Apache-2.0 */
/*
 * table.h - columns for a person's eye. The same rows come in twice, once to be measured and once to be written; lines
 * go out, never wrapped and never shortened. No memory is allocated.
 *
 *   sy_table_begin, sy_table_column ...    the columns
 *   rows                                   measured: widths, and which columns have anything to say
 *   sy_table_open, sy_table_head           from here on lines are written
 *   rows                                   written
 *
 * A row is one cell for each column, in their order, then sy_table_end_row. Amounts are aligned at the point:
 *
 *   currency      cash  gift        currency: text, filled up on its right
 *   TRY          0.80      -        cash: as wide as its widest whole part and its widest fraction together
 *   KWD       1200.125  0.00
 *
 * May use: base, decimal.
 */
#ifndef SY_TABLE_H
#define SY_TABLE_H

#include "base/writer.h"
#include "decimal/decimal.h"

#define SY_TABLE_COLUMNS_MAX 16
/* A longer text leaves its column instead of widening it: one long id must not pad a thousand rows. */
#define SY_TABLE_TEXT_WIDTH_MAX 64
/* What a person is shown of one list; nobody reads further, and the JSON report has them all. */
#define SY_TABLE_ROWS_MAX 1000

typedef struct sy_column {
    sy_span label;
    bool is_amount;
    bool is_shown;
    size_t width_min;      /* of the label, and of words among amounts */
    size_t whole_width;    /* of a text: all of it; of an amount: what stands before the point */
    size_t fraction_width; /* of an amount: the point and what follows */
} sy_column;

typedef struct sy_table {
    sy_writer *writer;   /* NULL while rows are measured */
    bool labels_in_rows; /* `amount 10.00` in each row instead of a heading */
    size_t indent_width;
    size_t owed_spaces; /* written before the next text, so that no line ends in spaces */
    uint32_t at;        /* the next cell's column */
    uint32_t column_count;
    sy_column columns[SY_TABLE_COLUMNS_MAX];
} sy_table;

void sy_table_begin(sy_table *table, size_t indent_width, bool labels_in_rows);
/* One more column; shown where a row says something in it, or always. At most SY_TABLE_COLUMNS_MAX. */
void sy_table_column(sy_table *table, sy_span label, bool is_amount, bool always_shown);
/* Ends measuring. */
void sy_table_open(sy_table *table, sy_writer *writer);
/* The line of labels. */
void sy_table_head(sy_table *table, bool colour);

/* The next cell of the row: a foreign text, made printable; `-` where text.bytes is NULL. */
void sy_table_text(sy_table *table, sy_span text);
/* An amount with at least `digits` fraction digits; `-` where it is NULL. */
void sy_table_amount(sy_table *table, const sy_decimal *amount, uint32_t digits);
/* The difference between two amounts: the same, with a sign whichever way it goes. */
void sy_table_difference(sy_table *table, const sy_decimal *difference, uint32_t digits);
/* A word of ours in the place of an amount. */
void sy_table_word(sy_table *table, sy_span word);
/* Nothing, where there is nothing to miss. */
void sy_table_blank(sy_table *table);
void sy_table_end_row(sy_table *table);

#endif
