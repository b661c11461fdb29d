/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/reconcile_json.h"

#include "base/fault.h"
#include "report/amount_json.h"

/* The expected amount is printed like the actual one, or as written where there is nothing to print it like. */
static sy_span print_expected(const sy_holding *holding, const sy_entry *entry,
                              char text_out[SY_DECIMAL_TEXT_NBYTES_MAX]) {
    uint32_t digits = entry->is_compared ? sy_holding_digits(holding) : 0;
    return (sy_span){text_out, sy_decimal_print(entry->expected, digits, entry->is_compared, text_out)};
}

/* ` is 9.99` after the amount's name. */
static void write_actual(sy_writer *writer, const sy_holding *holding, const sy_entry *entry) {
    if (!entry->has_actual) {
        sy_writer_literal(writer, " adds up to more than " SY_TEXT_OF(SY_COEFFICIENT_DIGITS_MAX) " digits hold");
        return;
    }
    sy_writer_literal(writer, " is ");
    sy_decimal_write(writer, &entry->actual, sy_holding_digits(holding));
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

void sy_reconcile_json_sentence(sy_writer *writer, const sy_ledger *ledger, const sy_holding *holding,
                                const sy_entry *entry) {
    char expected[SY_DECIMAL_TEXT_NBYTES_MAX];
    sy_writer_span(writer, sy_vocabulary_amount_name(entry->amount));
    if (entry->is_compared) write_actual(writer, holding, entry);
    else sy_writer_literal(writer, obstacle_sentence(holding, entry->agreement));
    sy_writer_literal(writer, "; the ledger says ");
    sy_writer_span(writer, print_expected(holding, entry, expected));
    if (entry->agreement == SY_AGREEMENT_WITHIN) {
        sy_writer_literal(writer, ", which is within the tolerance of ");
        sy_decimal_write(writer, &ledger->tolerance, 0);
    }
    sy_writer_byte(writer, '.');
}

static void write_amount(sy_json_writer *json, const sy_holding *holding, sy_span name, bool is_there,
                         const sy_decimal *amount) {
    sy_json_write_name(json, name);
    sy_amount_json_decimal_or_null(json, is_there, amount, is_there ? sy_holding_digits(holding) : 0);
}

static void write_entry(sy_json_writer *json, const sy_ledger *ledger, const sy_holding *holding,
                        const sy_entry *entry) {
    char expected[SY_DECIMAL_TEXT_NBYTES_MAX];
    char term[SY_TERM_NBYTES_MAX];
    sy_json_write_object(json);
    sy_json_write_field_text(json, "wallet", entry->id);
    sy_json_write_field_text(json, "currency", entry->currency);
    sy_json_write_field_text(json, "amount", sy_vocabulary_amount_name(entry->amount));
    sy_json_write_field_text(json, "expected", print_expected(holding, entry, expected));
    write_amount(json, holding, SY_SPAN("actual"), entry->has_actual, &entry->actual);
    write_amount(json, holding, SY_SPAN("delta"), entry->has_delta, &entry->delta);
    sy_json_write_field_text(json, "outcome", sy_agreement_name(entry->agreement));
    sy_json_write_field_text(json, "cause", sy_reconcile_cause_name(entry->blame.cause));
    sy_json_write_field_text(json, "term", sy_reconcile_cause_term(&entry->blame, term));
    sy_json_write_field(json, "message");
    sy_json_write_open_string(json);
    sy_reconcile_json_sentence(json->writer, ledger, holding, entry);
    sy_json_write_close_string(json);
    sy_json_write_end(json);
}

static void write_entries(sy_json_writer *json, const sy_reconcile *reconcile) {
    sy_holding holding;
    sy_entry entry;
    sy_json_write_field_array(json, "entries");
    for (uint32_t i = 0; i < reconcile->ledger.expectation_count; i += 1) {
        sy_reconcile_hold(reconcile, i, &holding);
        for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
            if (sy_reconcile_entry(reconcile, &holding, amount, &entry))
                write_entry(json, &reconcile->ledger, &holding, &entry);
    }
    sy_json_write_end(json);
}

static void write_unexpected(sy_json_writer *json, const sy_reconcile *reconcile) {
    sy_json_write_field_array(json, "unexpected");
    for (uint32_t i = 0; i < reconcile->report->wallet_count; i += 1) {
        if (reconcile->match.is_named[i]) continue;
        sy_json_write_object(json);
        sy_json_write_field_text(json, "id", reconcile->report->wallets[i].id);
        sy_json_write_field_text(json, "currency", reconcile->report->wallets[i].currency);
        sy_json_write_end(json);
    }
    sy_json_write_end(json);
}

static void write_reconcile(sy_json_writer *json, const sy_reconcile *reconcile) {
    const steelyard_report *report = reconcile->report;
    const sy_ledger *ledger = &reconcile->ledger;
    sy_json_write_object(json);
    sy_json_write_field(json, "same");
    sy_json_write_bool(json, reconcile->same);
    sy_json_write_field_text(json, "verdict",
                             report->is_snapshot ? (sy_span){NULL, 0} : steelyard_verdict_name(report->verdict));
    sy_json_write_field(json, "tolerance");
    sy_amount_json_decimal_or_null(json, ledger->has_tolerance, &ledger->tolerance, 0);
    write_entries(json, reconcile);
    write_unexpected(json, reconcile);
    sy_json_write_end(json);
}

steelyard_status steelyard_reconcile(steelyard_arena *arena, const steelyard_report *report,
                                     steelyard_span expected_json, steelyard_span *json_out, bool *same_out,
                                     steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    sy_reconcile reconcile;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = sy_reconcile_begin(&reconcile, &memory, report, expected_json, fault_out);
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, expected_json.nbytes);
    if (status != STEELYARD_OK) return status;
    sy_writer_begin(&writer, &memory);
    sy_json_write_begin(&json, &writer);
    write_reconcile(&json, &reconcile);
    status = sy_json_write_finish(&json, json_out, fault_out);
    if (status == STEELYARD_OK && same_out != NULL) *same_out = reconcile.same;
    return status;
}
