/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/explain_example.h"

#include "prose/phrases.h"

static steelyard_status verify(steelyard_arena *arena, const sy_explanation *row, const char *body,
                               const steelyard_report **report_out, steelyard_fault *fault_out) {
    const steelyard_verifier *verifier;
    steelyard_status status = steelyard_compile(arena, sy_span_of(row->options), &verifier, fault_out);
    if (status != STEELYARD_OK) return status;
    return steelyard_verify(arena, verifier, (sy_span){NULL, 0}, sy_span_of(body), report_out, fault_out);
}

static steelyard_status diff(steelyard_arena *arena, const sy_explanation *row, sy_example_answer *answer) {
    const steelyard_report *after;
    steelyard_status status = verify(arena, row, row->more, &after, &answer->fault);
    if (status != STEELYARD_OK) return status;
    return steelyard_diff(arena, answer->report, after, &answer->json, NULL, &answer->fault);
}

static steelyard_status calculate(steelyard_arena *arena, const sy_explanation *row, sy_example_answer *answer) {
    steelyard_decimal_operation operation = row->example == SY_EXAMPLE_MULTIPLY ? STEELYARD_DECIMAL_MULTIPLY
                                                                                : STEELYARD_DECIMAL_QUANTIZE;
    return steelyard_decimal(arena, operation, sy_span_of(row->body), sy_span_of(row->more), &answer->json,
                             &answer->fault);
}

/* What is asked of the report, beside the report itself. */
static steelyard_status ask(steelyard_arena *arena, const sy_explanation *row, sy_example_answer *answer) {
    if (row->example == SY_EXAMPLE_DIFF) return diff(arena, row, answer);
    if (row->example == SY_EXAMPLE_RECONCILE)
        return steelyard_reconcile(arena, answer->report, sy_span_of(row->more), &answer->json, NULL, &answer->fault);
    if (row->example == SY_EXAMPLE_SPEND)
        return steelyard_can_spend(arena, answer->report, sy_span_of(row->more), &answer->json, NULL, &answer->fault);
    if (row->example == SY_EXAMPLE_CANONICAL)
        return steelyard_report_canonical(arena, answer->report, true, &answer->json, &answer->fault);
    return STEELYARD_OK;
}

bool sy_explain_example_run(steelyard_arena *arena, const sy_explanation *row, sy_example_answer *answer_out) {
    steelyard_status status = STEELYARD_OK;
    sy_bytes_clear(answer_out, sizeof *answer_out);
    if (row->example == SY_EXAMPLE_WORDS) return true;
    if (row->example == SY_EXAMPLE_MULTIPLY || row->example == SY_EXAMPLE_QUANTIZE) {
        status = calculate(arena, row, answer_out);
    } else {
        status = verify(arena, row, row->body, &answer_out->report, &answer_out->fault);
        if (status == STEELYARD_OK) status = ask(arena, row, answer_out);
    }
    return status != STEELYARD_MEMORY;
}

/* ---- words ---- */

static void write_line(sy_writer *writer, const char *label, sy_span text) {
    if (text.bytes == NULL) return;
    sy_writer_literal(writer, "  ");
    sy_writer_literal(writer, label);
    sy_printable_write(writer, text);
    sy_writer_byte(writer, '\n');
}

/* `fail: payop.total at /currencies/0/balance/total, byte 150: total is 35.00; ...` */
static void write_finding(sy_writer *writer, const sy_finding *finding) {
    sy_writer_literal(writer, "  gives    ");
    sy_writer_span(writer, sy_vocabulary_outcome_name((sy_outcome)finding->outcome));
    sy_writer_literal(writer, ": ");
    sy_printable_write(writer, finding->code);
    if (finding->path.nbytes > 0) sy_writer_literal(writer, " at ");
    sy_printable_write(writer, finding->path);
    if (finding->header.bytes != NULL) sy_writer_literal(writer, " in header ");
    sy_printable_write(writer, finding->header);
    if (finding->offset != SY_NO_OFFSET) sy_writer_literal(writer, ", byte ");
    if (finding->offset != SY_NO_OFFSET) sy_writer_unsigned(writer, finding->offset);
    sy_writer_literal(writer, ": ");
    sy_printable_write(writer, finding->message);
    if (finding->cause.bytes != NULL) sy_writer_byte(writer, ' ');
    if (finding->cause.bytes != NULL) sy_phrases_cause(writer, finding->cause, finding->term);
    if (finding->reason.bytes != NULL) sy_writer_byte(writer, ' ');
    if (finding->reason.bytes != NULL) sy_phrases_reason(writer, finding->reason);
    sy_writer_byte(writer, '\n');
}

static void write_report(sy_writer *writer, const steelyard_report *report) {
    write_line(writer, "verdict  ", steelyard_verdict_name(report->verdict));
    for (uint32_t i = 0; i < report->finding_count; i += 1) write_finding(writer, report->findings[i]);
}

/* `option.value: currency: a currency code is three capital letters.` */
static void write_fault(sy_writer *writer, const steelyard_fault *fault) {
    sy_writer_literal(writer, "  gives    ");
    sy_writer_span(writer, steelyard_status_code(fault->status));
    sy_writer_literal(writer, ": ");
    sy_printable_write(writer, fault->option);
    if (fault->option.nbytes > 0) sy_writer_literal(writer, ": ");
    sy_printable_write(writer, fault->message);
    sy_writer_byte(writer, '\n');
}

static const char *label_of_body(sy_example example) {
    switch (example) {
    case SY_EXAMPLE_WORDS: return "";
    case SY_EXAMPLE_MULTIPLY: return "multiply ";
    case SY_EXAMPLE_QUANTIZE: return "quantize ";
    case SY_EXAMPLE_DIFF: return "before   ";
    case SY_EXAMPLE_COMPILE:
    case SY_EXAMPLE_VERIFY:
    case SY_EXAMPLE_CANONICAL:
    case SY_EXAMPLE_RECONCILE:
    case SY_EXAMPLE_SPEND: break;
    }
    return "body     ";
}

static const char *label_of_more(sy_example example) {
    if (example == SY_EXAMPLE_SPEND) return "canSpend ";
    if (example == SY_EXAMPLE_DIFF) return "after    ";
    if (example == SY_EXAMPLE_RECONCILE) return "expected ";
    return example == SY_EXAMPLE_QUANTIZE ? "scale    " : "by       ";
}

void sy_explain_example_write(sy_writer *writer, const sy_explanation *row, const sy_example_answer *answer) {
    if (row->example == SY_EXAMPLE_WORDS && row->body == NULL) return;
    sy_writer_literal(writer, "\nExample:\n");
    write_line(writer, "options  ", sy_span_of(row->options));
    write_line(writer, label_of_body(row->example), sy_span_of(row->body));
    write_line(writer, label_of_more(row->example), sy_span_of(row->more));
    if (answer->fault.status != STEELYARD_OK) write_fault(writer, &answer->fault);
    else if (answer->json.bytes != NULL) write_line(writer, "gives    ", answer->json);
    else if (answer->report != NULL) write_report(writer, answer->report);
}
