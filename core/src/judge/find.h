/* SPDX-License-Identifier: Apache-2.0 */
/*
 * find.h - what is found. A code, an outcome, a place and a sentence come in; findings are appended, and nobody takes
 * one back. The functions here are the only writers of a sy_findings; whoever adds a finding may fill in what is its
 * own.
 * May use: base, values, json, verifier, report.
 */
#ifndef SY_FIND_H
#define SY_FIND_H

#include "judge/request.h"
#include "judge/wallet_values.h"
#include "report/report.h"

/*
 * Members that stand around the wallets count for each of them, but what is wrong with one is said once, for the first
 * wallet for which it is wrong; and a list that is summed is judged once for each way in which its elements can count,
 * not for each wallet.
 */
typedef struct sy_said_once {
    uint8_t said[SY_AMOUNT_NAMES_MAX];   /* SY_SAID_*, by amount */
    uint8_t saying[SY_AMOUNT_NAMES_MAX]; /* the same, of the wallet under judgement */
    uint64_t judged[SY_AMOUNT_NAMES_MAX]
                   [SY_MINOR_UNITS_MAX + 2]; /* by minor units plus one, bit by the digits counted */
} sy_said_once;

#define SY_SAID_UNIT 1u
#define SY_SAID_PRECISION 2u
#define SY_SAID_SCALE 4u
#define SY_SAID_RANGE 8u

typedef struct sy_findings {
    sy_arena *memory;
    const sy_request *asked;
    const sy_wallet_parts *parts; /* of the wallet under judgement; NULL between wallets */
    sy_finding *first;
    sy_finding *last;
    uint32_t count;
    uint32_t formula_count;     /* equalities that were recomputed and decided */
    sy_said_once *once;         /* NULL where the profile has no member that stands around the wallets */
    sy_span *unexplained_codes; /* codes from the options that are in no table, said once */
    uint32_t unexplained_count;
    uint32_t unexplained_capacity;
} sy_findings;

/* Nothing is found yet. */
void sy_find_begin(sy_findings *found, sy_arena *memory, const sy_request *asked);
/* Room for what is said once, whatever the wallets are; false where memory ran out. */
bool sy_find_begin_wallets(sy_findings *found);
/* From here on findings in these parts belong to this wallet; NULL: to none. */
void sy_find_turn_to(sy_findings *found, const sy_wallet_parts *parts);

/* A finding without a place; NULL where memory ran out. message may be filled later. */
sy_finding *sy_find_plain(sy_findings *found, sy_span code, sy_outcome outcome, sy_span message);
/* At a node's value, with its pointer, offset and wallet. */
sy_finding *sy_find_at(sy_findings *found, sy_span code, sy_outcome outcome, uint32_t node, sy_span message);
/* Of a missing member: its own pointer, the offset of the object that lacks it. */
sy_finding *sy_find_missing(sy_findings *found, uint32_t object, sy_span member);
/* Whether that has been said already: of an object around the wallets several members may be asked. */
bool sy_find_was_missed(const sy_findings *found, uint32_t object, sy_span member);
/* At a node, with a status's code and message about the member's name. */
sy_finding *sy_find_status_at(sy_findings *found, steelyard_status status, sy_outcome outcome, uint32_t node);
/* A code from the options that is in no table: said once, without a place. */
void sy_find_unexplained_code(sy_findings *found, sy_span code);

/* An equality was recomputed and decided. */
void sy_find_count_formula(sy_findings *found);

/* Of a member around the wallets: whether that (SY_SAID_*) was said with an earlier wallet. */
bool sy_find_was_said(const sy_findings *found, uint32_t slot, uint8_t mark);
/* It is said with this wallet; the wallet's end makes that an earlier one. */
void sy_find_say_once(sy_findings *found, uint32_t slot, uint8_t mark);
void sy_find_end_amount(sy_findings *found, uint32_t slot);
/* Whether a sum around the wallets was judged for these minor units and digits; from now on it was. */
bool sy_find_was_judged(sy_findings *found, uint32_t slot, int32_t minor_units, uint32_t digits_bit);

/* The last token of a node's pointer: the provider's name for it; an element's list otherwise. */
sy_span sy_find_member_name(const sy_findings *found, uint32_t node);

#endif
