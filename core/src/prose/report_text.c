/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report_text.c - the report for a person: verdict, amounts, findings, summary. A report comes in, a text goes out.
 * Foreign bytes reach the text through printable.h alone.
 */
#include "base/fault.h"
#include "prose/phrases.h"
#include "prose/table.h"
#include "report/report.h"

#define TABLE_INDENT_WIDTH 2
#define RECORD_INDENT_WIDTH 4
#define DETAIL_INDENT "    "
/* Ids in findings are a reminder; the table has them whole. */
#define ID_WIDTH_MAX 64

/* What a text is made of. While `writer` is NULL the rows of both tables are only measured. */
typedef struct text_page {
    sy_writer *writer;
    const steelyard_report *report;
    bool colour;
    bool has_unknown_unit; /* then a column says of each wallet whether its unit is known */
    sy_table wallets;
    sy_table records[SY_RECORD_COUNT];
} text_page;

/* ---- the first lines ---- */

/* `  (profile paywall, snapshot at 2026-01-01T00:00:00Z)`, as far as known. */
static void write_origin(sy_writer *writer, const steelyard_report *report) {
    if (report->profile.bytes == NULL && report->snapshot_at.bytes == NULL) return;
    sy_writer_literal(writer, "  (");
    if (report->profile.bytes != NULL) {
        sy_writer_literal(writer, "profile ");
        sy_printable_write(writer, report->profile);
    }
    if (report->snapshot_at.bytes != NULL) {
        sy_writer_literal(writer, report->profile.bytes != NULL ? ", snapshot at " : "snapshot at ");
        sy_printable_write(writer, report->snapshot_at);
    }
    sy_writer_byte(writer, ')');
}

static void write_headline(const text_page *page, sy_span title) {
    steelyard_verdict verdict = page->report->verdict;
    sy_printable_write_tinted(page->writer, page->colour, sy_phrases_verdict_tint(verdict),
                              steelyard_verdict_name(verdict));
    if (title.nbytes != 0) sy_writer_literal(page->writer, "  ");
    sy_printable_write(page->writer, title);
    write_origin(page->writer, page->report);
    sy_writer_byte(page->writer, '\n');
    sy_writer_span(page->writer, sy_phrases_verdict_sentence(verdict));
    sy_writer_byte(page->writer, '\n');
}

/* ---- the tables; each function here is called twice, to measure and to write ---- */

static uint32_t shown_of(uint32_t count) {
    return count < SY_TABLE_ROWS_MAX ? count : SY_TABLE_ROWS_MAX;
}

static void say_record(sy_table *table, const sy_wallet *wallet, const sy_record_shape *shape, const sy_cell *cells) {
    for (uint32_t i = 0; i < shape->column_count; i += 1) {
        if (shape->columns[i].is_amount)
            sy_table_amount(table, cells[i].has_amount ? &cells[i].amount : NULL, sy_report_wallet_digits(wallet));
        else sy_table_text(table, cells[i].text);
    }
    sy_table_end_row(table);
}

static void say_records(text_page *page, const sy_wallet *wallet, uint32_t index) {
    const sy_record_shape *shape = sy_record_shape_at(index);
    const sy_records *records = &wallet->records[index];
    uint32_t shown = shown_of(records->count);
    for (uint32_t row = 0; row < shown; row += 1)
        say_record(&page->records[index], wallet, shape, sy_record_row(records, (sy_record_index)index, row));
    if (page->writer != NULL)
        sy_phrases_left_out(page->writer, RECORD_INDENT_WIDTH, records->count - shown, shape->singular);
}

static void say_wallet(text_page *page, const sy_wallet *wallet) {
    sy_table *table = &page->wallets;
    sy_table_text(table, wallet->id);
    sy_table_text(table, wallet->currency);
    sy_table_text(table, wallet->kind);
    sy_table_text(table, wallet->status);
    if (page->has_unknown_unit) sy_table_text(table, wallet->unit_is_major ? SY_SPAN("major") : SY_SPAN("unknown"));
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
        sy_table_amount(table, sy_report_wallet_has(wallet, amount) ? &wallet->amounts[amount] : NULL,
                        sy_report_wallet_digits(wallet));
    sy_table_end_row(table);
}

/* `total of 3` in the column of ids. */
static void say_total_name(sy_table *table, uint32_t wallet_count) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX + 9] = "total of ";
    sy_decimal count = sy_decimal_from_integer(wallet_count);
    size_t nbytes = sy_decimal_print(&count, 0, true, text + 9);
    sy_table_text(table, (sy_span){text, nbytes + 9});
}

static void say_total_amount(sy_table *table, const sy_total *total, uint32_t amount) {
    uint32_t digits = total->minor_units < 0 ? 0 : (uint32_t)total->minor_units;
    bool is_present = sy_vocabulary_set_has(total->amounts_present, amount);
    bool fits = sy_vocabulary_set_has(total->amounts_fit, amount);
    if (amount == SY_AMOUNT_OVERDRAFT_LIMIT) sy_table_blank(table); /* limits of several wallets add up to nothing */
    else if (is_present && !fits) sy_table_word(table, SY_SPAN("out of range"));
    else sy_table_amount(table, is_present ? &total->amounts[amount] : NULL, digits);
}

