/* SPDX-License-Identifier: Apache-2.0 */
#include "judge/equality.h"

#include "base/assert.h"

static sy_span print_amount(const sy_wallet *wallet, sy_arena *memory, const sy_decimal *value) {
    char text[SY_DECIMAL_TEXT_NBYTES_MAX];
    size_t nbytes = sy_decimal_print(value, sy_report_wallet_digits(wallet), true, text);
    return sy_writer_copy(memory, (sy_span){text, nbytes});
}

bool sy_equality_holds(const sy_equality *equality) {
    sy_decimal_sum difference = equality->sum;
    SY_ASSERT(equality->stated->state == SY_STATE_GOOD);
    sy_decimal_sum_subtract(&difference, &equality->stated->value);
    return sy_decimal_sum_sign(&difference) == 0;
}

/* `TotalBalance is 0.90; WalletBalance + TotalGiftBalance is 0.80.` */
static sy_span sentence(sy_arena *memory, const sy_equality *equality, sy_span actual, sy_span expected) {
    sy_writer writer;
    sy_writer_begin(&writer, memory);
    sy_writer_span(&writer, equality->stated_text);
    sy_writer_literal(&writer, " is ");
    sy_writer_span(&writer, actual);
    sy_writer_literal(&writer, "; ");
    sy_writer_span(&writer, equality->terms_text);
    sy_writer_literal(&writer, " is ");
    sy_writer_span(&writer, expected);
    sy_writer_byte(&writer, '.');
    return sy_writer_end(&writer);
}

void sy_equality_pass(const sy_request *asked, const sy_wallet *wallet, sy_findings *found,
                      const sy_equality *equality) {
    sy_finding *finding;
    sy_span amount;
    sy_find_count_formula(found);
    if (!asked->verifier->explain) return;
    amount = print_amount(wallet, found->memory, &equality->stated->value);
    finding = sy_find_at(found, equality->code, SY_OUTCOME_PASS, equality->stated->node,
                         sentence(found->memory, equality, amount, amount));
    if (finding == NULL) return;
    finding->wallet = found->parts->index;
    finding->expected = amount;
    finding->actual = amount;
}

void sy_equality_leave_open(const sy_wallet *wallet, sy_findings *found, const sy_equality *equality, sy_span reason,
                            sy_span message) {
    sy_decimal expected;
    sy_span text = sy_writer_join(found->memory, equality->stated_text, message);
    sy_finding *finding = sy_find_at(found, equality->code, SY_OUTCOME_UNVERIFIABLE, equality->stated->node, text);
    if (finding == NULL) return;
    finding->wallet = found->parts->index; /* also where the amount stands beside the wallets */
    finding->reason = reason;
    finding->actual = print_amount(wallet, found->memory, &equality->stated->value);
    if (sy_decimal_sum_result(&equality->sum, &expected) == STEELYARD_OK)
        finding->expected = print_amount(wallet, found->memory, &expected);
}

bool sy_equality_is_out_of_range(const sy_wallet *wallet, sy_findings *found, const sy_equality *equality) {
    sy_decimal expected;
    if (sy_decimal_sum_result(&equality->sum, &expected) == STEELYARD_OK) return false;
    sy_equality_leave_open(wallet, found, equality, SY_SPAN("out_of_range"),
                           SY_SPAN(" cannot be verified: what it should be needs more than 38 digits."));
    return true;
}

bool sy_equality_fail(const sy_wallet *wallet, sy_findings *found, const sy_equality *equality,
                      sy_finding **finding_out, sy_failure *failure_out) {
    sy_finding *finding;
    sy_span actual = print_amount(wallet, found->memory, &equality->stated->value);
    sy_span expected;
    bool delta_fits;
    sy_find_count_formula(found);
    failure_out->actual = equality->stated->value;
    failure_out->minor_units = wallet->unit_is_major ? wallet->minor_units : -1;
    if (sy_decimal_sum_result(&equality->sum, &failure_out->expected) != STEELYARD_OK) return false;
    expected = print_amount(wallet, found->memory, &failure_out->expected);
    finding = sy_find_at(found, equality->code, equality->outcome, equality->stated->node,
                         sentence(found->memory, equality, actual, expected));
    *finding_out = finding;
    if (finding == NULL) return false;
    finding->wallet = found->parts->index;
    finding->expected = expected;
    finding->actual = actual;
    finding->cause = sy_cause_name(SY_CAUSE_UNKNOWN);
    delta_fits = sy_decimal_subtract(&failure_out->actual, &failure_out->expected, &failure_out->delta) == STEELYARD_OK;
    finding->delta_is_null = !delta_fits;
    if (delta_fits) finding->delta = print_amount(wallet, found->memory, &failure_out->delta);
    return delta_fits;
}
