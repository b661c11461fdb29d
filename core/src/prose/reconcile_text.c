/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reconcile_text.c - what became of a ledger, for a person: what differs and why, and what could not be compared.
 * Entries come in, a text goes out. Foreign bytes reach the text through printable.h alone.
 */
#include "base/fault.h"
#include "prose/phrases.h"
#include "prose/table.h"
#include "queries/reconcile_json.h"

#define DETAIL_INDENT_WIDTH 4

/* ---- the first lines ---- */

static sy_span outcome_sentence(const sy_reconcile *reconcile) {
    bool is_within = reconcile->entry_counts[SY_AGREEMENT_WITHIN] > 0;
    if (!reconcile->same) return SY_SPAN("The ledger is not what the snapshot states.");
    if (is_within) return SY_SPAN("What the ledger expects is what the snapshot states, within the tolerance.");
    return SY_SPAN("What the ledger expects is what the snapshot states.");
}

static void write_verdict(sy_writer *writer, const steelyard_report *report) {
    if (report->is_snapshot) {
        sy_writer_literal(writer, "verdict not known");
        return;
    }
    sy_writer_literal(writer, "verdict ");
    sy_writer_span(writer, steelyard_verdict_name(report->verdict));
}

/* `same  (verdict verified, tolerance 0.01)`, then what it means. */
static void write_headline(sy_writer *writer, const sy_reconcile *reconcile, bool colour) {
    const steelyard_report *report = reconcile->report;
    sy_printable_write_tinted(writer, colour, reconcile->same ? SY_TINT_GOOD : SY_TINT_BAD,
                              reconcile->same ? SY_SPAN("same") : SY_SPAN("differs"));
    sy_writer_literal(writer, "  (");
    write_verdict(writer, report);
    if (reconcile->ledger.has_tolerance) {
        sy_writer_literal(writer, ", tolerance ");
        sy_decimal_write(writer, &reconcile->ledger.tolerance, 0);
    }
    sy_writer_literal(writer, ")\n");
    sy_writer_span(writer, outcome_sentence(reconcile));
    sy_writer_byte(writer, '\n');
    if (steelyard_report_ok(report)) return;
    sy_writer_span(writer, sy_phrases_verdict_sentence(report->verdict));
    sy_writer_byte(writer, '\n');
}

/* ---- one expectation; the rows are said twice, to measure and to write ---- */

static void say_compared(sy_table *table, const sy_holding *holding, const sy_entry *entry) {
    uint32_t digits = sy_holding_digits(holding);
    sy_table_text(table, sy_vocabulary_amount_name(entry->amount));
    sy_table_amount(table, entry->expected, digits);
    if (entry->has_actual) sy_table_amount(table, &entry->actual, digits);
    else sy_table_word(table, SY_SPAN("out of range"));
    if (entry->has_delta) sy_table_difference(table, &entry->delta, digits);
    else sy_table_blank(table);
    sy_table_text(table, sy_agreement_name(entry->agreement));
    sy_table_end_row(table);
}

static bool says(const sy_reconcile *reconcile, const sy_holding *holding, uint32_t amount, sy_entry *entry_out) {
    return sy_reconcile_entry(reconcile, holding, amount, entry_out) && entry_out->agreement != SY_AGREEMENT_SAME;
}

static void say_rows(sy_table *table, const sy_reconcile *reconcile, const sy_holding *holding) {
    sy_entry entry;
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
        if (says(reconcile, holding, amount, &entry) && entry.is_compared) say_compared(table, holding, &entry);
}

/* `available  expected 10.00  actual 9.99  delta -0.01  differs` */
static void write_compared(sy_writer *writer, const sy_reconcile *reconcile, const sy_holding *holding) {
    sy_table table;
    sy_table_begin(&table, DETAIL_INDENT_WIDTH, true);
    sy_table_column(&table, SY_SPAN(""), false, false);
    sy_table_column(&table, SY_SPAN("expected"), true, false);
    sy_table_column(&table, SY_SPAN("actual"), true, false);
    sy_table_column(&table, SY_SPAN("delta"), true, false);
    sy_table_column(&table, SY_SPAN(""), false, false);
    say_rows(&table, reconcile, holding);
    sy_table_open(&table, writer);
    say_rows(&table, reconcile, holding);
}

/* `available: Most likely: the ledger leaves out what the provider counts: gift.` */
static void write_cause(sy_writer *writer, const sy_entry *entry) {
    char term[SY_TERM_NBYTES_MAX];
    sy_writer_span(writer, sy_vocabulary_amount_name(entry->amount));
    sy_writer_literal(writer, ": ");
    sy_phrases_ledger_cause(writer, entry->blame.cause, sy_reconcile_cause_term(&entry->blame, term));
}

static void write_sentences(sy_writer *writer, const sy_reconcile *reconcile, const sy_holding *holding) {
    sy_entry entry;
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1) {
        if (!says(reconcile, holding, amount, &entry)) continue;
        sy_writer_spaces(writer, DETAIL_INDENT_WIDTH);
        if (entry.is_compared) write_cause(writer, &entry);
        else sy_reconcile_json_sentence(writer, &reconcile->ledger, holding, &entry);
        sy_writer_byte(writer, '\n');
    }
}

