/* SPDX-License-Identifier: Apache-2.0 */
/*
 * phrases.h - what verdicts, causes and reasons mean, in sentences. Codes come in, sentences go out.
 * May use: base, values, report, queries.
 */
#ifndef SY_PHRASES_H
#define SY_PHRASES_H

#include "prose/printable.h"
#include "queries/reconcile_cause.h"
#include "values/vocabulary.h"

/* One sentence that says what the verdict means. */
sy_span sy_phrases_verdict_sentence(steelyard_verdict verdict);
sy_tint sy_phrases_verdict_tint(steelyard_verdict verdict);
sy_tint sy_phrases_outcome_tint(sy_outcome outcome);

/* `Most likely: one amount was counted twice: gift.` The term may be absent; an unknown cause has a sentence too. */
void sy_phrases_cause(sy_writer *writer, sy_span cause, sy_span term);
/* The same of a difference between a ledger and a snapshot. */
void sy_phrases_ledger_cause(sy_writer *writer, sy_reconcile_cause cause, sy_span term);
/* Why a check could not be decided, and what would help. */
void sy_phrases_reason(sy_writer *writer, sy_span reason);
/* `1 wallet`, `2 wallets`: the noun takes an s. */
void sy_phrases_count(sy_writer *writer, uint64_t count, const char *noun);
/* `2 more wallets are left out here.` as a line; nothing where nothing is left out. */
void sy_phrases_left_out(sy_writer *writer, size_t indent_width, uint64_t count, const char *noun);

#endif
