/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report_read.c - a report back from its JSON, or the part of one that a canonical snapshot holds.
 * A text that the engine once printed comes in, a report goes out, or the fault that the engine would not print this:
 * wrong types and amounts that do not parse. What the report says is not judged again.
 */
#include "base/fault.h"
#include "report/report.h"
#include "values/currency.h"
#include "json/json_node.h"
#include "json/json_reader.h"

typedef struct report_source {
    sy_arena *memory;
    sy_document document;
    bool is_wrong;
} report_source;

static uint32_t member(report_source *source, uint32_t object, sy_span name) {
    uint32_t value = SY_NODE_NONE;
    if (object == SY_NODE_NONE) return SY_NODE_NONE;
    if (sy_json_node_member(&source->document, object, name, &value) == SY_DUPLICATE) source->is_wrong = true;
    return value;
}

/* A string member's text; bytes NULL where it is null or absent. */
static sy_span text(report_source *source, uint32_t object, sy_span name) {
    uint32_t node = member(source, object, name);
    if (node == SY_NODE_NONE || sy_json_node_is(&source->document, node, SY_NODE_NULL)) return (sy_span){NULL, 0};
    if (sy_json_node_is(&source->document, node, SY_NODE_STRING))
        return sy_json_node_text(source->memory, &source->document, node);
    source->is_wrong = true;
    return (sy_span){NULL, 0};
}

/* A whole number member; `fallback` where it is null or absent. */
static uint64_t number(report_source *source, uint32_t object, sy_span name, uint64_t fallback) {
    uint32_t node = member(source, object, name);
    uint64_t value = 0;
    sy_span digits;
    if (node == SY_NODE_NONE || sy_json_node_is(&source->document, node, SY_NODE_NULL)) return fallback;
    digits = sy_json_node_token(&source->document, node);
    source->is_wrong = source->is_wrong || digits.nbytes > 15;
    for (size_t i = 0; i < digits.nbytes && !source->is_wrong; i += 1) {
        if (!sy_span_is_digit(digits.bytes[i])) source->is_wrong = true;
        value = value * 10 + (uint64_t)(digits.bytes[i] - '0');
    }
    return value;
}

/* The same, where it is 32 bits wide. */
static uint32_t narrow_number(report_source *source, uint32_t object, sy_span name, uint32_t fallback) {
    uint64_t value = number(source, object, name, fallback);
    if (value > UINT32_MAX) source->is_wrong = true;
    return (uint32_t)value;
}

/* A list member's node and length; a fault where it is no list. */
static uint32_t list(report_source *source, uint32_t object, sy_span name, bool required, uint32_t *count_out) {
    uint32_t node = member(source, object, name);
    *count_out = 0;
    if (node == SY_NODE_NONE) {
        source->is_wrong = source->is_wrong || required;
        return SY_NODE_NONE;
    }
    if (!sy_json_node_is(&source->document, node, SY_NODE_ARRAY)) {
        source->is_wrong = true;
        return SY_NODE_NONE;
    }
    *count_out = sy_json_node_count(&source->document, node);
    return node;
}

static bool decimal(report_source *source, uint32_t node, sy_decimal *value) {
    if (node == SY_NODE_NONE || sy_json_node_is(&source->document, node, SY_NODE_NULL)) return false;
    if (sy_json_node_is(&source->document, node, SY_NODE_STRING) &&
        sy_decimal_parse_string(sy_json_node_text(source->memory, &source->document, node), value, NULL) ==
            STEELYARD_OK)
        return true;
    source->is_wrong = true;
    return false;
}

/* Which amount the member stands for; SY_AMOUNT_COUNT where none. */
static uint32_t amount_name(report_source *source, uint32_t value) {
    return sy_vocabulary_find_amount(sy_json_node_text(source->memory, &source->document, sy_json_node_key(value)));
}

