/* SPDX-License-Identifier: Apache-2.0 */
#include "values/vocabulary.h"

const uint8_t sy_vocabulary_amounts_in_byte_order[] = {
    SY_AMOUNT_AVAILABLE, SY_AMOUNT_BLOCKED,  SY_AMOUNT_CASH,     SY_AMOUNT_GIFT,      SY_AMOUNT_OVERDRAFT_LIMIT,
    SY_AMOUNT_PENDING,   SY_AMOUNT_REFERRAL, SY_AMOUNT_RESERVED, SY_AMOUNT_SPENDABLE, SY_AMOUNT_TOTAL,
};

SY_STATIC_ASSERT(sizeof sy_vocabulary_amounts_in_byte_order == SY_AMOUNT_COUNT, "every amount has its place among all");

#define NAME_TEXT(NAME, text) SY_SPAN_ENTRY(text),

sy_span sy_vocabulary_amount_name(uint32_t name) {
    static const sy_span texts[SY_AMOUNT_COUNT] = {SY_AMOUNT_TABLE(NAME_TEXT)};
    SY_ASSERT(name < SY_AMOUNT_COUNT);
    return texts[name];
}

uint32_t sy_vocabulary_find_amount(sy_span text) {
    uint32_t name = 0;
    while (name < SY_AMOUNT_COUNT && !sy_span_equal(text, sy_vocabulary_amount_name(name))) name += 1;
    return name;
}

sy_span sy_vocabulary_outcome_name(sy_outcome outcome) {
    static const sy_span texts[SY_OUTCOME_COUNT] = {SY_OUTCOME_TABLE(NAME_TEXT)};
    SY_ASSERT(outcome < SY_OUTCOME_COUNT);
    return texts[outcome];
}