static void say_total(text_page *page, const sy_total *total) {
    sy_table *table = &page->wallets;
    say_total_name(table, total->wallet_count);
    sy_table_text(table, total->currency);
    sy_table_blank(table);
    sy_table_blank(table);
    if (page->has_unknown_unit) sy_table_blank(table);
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1) say_total_amount(table, total, amount);
    sy_table_end_row(table);
}

/* A single wallet is its own total. */
static void say_totals(text_page *page) {
    const steelyard_report *report = page->report;
    uint32_t shown = report->wallet_count > 1 ? shown_of(report->total_count) : 0;
    if (page->writer != NULL && shown > 0) sy_writer_byte(page->writer, '\n');
    for (uint32_t i = 0; i < shown; i += 1) say_total(page, &report->totals[i]);
}

static void say_rows(text_page *page) {
    const steelyard_report *report = page->report;
    uint32_t shown = shown_of(report->wallet_count);
    for (uint32_t i = 0; i < shown; i += 1) {
        say_wallet(page, &report->wallets[i]);
        for (uint32_t record = 0; record < SY_RECORD_COUNT; record += 1) say_records(page, &report->wallets[i], record);
    }
    if (page->writer != NULL)
        sy_phrases_left_out(page->writer, TABLE_INDENT_WIDTH, report->wallet_count - shown, "wallet");
    say_totals(page);
}

static bool has_unknown_unit(const steelyard_report *report) {
    for (uint32_t i = 0; i < shown_of(report->wallet_count); i += 1)
        if (!report->wallets[i].unit_is_major) return true;
    return false;
}

SY_STATIC_ASSERT(5 + SY_AMOUNT_COUNT <= SY_TABLE_COLUMNS_MAX, "a wallet's texts and amounts have a column each");

static void begin_records(sy_table *table, const sy_record_shape *shape) {
    sy_table_begin(table, RECORD_INDENT_WIDTH, true);
    for (uint32_t i = 0; i < shape->column_count; i += 1)
        sy_table_column(table, sy_span_of(shape->columns[i].title), shape->columns[i].is_amount, i == 0);
}

static void begin_tables(text_page *page) {
    sy_table_begin(&page->wallets, TABLE_INDENT_WIDTH, false);
    sy_table_column(&page->wallets, SY_SPAN("wallet"), false, true);
    sy_table_column(&page->wallets, SY_SPAN("currency"), false, true);
    sy_table_column(&page->wallets, SY_SPAN("kind"), false, false);
    sy_table_column(&page->wallets, SY_SPAN("status"), false, false);
    if (page->has_unknown_unit) sy_table_column(&page->wallets, SY_SPAN("unit"), false, true);
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
        sy_table_column(&page->wallets, sy_vocabulary_amount_name(amount), true, false);
    for (uint32_t i = 0; i < SY_RECORD_COUNT; i += 1) begin_records(&page->records[i], sy_record_shape_at(i));
}

/* Measured before the writer opens, so that the text only ever grows. */
static void measure_tables(text_page *page) {
    page->has_unknown_unit = has_unknown_unit(page->report);
    begin_tables(page);
    say_rows(page);
}

static void write_tables(text_page *page) {
    if (page->report->wallet_count == 0) return;
    sy_table_open(&page->wallets, page->writer);
    for (uint32_t i = 0; i < SY_RECORD_COUNT; i += 1) sy_table_open(&page->records[i], page->writer);
    sy_writer_byte(page->writer, '\n');
    sy_table_head(&page->wallets, page->colour);
    say_rows(page);
}

/* ---- findings ---- */

/* `, byte 332`, of a malformed body `, byte 17 (line 2:5)`. */
static void write_place(sy_writer *writer, const sy_finding *finding) {
    if (finding->offset == SY_NO_OFFSET) return;
    sy_writer_literal(writer, ", byte ");
    sy_writer_unsigned(writer, finding->offset);
    if (finding->line == 0) return;
    sy_writer_literal(writer, " (line ");
    sy_writer_unsigned(writer, finding->line);
    sy_writer_byte(writer, ':');
    sy_writer_unsigned(writer, finding->column);
    sy_writer_byte(writer, ')');
}

/* The wallet by its id, where there are several and the path alone would make the reader count. */
static void write_wallet_id(const text_page *page, const sy_finding *finding) {
    const steelyard_report *report = page->report;
    if (report->wallet_count < 2 || finding->wallet >= report->wallet_count) return;
    if (report->wallets[finding->wallet].id.bytes == NULL) return;
    sy_writer_literal(page->writer, ", wallet ");
    sy_printable_write_start(page->writer, report->wallets[finding->wallet].id, ID_WIDTH_MAX);
}