static void read_amounts(report_source *source, uint32_t object, sy_wallet *wallet) {
    uint32_t amounts = member(source, object, SY_SPAN("amounts"));
    if (amounts == SY_NODE_NONE || !sy_json_node_is(&source->document, amounts, SY_NODE_OBJECT)) {
        source->is_wrong = true;
        return;
    }
    for (uint32_t node = sy_json_node_first(&source->document, amounts); node != SY_NODE_NONE;
         node = sy_json_node_after(&source->document, amounts, node)) {
        uint32_t name = amount_name(source, node);
        sy_decimal value;
        if (name == SY_AMOUNT_COUNT || sy_report_wallet_has(wallet, name)) source->is_wrong = true;
        else if (decimal(source, node, &value)) sy_report_wallet_set(wallet, name, &value);
    }
}

static void read_cell(report_source *source, uint32_t row, const sy_record_column *column, sy_cell *cell) {
    sy_span name = sy_span_of(column->name);
    if (column->is_amount) cell->has_amount = decimal(source, member(source, row, name), &cell->amount);
    else cell->text = text(source, row, name);
}

static void read_records(report_source *source, uint32_t object, sy_wallet *wallet, uint32_t index) {
    const sy_record_shape *shape = sy_record_shape_at(index);
    sy_records *records = &wallet->records[index];
    uint32_t count;
    uint32_t rows = list(source, object, sy_span_of(shape->name), shape->is_always_there, &count);
    records->cells = sy_arena_allocate_array(source->memory, (size_t)count * shape->column_count,
                                             sizeof *records->cells);
    records->is_there = rows != SY_NODE_NONE;
    if (records->cells == NULL || rows == SY_NODE_NONE) return;
    for (uint32_t node = sy_json_node_first(&source->document, rows); node != SY_NODE_NONE;
         node = sy_json_node_after(&source->document, rows, node)) {
        sy_cell *cells = records->cells + (size_t)records->count * shape->column_count;
        for (uint32_t i = 0; i < shape->column_count; i += 1) read_cell(source, node, &shape->columns[i], &cells[i]);
        records->count += 1;
    }
}

static bool unit(report_source *source, uint32_t object) {
    sy_span name = text(source, object, SY_SPAN("unit"));
    if (name.bytes != NULL && !sy_span_equal(name, SY_SPAN("major"))) source->is_wrong = true;
    return name.bytes != NULL;
}

static void read_wallet(report_source *source, uint32_t node, sy_wallet *wallet) {
    uint64_t digits = number(source, node, SY_SPAN("minorUnits"), UINT64_MAX);
    if (!sy_json_node_is(&source->document, node, SY_NODE_OBJECT)) source->is_wrong = true;
    if (digits != UINT64_MAX && digits > SY_MINOR_UNITS_MAX) source->is_wrong = true;
    wallet->minor_units = digits > SY_MINOR_UNITS_MAX ? SY_MINOR_UNITS_NONE : (int32_t)digits;
    wallet->id = text(source, node, SY_SPAN("id"));
    wallet->currency = text(source, node, SY_SPAN("currency"));
    wallet->kind = text(source, node, SY_SPAN("kind"));
    wallet->status = text(source, node, SY_SPAN("status"));
    wallet->unit_is_major = unit(source, node);
    read_amounts(source, node, wallet);
    for (uint32_t i = 0; i < SY_RECORD_COUNT; i += 1) read_records(source, node, wallet, i);
}

static void read_wallets(report_source *source, steelyard_report *report) {
    uint32_t count;
    uint32_t wallets = list(source, 0, SY_SPAN("wallets"), true, &count);
    report->wallets = sy_arena_allocate_array(source->memory, count, sizeof *report->wallets);
    if (report->wallets == NULL || wallets == SY_NODE_NONE) return;
    for (uint32_t node = sy_json_node_first(&source->document, wallets);
         node != SY_NODE_NONE && !source->is_wrong && !source->memory->exhausted;
         node = sy_json_node_after(&source->document, wallets, node)) {
        read_wallet(source, node, &report->wallets[report->wallet_count]);
        report->wallet_count += 1;
    }
}

static uint8_t outcome(report_source *source, sy_span name) {
    for (uint32_t i = 0; i < SY_OUTCOME_COUNT; i += 1)
        if (sy_span_equal(sy_vocabulary_outcome_name((sy_outcome)i), name)) return (uint8_t)i;
    source->is_wrong = true;
    return SY_OUTCOME_WARN;
}

