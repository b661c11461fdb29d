/* SPDX-License-Identifier: Apache-2.0 */
/*
 * can_spend.c - may this amount be paid? A report and a question come in; an answer with its reason goes out.
 * Whatever is not known is a reason against.
 */
#include "base/fault.h"
#include "report/amount_json.h"
#include "json/json_node.h"
#include "json/json_reader.h"

typedef struct question {
    sy_decimal amount;
    sy_span wallet; /* bytes NULL where not asked for */
    sy_span currency;
} question;

typedef struct answer {
    sy_span reason;
    const sy_wallet *wallet; /* NULL for the reasons that come before one is found */
    uint32_t wallet_index;
} answer;

static bool is_ok_so_far(steelyard_verdict verdict) {
    return verdict <= STEELYARD_VERDICT_UNVERIFIABLE;
}

static bool id_fits(const question *asked, const sy_wallet *wallet) {
    return asked->wallet.bytes == NULL || (wallet->id.bytes != NULL && sy_span_equal(wallet->id, asked->wallet));
}

static bool currency_fits(const question *asked, const sy_wallet *wallet) {
    return asked->currency.bytes == NULL ||
           (wallet->currency.bytes != NULL && sy_span_equal(wallet->currency, asked->currency));
}

/* The one wallet that is meant; a reason where there is none or more than one. */
static sy_span choose_wallet(const steelyard_report *report, const question *asked, answer *found) {
    uint32_t by_id = 0;
    uint32_t by_both = 0;
    for (uint32_t i = 0; i < report->wallet_count; i += 1) {
        if (!id_fits(asked, &report->wallets[i])) continue;
        by_id += 1;
        if (!currency_fits(asked, &report->wallets[i])) continue;
        by_both += 1;
        found->wallet = &report->wallets[i];
        found->wallet_index = i;
    }
    if (by_both == 1) return (sy_span){NULL, 0};
    found->wallet = NULL;
    if (by_both > 1) return SY_SPAN("several_wallets");
    return by_id > 0 && asked->wallet.bytes != NULL ? SY_SPAN("currency_mismatch") : SY_SPAN("no_wallet");
}

static bool is_open(const steelyard_report *report, uint32_t wallet_index) {
    for (uint32_t i = 0; i < report->finding_count; i += 1) {
        const sy_finding *finding = report->findings[i];
        if (finding->outcome != SY_OUTCOME_UNVERIFIABLE) continue;
        if (finding->wallet == SY_NO_WALLET || finding->wallet == wallet_index) return true;
    }
    return false;
}

/* The first reason that fits. */
static sy_span choose_reason(const steelyard_report *report, const question *asked, answer *found) {
    const sy_wallet *wallet;
    sy_span reason;
    if (!is_ok_so_far(report->verdict)) return SY_SPAN("not_ok");
    reason = choose_wallet(report, asked, found);
    if (reason.bytes != NULL) return reason;
    wallet = found->wallet;
    if (wallet->status.bytes != NULL && !sy_span_equal(wallet->status, SY_SPAN("active")))
        return SY_SPAN("wallet_not_active");
    if (!wallet->unit_is_major) return SY_SPAN("unit_unknown");
    if (!sy_report_wallet_has(wallet, SY_AMOUNT_SPENDABLE)) return SY_SPAN("limit_unknown");
    if (is_open(report, found->wallet_index)) return SY_SPAN("not_ok");
    if (sy_decimal_compare(&wallet->amounts[SY_AMOUNT_SPENDABLE], &asked->amount) < 0) return SY_SPAN("insufficient");
    return SY_SPAN("ok");
}

static bool string_member(sy_arena *memory, const sy_document *document, uint32_t node, sy_span *text_out) {
    if (!sy_json_node_is(document, node, SY_NODE_STRING)) return false;
    *text_out = sy_json_node_text(memory, document, node);
    return true;
}

static steelyard_status read_amount(sy_arena *memory, const sy_document *document, uint32_t node, question *asked) {
    sy_span text;
    if (!string_member(memory, document, node, &text)) return STEELYARD_CALL_AMOUNT;
    if (sy_decimal_parse_string(text, &asked->amount, NULL) != STEELYARD_OK) return STEELYARD_CALL_AMOUNT;
    return asked->amount.negative || sy_decimal_is_zero(&asked->amount) ? STEELYARD_CALL_AMOUNT : STEELYARD_OK;
}

