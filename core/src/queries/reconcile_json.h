/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reconcile_json.h - what became of a ledger, as one JSON object. Entries come in; a text goes out, with a sentence on
 * each entry that says of wallets nothing but that there is one.
 * May use: base, report.
 */
#ifndef SY_RECONCILE_JSON_H
#define SY_RECONCILE_JSON_H

#include "queries/reconcile.h"

/* One sentence on an entry. It names amounts, never wallets. */
void sy_reconcile_json_sentence(sy_writer *writer, const sy_ledger *ledger, const sy_holding *holding,
                                const sy_entry *entry);

#endif
