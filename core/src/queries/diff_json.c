/* SPDX-License-Identifier: Apache-2.0 */
/*
 * diff_json.c - a diff as the JSON object of the contract. Pairs of wallets come in, a text goes out.
 * It refuses to compare.
 */
#include "queries/diff.h"

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

static void write_side(sy_writer *writer, const sy_wallet *wallet, uint32_t word) {
    if (wallet == NULL || !sy_report_wallet_has(wallet, word)) sy_writer_literal(writer, "null");
    else sy_amount_json_decimal(writer, &wallet->amounts[word], sy_report_wallet_digits(wallet));
}

static void write_amount(sy_writer *writer, const sy_pair *pair, uint32_t word) {
    sy_decimal delta;
    sy_json_write_string(writer, sy_vocabulary_amount_name(word));
    sy_writer_literal(writer, ":{\"before\":");
    write_side(writer, pair->before, word);
    sy_writer_literal(writer, ",\"after\":");
    write_side(writer, pair->after, word);
    sy_writer_literal(writer, ",\"delta\":");
    if (sy_diff_delta(pair, word, &delta)) sy_amount_json_decimal(writer, &delta, sy_report_wallet_digits(pair->after));
    else sy_writer_literal(writer, "null");
    sy_writer_byte(writer, '}');
}

static void write_pair(sy_writer *writer, const sy_pair *pair) {
    const sy_wallet *wallet = pair->after != NULL ? pair->after : pair->before;
    bool first = true;
    sy_writer_literal(writer, "{\"id\":");
    sy_json_write_text(writer, wallet->id);
    sy_writer_literal(writer, ",\"currency\":");
    sy_json_write_text(writer, wallet->currency);
    sy_writer_literal(writer, ",\"change\":");
    sy_json_write_string(writer, change_name(pair->change));
    sy_writer_literal(writer, ",\"amounts\":{");
    for (uint32_t i = 0; i < SY_AMOUNT_COUNT; i += 1) {
        if (!sy_diff_amount_differs(pair, sy_vocabulary_amounts_in_byte_order[i])) continue;
        if (!first) sy_writer_byte(writer, ',');
        first = false;
        write_amount(writer, pair, sy_vocabulary_amounts_in_byte_order[i]);
    }
    sy_writer_literal(writer, "}}");
}

static void write_finding(sy_writer *writer, steelyard_status status) {
    sy_writer_literal(writer, "{\"code\":");
    sy_json_write_string(writer, steelyard_status_code(status));
    sy_writer_literal(writer, ",\"message\":");
    sy_json_write_string(writer, steelyard_status_message(status));
    sy_writer_byte(writer, '}');
}

static void write_diff(sy_writer *writer, sy_diff *diff) {
    sy_pair pair;
    bool first = true;
    sy_writer_literal(writer, diff->same ? "{\"same\":true,\"order\":" : "{\"same\":false,\"order\":");
    sy_json_write_string(writer, order_name(diff->order));
    sy_writer_literal(writer, ",\"wallets\":[");
    while (sy_diff_next(diff, &pair)) {
        if (!first) sy_writer_byte(writer, ',');
        first = false;
        write_pair(writer, &pair);
    }
    sy_writer_literal(writer, "],\"findings\":[");
    if (diff->order == SY_ORDER_REVERSED) write_finding(writer, STEELYARD_DIFF_TIME_REVERSED);
    if (diff->order == SY_ORDER_SAME && !diff->same) write_finding(writer, STEELYARD_DIFF_SAME_TIME);
    sy_writer_literal(writer, "]}");
}

steelyard_status steelyard_diff(steelyard_arena *arena, const steelyard_report *before, const steelyard_report *after,
                                steelyard_span *json_out, bool *same_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_diff diff;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = sy_diff_begin(&diff, &memory, before, after);
    if (status != STEELYARD_OK) return sy_fault_plain(fault_out, status);
    sy_writer_begin(&writer, &memory);
    if (!memory.exhausted) write_diff(&writer, &diff);
    status = sy_fault_finish_text(&writer, json_out, fault_out);
    if (status == STEELYARD_OK && same_out != NULL) *same_out = diff.same;
    return status;
}
