/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reconcile_json.h - what became of a ledger, as one JSON object and as single sentences. Sentences name amounts,
 * never wallets.
 * May use: base, decimal, json, report, values.
 */
#ifndef SY_RECONCILE_JSON_H
#define SY_RECONCILE_JSON_H

#include "base/writer.h"
#include "queries/reconcile_entry.h"

/* One sentence on an entry. */
void sy_reconcile_json_agreement(sy_writer *writer, const sy_reconcile *reconcile, const sy_entry *entry);
/* `gift` or `wallets/3`; nothing where there is no term. */
void sy_reconcile_json_term(sy_writer *writer, const sy_entry *entry);

#endif
