/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/holding.h"

#include "values/currency.h"

static sy_agreement obstacle_of(const sy_holding *holding, const uint8_t *claim_counts) {
    if (holding->match.count == 0) return SY_AGREEMENT_NO_WALLET;
    if (holding->expectation->is_sum) return SY_AGREEMENT_SAME;
    if (holding->match.count > 1 || claim_counts[holding->match.wallets[0]] > 1) return SY_AGREEMENT_SEVERAL_WALLETS;
    return SY_AGREEMENT_SAME;
}

static void add_wallet(sy_holding *holding, const sy_wallet *wallet) {
    holding->unit_is_known = holding->unit_is_known && wallet->unit_is_major;
    holding->amounts_present = (sy_amount_set)(holding->amounts_present & wallet->amounts_present);
    for (uint32_t amount = 0; amount < SY_AMOUNT_COUNT; amount += 1)
        if (sy_report_wallet_has(wallet, amount)) sy_decimal_sum_add(&holding->sums[amount], &wallet->amounts[amount]);
}

void sy_holding_add_up(const steelyard_report *report, const sy_ledger *ledger, const sy_wallet_match *match,
                       uint32_t index, sy_holding *holding_out) {
    holding_out->expectation = &ledger->expectations[index];
    holding_out->wallets = report->wallets;
    holding_out->match = match->matches[index];
    holding_out->obstacle = obstacle_of(holding_out, match->claim_counts);
    holding_out->wallet = NULL;
    if (holding_out->obstacle != SY_AGREEMENT_SAME) return;
    holding_out->wallet = &report->wallets[holding_out->match.wallets[0]];
    holding_out->minor_units = holding_out->wallet->minor_units;
    holding_out->unit_is_known = !holding_out->expectation->unit_is_unknown;
    holding_out->amounts_present = (sy_amount_set)-1;
    for (uint32_t i = 0; i < SY_AMOUNT_COUNT; i += 1) sy_decimal_sum_begin(&holding_out->sums[i]);
    for (uint32_t i = 0; i < holding_out->match.count; i += 1)
        add_wallet(holding_out, &report->wallets[holding_out->match.wallets[i]]);
}

/* Limits of several wallets add up to nothing. */
static bool adds_up(const sy_holding *holding, uint32_t amount) {
    return amount != SY_AMOUNT_OVERDRAFT_LIMIT || holding->match.count <= 1;
}

sy_agreement sy_holding_obstacle(const sy_holding *holding, uint32_t amount) {
    if (holding->obstacle != SY_AGREEMENT_SAME) return holding->obstacle;
    if (!adds_up(holding, amount)) return SY_AGREEMENT_SEVERAL_WALLETS;
    if (!sy_vocabulary_set_has(holding->amounts_present, amount)) return SY_AGREEMENT_ABSENT;
    return holding->unit_is_known ? SY_AGREEMENT_SAME : SY_AGREEMENT_UNIT_UNKNOWN;
}

bool sy_holding_has(const sy_holding *holding, uint32_t amount) {
    return adds_up(holding, amount) && sy_vocabulary_set_has(holding->amounts_present, amount);
}

uint32_t sy_holding_digits(const sy_holding *holding) {
    return holding->minor_units != SY_MINOR_UNITS_NONE ? (uint32_t)holding->minor_units : 0;
}
