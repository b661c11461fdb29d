/* SPDX-License-Identifier: Apache-2.0 */
#include "report/canonical.h"

#include "base/sort.h"
#include "report/amount_json.h"

bool sy_canonical_exists(const steelyard_report *report) {
    return report->verdict < STEELYARD_VERDICT_INVALID;
}

int sy_canonical_compare_wallets(const sy_wallet *left, const sy_wallet *right) {
    int order = sy_span_compare_or_null(left->currency, right->currency);
    return order != 0 ? order : sy_span_compare_or_null(left->id, right->id);
}

static bool wallet_goes_after(const void *context, uint32_t left, uint32_t right) {
    const sy_wallet *wallets = context;
    int order = sy_canonical_compare_wallets(&wallets[left], &wallets[right]);
    return order != 0 ? order > 0 : left > right;
}

uint32_t *sy_canonical_order(sy_arena *memory, const steelyard_report *report) {
    uint32_t *order = sy_arena_allocate_array(memory, report->wallet_count, sizeof *order);
    for (uint32_t i = 0; order != NULL && i < report->wallet_count; i += 1) order[i] = i;
    if (order != NULL) sy_sort(order, report->wallet_count, wallet_goes_after, report->wallets);
    return order;
}

static void write_records(sy_json_writer *json, const sy_wallet *wallet, sy_record_index index) {
    const sy_record_shape *shape = sy_record_shape_at(index);
    const sy_records *records = &wallet->records[index];
    if (!records->is_there && !shape->is_always_there) return;
    sy_json_write_name_array(json, sy_span_of(shape->name));
    for (uint32_t row = 0; row < records->count; row += 1) {
        const sy_cell *cells = sy_record_row(records, index, row);
        sy_json_write_object(json);
        for (uint32_t i = 0; i < shape->canonical_count; i += 1) {
            uint32_t column = shape->canonical_columns[i];
            sy_amount_json_cell(json, wallet, &shape->columns[column], &cells[column]);
        }
        sy_json_write_end(json);
    }
    sy_json_write_end(json);
}

/* Writes the records whose names stand before that of the next member, so that all keys are sorted whatever the shapes. */
static void write_records_before(sy_json_writer *json, const sy_wallet *wallet, const char *next, uint32_t *index) {
    while (*index < SY_RECORD_COUNT &&
           sy_span_compare(sy_span_of(sy_record_shape_at(*index)->name), sy_span_of(next)) < 0) {
        write_records(json, wallet, (sy_record_index)*index);
        *index += 1;
    }
}

static void write_wallet(sy_json_writer *json, const sy_wallet *wallet) {
    uint32_t record = 0;
    sy_json_write_object(json);
    sy_json_write_field(json, "amounts");
    sy_amount_json_wallet(json, wallet, true);
    sy_json_write_field_text(json, "currency", wallet->currency);
    write_records_before(json, wallet, "id", &record);
    sy_json_write_field_text(json, "id", wallet->id);
    sy_json_write_field_text(json, "kind", wallet->kind);
    write_records_before(json, wallet, "minorUnits", &record);
    sy_json_write_field(json, "minorUnits");
    sy_json_write_integer_or_null(json, wallet->minor_units);
    write_records_before(json, wallet, "status", &record);
    sy_json_write_field_text(json, "status", wallet->status);
    sy_json_write_field_text(json, "unit", sy_report_wallet_unit(wallet));
    sy_json_write_end(json);
}

static void write_snapshot(sy_json_writer *json, const steelyard_report *report, const uint32_t *order,
                           bool with_time) {
    sy_json_write_object(json);
    sy_json_write_field_text(json, "profile", report->profile);
    if (with_time) {
        sy_json_write_field_text(json, "snapshotAt", report->snapshot_at);
    }
    sy_json_write_field_array(json, "wallets");
    for (uint32_t i = 0; order != NULL && i < report->wallet_count; i += 1)
        write_wallet(json, &report->wallets[order[i]]);
    sy_json_write_end(json);
    sy_json_write_end(json);
}

steelyard_status steelyard_report_canonical(steelyard_arena *arena, const steelyard_report *report, bool with_time,
                                            steelyard_span *json_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    uint32_t *order;
    if (!sy_canonical_exists(report)) return sy_fault_plain(fault_out, STEELYARD_REPORT_NO_CANONICAL);
    sy_arena_begin(&memory, arena);
    order = sy_canonical_order(&memory, report);
    sy_writer_begin(&writer, &memory);
    sy_json_write_begin(&json, &writer);
    write_snapshot(&json, report, order, with_time);
    return sy_json_write_finish(&json, json_out, fault_out);
}
