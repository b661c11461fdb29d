/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reconcile_cause.h - why an amount most likely differs from what the ledger says. An entry whose amounts differ comes
 * in; its cause and the term to blame are filled in.
 * May use: base, decimal, report, values.
 */
#ifndef SY_RECONCILE_CAUSE_H
#define SY_RECONCILE_CAUSE_H

#include "queries/reconcile_entry.h"

void sy_reconcile_cause_find(const sy_reconcile *reconcile, sy_entry *entry);

#endif
