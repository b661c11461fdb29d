/* SPDX-License-Identifier: Apache-2.0 */
/*
 * vocabulary.h - the words of reports: names of amounts, outcomes of findings. Numbers and names come in and go out.
 * May use: base.
 */
#ifndef SY_VOCABULARY_H
#define SY_VOCABULARY_H

#include "base/span.h"

/* The words of the contract, in the order of its table; a profile's own names follow. */
typedef enum sy_amount_name {
    SY_AMOUNT_CASH,
    SY_AMOUNT_GIFT,
    SY_AMOUNT_BLOCKED,
    SY_AMOUNT_PENDING,
    SY_AMOUNT_RESERVED,
    SY_AMOUNT_REFERRAL,
    SY_AMOUNT_TOTAL,
    SY_AMOUNT_AVAILABLE,
    SY_AMOUNT_OVERDRAFT_LIMIT,
    SY_AMOUNT_SPENDABLE,
    SY_AMOUNT_COUNT
} sy_amount_name;

/* The name of a canonical amount; word < SY_AMOUNT_COUNT. */
sy_span sy_vocabulary_amount_name(uint32_t word);
/* Its number, or SY_AMOUNT_COUNT where there is none. */
uint32_t sy_vocabulary_find_amount(sy_span name);

/* Canonical amounts' words in byte order of their names. */
extern const uint8_t sy_vocabulary_amounts_in_byte_order[SY_AMOUNT_COUNT];

typedef enum sy_outcome {
    SY_OUTCOME_INVALID,
    SY_OUTCOME_FAIL,
    SY_OUTCOME_STALE,
    SY_OUTCOME_UNVERIFIABLE,
    SY_OUTCOME_WARN,
    SY_OUTCOME_PASS,
    SY_OUTCOME_COUNT
} sy_outcome;

sy_span sy_vocabulary_outcome_name(sy_outcome outcome);

#endif
