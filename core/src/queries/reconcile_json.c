/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reconcile_json.c - what became of a ledger, as one JSON object. Entries come in, a text goes out.
 * It refuses to compare, and says of wallets in its sentences nothing but that there is one.
 */
#include "queries/reconcile.h"

void sy_reconcile_json_expected(sy_writer *writer, const sy_reconcile *reconcile, const sy_entry *entry) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX];
    if (entry->is_compared) {
        sy_decimal_write(writer, entry->expected, sy_reconcile_digits(&reconcile->holding));
        return;
    }
    sy_writer_span(writer, (sy_span){text, sy_decimal_print(entry->expected, 0, false, text)});
}

void sy_reconcile_json_term(sy_writer *writer, const sy_entry *entry) {
    if (entry->term_word < SY_AMOUNT_COUNT) sy_writer_span(writer, sy_vocabulary_amount_name(entry->term_word));
    if (entry->term_wallet == SY_NO_WALLET) return;
    sy_writer_literal(writer, "wallets/");
    sy_writer_unsigned(writer, entry->term_wallet);
}

/* `available is 9.99; the ledger says 10.00` */
static void write_comparison(sy_writer *writer, const sy_reconcile *reconcile, const sy_entry *entry) {
    sy_writer_span(writer, sy_vocabulary_amount_name(entry->word));
    if (entry->has_actual) {
        sy_writer_literal(writer, " is ");
        sy_decimal_write(writer, &entry->actual, sy_reconcile_digits(&reconcile->holding));
    } else sy_writer_literal(writer, " adds up to more than 38 digits hold");
    sy_writer_literal(writer, "; the ledger says ");
    sy_reconcile_json_expected(writer, reconcile, entry);
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
        sy_writer_span(writer, sy_vocabulary_amount_name(entry->word));
        sy_writer_literal(writer, obstacle_sentence(&reconcile->holding, entry->agreement));
        sy_writer_literal(writer, "; the ledger says ");
        sy_reconcile_json_expected(writer, reconcile, entry);
    }
    if (entry->agreement == SY_AGREEMENT_WITHIN) {
        sy_writer_literal(writer, ", which is within the tolerance of ");
        sy_decimal_write(writer, &reconcile->ledger.tolerance, 0);
    }
    sy_writer_byte(writer, '.');
}

static void write_member(sy_writer *writer, const char *key, sy_span text) {
    sy_writer_byte(writer, ',');
    sy_json_write_key(writer, key);
    sy_json_write_text(writer, text);
}

static void write_amount(sy_writer *writer, const sy_reconcile *reconcile, const char *key, bool is_there,
                         const sy_decimal *amount) {
    sy_writer_byte(writer, ',');
    sy_json_write_key(writer, key);
    if (is_there) sy_amount_json_decimal(writer, amount, sy_reconcile_digits(&reconcile->holding));
    else sy_writer_literal(writer, "null");
}

static void write_term(sy_writer *writer, const sy_entry *entry) {
    bool has_term = entry->term_word < SY_AMOUNT_COUNT || entry->term_wallet != SY_NO_WALLET;
    sy_writer_literal(writer, has_term ? ",\"term\":\"" : ",\"term\":null");
    sy_reconcile_json_term(writer, entry);
    if (has_term) sy_writer_byte(writer, '"');
}

static void write_entry(sy_writer *writer, const sy_reconcile *reconcile, const sy_entry *entry) {
    sy_writer_literal(writer, "{\"wallet\":");
    sy_json_write_text(writer, entry->id);
    write_member(writer, "currency", entry->currency);
    write_member(writer, "amount", sy_vocabulary_amount_name(entry->word));
    sy_writer_literal(writer, ",\"expected\":\"");
    sy_reconcile_json_expected(writer, reconcile, entry);
    sy_writer_byte(writer, '"');
    write_amount(writer, reconcile, "actual", entry->has_actual, &entry->actual);
    write_amount(writer, reconcile, "delta", entry->has_delta, &entry->delta);
    write_member(writer, "outcome", sy_agreement_name(entry->agreement));
    write_member(writer, "cause", entry->cause);
    write_term(writer, entry);
    sy_writer_literal(writer, ",\"message\":\"");
    sy_reconcile_json_agreement(writer, reconcile, entry);
    sy_writer_literal(writer, "\"}");
}

static void write_entries(sy_writer *writer, sy_reconcile *reconcile) {
    bool first = true;
    sy_entry entry;
    for (uint32_t i = 0; i < reconcile->ledger.expectation_count; i += 1) {
        sy_reconcile_turn_to(reconcile, i);
        for (uint32_t word = 0; word < SY_AMOUNT_COUNT; word += 1) {
            if (!sy_reconcile_entry(reconcile, word, &entry)) continue;
            if (!first) sy_writer_byte(writer, ',');
            first = false;
            write_entry(writer, reconcile, &entry);
        }
    }
}

static void write_unexpected(sy_writer *writer, const sy_reconcile *reconcile) {
    bool first = true;
    for (uint32_t i = 0; i < reconcile->report->wallet_count; i += 1) {
        if (reconcile->is_named[i]) continue;
        sy_writer_literal(writer, first ? "{\"id\":" : ",{\"id\":");
        first = false;
        sy_json_write_text(writer, reconcile->report->wallets[i].id);
        write_member(writer, "currency", reconcile->report->wallets[i].currency);
        sy_writer_byte(writer, '}');
    }
}

static void write_reconcile(sy_writer *writer, sy_reconcile *reconcile) {
    bool is_judged = !reconcile->report->is_snapshot;
    sy_writer_literal(writer, reconcile->same ? "{\"same\":true" : "{\"same\":false");
    write_member(writer, "verdict",
                 is_judged ? steelyard_verdict_name(reconcile->report->verdict) : (sy_span){NULL, 0});
    sy_writer_literal(writer, ",\"tolerance\":");
    if (reconcile->ledger.has_tolerance) sy_amount_json_decimal(writer, &reconcile->ledger.tolerance, 0);
    else sy_writer_literal(writer, "null");
    sy_writer_literal(writer, ",\"entries\":[");
    write_entries(writer, reconcile);
    sy_writer_literal(writer, "],\"unexpected\":[");
    write_unexpected(writer, reconcile);
    sy_writer_literal(writer, "]}");
}

steelyard_status steelyard_reconcile(steelyard_arena *arena, const steelyard_report *report,
                                     steelyard_span expected_json, steelyard_span *json_out, bool *same_out,
                                     steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_reconcile reconcile;
    steelyard_status status;
    sy_arena_begin(&memory, arena);
    status = sy_reconcile_begin(&reconcile, &memory, report, expected_json, fault_out);
    if (memory.exhausted) return sy_fault_memory(fault_out, &memory, expected_json.nbytes);
    if (status != STEELYARD_OK) return status;
    sy_writer_begin(&writer, &memory);
    write_reconcile(&writer, &reconcile);
    status = sy_fault_finish_text(&writer, json_out, fault_out);
    if (status == STEELYARD_OK && same_out != NULL) *same_out = reconcile.same;
    return status;
}
