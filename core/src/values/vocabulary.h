/* SPDX-License-Identifier: Apache-2.0 */
/*
 * vocabulary.h - the words of reports: names of amounts, outcomes of findings. Numbers and names come in and go out.
 * May use: base.
 */
#ifndef SY_VOCABULARY_H
#define SY_VOCABULARY_H

#include "base/assert.h"
#include "base/span.h"

/* The amounts of the contract, in the order of its table; a profile's own names follow. */
#define SY_AMOUNT_TABLE(X)                                                                                             \
    X(CASH, "cash")                                                                                                    \
    X(GIFT, "gift")                                                                                                    \
    X(BLOCKED, "blocked")                                                                                              \
    X(PENDING, "pending")                                                                                              \
    X(RESERVED, "reserved")                                                                                            \
    X(REFERRAL, "referral")                                                                                            \
    X(TOTAL, "total")                                                                                                  \
    X(AVAILABLE, "available")                                                                                          \
    X(OVERDRAFT_LIMIT, "overdraftLimit")                                                                               \
    X(SPENDABLE, "spendable")

typedef enum sy_amount_name {
#define SY_AMOUNT_NUMBER(NAME, text) SY_AMOUNT_##NAME,
    SY_AMOUNT_TABLE(SY_AMOUNT_NUMBER)
#undef SY_AMOUNT_NUMBER
        SY_AMOUNT_COUNT
} sy_amount_name;

/* The text of a canonical amount's name; name < SY_AMOUNT_COUNT. */
sy_span sy_vocabulary_amount_name(uint32_t name);
/* Its number, or SY_AMOUNT_COUNT where there is none. */
uint32_t sy_vocabulary_find_amount(sy_span text);

/* The canonical amounts in byte order of their names. */
extern const uint8_t sy_vocabulary_amounts_in_byte_order[SY_AMOUNT_COUNT];

/* Some of the canonical amounts: the bits of their numbers. */
typedef uint16_t sy_amount_set;
SY_STATIC_ASSERT(SY_AMOUNT_COUNT <= 8 * sizeof(sy_amount_set), "every canonical amount has its bit");

static inline bool sy_vocabulary_set_has(sy_amount_set set, uint32_t name) {
    return ((unsigned)set >> name & 1u) != 0;
}

static inline sy_amount_set sy_vocabulary_set_with(sy_amount_set set, uint32_t name) {
    return (sy_amount_set)(set | 1u << name);
}

/* What becomes of a report because of a finding, the worst first. */
#define SY_OUTCOME_TABLE(X)                                                                                            \
    X(INVALID, "invalid")                                                                                              \
    X(FAIL, "fail")                                                                                                    \
    X(STALE, "stale")                                                                                                  \
    X(UNVERIFIABLE, "unverifiable")                                                                                    \
    X(WARN, "warn")                                                                                                    \
    X(PASS, "pass")

typedef enum sy_outcome {
#define SY_OUTCOME_NUMBER(NAME, text) SY_OUTCOME_##NAME,
    SY_OUTCOME_TABLE(SY_OUTCOME_NUMBER)
#undef SY_OUTCOME_NUMBER
        SY_OUTCOME_COUNT
} sy_outcome;

sy_span sy_vocabulary_outcome_name(sy_outcome outcome);

#endif
