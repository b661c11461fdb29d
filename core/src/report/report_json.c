/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report_json.c - the report as the JSON of the contract, byte for byte. A report comes in, a text goes out.
 * It refuses to judge, to sort and to leave out.
 */
#include "report/amount_json.h"

void sy_json_write_key(sy_writer *writer, const char *key) {
    sy_writer_byte(writer, '"');
    sy_writer_literal(writer, key);
    sy_writer_literal(writer, "\":");
}

void sy_json_write_integer_or_null(sy_writer *writer, int32_t value) {
    if (value < 0) sy_writer_literal(writer, "null");
    else sy_writer_unsigned(writer, (uint64_t)value);
}

void sy_amount_json_decimal(sy_writer *writer, const sy_decimal *value, uint32_t digits) {
    sy_writer_byte(writer, '"');
    sy_decimal_write(writer, value, digits);
    sy_writer_byte(writer, '"');
}

/* ,"key":"text" where the text applies. */
static void write_optional(sy_writer *writer, const char *key, sy_span text) {
    if (text.bytes == NULL) return;
    sy_writer_byte(writer, ',');
    sy_json_write_key(writer, key);
    sy_json_write_string(writer, text);
}

static void write_optional_number(sy_writer *writer, const char *key, uint64_t value) {
    sy_writer_byte(writer, ',');
    sy_json_write_key(writer, key);
    sy_writer_unsigned(writer, value);
}

static void write_amounts(sy_writer *writer, const sy_wallet *wallet) {
    bool first = true;
    sy_writer_byte(writer, '{');
    for (uint32_t word = 0; word < SY_AMOUNT_COUNT; word += 1) {
        if (!sy_report_wallet_has(wallet, word)) continue;
        if (!first) sy_writer_byte(writer, ',');
        first = false;
        sy_json_write_string(writer, sy_vocabulary_amount_name(word));
        sy_writer_byte(writer, ':');
        sy_amount_json_decimal(writer, &wallet->amounts[word], sy_report_wallet_digits(wallet));
    }
    sy_writer_byte(writer, '}');
}

void sy_amount_json_gift(sy_writer *writer, const sy_wallet *wallet, bool is_there, const sy_decimal *amount) {
    if (is_there) sy_amount_json_decimal(writer, amount, sy_report_wallet_digits(wallet));
    else sy_writer_literal(writer, "null");
}

static void write_gift(sy_writer *writer, const sy_wallet *wallet, const sy_gift *gift) {
    sy_writer_literal(writer, "{\"id\":");
    sy_json_write_text(writer, gift->id);
    sy_writer_literal(writer, ",\"amount\":");
    sy_amount_json_gift(writer, wallet, gift->has_amount, &gift->amount);
    sy_writer_literal(writer, ",\"remaining\":");
    sy_amount_json_gift(writer, wallet, gift->has_remaining, &gift->remaining);
    sy_writer_literal(writer, ",\"expiresAt\":");
    sy_json_write_text(writer, gift->expires_at);
    sy_writer_literal(writer, ",\"state\":");
    sy_json_write_text(writer, gift->state);
    sy_writer_byte(writer, '}');
}

static void write_wallet(sy_writer *writer, const sy_wallet *wallet) {
    sy_writer_literal(writer, "{\"id\":");
    sy_json_write_text(writer, wallet->id);
    sy_writer_literal(writer, ",\"currency\":");
    sy_json_write_text(writer, wallet->currency);
    sy_writer_literal(writer, ",\"minorUnits\":");
    sy_json_write_integer_or_null(writer, wallet->minor_units);
    sy_writer_literal(writer, wallet->unit_is_major ? ",\"unit\":\"major\"" : ",\"unit\":null");
    sy_writer_literal(writer, ",\"kind\":");
    sy_json_write_text(writer, wallet->kind);
    sy_writer_literal(writer, ",\"status\":");
    sy_json_write_text(writer, wallet->status);
    sy_writer_literal(writer, ",\"amounts\":");
    write_amounts(writer, wallet);
    sy_writer_literal(writer, ",\"gifts\":[");
    for (uint32_t i = 0; i < wallet->gift_count; i += 1) {
        if (i > 0) sy_writer_byte(writer, ',');
        write_gift(writer, wallet, &wallet->gifts[i]);
    }
    sy_writer_literal(writer, "]}");
}

static void write_total(sy_writer *writer, const sy_total *total) {
    uint32_t digits = total->minor_units < 0 ? 0 : (uint32_t)total->minor_units;
    bool first = true;
    sy_writer_literal(writer, "{\"currency\":");
    sy_json_write_string(writer, total->currency);
    write_optional_number(writer, "wallets", total->wallet_count);
    sy_writer_literal(writer, ",\"amounts\":{");
    for (uint32_t word = 0; word < SY_AMOUNT_COUNT; word += 1) {
        if (word == SY_AMOUNT_OVERDRAFT_LIMIT || ((unsigned)total->amounts_present >> word & 1u) == 0) continue;
        if (!first) sy_writer_byte(writer, ',');
        first = false;
        sy_json_write_string(writer, sy_vocabulary_amount_name(word));
        sy_writer_byte(writer, ':');
        if (((unsigned)total->amounts_fit >> word & 1u) != 0)
            sy_amount_json_decimal(writer, &total->amounts[word], digits);
        else sy_writer_literal(writer, "null");
    }
    sy_writer_literal(writer, "}}");
}