static void read_finding(report_source *source, uint32_t node, sy_finding *finding) {
    uint32_t delta = member(source, node, SY_SPAN("delta"));
    finding->code = text(source, node, SY_SPAN("code"));
    finding->outcome = outcome(source, text(source, node, SY_SPAN("outcome")));
    finding->wallet = narrow_number(source, node, SY_SPAN("wallet"), SY_NO_WALLET);
    finding->path = text(source, node, SY_SPAN("path"));
    finding->offset = number(source, node, SY_SPAN("offset"), SY_NO_OFFSET);
    finding->line = number(source, node, SY_SPAN("line"), 0);
    finding->column = number(source, node, SY_SPAN("column"), 0);
    finding->expected = text(source, node, SY_SPAN("expected"));
    finding->actual = text(source, node, SY_SPAN("actual"));
    finding->delta_is_null = delta != SY_NODE_NONE && sy_json_node_is(&source->document, delta, SY_NODE_NULL);
    finding->delta = text(source, node, SY_SPAN("delta"));
    finding->cause = text(source, node, SY_SPAN("cause"));
    finding->term = text(source, node, SY_SPAN("term"));
    finding->reason = text(source, node, SY_SPAN("reason"));
    finding->header = text(source, node, SY_SPAN("header"));
    finding->message = text(source, node, SY_SPAN("message"));
    if (finding->code.bytes == NULL || finding->message.bytes == NULL) source->is_wrong = true;
}

static void read_findings(report_source *source, steelyard_report *report) {
    uint32_t count;
    uint32_t findings = list(source, 0, SY_SPAN("findings"), true, &count);
    sy_finding *rows = sy_arena_allocate_array(source->memory, count, sizeof *rows);
    report->findings = sy_arena_allocate_array(source->memory, count, sizeof *report->findings);
    if (rows == NULL || report->findings == NULL || findings == SY_NODE_NONE) return;
    for (uint32_t node = sy_json_node_first(&source->document, findings); node != SY_NODE_NONE && !source->is_wrong;
         node = sy_json_node_after(&source->document, findings, node)) {
        report->findings[report->finding_count] = &rows[report->finding_count];
        read_finding(source, node, &rows[report->finding_count]);
        report->finding_count += 1;
    }
}

static void read_error(report_source *source, steelyard_report *report) {
    uint32_t object = member(source, 0, SY_SPAN("error"));
    uint32_t count = 0;
    uint32_t messages = list(source, object, SY_SPAN("messages"), true, &count);
    sy_error *error = &report->error;
    uint64_t http_status = number(source, object, SY_SPAN("status"), UINT64_MAX);
    if (http_status != UINT64_MAX && http_status > INT32_MAX) source->is_wrong = true;
    error->http_status = http_status > INT32_MAX ? -1 : (int32_t)http_status;
    error->code = text(source, object, SY_SPAN("code"));
    error->messages = sy_arena_allocate_array(source->memory, count, sizeof *error->messages);
    if (error->messages == NULL || messages == SY_NODE_NONE) return;
    for (uint32_t node = sy_json_node_first(&source->document, messages); node != SY_NODE_NONE;
         node = sy_json_node_after(&source->document, messages, node)) {
        if (!sy_json_node_is(&source->document, node, SY_NODE_STRING)) {
            source->is_wrong = true;
            return;
        }
        error->messages[error->message_count] = sy_json_node_text(source->memory, &source->document, node);
        error->message_count += 1;
    }
}

static void read_total(report_source *source, uint32_t node, sy_total *total) {
    uint32_t amounts = member(source, node, SY_SPAN("amounts"));
    total->currency = text(source, node, SY_SPAN("currency"));
    total->wallet_count = narrow_number(source, node, SY_SPAN("wallets"), 0);
    if (amounts == SY_NODE_NONE || !sy_json_node_is(&source->document, amounts, SY_NODE_OBJECT) ||
        total->currency.bytes == NULL) {
        source->is_wrong = true;
        return;
    }
    for (uint32_t value = sy_json_node_first(&source->document, amounts); value != SY_NODE_NONE;
         value = sy_json_node_after(&source->document, amounts, value)) {
        uint32_t name = amount_name(source, value);
        if (name == SY_AMOUNT_COUNT || sy_vocabulary_set_has(total->amounts_present, name)) {
            source->is_wrong = true;
            return;
        }
        total->amounts_present = sy_vocabulary_set_with(total->amounts_present, name);
        if (decimal(source, value, &total->amounts[name]))
            total->amounts_fit = sy_vocabulary_set_with(total->amounts_fit, name);
    }
}

