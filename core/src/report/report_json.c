/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report_json.c - the report as the JSON of the contract, byte for byte. A report comes in, a text goes out; nothing
 * is judged, sorted or left out.
 */
#include "base/fault.h"
#include "report/amount_json.h"

static void write_records(sy_json_write *json, const sy_wallet *wallet, uint32_t index) {
    const sy_record_shape *shape = sy_record_shape_at(index);
    const sy_records *records = &wallet->records[index];
    if (!records->is_there && !shape->is_always_there) return;
    sy_json_write_field(json, shape->name);
    sy_json_write_open_list(json);
    for (uint32_t row = 0; row < records->count; row += 1) {
        const sy_cell *cells = sy_record_row(records, (sy_record_index)index, row);
        sy_json_write_open_object(json);
        for (uint32_t i = 0; i < shape->column_count; i += 1)
            sy_amount_json_cell(json, wallet, &shape->columns[i], &cells[i]);
        sy_json_write_close_object(json);
    }
    sy_json_write_close_list(json);
}

static void write_wallet(sy_json_write *json, const sy_wallet *wallet) {
    sy_json_write_open_object(json);
    sy_json_write_text_field(json, "id", wallet->id);
    sy_json_write_text_field(json, "currency", wallet->currency);
    sy_json_write_field(json, "minorUnits");
    sy_json_write_integer_or_null(json, wallet->minor_units);
    sy_json_write_text_field(json, "unit", sy_report_wallet_unit(wallet));
    sy_json_write_text_field(json, "kind", wallet->kind);
    sy_json_write_text_field(json, "status", wallet->status);
    sy_json_write_field(json, "amounts");
    sy_json_write_open_object(json);
    for (uint32_t name = 0; name < SY_AMOUNT_COUNT; name += 1) sy_amount_json_field(json, wallet, name);
    sy_json_write_close_object(json);
    for (uint32_t i = 0; i < SY_RECORD_COUNT; i += 1) write_records(json, wallet, i);
    sy_json_write_close_object(json);
}

static void write_total_amount(sy_json_write *json, const sy_total *total, uint32_t name) {
    uint32_t digits = total->minor_units < 0 ? 0 : (uint32_t)total->minor_units;
    sy_json_write_name(json, sy_vocabulary_amount_name(name));
    if (((unsigned)total->amounts_fit >> name & 1u) != 0) sy_amount_json_decimal(json, &total->amounts[name], digits);
    else sy_json_write_null(json);
}

static void write_total(sy_json_write *json, const sy_total *total) {
    sy_json_write_open_object(json);
    sy_json_write_text_field(json, "currency", total->currency);
    sy_json_write_unsigned_field(json, "wallets", total->wallet_count);
    sy_json_write_field(json, "amounts");
    sy_json_write_open_object(json);
    for (uint32_t name = 0; name < SY_AMOUNT_COUNT; name += 1)
        if (name != SY_AMOUNT_OVERDRAFT_LIMIT && ((unsigned)total->amounts_present >> name & 1u) != 0)
            write_total_amount(json, total, name);
    sy_json_write_close_object(json);
    sy_json_write_close_object(json);
}

static void write_finding(sy_json_write *json, const sy_finding *finding) {
    sy_json_write_open_object(json);
    sy_json_write_text_field(json, "code", finding->code);
    sy_json_write_text_field(json, "outcome", sy_vocabulary_outcome_name((sy_outcome)finding->outcome));
    if (finding->wallet != SY_NO_WALLET) sy_json_write_unsigned_field(json, "wallet", finding->wallet);
    sy_json_write_optional_field(json, "path", finding->path);
    if (finding->offset != SY_NO_OFFSET) sy_json_write_unsigned_field(json, "offset", finding->offset);
    if (finding->line != 0) {
        sy_json_write_unsigned_field(json, "line", finding->line);
        sy_json_write_unsigned_field(json, "column", finding->column);
    }
    sy_json_write_optional_field(json, "expected", finding->expected);
    sy_json_write_optional_field(json, "actual", finding->actual);
    if (finding->delta_is_null) sy_json_write_text_field(json, "delta", (sy_span){NULL, 0});
    else sy_json_write_optional_field(json, "delta", finding->delta);
    sy_json_write_optional_field(json, "cause", finding->cause);
    sy_json_write_optional_field(json, "term", finding->term);
    sy_json_write_optional_field(json, "reason", finding->reason);
    sy_json_write_optional_field(json, "header", finding->header);
    sy_json_write_optional_field(json, "message", finding->message);
    sy_json_write_close_object(json);
}

static void write_summary(sy_json_write *json, const steelyard_report *report) {
    sy_json_write_field(json, "summary");
    sy_json_write_open_object(json);
    sy_json_write_unsigned_field(json, "wallets", report->wallet_count);
    sy_json_write_unsigned_field(json, "formulas", report->summary.formulas);
    sy_json_write_unsigned_field(json, "failed", report->summary.failed);
    sy_json_write_unsigned_field(json, "unverifiable", report->summary.unverifiable);
    sy_json_write_unsigned_field(json, "warnings", report->summary.warnings);
    sy_json_write_close_object(json);
}

static void write_error(sy_json_write *json, const sy_error *error) {
    sy_json_write_field(json, "error");
    sy_json_write_open_object(json);
    sy_json_write_field(json, "status");
    sy_json_write_integer_or_null(json, error->http_status);
    sy_json_write_text_field(json, "code", error->code);
    sy_json_write_field(json, "messages");
    sy_json_write_open_list(json);
    for (uint32_t i = 0; i < error->message_count; i += 1) sy_json_write_string(json, error->messages[i]);
    sy_json_write_close_list(json);
    sy_json_write_close_object(json);
}

static void write_report(sy_json_write *json, const steelyard_report *report) {
    sy_json_write_open_object(json);
    sy_json_write_text_field(json, "verdict", steelyard_verdict_name(report->verdict));
    sy_json_write_text_field(json, "profile", report->profile);
    sy_json_write_text_field(json, "snapshotAt", report->snapshot_at);
    sy_json_write_field(json, "wallets");
    sy_json_write_open_list(json);
    for (uint32_t i = 0; i < report->wallet_count; i += 1) write_wallet(json, &report->wallets[i]);
    sy_json_write_close_list(json);
    sy_json_write_field(json, "totals");
    sy_json_write_open_list(json);
    for (uint32_t i = 0; i < report->total_count; i += 1) write_total(json, &report->totals[i]);
    sy_json_write_close_list(json);
    sy_json_write_field(json, "findings");
    sy_json_write_open_list(json);
    for (uint32_t i = 0; i < report->finding_count; i += 1) write_finding(json, report->findings[i]);
    sy_json_write_close_list(json);
    write_summary(json, report);
    if (report->verdict == STEELYARD_VERDICT_PROVIDER_ERROR) write_error(json, &report->error);
    sy_json_write_close_object(json);
}

steelyard_status steelyard_report_json(steelyard_arena *arena, const steelyard_report *report, steelyard_span *json_out,
                                       steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_json_write json;
    sy_arena_begin(&memory, arena);
    sy_writer_begin(&writer, &memory);
    sy_json_write_begin(&json, &writer);
    write_report(&json, report);
    return sy_fault_finish_text(&writer, json_out, fault_out);
}
