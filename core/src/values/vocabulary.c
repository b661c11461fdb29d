/* SPDX-License-Identifier: Apache-2.0 */
#include "values/vocabulary.h"

const uint8_t sy_vocabulary_amounts_in_byte_order[SY_AMOUNT_COUNT] = {
    SY_AMOUNT_AVAILABLE, SY_AMOUNT_BLOCKED,  SY_AMOUNT_CASH,     SY_AMOUNT_GIFT,      SY_AMOUNT_OVERDRAFT_LIMIT,
    SY_AMOUNT_PENDING,   SY_AMOUNT_REFERRAL, SY_AMOUNT_RESERVED, SY_AMOUNT_SPENDABLE, SY_AMOUNT_TOTAL,
};

sy_span sy_vocabulary_amount_name(uint32_t word) {
    static const sy_span names[SY_AMOUNT_COUNT] = {
        {"cash", 4},     {"gift", 4},  {"blocked", 7},   {"pending", 7},         {"reserved", 8},
        {"referral", 8}, {"total", 5}, {"available", 9}, {"overdraftLimit", 14}, {"spendable", 9},
    };
    return names[word];
}

uint32_t sy_vocabulary_find_amount(sy_span name) {
    uint32_t word = 0;
    while (word < SY_AMOUNT_COUNT && !sy_span_equal(name, sy_vocabulary_amount_name(word))) word += 1;
    return word;
}

sy_span sy_vocabulary_outcome_name(sy_outcome outcome) {
    static const sy_span names[SY_OUTCOME_COUNT] = {
        {"invalid", 7}, {"fail", 4}, {"stale", 5}, {"unverifiable", 12}, {"warn", 4}, {"pass", 4},
    };
    return names[outcome];
}