static void write_wallet_name(sy_writer *writer, sy_span id, sy_span currency) {
    sy_writer_literal(writer, "wallet ");
    sy_printable_write(writer, id.bytes != NULL ? id : SY_SPAN("-"));
    sy_writer_literal(writer, ", currency ");
    sy_printable_write(writer, currency.bytes != NULL ? currency : SY_SPAN("-"));
}

/* `wallet 113, currency USD` or `all of USD`, then its amounts. */
static void write_expectation(sy_writer *writer, const sy_reconcile *reconcile, const sy_holding *holding,
                              const sy_entry *entry) {
    if (holding->expectation->is_sum) {
        sy_writer_literal(writer, "all of ");
        sy_printable_write(writer, entry->currency);
    } else write_wallet_name(writer, entry->id, entry->currency);
    sy_writer_byte(writer, '\n');
    write_compared(writer, reconcile, holding);
    write_sentences(writer, reconcile, holding);
}

/* ---- the whole ---- */

/* Whether there is anything to say of the expectation; the first entry of which there is. */
static bool has_something(const sy_reconcile *reconcile, const sy_holding *holding, sy_entry *entry_out) {
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
        if (says(reconcile, holding, amount, entry_out)) return true;
    return false;
}

static void write_expectations(sy_writer *writer, const sy_reconcile *reconcile) {
    uint64_t met_count = 0;
    sy_holding holding;
    sy_entry entry;
    for (uint32_t i = 0; i < reconcile->ledger.expectation_count; i += 1) {
        sy_reconcile_hold(reconcile, i, &holding);
        if (!has_something(reconcile, &holding, &entry)) continue;
        met_count += 1;
        if (met_count == 1) sy_writer_byte(writer, '\n');
        if (met_count <= SY_TABLE_ROWS_MAX) write_expectation(writer, reconcile, &holding, &entry);
    }
    if (met_count > SY_TABLE_ROWS_MAX) sy_phrases_left_out(writer, 0, met_count - SY_TABLE_ROWS_MAX, "expectation");
}

static void write_unexpected(sy_writer *writer, const sy_reconcile *reconcile, bool colour) {
    const steelyard_report *report = reconcile->report;
    sy_tint tint = reconcile->ledger.is_complete ? SY_TINT_BAD : SY_TINT_FAINT;
    uint32_t met_count = 0;
    for (uint32_t i = 0; i < report->wallet_count && met_count < SY_TABLE_ROWS_MAX; i += 1) {
        if (reconcile->match.is_named[i]) continue;
        met_count += 1;
        if (met_count == 1) sy_writer_byte(writer, '\n');
        sy_printable_write_tinted(writer, colour, tint, SY_SPAN("not in the ledger"));
        sy_writer_literal(writer, ": ");
        write_wallet_name(writer, report->wallets[i].id, report->wallets[i].currency);
        sy_writer_byte(writer, '\n');
    }
    sy_phrases_left_out(writer, 0, reconcile->match.unexpected_count - met_count, "wallet");
}

static void write_tally(sy_writer *writer, uint64_t count, const char *words) {
    sy_writer_unsigned(writer, count);
    sy_writer_literal(writer, words);
}

/* `4 amounts: 1 the same, 1 within the tolerance, 1 different, 1 not compared; 0 wallets not in the ledger.` */
static void write_tallies(sy_writer *writer, const sy_reconcile *reconcile) {
    const uint64_t *counts = reconcile->entry_counts;
    uint64_t not_compared = 0;
    uint64_t total = 0;
    for (uint32_t i = 0; i < SY_AGREEMENT_COUNT; i += 1) total += counts[i];
    for (uint32_t i = SY_AGREEMENT_ABSENT; i < SY_AGREEMENT_COUNT; i += 1) not_compared += counts[i];
    sy_writer_byte(writer, '\n');
    sy_phrases_count(writer, total, "amount");
    sy_writer_literal(writer, ": ");
    write_tally(writer, counts[SY_AGREEMENT_SAME], " the same, ");
    write_tally(writer, counts[SY_AGREEMENT_WITHIN], " within the tolerance, ");
    write_tally(writer, counts[SY_AGREEMENT_DIFFERS], " different, ");
    write_tally(writer, not_compared, " not compared; ");
    sy_phrases_count(writer, reconcile->match.unexpected_count, "wallet");
    sy_writer_literal(writer, " not in the ledger.\n");
}

static void write_reconcile(sy_writer *writer, const sy_reconcile *reconcile, bool colour) {
    write_headline(writer, reconcile, colour);
    write_expectations(writer, reconcile);
    write_unexpected(writer, reconcile, colour);
    write_tallies(writer, reconcile);
}

steelyard_status steelyard_reconcile_text(steelyard_arena *arena, const steelyard_report *report,
                                          steelyard_span expected_json, bool colour, steelyard_span *text_out,
                                          steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_reconcile reconcile;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = sy_reconcile_begin(&reconcile, &memory, report, expected_json, fault_out);
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, expected_json.nbytes);
    if (status != STEELYARD_OK) return status;
    sy_writer_begin(&writer, &memory);
    write_reconcile(&writer, &reconcile, colour);
    return sy_fault_finish_text(&writer, text_out, fault_out);
}
