/* SPDX-License-Identifier: Apache-2.0 */
/*
 * diff_text.c - a diff for a person: what changed, what came, what went. Pairs of wallets come in, a text goes out.
 * Foreign bytes reach the text through printable.h alone.
 */
#include "base/fault.h"
#include "prose/phrases.h"
#include "prose/table.h"
#include "queries/diff.h"

#define DETAIL_INDENT_WIDTH 4

/* The pairs met so far, by what became of them; shown_count of those that differ stand in the text. */
typedef struct tally {
    uint64_t same_count;
    uint64_t differing_count;
    uint64_t shown_count;
} tally;

static sy_span order_sentence(sy_time_order order) {
    switch (order) {
    case SY_ORDER_FORWARD: return SY_SPAN("The second snapshot is later than the first.");
    case SY_ORDER_SAME: return SY_SPAN("Both snapshots are of one time.");
    case SY_ORDER_REVERSED: return SY_SPAN("The second snapshot is older than the first.");
    case SY_ORDER_UNKNOWN: break;
    }
    return SY_SPAN("Which snapshot is the later one is not known.");
}

static void write_time(sy_writer *writer, sy_span snapshot_at) {
    sy_printable_write(writer, snapshot_at.bytes != NULL ? snapshot_at : SY_SPAN("no time"));
}

/* `  (2026-01-01T00:00:00Z -> 2026-01-02T00:00:00Z)`, as far as known. */
static void write_times(sy_writer *writer, sy_span before, sy_span after) {
    if (before.bytes == NULL && after.bytes == NULL) return;
    sy_writer_literal(writer, "  (");
    write_time(writer, before);
    sy_writer_literal(writer, " -> ");
    write_time(writer, after);
    sy_writer_byte(writer, ')');
}

static void write_headline(sy_writer *writer, const sy_diff *diff, bool colour) {
    sy_printable_write_tinted(writer, colour, diff->same ? SY_TINT_GOOD : SY_TINT_DOUBTFUL,
                              diff->same ? SY_SPAN("same") : SY_SPAN("differs"));
    write_times(writer, diff->before->snapshot_at, diff->after->snapshot_at);
    sy_writer_byte(writer, '\n');
    sy_writer_span(writer, order_sentence(diff->order));
    sy_writer_byte(writer, '\n');
}

/* ---- one wallet; the rows are said twice, to measure and to write ---- */

static void say_side(sy_table *table, const sy_wallet *wallet, uint32_t amount) {
    if (sy_report_wallet_has(wallet, amount))
        sy_table_amount(table, &wallet->amounts[amount], sy_report_wallet_digits(wallet));
    else sy_table_word(table, SY_SPAN("none"));
}

static void say_change(sy_table *table, const sy_pair *pair, uint32_t amount) {
    sy_decimal delta;
    sy_table_text(table, sy_vocabulary_amount_name(amount));
    say_side(table, pair->before, amount);
    say_side(table, pair->after, amount);
    if (sy_diff_delta(pair, amount, &delta)) sy_table_difference(table, &delta, sy_report_wallet_digits(pair->after));
    else sy_table_blank(table);
    sy_table_end_row(table);
}

static void say_changes(sy_table *table, const sy_pair *pair) {
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
        if (sy_diff_amount_differs(pair, amount)) say_change(table, pair, amount);
}

/* `total  10.00  -> 12.50  delta +2.50` */
static void write_changed_amounts(sy_writer *writer, const sy_pair *pair) {
    sy_table table;
    sy_table_begin(&table, DETAIL_INDENT_WIDTH, true);
    sy_table_column(&table, SY_SPAN(""), false, false);
    sy_table_column(&table, SY_SPAN(""), true, false);
    sy_table_column(&table, SY_SPAN("->"), true, false);
    sy_table_column(&table, SY_SPAN("delta"), true, false);
    say_changes(&table, pair);
    sy_table_open(&table, writer);
    say_changes(&table, pair);
}

static void say_amounts(sy_table *table, const sy_wallet *wallet) {
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1) {
        if (!sy_report_wallet_has(wallet, amount)) continue;
        sy_table_text(table, sy_vocabulary_amount_name(amount));
        sy_table_amount(table, &wallet->amounts[amount], sy_report_wallet_digits(wallet));
        sy_table_end_row(table);
    }
}

/* All that a wallet holds which stands on one side alone. */
static void write_amounts(sy_writer *writer, const sy_wallet *wallet) {
    sy_table table;
    sy_table_begin(&table, DETAIL_INDENT_WIDTH, true);
    sy_table_column(&table, SY_SPAN(""), false, false);
    sy_table_column(&table, SY_SPAN(""), true, false);
    say_amounts(&table, wallet);
    sy_table_open(&table, writer);
    say_amounts(&table, wallet);
}

/* `status active -> frozen`; returns whether there was anything to say. */
static bool write_changed_text(sy_writer *writer, const char *name, sy_span before, sy_span after) {
    if (sy_span_compare_or_null(before, after) == 0) return false;
    sy_writer_spaces(writer, DETAIL_INDENT_WIDTH);
    sy_writer_literal(writer, name);
    sy_writer_byte(writer, ' ');
    sy_printable_write(writer, before.bytes != NULL ? before : SY_SPAN("none"));
    sy_writer_literal(writer, " -> ");
    sy_printable_write(writer, after.bytes != NULL ? after : SY_SPAN("none"));
    sy_writer_byte(writer, '\n');
    return true;
}

