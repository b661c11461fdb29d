/* SPDX-License-Identifier: Apache-2.0 */
/*
 * canonical.h - the canonical snapshot: what a wallet holds and nothing else, in one order, for hashing and caching. A
 * report comes in; a text, or the order of its wallets, goes out. Names, account numbers, findings and states that
 * depend on the present time are left out.
 * May use: base.
 */
#ifndef SY_CANONICAL_H
#define SY_CANONICAL_H

#include "base/arena.h"
#include "report/report.h"

/* Whether the report has a canonical snapshot. */
bool sy_canonical_exists(const steelyard_report *report);
/* Indices of the wallets by currency, then id, null first, byte order; NULL where memory ran out. */
uint32_t *sy_canonical_order(sy_arena *memory, const steelyard_report *report);
/* -1, 0, 1: currency, then id, null first. */
int sy_canonical_compare_wallets(const sy_wallet *left, const sy_wallet *right);

#endif
