/* SPDX-License-Identifier: Apache-2.0 */
/*
 * canonical.c - the canonical snapshot: what a wallet holds and nothing else, in one order, for hashing and caching.
 * A report comes in, a text goes out. It refuses names, aliases, account numbers, findings and states that depend on now.
 */
#include "base/sort.h"
#include "report/amount_json.h"

bool sy_canonical_exists(const steelyard_report *report) {
    return report->verdict < STEELYARD_VERDICT_INVALID;
}

/* null goes before every text. */
static int compare_or_null(sy_span left, sy_span right) {
    if (left.bytes == NULL || right.bytes == NULL) return (left.bytes != NULL) - (right.bytes != NULL);
    return sy_span_compare(left, right);
}

int sy_canonical_compare_wallets(const sy_wallet *left, const sy_wallet *right) {
    int order = compare_or_null(left->currency, right->currency);
    return order != 0 ? order : compare_or_null(left->id, right->id);
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

static void write_amounts(sy_writer *writer, const sy_wallet *wallet) {
    bool first = true;
    sy_writer_literal(writer, "{\"amounts\":{");
    for (uint32_t i = 0; i < SY_AMOUNT_COUNT; i += 1) {
        uint32_t word = sy_vocabulary_amounts_in_byte_order[i];
        if (!sy_report_wallet_has(wallet, word)) continue;
        if (!first) sy_writer_byte(writer, ',');
        first = false;
        sy_json_write_string(writer, sy_vocabulary_amount_name(word));
        sy_writer_byte(writer, ':');
        sy_amount_json_decimal(writer, &wallet->amounts[word], sy_report_wallet_digits(wallet));
    }
    sy_writer_byte(writer, '}');
}

static void write_gift(sy_writer *writer, const sy_wallet *wallet, const sy_gift *gift) {
    sy_writer_literal(writer, "{\"amount\":");
    sy_amount_json_gift(writer, wallet, gift->has_amount, &gift->amount);
    sy_writer_literal(writer, ",\"expiresAt\":");
    sy_json_write_text(writer, gift->expires_at);
    sy_writer_literal(writer, ",\"id\":");
    sy_json_write_text(writer, gift->id);
    sy_writer_literal(writer, ",\"remaining\":");
    sy_amount_json_gift(writer, wallet, gift->has_remaining, &gift->remaining);
    sy_writer_byte(writer, '}');
}

static void write_wallet(sy_writer *writer, const sy_wallet *wallet) {
    write_amounts(writer, wallet);
    sy_writer_literal(writer, ",\"currency\":");
    sy_json_write_text(writer, wallet->currency);
    sy_writer_literal(writer, ",\"gifts\":[");
    for (uint32_t i = 0; i < wallet->gift_count; i += 1) {
        if (i > 0) sy_writer_byte(writer, ',');
        write_gift(writer, wallet, &wallet->gifts[i]);
    }
    sy_writer_literal(writer, "],\"id\":");
    sy_json_write_text(writer, wallet->id);
    sy_writer_literal(writer, ",\"kind\":");
    sy_json_write_text(writer, wallet->kind);
    sy_writer_literal(writer, ",\"minorUnits\":");
    sy_json_write_integer_or_null(writer, wallet->minor_units);
    sy_writer_literal(writer, ",\"status\":");
    sy_json_write_text(writer, wallet->status);
    sy_writer_literal(writer, wallet->unit_is_major ? ",\"unit\":\"major\"}" : ",\"unit\":null}");
}

steelyard_status steelyard_report_canonical(steelyard_arena *arena, const steelyard_report *report, bool with_time,
                                            steelyard_span *json_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    uint32_t *order;
    if (!sy_canonical_exists(report)) return sy_fault_plain(fault_out, STEELYARD_REPORT_NO_CANONICAL);
    sy_arena_begin(&memory, arena);
    order = sy_canonical_order(&memory, report);
    sy_writer_begin(&writer, &memory);
    sy_writer_literal(&writer, "{\"profile\":");
    sy_json_write_text(&writer, report->profile);
    if (with_time) {
        sy_writer_literal(&writer, ",\"snapshotAt\":");
        sy_json_write_text(&writer, report->snapshot_at);
    }
    sy_writer_literal(&writer, ",\"wallets\":[");
    for (uint32_t i = 0; order != NULL && i < report->wallet_count; i += 1) {
        if (i > 0) sy_writer_byte(&writer, ',');
        write_wallet(&writer, &report->wallets[order[i]]);
    }
    sy_writer_literal(&writer, "]}");
    return sy_fault_finish_text(&writer, json_out, fault_out);
}
