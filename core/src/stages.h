/* SPDX-License-Identifier: Apache-2.0 */
/*
 * stages.h - the stages of a verification, in the order in which verify.c conducts them. Each takes the session and
 * leaves findings and values in it; none knows the stages after it.
 */
#ifndef SY_STAGES_H
#define SY_STAGES_H

#include "session.h"

/* detect.c: the profile that fits the body among those compiled in; NULL where none does. */
const sy_profile *sy_detect(const steelyard_verifier *block, const sy_document *document);

/* envelope.c: what the frame around the wallets says. */
typedef enum sy_envelope_verdict {
    SY_ENVELOPE_SUCCESS,
    SY_ENVELOPE_ERROR,     /* session->report->error is filled */
    SY_ENVELOPE_UNDECIDED  /* findings say why; the wallets are not read */
} sy_envelope_verdict;

sy_envelope_verdict sy_judge_envelope(sy_session *session);
/* Something in `Errors` beside a success. */
void sy_judge_envelope_warning(sy_session *session);

/* envelope_error.c: fills session->report->error from the profile's error envelope. */
void sy_read_error(sy_session *session);

/* snapshot.c: the snapshot's time and age. */
void sy_judge_snapshot(sy_session *session);

/* fields.c: reads every named member of the wallet at session->wallet_node. */
void sy_read_fields(sy_session *session);
/* Three capital letters, or a code that the options name. */
bool sy_currency_is_code(const sy_session *session, sy_span code);

/* amounts.c */
/* The value of a number or string node; findings about form, syntax and range. */
void sy_read_amount(sy_session *session, uint32_t node, bool carried_as_string, sy_amount *amount);
/* Currency and unit of the wallet, then every amount's digits. */
void sy_judge_unit(sy_session *session);
/* An amount in the wallet's unit: shifted to major units, judged for digits below the minor unit. */
void sy_judge_digits(sy_session *session, sy_amount *amount);

/* gifts.c: the gifts of the wallet and their sum (a facet). */
void sy_judge_gifts(sy_session *session);

/* events.c: the wallet's life as its events tell it (a facet). */
void sy_judge_events(sy_session *session);

/* rules.c: formulas, derived amounts, checks. */
void sy_apply_rules(sy_session *session);

/* wallets_over.c: what is judged over all wallets: the same id or currency twice, their order. */
void sy_judge_uniqueness(sy_session *session);

/* pages.c: pagination headers against the rows of the list (a facet). */
void sy_judge_pages(sy_session *session, uint32_t list);

/* conclude.c: twins, order of findings, totals, summary, verdict. */
void sy_find_twins(sy_session *session);
void sy_conclude(sy_session *session);

#endif