/*
 * Digits of a total are those of a wallet of its currency. Totals stand in the order in which the wallets name their
 * currencies, so the search goes on where it ended; a total of a currency that no wallet has is none of ours.
 */
static void read_totals(report_source *source, steelyard_report *report) {
    uint32_t count;
    uint32_t totals = list(source, 0, SY_SPAN("totals"), true, &count);
    uint32_t wallet = 0;
    report->totals = sy_arena_allocate_array(source->memory, count, sizeof *report->totals);
    if (report->totals == NULL || totals == SY_NODE_NONE) return;
    for (uint32_t node = sy_json_node_first(&source->document, totals); node != SY_NODE_NONE && !source->is_wrong;
         node = sy_json_node_after(&source->document, totals, node)) {
        sy_total *total = &report->totals[report->total_count];
        read_total(source, node, total);
        while (wallet < report->wallet_count && !sy_span_equal(report->wallets[wallet].currency, total->currency))
            wallet += 1;
        if (wallet == report->wallet_count) source->is_wrong = true;
        else total->minor_units = report->wallets[wallet].minor_units;
        report->total_count += 1;
    }
}

static void read_summary(report_source *source, steelyard_report *report) {
    uint32_t object = member(source, 0, SY_SPAN("summary"));
    report->summary.formulas = narrow_number(source, object, SY_SPAN("formulas"), 0);
    report->summary.failed = narrow_number(source, object, SY_SPAN("failed"), 0);
    report->summary.unverifiable = narrow_number(source, object, SY_SPAN("unverifiable"), 0);
    report->summary.warnings = narrow_number(source, object, SY_SPAN("warnings"), 0);
}

static void read_verdict(report_source *source, steelyard_report *report) {
    sy_span name = text(source, 0, SY_SPAN("verdict"));
    for (int i = STEELYARD_VERDICT_VERIFIED; i <= STEELYARD_VERDICT_MALFORMED; i += 1) {
        if (!sy_span_equal(steelyard_verdict_name((steelyard_verdict)i), name)) continue;
        report->verdict = (steelyard_verdict)i;
        return;
    }
    source->is_wrong = true;
}

static void read_report(report_source *source, steelyard_report *report) {
    report->profile = text(source, 0, SY_SPAN("profile"));
    report->snapshot_at = text(source, 0, SY_SPAN("snapshotAt"));
    report->verdict = STEELYARD_VERDICT_VALID;
    read_wallets(source, report);
    report->is_snapshot = member(source, 0, SY_SPAN("verdict")) == SY_NODE_NONE;
    if (report->is_snapshot) return;
    read_verdict(source, report);
    read_totals(source, report);
    read_findings(source, report);
    read_summary(source, report);
    if (report->verdict == STEELYARD_VERDICT_PROVIDER_ERROR) read_error(source, report);
}

steelyard_status steelyard_report_read(steelyard_arena *arena, steelyard_span json, const steelyard_report **report_out,
                                       steelyard_fault *fault_out) {
    sy_arena memory;
    report_source source;
    sy_json_error error;
    steelyard_report *report;
    sy_arena_begin(&memory, arena);
    sy_bytes_clear(&source, sizeof source);
    source.memory = &memory;
    report = sy_arena_allocate(&memory, sizeof *report);
    if (sy_json_reader_read(&memory, json, SY_BODY_NBYTES_MAX, &source.document, &error) != STEELYARD_OK)
        source.is_wrong = true;
    else if (!sy_json_node_is(&source.document, 0, SY_NODE_OBJECT) || report == NULL) source.is_wrong = true;
    else read_report(&source, report);
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, json.nbytes);
    if (source.is_wrong)
        return sy_fault_named(fault_out, STEELYARD_CALL_ARGUMENT, SY_SPAN("report"),
                              SY_SPAN("The text is neither a report nor a canonical snapshot."));
    *report_out = report;
    return sy_fault_none(fault_out);
}