/* `fail: paywall.total at /Value/TotalBalance, byte 332`. The path of the whole body is the empty pointer. */
static void write_finding_head(const text_page *page, const sy_finding *finding) {
    sy_outcome outcome = (sy_outcome)finding->outcome;
    sy_printable_write_tinted(page->writer, page->colour, sy_phrases_outcome_tint(outcome),
                              sy_vocabulary_outcome_name(outcome));
    sy_writer_literal(page->writer, ": ");
    sy_printable_write(page->writer, finding->code);
    if (finding->path.bytes != NULL) sy_writer_literal(page->writer, finding->path.nbytes != 0 ? " at " : " at \"\"");
    sy_printable_write(page->writer, finding->path);
    if (finding->header.bytes != NULL) sy_writer_literal(page->writer, " in header ");
    sy_printable_write(page->writer, finding->header);
    write_place(page->writer, finding);
    write_wallet_id(page, finding);
    sy_writer_byte(page->writer, '\n');
}

static void write_detail(sy_writer *writer, sy_span text) {
    sy_writer_literal(writer, DETAIL_INDENT);
    sy_printable_write(writer, text);
    sy_writer_byte(writer, '\n');
}

/* `expected 0.80`, parted from the figure before it by a comma. Returns whether a figure stands now. */
static bool write_figure(sy_writer *writer, bool follows, const char *name, sy_span figure) {
    if (figure.bytes == NULL) return follows;
    sy_writer_literal(writer, follows ? ", " : DETAIL_INDENT);
    sy_writer_literal(writer, name);
    sy_printable_write(writer, figure);
    return true;
}

/* A delta has its sign, whichever way it goes. */
static void write_figures(sy_writer *writer, const sy_finding *finding) {
    sy_span delta = finding->delta_is_null ? SY_SPAN("out of range") : finding->delta;
    bool is_positive = delta.nbytes != 0 && sy_span_is_digit(delta.bytes[0]);
    bool follows = write_figure(writer, false, "expected ", finding->expected);
    follows = write_figure(writer, follows, "actual ", finding->actual);
    follows = write_figure(writer, follows, is_positive ? "delta +" : "delta ", delta);
    if (follows) sy_writer_byte(writer, '\n');
}

static void write_finding(const text_page *page, const sy_finding *finding) {
    write_finding_head(page, finding);
    write_detail(page->writer, finding->message);
    write_figures(page->writer, finding);
    if (finding->cause.bytes != NULL) {
        sy_writer_literal(page->writer, DETAIL_INDENT);
        sy_phrases_cause(page->writer, finding->cause, finding->term);
        sy_writer_byte(page->writer, '\n');
    }
    if (finding->reason.bytes != NULL) {
        sy_writer_literal(page->writer, DETAIL_INDENT);
        sy_phrases_reason(page->writer, finding->reason);
        sy_writer_byte(page->writer, '\n');
    }
}

static void write_findings(const text_page *page) {
    if (page->report->finding_count > 0) sy_writer_byte(page->writer, '\n');
    for (uint32_t i = 0; i < page->report->finding_count; i += 1) write_finding(page, page->report->findings[i]);
}

/* ---- the provider's error and the last line ---- */

static void write_error(sy_writer *writer, const sy_error *error) {
    sy_writer_literal(writer, "\nHTTP status ");
    if (error->http_status < 0) sy_writer_literal(writer, "not given");
    else sy_writer_unsigned(writer, (uint64_t)error->http_status);
    sy_writer_literal(writer, error->code.bytes != NULL ? ", code " : ", no code");
    sy_printable_write(writer, error->code);
    sy_writer_literal(writer, error->message_count > 0 ? ". The provider says:\n" : ", no message.\n");
    for (uint32_t i = 0; i < error->message_count; i += 1) write_detail(writer, error->messages[i]);
}

static void write_summary(const text_page *page) {
    const sy_summary *summary = &page->report->summary;
    sy_writer_byte(page->writer, '\n');
    sy_phrases_count(page->writer, page->report->wallet_count, "wallet");
    sy_writer_literal(page->writer, ", ");
    sy_phrases_count(page->writer, summary->formulas, "formula");
    sy_writer_literal(page->writer, " recomputed; ");
    sy_writer_unsigned(page->writer, summary->failed);
    sy_writer_literal(page->writer, " failed, ");
    sy_writer_unsigned(page->writer, summary->unverifiable);
    sy_writer_literal(page->writer, " unverifiable, ");
    sy_phrases_count(page->writer, summary->warnings, "warning");
    sy_writer_literal(page->writer, ".\n");
}

steelyard_status steelyard_report_text(steelyard_arena *arena, const steelyard_report *report, sy_span title,
                                       bool colour, steelyard_span *text_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    text_page page = {.report = report, .colour = colour};
    sy_arena_begin(&memory, arena);
    measure_tables(&page);
    sy_writer_begin(&writer, &memory);
    page.writer = &writer;
    write_headline(&page, title);
    write_tables(&page);
    write_findings(&page);
    if (report->verdict == STEELYARD_VERDICT_PROVIDER_ERROR) write_error(&writer, &report->error);
    write_summary(&page);
    return sy_fault_finish_text(&writer, text_out, fault_out);
}
