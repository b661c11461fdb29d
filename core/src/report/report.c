/* SPDX-License-Identifier: Apache-2.0 */
#include "report/report.h"

uint32_t sy_report_wallet_digits(const sy_wallet *wallet) {
    return wallet->unit_is_major && wallet->minor_units != SY_MINOR_UNITS_NONE ? (uint32_t)wallet->minor_units : 0;
}

sy_span sy_report_wallet_unit(const sy_wallet *wallet) {
    return wallet->unit_is_major ? SY_SPAN("major") : (sy_span){NULL, 0};
}

bool sy_report_wallet_has(const sy_wallet *wallet, uint32_t name) {
    SY_ASSERT(name < SY_AMOUNT_COUNT);
    return sy_vocabulary_set_has(wallet->amounts_present, name);
}

void sy_report_wallet_clear(sy_wallet *wallet, uint32_t name) {
    wallet->amounts_present = (sy_amount_set)(wallet->amounts_present & ~(1u << name));
}

void sy_report_wallet_set(sy_wallet *wallet, uint32_t name, const sy_decimal *amount) {
    SY_ASSERT(name < SY_AMOUNT_COUNT);
    wallet->amounts[name] = *amount;
    wallet->amounts_present = sy_vocabulary_set_with(wallet->amounts_present, name);
}

steelyard_verdict steelyard_report_verdict(const steelyard_report *report) {
    return report->verdict;
}

bool steelyard_report_ok(const steelyard_report *report) {
    return report->verdict == STEELYARD_VERDICT_VERIFIED || report->verdict == STEELYARD_VERDICT_VALID;
}

size_t steelyard_report_wallet_count(const steelyard_report *report) {
    return report->wallet_count;
}

size_t steelyard_report_finding_count(const steelyard_report *report) {
    return report->finding_count;
}

bool steelyard_report_wallet(const steelyard_report *report, size_t index, steelyard_wallet_view *view_out) {
    const sy_wallet *wallet;
    if (index >= report->wallet_count) return false;
    wallet = &report->wallets[index];
    view_out->id = wallet->id;
    view_out->currency = wallet->currency;
    view_out->kind = wallet->kind;
    view_out->status = wallet->status;
    view_out->minor_units = wallet->minor_units;
    view_out->unit_is_major = wallet->unit_is_major;
    return true;
}

size_t steelyard_report_amount(const steelyard_report *report, size_t wallet_index, steelyard_span name,
                               char text_out[STEELYARD_AMOUNT_NBYTES_MAX]) {
    uint32_t amount = sy_vocabulary_find_amount(name);
    const sy_wallet *wallet;
    if (amount == SY_AMOUNT_COUNT || wallet_index >= report->wallet_count) return 0;
    wallet = &report->wallets[wallet_index];
    if (!sy_report_wallet_has(wallet, amount)) return 0;
    return sy_decimal_print(&wallet->amounts[amount], sy_report_wallet_digits(wallet), true, text_out);
}

bool steelyard_report_finding(const steelyard_report *report, size_t index, steelyard_finding_view *view_out) {
    const sy_finding *finding;
    if (index >= report->finding_count) return false;
    finding = report->findings[index];
    view_out->code = finding->code;
    view_out->outcome = sy_vocabulary_outcome_name((sy_outcome)finding->outcome);
    view_out->cause = finding->cause;
    view_out->has_wallet = finding->wallet != SY_NO_WALLET;
    view_out->wallet = view_out->has_wallet ? finding->wallet : 0;
    view_out->has_offset = finding->offset != SY_NO_OFFSET;
    view_out->offset = view_out->has_offset ? (size_t)finding->offset : 0;
    return true;
}
