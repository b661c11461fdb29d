/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/reconcile_json.h"

#include "base/fault.h"
#include "queries/reconcile.h"
#include "report/amount_json.h"

static void write_expected(sy_writer *writer, const sy_reconcile *reconcile, const sy_entry *entry) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX];
    if (entry->is_compared) {
        sy_decimal_write(writer, entry->expected, sy_reconcile_digits(&reconcile->holding));
        return;
    }
    sy_writer_span(writer, (sy_span){text, sy_decimal_print(entry->expected, 0, false, text)});
}

void sy_reconcile_json_term(sy_writer *writer, const sy_entry *entry) {
    if (entry->term_amount < SY_AMOUNT_COUNT) sy_writer_span(writer, sy_vocabulary_amount_name(entry->term_amount));
    if (entry->term_wallet == SY_NO_WALLET) return;
    sy_writer_literal(writer, "wallets/");
    sy_writer_unsigned(writer, entry->term_wallet);
}

/* `available is 9.99; the ledger says 10.00` */
static void write_comparison(sy_writer *writer, const sy_reconcile *reconcile, const sy_entry *entry) {
    sy_writer_span(writer, sy_vocabulary_amount_name(entry->amount));
    if (entry->has_actual) {
        sy_writer_literal(writer, " is ");
        sy_decimal_write(writer, &entry->actual, sy_reconcile_digits(&reconcile->holding));
    } else sy_writer_literal(writer, " adds up to more than 38 digits hold");
    sy_writer_literal(writer, "; the ledger says ");
    write_expected(writer, reconcile, entry);
}

/* Why an amount was not compared, between its name and what the ledger says. */
static const char *obstacle_sentence(const sy_holding *holding, sy_agreement agreement) {
    bool is_sum = holding->expectation->is_sum;
    if (agreement == SY_AGREEMENT_ABSENT)
        return is_sum ? " is not stated by every wallet of this currency" : " is not stated by this wallet";
    if (agreement == SY_AGREEMENT_NO_WALLET) return " cannot be compared: no wallet fits";
    if (agreement == SY_AGREEMENT_UNIT_UNKNOWN) return " cannot be compared: its unit is not known";
    if (is_sum) return " cannot be compared: limits of several wallets add up to nothing";
    return holding->match.count > 1 ? " cannot be compared: several wallets fit"
                                    : " cannot be compared: the ledger names this wallet more than once";
}

void sy_reconcile_json_agreement(sy_writer *writer, const sy_reconcile *reconcile, const sy_entry *entry) {
    if (entry->is_compared) {
        write_comparison(writer, reconcile, entry);
    } else {
        sy_writer_span(writer, sy_vocabulary_amount_name(entry->amount));
        sy_writer_literal(writer, obstacle_sentence(&reconcile->holding, entry->agreement));
        sy_writer_literal(writer, "; the ledger says ");
        write_expected(writer, reconcile, entry);
    }
    if (entry->agreement == SY_AGREEMENT_WITHIN) {
        sy_writer_literal(writer, ", which is within the tolerance of ");
        sy_decimal_write(writer, &reconcile->ledger.tolerance, 0);
    }
    sy_writer_byte(writer, '.');
}

static void write_amount(sy_json_write *json, const sy_reconcile *reconcile, const char *name, bool is_there,
                         const sy_decimal *amount) {
    sy_json_write_field(json, name);
    if (is_there) sy_amount_json_decimal(json, amount, sy_reconcile_digits(&reconcile->holding));
    else sy_json_write_null(json);
}

static void write_term(sy_json_write *json, const sy_entry *entry) {
    sy_json_write_field(json, "term");
    if (entry->term_amount == SY_AMOUNT_COUNT && entry->term_wallet == SY_NO_WALLET) {
        sy_json_write_null(json);
        return;
    }
    sy_json_write_open_string(json);
    sy_reconcile_json_term(json->writer, entry);
    sy_json_write_close_string(json);
}

static void write_entry(sy_json_write *json, const sy_reconcile *reconcile, const sy_entry *entry) {
    sy_json_write_open_object(json);
    sy_json_write_text_field(json, "wallet", entry->id);
    sy_json_write_text_field(json, "currency", entry->currency);
    sy_json_write_text_field(json, "amount", sy_vocabulary_amount_name(entry->amount));
    sy_json_write_field(json, "expected");
    sy_json_write_open_string(json);
    write_expected(json->writer, reconcile, entry);
    sy_json_write_close_string(json);
    write_amount(json, reconcile, "actual", entry->has_actual, &entry->actual);
    write_amount(json, reconcile, "delta", entry->has_delta, &entry->delta);
    sy_json_write_text_field(json, "outcome", sy_agreement_name(entry->agreement));
    sy_json_write_text_field(json, "cause", entry->cause);
    write_term(json, entry);
    sy_json_write_field(json, "message");
    sy_json_write_open_string(json);
    sy_reconcile_json_agreement(json->writer, reconcile, entry);
    sy_json_write_close_string(json);
    sy_json_write_close_object(json);
}

static void write_entries(sy_json_write *json, sy_reconcile *reconcile) {
    sy_entry entry;
    for (uint32_t i = 0; i < reconcile->ledger.expectation_count; i += 1) {
        sy_reconcile_turn_to(reconcile, i);
        for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
            if (sy_reconcile_entry(reconcile, amount, &entry)) write_entry(json, reconcile, &entry);
    }
}

static void write_unexpected(sy_json_write *json, const sy_reconcile *reconcile) {
    for (uint32_t i = 0; i < reconcile->report->wallet_count; i += 1) {
        const sy_wallet *wallet = &reconcile->report->wallets[i];
        if (reconcile->matches.is_named[i]) continue;
        sy_json_write_open_object(json);
        sy_json_write_text_field(json, "id", wallet->id);
        sy_json_write_text_field(json, "currency", wallet->currency);
        sy_json_write_close_object(json);
    }
}

static void write_reconcile(sy_json_write *json, sy_reconcile *reconcile) {
    bool is_judged = !reconcile->report->is_snapshot;
    sy_json_write_open_object(json);
    sy_json_write_field(json, "same");
    sy_json_write_flag(json, reconcile->same);
    sy_json_write_text_field(json, "verdict",
                             is_judged ? steelyard_verdict_name(reconcile->report->verdict) : (sy_span){NULL, 0});
    sy_json_write_field(json, "tolerance");
    if (reconcile->ledger.has_tolerance) sy_amount_json_decimal(json, &reconcile->ledger.tolerance, 0);
    else sy_json_write_null(json);
    sy_json_write_field(json, "entries");
    sy_json_write_open_list(json);
    write_entries(json, reconcile);
    sy_json_write_close_list(json);
    sy_json_write_field(json, "unexpected");
    sy_json_write_open_list(json);
    write_unexpected(json, reconcile);
    sy_json_write_close_list(json);
    sy_json_write_close_object(json);
}

steelyard_status steelyard_reconcile(steelyard_arena *arena, const steelyard_report *report,
                                     steelyard_span expected_json, steelyard_span *json_out, bool *same_out,
                                     steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_json_write json;
    sy_reconcile reconcile;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = sy_reconcile_begin(&reconcile, &memory, report, expected_json, fault_out);
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, expected_json.nbytes);
    if (status != STEELYARD_OK) return status;
    sy_writer_begin(&writer, &memory);
    sy_json_write_begin(&json, &writer);
    write_reconcile(&json, &reconcile);
    status = sy_fault_finish_text(&writer, json_out, fault_out);
    if (status == STEELYARD_OK && same_out != NULL) *same_out = reconcile.same;
    return status;
}