static sy_span unit_name(const sy_wallet *wallet) {
    return wallet->unit_is_major ? SY_SPAN("major") : SY_SPAN("unknown");
}

static bool any_amount_differs(const sy_pair *pair) {
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
        if (sy_diff_amount_differs(pair, amount)) return true;
    return false;
}

/* Rows are not told apart one by one; they are worth a line where nothing else differs, or where their count does. */
static void write_changed_records(sy_writer *writer, const sy_pair *pair, uint32_t index, bool is_explained) {
    const sy_record_shape *shape = sy_record_shape_at(index);
    uint32_t before = pair->before->records[index].count;
    uint32_t after = pair->after->records[index].count;
    if (!sy_diff_records_differ(pair, index) || (is_explained && before == after)) return;
    sy_writer_spaces(writer, DETAIL_INDENT_WIDTH);
    sy_writer_literal(writer, shape->name);
    sy_writer_literal(writer, " differ: ");
    sy_phrases_count(writer, before, shape->singular);
    sy_writer_literal(writer, " -> ");
    sy_phrases_count(writer, after, shape->singular);
    sy_writer_byte(writer, '\n');
}

static void write_changed_rest(sy_writer *writer, const sy_pair *pair) {
    bool is_explained = any_amount_differs(pair);
    is_explained = write_changed_text(writer, "status", pair->before->status, pair->after->status) || is_explained;
    is_explained = write_changed_text(writer, "unit", unit_name(pair->before), unit_name(pair->after)) || is_explained;
    for (uint32_t i = 0; i < SY_RECORD_COUNT; i += 1) write_changed_records(writer, pair, i, is_explained);
}

static void write_change_name(sy_writer *writer, sy_change change, bool colour) {
    if (change == SY_CHANGE_ADDED) sy_printable_write_tinted(writer, colour, SY_TINT_GOOD, SY_SPAN("added"));
    else if (change == SY_CHANGE_REMOVED) sy_printable_write_tinted(writer, colour, SY_TINT_BAD, SY_SPAN("removed"));
    else sy_printable_write_tinted(writer, colour, SY_TINT_DOUBTFUL, SY_SPAN("changed"));
}

/* `changed: wallet 113, currency USD`, then its amounts. */
static void write_pair(sy_writer *writer, const sy_pair *pair, bool colour) {
    const sy_wallet *wallet = pair->after != NULL ? pair->after : pair->before;
    write_change_name(writer, pair->change, colour);
    sy_writer_literal(writer, ": wallet ");
    sy_printable_write(writer, wallet->id.bytes != NULL ? wallet->id : SY_SPAN("-"));
    sy_writer_literal(writer, ", currency ");
    sy_printable_write(writer, wallet->currency.bytes != NULL ? wallet->currency : SY_SPAN("-"));
    sy_writer_byte(writer, '\n');
    if (pair->change == SY_CHANGE_CHANGED) {
        write_changed_amounts(writer, pair);
        write_changed_rest(writer, pair);
    } else write_amounts(writer, wallet);
}

/* ---- the whole ---- */

static void write_pairs(sy_writer *writer, sy_diff *diff, bool colour, tally *tally_out) {
    sy_pair pair;
    *tally_out = (tally){0, 0, 0};
    while (sy_diff_next(diff, &pair)) {
        if (pair.change == SY_CHANGE_SAME) {
            tally_out->same_count += 1;
            continue;
        }
        tally_out->differing_count += 1;
        if (tally_out->shown_count == SY_TABLE_ROWS_MAX) continue;
        tally_out->shown_count += 1;
        if (tally_out->shown_count == 1) sy_writer_byte(writer, '\n');
        write_pair(writer, &pair, colour);
    }
    sy_phrases_left_out(writer, 0, tally_out->differing_count - tally_out->shown_count, "wallet");
}

static void write_finding(sy_writer *writer, steelyard_status status, bool colour) {
    sy_writer_byte(writer, '\n');
    sy_printable_write_tinted(writer, colour, SY_TINT_DOUBTFUL, steelyard_status_code(status));
    sy_writer_literal(writer, ": ");
    sy_writer_span(writer, steelyard_status_message(status));
    sy_writer_byte(writer, '\n');
}

static void write_diff(sy_writer *writer, sy_diff *diff, bool colour) {
    tally counts;
    write_headline(writer, diff, colour);
    write_pairs(writer, diff, colour, &counts);
    if (diff->order == SY_ORDER_REVERSED) write_finding(writer, STEELYARD_DIFF_TIME_REVERSED, colour);
    if (diff->order == SY_ORDER_SAME && !diff->same) write_finding(writer, STEELYARD_DIFF_SAME_TIME, colour);
    sy_writer_byte(writer, '\n');
    sy_phrases_count(writer, counts.differing_count, "wallet");
    sy_writer_literal(writer, counts.differing_count == 1 ? " differs, " : " differ, ");
    sy_writer_unsigned(writer, counts.same_count);
    sy_writer_literal(writer, counts.same_count == 1 ? " is the same.\n" : " are the same.\n");
}

steelyard_status steelyard_diff_text(steelyard_arena *arena, const steelyard_report *before,
                                     const steelyard_report *after, bool colour, steelyard_span *text_out,
                                     steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_diff diff;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = sy_diff_begin(&diff, &memory, before, after);
    if (status != STEELYARD_OK) return sy_fault_plain(fault_out, status);
    sy_writer_begin(&writer, &memory);
    if (!memory.exhausted) write_diff(&writer, &diff, colour);
    return sy_fault_finish_text(&writer, text_out, fault_out);
}
