/* SPDX-License-Identifier: Apache-2.0 */
#include "prose/table.h"

#include "base/assert.h"
#include "prose/printable.h"

#define GAP_WIDTH 2

static void widen(size_t *width, size_t wanted) {
    if (*width < wanted) *width = wanted;
}

static size_t column_width(const sy_column *column) {
    return column->whole_width + column->fraction_width;
}

static size_t space_beside(size_t place_width, size_t text_width) {
    return place_width > text_width ? place_width - text_width : 0;
}

void sy_table_begin(sy_table *table, size_t indent_width, bool labels_in_rows) {
    sy_bytes_clear(table, sizeof *table);
    table->labels_in_rows = labels_in_rows;
    table->indent_width = indent_width;
    table->owed_spaces = indent_width;
}

void sy_table_column(sy_table *table, sy_span label, bool is_amount, bool always_shown) {
    sy_column *column = &table->columns[table->column_count];
    SY_ASSERT(table->column_count < SY_TABLE_COLUMNS_MAX && table->writer == NULL);
    table->column_count += 1;
    column->label = label;
    column->is_amount = is_amount;
    column->is_shown = always_shown;
    column->width_min = table->labels_in_rows ? 0 : label.nbytes;
}

void sy_table_open(sy_table *table, sy_writer *writer) {
    for (uint32_t i = 0; i < table->column_count; i += 1) {
        sy_column *column = &table->columns[i];
        column->whole_width += space_beside(column->width_min, column_width(column));
    }
    table->writer = writer;
    table->at = 0;
}

void sy_table_head(sy_table *table, bool colour) {
    for (uint32_t i = 0; i < table->column_count; i += 1) {
        const sy_column *column = &table->columns[i];
        size_t space = space_beside(column_width(column), column->label.nbytes);
        if (!column->is_shown) continue;
        sy_writer_spaces(table->writer, table->owed_spaces + (column->is_amount ? space : 0));
        sy_printable_write_tinted(table->writer, colour, SY_TINT_FAINT, column->label);
        table->owed_spaces = (column->is_amount ? 0 : space) + GAP_WIDTH;
    }
    sy_table_end_row(table);
}

static sy_column *next_column(sy_table *table) {
    sy_column *column = &table->columns[table->at];
    SY_ASSERT(table->at < table->column_count);
    table->at += 1;
    return column;
}

/* Pads before and after; what comes after is owed until something follows. */
static void put(sy_table *table, const sy_column *column, size_t before, sy_span text, size_t after) {
    sy_writer_spaces(table->writer, table->owed_spaces);
    if (table->labels_in_rows && column->label.nbytes != 0) {
        sy_writer_span(table->writer, column->label);
        sy_writer_byte(table->writer, ' ');
    }
    sy_writer_spaces(table->writer, before);
    sy_printable_write(table->writer, text);
    table->owed_spaces = after + GAP_WIDTH;
}

/* Texts stand on the left of their column, words among amounts on the right. */
static void put_aligned(sy_table *table, const sy_column *column, sy_span text) {
    size_t space = space_beside(column_width(column), sy_printable_width(text));
    if (!column->is_shown) return;
    if (column->is_amount) put(table, column, space, text, 0);
    else put(table, column, 0, text, space);
}

static void put_absent(sy_table *table, sy_column *column) {
    if (table->writer == NULL) widen(&column->width_min, 1);
    else put_aligned(table, column, SY_SPAN("-"));
}

void sy_table_text(sy_table *table, sy_span text) {
    sy_column *column = next_column(table);
    size_t width;
    if (text.bytes == NULL) {
        put_absent(table, column);
        return;
    }
    if (text.nbytes == 0) text = SY_SPAN("\"\"");
    if (table->writer != NULL) {
        put_aligned(table, column, text);
        return;
    }
    column->is_shown = true;
    width = sy_printable_width(text);
    if (width <= SY_TABLE_TEXT_WIDTH_MAX) widen(&column->whole_width, width);
}

/* A printed amount: its point stands where the column's point stands. */
static void place_amount(sy_table *table, sy_span printed) {
    sy_column *column = next_column(table);
    size_t point = sy_span_find(printed, '.');
    if (table->writer != NULL) {
        put(table, column, space_beside(column->whole_width, point), printed,
            space_beside(column->fraction_width, printed.nbytes - point));
        return;
    }
    column->is_shown = true;
    widen(&column->whole_width, point);
    widen(&column->fraction_width, printed.nbytes - point);
}

void sy_table_amount(sy_table *table, const sy_decimal *amount, uint32_t digits) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX];
    if (amount == NULL) put_absent(table, next_column(table));
    else place_amount(table, (sy_span){text, sy_decimal_print(amount, digits, true, text)});
}

void sy_table_difference(sy_table *table, const sy_decimal *difference, uint32_t digits) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX + 1] = "+";
    bool needs_sign = !difference->negative && !sy_decimal_is_zero(difference);
    size_t nbytes = sy_decimal_print(difference, digits, true, text + 1);
    place_amount(table, needs_sign ? (sy_span){text, nbytes + 1} : (sy_span){text + 1, nbytes});
}

void sy_table_word(sy_table *table, sy_span word) {
    sy_column *column = next_column(table);
    if (table->writer != NULL) {
        put_aligned(table, column, word);
        return;
    }
    column->is_shown = true;
    widen(&column->width_min, word.nbytes);
}

void sy_table_blank(sy_table *table) {
    const sy_column *column = next_column(table);
    if (table->writer != NULL && column->is_shown) table->owed_spaces += column_width(column) + GAP_WIDTH;
}

void sy_table_end_row(sy_table *table) {
    table->at = 0;
    table->owed_spaces = table->indent_width;
    if (table->writer != NULL) sy_writer_byte(table->writer, '\n');
}
