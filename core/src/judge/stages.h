/* SPDX-License-Identifier: Apache-2.0 */
/*
 * stages.h - the stages of a verification, in the order in which verify.c conducts them. Each takes the session and
 * leaves findings and values in it; none knows the stages after it.
 */
#ifndef SY_STAGES_H
#define SY_STAGES_H

#include "judge/session.h"

/* detect.c: the profile that fits the body among those compiled in; NULL where none does. */
const sy_profile *sy_detect(const steelyard_verifier *block, const sy_document *document);

/* envelope.c: what the frame around the wallets says. */
typedef enum sy_envelope_verdict {
    SY_ENVELOPE_SUCCESS,
    SY_ENVELOPE_ERROR,    /* session->report->error is filled */
    SY_ENVELOPE_UNDECIDED /* findings say why; the wallets are not read */
} sy_envelope_verdict;

sy_envelope_verdict sy_envelope_judge(sy_session *session);
/* Something in `Errors` beside a success. */
void sy_envelope_judge_warning(sy_session *session);

/* envelope_error.c: fills session->report->error from the profile's error envelope. */
void sy_envelope_error_read(sy_session *session);

/* snapshot_time.c: the snapshot's time and age. */
void sy_snapshot_time_judge(sy_session *session);

/* wallet_fields.c: reads every named member of the wallet at session->part_nodes. */
void sy_wallet_fields_read(sy_session *session);
/* The same of the members that stand around the wallets, once, before the first of them. */
void sy_wallet_fields_read_body(sy_session *session);
/* -?(0|[1-9][0-9]*), and not -0: how JSON writes integers plainly. */
bool sy_json_number_is_plain_integer(sy_span digits);
/* The digits of a code: of the options, else of the profile, else of the table. False where none of them knows it. */
bool sy_wallet_currency_digits(const sy_session *session, sy_span code, int32_t *minor_units_out);
/* Three capital letters, or a code that has digits. */
bool sy_wallet_currency_is_code(const sy_session *session, sy_span code);

/* amount_unit.c */
/* The value of a number or string node, as it stands, without findings. */
steelyard_status sy_amount_read_value(sy_session *session, uint32_t node, sy_amount *amount);
/* The same with findings about form, syntax and range. `carriers` are those that the provider documents. */
void sy_amount_read(sy_session *session, uint32_t node, uint32_t carriers, sy_amount *amount);
/* Currency and unit of the wallet, then every amount's digits. */
void sy_amount_unit_judge(sy_session *session);
/* An amount of the slot in the wallet's unit: divided where it counts smaller ones. False where it does not fit. */
bool sy_amount_unit_divide(const sy_session *session, uint32_t slot, sy_amount *amount);
/* The same, judged for digits below the minor unit. */
void sy_amount_unit_judge_digits(sy_session *session, uint32_t slot, sy_amount *amount);

/* list_sum.c: amounts that a list or the members of an object add up to. */
void sy_list_sum_read(sy_session *session, uint32_t field, uint32_t node);
/* Whether a sum over the same member was read before this one: what is wrong with the member has been said. */
bool sy_list_sum_was_asked(const sy_session *session, uint32_t field);
/* Whether one has added it up. */
bool sy_list_sum_was_added(const sy_session *session, uint32_t field);
/* Whether one that requires the member was asked: where it is not there, that has been said. */
bool sy_list_sum_was_missed(const sy_session *session, uint32_t field);
/* Judges the digits of each element. */
void sy_amount_unit_judge_sum(sy_session *session, const sy_amount *amount);

/* The elements that a sum adds, those whose amount parses, as they stand; node is SY_NODE_NONE behind the last. */
typedef struct sy_list_sum {
    const sy_amount *sum;
    uint32_t next;
    uint32_t node;
    sy_amount value;
} sy_list_sum;

void sy_list_sum_begin(const sy_session *session, const sy_amount *sum, sy_list_sum *walk);
bool sy_list_sum_next(sy_session *session, sy_list_sum *walk);

/* gifts.c: the gifts of the wallet and their sum (a facet). */
void sy_gifts_judge(sy_session *session);

/* events.c: the wallet's life as its events tell it (a facet). */
void sy_events_judge(sy_session *session);

/* rules.c: formulas, derived amounts, checks. */
void sy_rules_apply(sy_session *session);

/* uniqueness.c: what is judged over all wallets: the same id or currency twice, their order. */
void sy_uniqueness_judge(sy_session *session);

/* pages.c: pagination headers against the rows of the list (a facet). */
void sy_pages_judge(sy_session *session, uint32_t list);

/* wallets.c: every wallet of the body through the stages above. */
void sy_wallets_judge(sy_session *session);
/* The wallet whose parts are at session->part_nodes. */
void sy_wallet_judge(sy_session *session);
/* Room for so many wallets; false where memory ran out. */
bool sy_wallet_allocate(sy_session *session, uint32_t count);

/* wallets_joined.c: wallets that stand in several lists. */
void sy_wallets_joined_judge(sy_session *session);

/* conclude.c: duplicates, order of findings, totals, summary, verdict. */
void sy_conclude_duplicates(sy_session *session);
void sy_conclude(sy_session *session);

#endif
