/* SPDX-License-Identifier: Apache-2.0 */
/*
 * diff_json.c - a diff as the JSON object of the contract. Pairs of wallets come in, a text goes out.
 */
#include "queries/diff.h"
#include "report/amount_json.h"

static sy_span change_name(sy_change change) {
    switch (change) {
    case SY_CHANGE_CHANGED: return SY_SPAN("changed");
    case SY_CHANGE_ADDED: return SY_SPAN("added");
    case SY_CHANGE_REMOVED: return SY_SPAN("removed");
    case SY_CHANGE_SAME: break;
    }
    return SY_SPAN("same");
}

static sy_span order_name(sy_time_order order) {
    switch (order) {
    case SY_ORDER_FORWARD: return SY_SPAN("forward");
    case SY_ORDER_SAME: return SY_SPAN("same");
    case SY_ORDER_REVERSED: return SY_SPAN("reversed");
    case SY_ORDER_UNKNOWN: break;
    }
    return SY_SPAN("unknown");
}

static void write_side(sy_json_writer *json, sy_span name, const sy_wallet *wallet, uint32_t amount) {
    sy_json_write_name(json, name);
    if (wallet == NULL || !sy_report_wallet_has(wallet, amount)) sy_json_write_null(json);
    else sy_amount_json_decimal(json, &wallet->amounts[amount], sy_report_wallet_digits(wallet));
}

static void write_amount(sy_json_writer *json, const sy_pair *pair, uint32_t amount) {
    sy_decimal delta;
    sy_json_write_object(json);
    write_side(json, SY_SPAN("before"), pair->before, amount);
    write_side(json, SY_SPAN("after"), pair->after, amount);
    sy_json_write_field(json, "delta");
    if (sy_diff_delta(pair, amount, &delta)) sy_amount_json_decimal(json, &delta, sy_report_wallet_digits(pair->after));
    else sy_json_write_null(json);
    sy_json_write_end(json);
}

static void write_pair(sy_json_writer *json, const sy_pair *pair) {
    const sy_wallet *wallet = pair->after != NULL ? pair->after : pair->before;
    sy_json_write_object(json);
    sy_json_write_field_text(json, "id", wallet->id);
    sy_json_write_field_text(json, "currency", wallet->currency);
    sy_json_write_field_text(json, "change", change_name(pair->change));
    sy_json_write_field_object(json, "amounts");
    for (uint32_t i = 0; i < SY_AMOUNT_COUNT; i += 1) {
        uint32_t amount = sy_vocabulary_amounts_in_byte_order[i];
        if (!sy_diff_amount_differs(pair, amount)) continue;
        sy_json_write_name(json, sy_vocabulary_amount_name(amount));
        write_amount(json, pair, amount);
    }
    sy_json_write_end(json);
    sy_json_write_end(json);
}

static void write_finding(sy_json_writer *json, steelyard_status status) {
    sy_json_write_object(json);
    sy_json_write_field_text(json, "code", steelyard_status_code(status));
    sy_json_write_field_text(json, "message", steelyard_status_message(status));
    sy_json_write_end(json);
}

static void write_diff(sy_json_writer *json, sy_diff *diff) {
    sy_pair pair;
    sy_json_write_object(json);
    sy_json_write_field(json, "same");
    sy_json_write_bool(json, diff->same);
    sy_json_write_field_text(json, "order", order_name(diff->order));
    sy_json_write_field_array(json, "wallets");
    while (sy_diff_next(diff, &pair)) write_pair(json, &pair);
    sy_json_write_end(json);
    sy_json_write_field_array(json, "findings");
    if (diff->order == SY_ORDER_REVERSED) write_finding(json, STEELYARD_DIFF_TIME_REVERSED);
    if (diff->order == SY_ORDER_SAME && !diff->same) write_finding(json, STEELYARD_DIFF_SAME_TIME);
    sy_json_write_end(json);
    sy_json_write_end(json);
}

steelyard_status steelyard_diff(steelyard_arena *arena, const steelyard_report *before, const steelyard_report *after,
                                steelyard_span *json_out, bool *same_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    sy_diff diff;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = sy_diff_begin(&diff, &memory, before, after);
    if (status != STEELYARD_OK) return sy_fault_plain(fault_out, status);
    sy_writer_begin(&writer, &memory);
    sy_json_write_begin(&json, &writer);
    if (memory.exhausted) return sy_fault_finish_text(&writer, json_out, fault_out);
    write_diff(&json, &diff);
    status = sy_json_write_finish(&json, json_out, fault_out);
    if (status == STEELYARD_OK && same_out != NULL) *same_out = diff.same;
    return status;
}