static void write_finding(sy_writer *writer, const sy_finding *finding) {
    sy_writer_literal(writer, "{\"code\":");
    sy_json_write_string(writer, finding->code);
    write_optional(writer, "outcome", sy_vocabulary_outcome_name((sy_outcome)finding->outcome));
    if (finding->wallet != SY_NO_WALLET) write_optional_number(writer, "wallet", finding->wallet);
    write_optional(writer, "path", finding->path);
    if (finding->offset != SY_NO_OFFSET) write_optional_number(writer, "offset", finding->offset);
    if (finding->line != 0) {
        write_optional_number(writer, "line", finding->line);
        write_optional_number(writer, "column", finding->column);
    }
    write_optional(writer, "expected", finding->expected);
    write_optional(writer, "actual", finding->actual);
    if (finding->delta_is_null) sy_writer_literal(writer, ",\"delta\":null");
    else write_optional(writer, "delta", finding->delta);
    write_optional(writer, "cause", finding->cause);
    write_optional(writer, "term", finding->term);
    write_optional(writer, "reason", finding->reason);
    write_optional(writer, "header", finding->header);
    write_optional(writer, "message", finding->message);
    sy_writer_byte(writer, '}');
}

static void write_summary(sy_writer *writer, const steelyard_report *report) {
    sy_writer_literal(writer, "],\"summary\":{\"wallets\":");
    sy_writer_unsigned(writer, report->wallet_count);
    write_optional_number(writer, "formulas", report->summary.formulas);
    write_optional_number(writer, "failed", report->summary.failed);
    write_optional_number(writer, "unverifiable", report->summary.unverifiable);
    write_optional_number(writer, "warnings", report->summary.warnings);
    sy_writer_byte(writer, '}');
}

static void write_error(sy_writer *writer, const sy_error *error) {
    sy_writer_literal(writer, ",\"error\":{\"status\":");
    sy_json_write_integer_or_null(writer, error->http_status);
    sy_writer_literal(writer, ",\"code\":");
    sy_json_write_text(writer, error->code);
    sy_writer_literal(writer, ",\"messages\":[");
    for (uint32_t i = 0; i < error->message_count; i += 1) {
        if (i > 0) sy_writer_byte(writer, ',');
        sy_json_write_string(writer, error->messages[i]);
    }
    sy_writer_literal(writer, "]}");
}

static void write_report(sy_writer *writer, const steelyard_report *report) {
    sy_writer_literal(writer, "{\"verdict\":");
    sy_json_write_string(writer, steelyard_verdict_name(report->verdict));
    sy_writer_literal(writer, ",\"profile\":");
    sy_json_write_text(writer, report->profile);
    sy_writer_literal(writer, ",\"snapshotAt\":");
    sy_json_write_text(writer, report->snapshot_at);
    sy_writer_literal(writer, ",\"wallets\":[");
    for (uint32_t i = 0; i < report->wallet_count; i += 1) {
        if (i > 0) sy_writer_byte(writer, ',');
        write_wallet(writer, &report->wallets[i]);
    }
    sy_writer_literal(writer, "],\"totals\":[");
    for (uint32_t i = 0; i < report->total_count; i += 1) {
        if (i > 0) sy_writer_byte(writer, ',');
        write_total(writer, &report->totals[i]);
    }
    sy_writer_literal(writer, "],\"findings\":[");
    for (uint32_t i = 0; i < report->finding_count; i += 1) {
        if (i > 0) sy_writer_byte(writer, ',');
        write_finding(writer, report->findings[i]);
    }
    write_summary(writer, report);
    if (report->verdict == STEELYARD_VERDICT_PROVIDER_ERROR) write_error(writer, &report->error);
    sy_writer_byte(writer, '}');
}

steelyard_status sy_fault_finish_text(sy_writer *writer, steelyard_span *text_out, steelyard_fault *fault_out) {
    sy_span text = sy_writer_end(writer);
    if (writer->memory->exhausted) return sy_fault_memory(fault_out, writer->memory, 0);
    *text_out = text;
    return sy_fault_none(fault_out);
}

steelyard_status steelyard_report_json(steelyard_arena *arena, const steelyard_report *report, steelyard_span *json_out,
                                       steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_arena_begin(&memory, arena);
    sy_writer_begin(&writer, &memory);
    write_report(&writer, report);
    return sy_fault_finish_text(&writer, json_out, fault_out);
}
