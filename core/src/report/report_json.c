/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report_json.c - the report as the JSON of the contract, byte for byte. A report comes in, a text goes out: all of it, in
 * the order in which it stands.
 */
#include "report/amount_json.h"

static void write_records(sy_json_writer *json, const sy_wallet *wallet, uint32_t index) {
    const sy_record_shape *shape = sy_record_shape_at(index);
    const sy_records *records = &wallet->records[index];
    if (!records->is_there && !shape->is_always_there) return;
    sy_json_write_name_array(json, sy_span_of(shape->name));
    for (uint32_t row = 0; row < records->count; row += 1) {
        const sy_cell *cells = sy_record_row(records, (sy_record_index)index, row);
        sy_json_write_object(json);
        for (uint32_t i = 0; i < shape->column_count; i += 1)
            sy_amount_json_cell(json, wallet, &shape->columns[i], &cells[i]);
        sy_json_write_end(json);
    }
    sy_json_write_end(json);
}

static void write_wallet(sy_json_writer *json, const sy_wallet *wallet) {
    sy_json_write_object(json);
    sy_json_write_field_text(json, "id", wallet->id);
    sy_json_write_field_text(json, "currency", wallet->currency);
    sy_json_write_field(json, "minorUnits");
    sy_json_write_integer_or_null(json, wallet->minor_units);
    sy_json_write_field_text(json, "unit", sy_report_wallet_unit(wallet));
    sy_json_write_field_text(json, "kind", wallet->kind);
    sy_json_write_field_text(json, "status", wallet->status);
    sy_json_write_field(json, "amounts");
    sy_amount_json_wallet(json, wallet, false);
    for (uint32_t i = 0; i < SY_RECORD_COUNT; i += 1) write_records(json, wallet, i);
    sy_json_write_end(json);
}

static void write_total(sy_json_writer *json, const sy_total *total) {
    uint32_t digits = total->minor_units < 0 ? 0 : (uint32_t)total->minor_units;
    sy_json_write_object(json);
    sy_json_write_field_text(json, "currency", total->currency);
    sy_json_write_field_unsigned(json, "wallets", total->wallet_count);
    sy_json_write_field_object(json, "amounts");
    for (uint32_t name = 0; name < SY_AMOUNT_COUNT; name += 1) {
        if (name == SY_AMOUNT_OVERDRAFT_LIMIT || !sy_vocabulary_set_has(total->amounts_present, name)) continue;
        sy_json_write_name(json, sy_vocabulary_amount_name(name));
        sy_amount_json_decimal_or_null(json, sy_vocabulary_set_has(total->amounts_fit, name), &total->amounts[name],
                                       digits);
    }
    sy_json_write_end(json);
    sy_json_write_end(json);
}

/* The field where the text applies. */
static void write_optional(sy_json_writer *json, sy_span name, sy_span text) {
    if (text.bytes != NULL) sy_json_write_name_text(json, name, text);
}

static void write_finding(sy_json_writer *json, const sy_finding *finding) {
    sy_json_write_object(json);
    write_optional(json, SY_SPAN("code"), finding->code);
    write_optional(json, SY_SPAN("outcome"), sy_vocabulary_outcome_name((sy_outcome)finding->outcome));
    if (finding->wallet != SY_NO_WALLET) sy_json_write_field_unsigned(json, "wallet", finding->wallet);
    write_optional(json, SY_SPAN("path"), finding->path);
    if (finding->offset != SY_NO_OFFSET) sy_json_write_field_unsigned(json, "offset", finding->offset);
    if (finding->line != 0) {
        sy_json_write_field_unsigned(json, "line", finding->line);
        sy_json_write_field_unsigned(json, "column", finding->column);
    }
    write_optional(json, SY_SPAN("expected"), finding->expected);
    write_optional(json, SY_SPAN("actual"), finding->actual);
    if (finding->delta_is_null) {
        sy_json_write_field(json, "delta");
        sy_json_write_null(json);
    } else {
        write_optional(json, SY_SPAN("delta"), finding->delta);
    }
    write_optional(json, SY_SPAN("cause"), finding->cause);
    write_optional(json, SY_SPAN("term"), finding->term);
    write_optional(json, SY_SPAN("reason"), finding->reason);
    write_optional(json, SY_SPAN("header"), finding->header);
    write_optional(json, SY_SPAN("message"), finding->message);
    sy_json_write_end(json);
}

static void write_summary(sy_json_writer *json, const steelyard_report *report) {
    sy_json_write_field_object(json, "summary");
    sy_json_write_field_unsigned(json, "wallets", report->wallet_count);
    sy_json_write_field_unsigned(json, "formulas", report->summary.formulas);
    sy_json_write_field_unsigned(json, "failed", report->summary.failed);
    sy_json_write_field_unsigned(json, "unverifiable", report->summary.unverifiable);
    sy_json_write_field_unsigned(json, "warnings", report->summary.warnings);
    sy_json_write_end(json);
}

static void write_error(sy_json_writer *json, const sy_error *error) {
    sy_json_write_field_object(json, "error");
    sy_json_write_field(json, "status");
    sy_json_write_integer_or_null(json, error->http_status);
    sy_json_write_field_text(json, "code", error->code);
    sy_json_write_field_array(json, "messages");
    for (uint32_t i = 0; i < error->message_count; i += 1) sy_json_write_text(json, error->messages[i]);
    sy_json_write_end(json);
    sy_json_write_end(json);
}

static void write_report(sy_json_writer *json, const steelyard_report *report) {
    sy_json_write_object(json);
    sy_json_write_field_text(json, "verdict", steelyard_verdict_name(report->verdict));
    sy_json_write_field_text(json, "profile", report->profile);
    sy_json_write_field_text(json, "snapshotAt", report->snapshot_at);
    sy_json_write_field_array(json, "wallets");
    for (uint32_t i = 0; i < report->wallet_count; i += 1) write_wallet(json, &report->wallets[i]);
    sy_json_write_end(json);
    sy_json_write_field_array(json, "totals");
    for (uint32_t i = 0; i < report->total_count; i += 1) write_total(json, &report->totals[i]);
    sy_json_write_end(json);
    sy_json_write_field_array(json, "findings");
    for (uint32_t i = 0; i < report->finding_count; i += 1) write_finding(json, report->findings[i]);
    sy_json_write_end(json);
    write_summary(json, report);
    if (report->verdict == STEELYARD_VERDICT_PROVIDER_ERROR) write_error(json, &report->error);
    sy_json_write_end(json);
}

steelyard_status steelyard_report_json(steelyard_arena *arena, const steelyard_report *report, steelyard_span *json_out,
                                       steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    sy_arena_begin(&memory, arena);
    sy_writer_begin(&writer, &memory);
    sy_json_write_begin(&json, &writer);
    write_report(&json, report);
    return sy_json_write_finish(&json, json_out, fault_out);
}