/* One member of the question; the fault names it. */
static steelyard_status read_member(sy_arena *memory, const sy_document *document, uint32_t node, question *asked,
                                    sy_span *name_out) {
    *name_out = sy_json_node_text(memory, document, sy_json_node_key(node));
    if (sy_span_equal(*name_out, SY_SPAN("amount"))) return STEELYARD_OK;
    if (sy_span_equal(*name_out, SY_SPAN("wallet")))
        return string_member(memory, document, node, &asked->wallet) ? STEELYARD_OK : STEELYARD_OPTION_TYPE;
    if (sy_span_equal(*name_out, SY_SPAN("currency")))
        return string_member(memory, document, node, &asked->currency) ? STEELYARD_OK : STEELYARD_OPTION_TYPE;
    return STEELYARD_OPTION_UNKNOWN;
}

/* The amount is judged before the rest. */
static steelyard_status read_question(sy_arena *memory, sy_span json, question *asked, sy_span *name_out) {
    sy_document document;
    sy_json_error error;
    uint32_t amount;
    steelyard_status status = sy_json_reader_read(memory, json, SY_BODY_NBYTES_MAX, &document, &error);
    if (status == STEELYARD_MEMORY) return status;
    if (status != STEELYARD_OK || !sy_json_node_is(&document, 0, SY_NODE_OBJECT)) return STEELYARD_CALL_ARGUMENT;
    *name_out = SY_SPAN("amount");
    if (sy_json_node_member(&document, 0, *name_out, &amount) != SY_PRESENT) return STEELYARD_CALL_AMOUNT;
    status = read_amount(memory, &document, amount, asked);
    for (uint32_t node = sy_json_node_first(&document, 0); node != SY_NODE_NONE && status == STEELYARD_OK;
         node = sy_json_node_after(&document, 0, node))
        status = read_member(memory, &document, node, asked, name_out);
    return status;
}

static void write_shortfall(sy_json_writer *json, const question *asked, const answer *found) {
    sy_decimal shortfall;
    if (sy_span_equal(found->reason, SY_SPAN("insufficient")) &&
        sy_decimal_subtract(&asked->amount, &found->wallet->amounts[SY_AMOUNT_SPENDABLE], &shortfall) == STEELYARD_OK)
        sy_amount_json_decimal(json, &shortfall, sy_report_wallet_digits(found->wallet));
    else sy_json_write_null(json);
}

static void write_answer(sy_json_writer *json, const steelyard_report *report, const question *asked,
                         const answer *found, bool allowed) {
    const sy_wallet *wallet = found->wallet;
    sy_json_write_object(json);
    sy_json_write_field(json, "allowed");
    sy_json_write_bool(json, allowed);
    sy_json_write_field_text(json, "reason", found->reason);
    sy_json_write_field_text(json, "verdict", steelyard_verdict_name(report->verdict));
    sy_json_write_field_text(json, "wallet", wallet != NULL ? wallet->id : (sy_span){NULL, 0});
    sy_json_write_field(json, "spendable");
    if (wallet != NULL && sy_report_wallet_has(wallet, SY_AMOUNT_SPENDABLE))
        sy_amount_json_decimal(json, &wallet->amounts[SY_AMOUNT_SPENDABLE], sy_report_wallet_digits(wallet));
    else sy_json_write_null(json);
    sy_json_write_field(json, "shortfall");
    write_shortfall(json, asked, found);
    sy_json_write_end(json);
}

steelyard_status steelyard_can_spend(steelyard_arena *arena, const steelyard_report *report, steelyard_span query_json,
                                     steelyard_span *json_out, bool *allowed_out, steelyard_fault *fault_out) {
    sy_arena memory;
    sy_writer writer;
    sy_json_writer json;
    question asked;
    answer found = {{NULL, 0}, NULL, 0};
    sy_span name = SY_SPAN("query");
    steelyard_status status;
    bool allowed;
    sy_arena_begin(&memory, arena);
    sy_bytes_clear(&asked, sizeof asked);
    status = read_question(&memory, query_json, &asked, &name);
    if (status == STEELYARD_MEMORY || memory.exhausted) return sy_fault_memory(fault_out, &memory, query_json.nbytes);
    if (status != STEELYARD_OK) return sy_fault_named(fault_out, status, name, steelyard_status_message(status));
    found.reason = choose_reason(report, &asked, &found);
    allowed = sy_span_equal(found.reason, SY_SPAN("ok"));
    sy_writer_begin(&writer, &memory);
    sy_json_write_begin(&json, &writer);
    write_answer(&json, report, &asked, &found, allowed);
    status = sy_json_write_finish(&json, json_out, fault_out);
    if (status == STEELYARD_OK && allowed_out != NULL) *allowed_out = allowed;
    return status;
}
