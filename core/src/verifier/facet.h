/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facet.h - what a profile may switch on by name, beside amounts and rules: gifts, events, pages and so on. A facet is
 * described by data: the members of its object in a profile, the codes that it finds and the words about these. The
 * compiler of profiles, the judges and the explanations all read the one description.
 *
 * A new facet is one line of SY_FACET_TABLE with the names of its members below, its description in facet_NAME.c and
 * its judge in facets/NAME.c.
 *
 *   "order": {"of": "id", "direction": "descending", "code": "order"}         a profile
 *   sy_facet_order.members   of           direction                 code      its description, in this order
 *   sy_profile.facets[...]   number: slot number: index of the word  ref      one sy_facet_value each
 *
 * May use: values.
 */
#ifndef SY_FACET_H
#define SY_FACET_H

#include "values/vocabulary.h"
#include "verifier/ref.h"

/* C name, name of its files. The order is the one in which wallets are judged and codes are listed. */
#define SY_FACET_TABLE(X)                                                                                              \
    X(GIFTS, gifts)                                                                                                    \
    X(EVENTS, events)                                                                                                  \
    X(USE_LIMITS, use_limits)                                                                                          \
    X(UNIQUE, unique)                                                                                                  \
    X(ORDER, order)                                                                                                    \
    X(PAGES, pages)

typedef enum sy_facet_index {
#define SY_FACET_INDEX(NAME, name) SY_FACET_##NAME,
    SY_FACET_TABLE(SY_FACET_INDEX)
#undef SY_FACET_INDEX
        SY_FACET_COUNT
} sy_facet_index;

/* What a member of the facet's object is, and what a sy_facet_value holds of it. */
typedef enum sy_facet_kind {
    SY_FACET_LIST,        /* pointer to a list in the wallet, `required` beside it; number: the field */
    SY_FACET_RECORDS,     /* the same of a list, or of an object that is its one element */
    SY_FACET_NAME,        /* a member's name in an element, or a header's; ref: the text */
    SY_FACET_AMOUNT_SLOT, /* the name of an amount; number: its slot */
    SY_FACET_TEXT_SLOT,   /* the name of a text that each wallet has for itself; number: its slot */
    SY_FACET_VALUES,      /* an object of the provider's texts to words; ref: rows of sy_value_name */
    SY_FACET_NUMBER,      /* from 0 to `most`, `otherwise` where absent */
    SY_FACET_CHOICE,      /* one of `words`; number: its index */
    SY_FACET_CODE,        /* of a finding; ref: with the profile's name in front */
    SY_FACET_OUTCOME      /* of the facet's finding; number: sy_outcome */
} sy_facet_kind;

/* What a profile says at one member: a text or a table of the verifier, absent where start is 0, or a number. */
typedef struct sy_facet_value {
    sy_ref ref;
    uint32_t number;
} sy_facet_value;

typedef struct sy_facet_member {
    const char *inside; /* the object within the facet's that holds it; NULL: the facet's own */
    const char *name;
    uint8_t kind; /* sy_facet_kind */
    bool required;
    uint32_t most;
    uint32_t otherwise;
    const char *const *words; /* ends with NULL */
} sy_facet_member;

/*
 * A finding of the facet. In its words `{name}` stands for what the profile says at that member, `{a|b}` for the first
 * of these that it gives (`'...'` is a text of ours), `{=name}` for the amount of that name, in the provider's word where
 * that is asked for, `{name:key}` and `{name:value}` for the first member of an object.
 */
typedef struct sy_facet_code {
    uint8_t member;   /* index of its SY_FACET_CODE among the facet's members */
    uint8_t outcome;  /* sy_outcome; SY_OUTCOME_COUNT: what the profile says at `outcome`, else fail */
    bool is_formula;  /* an equality between amounts: a report may be verified by it */
    const char *rule; /* what must hold; a sentence without its full stop */
    const char *example;
    const char
        *other_example; /* where the profile does not say `other_word` at `other_member`; NULL: always `example` */
    const char *other_member;
    const char *other_word; /* NULL: anything */
} sy_facet_code;

typedef struct sy_facet {
    const char *name; /* of the object in a profile */
    const sy_facet_member *members;
    const sy_facet_code *codes;
    uint8_t member_count;
    uint8_t code_count;
} sy_facet;

/* The members of each facet's object, in the order of its description. */

typedef enum sy_gifts_member {
    SY_GIFTS_AT,
    SY_GIFTS_ID,
    SY_GIFTS_OWNER,
    SY_GIFTS_AMOUNT,
    SY_GIFTS_REMAINING,
    SY_GIFTS_EXPIRES,
    SY_GIFTS_UNLIMITED,
    SY_GIFTS_USED_UP,
    SY_GIFTS_TOTAL,
    SY_GIFTS_TOTAL_CODE,
    SY_GIFTS_REMAINING_CODE,
    SY_GIFTS_OWNER_CODE,
    SY_GIFTS_FLAGS_CODE,
    SY_GIFTS_MEMBER_COUNT
} sy_gifts_member;

typedef enum sy_events_member {
    SY_EVENTS_AT,
    SY_EVENTS_ACTION,
    SY_EVENTS_TIME,
    SY_EVENTS_OWNER,
    SY_EVENTS_ACTIONS,
    SY_EVENTS_STATUS_CODE,
    SY_EVENTS_OWNER_CODE,
    SY_EVENTS_MEMBER_COUNT
} sy_events_member;

typedef enum sy_limits_member {
    SY_LIMITS_AT,
    SY_LIMITS_OF,
    SY_LIMITS_NAME,
    SY_LIMITS_LIMIT,
    SY_LIMITS_USED,
    SY_LIMITS_REMAINING,
    SY_LIMITS_RESETS_AT,
    SY_LIMITS_REMAINING_CODE,
    SY_LIMITS_EXCEEDED_CODE,
    SY_LIMITS_MEMBER_COUNT
} sy_limits_member;

typedef enum sy_unique_member {
    SY_UNIQUE_CODE,
    SY_UNIQUE_OF,
    SY_UNIQUE_OUTCOME,
    SY_UNIQUE_MEMBER_COUNT
} sy_unique_member;

typedef enum sy_order_member {
    SY_ORDER_DIRECTION,
    SY_ORDER_CODE,
    SY_ORDER_OF,
    SY_ORDER_OUTCOME,
    SY_ORDER_MEMBER_COUNT
} sy_order_member;

/* Of SY_ORDER_DIRECTION. */
typedef enum sy_order_direction { SY_ORDER_DESCENDING, SY_ORDER_ASCENDING } sy_order_direction;

typedef enum sy_pages_member {
    SY_PAGES_CODE,
    SY_PAGES_PER_PAGE_MAX,
    SY_PAGES_NUMBER,
    SY_PAGES_PER_PAGE,
    SY_PAGES_TOTAL_COUNT,
    SY_PAGES_TOTAL_PAGES,
    SY_PAGES_SIZE,
    SY_PAGES_HAS_MORE,
    SY_PAGES_MEMBER_COUNT
} sy_pages_member;

#define SY_PAGES_HEADER_FIRST SY_PAGES_NUMBER
#define SY_PAGES_HEADER_COUNT (SY_PAGES_MEMBER_COUNT - SY_PAGES_HEADER_FIRST)

#define SY_FACET_DECLARE(NAME, name) extern const sy_facet sy_facet_##name;
SY_FACET_TABLE(SY_FACET_DECLARE)
#undef SY_FACET_DECLARE

/* The description of a facet; index < SY_FACET_COUNT. */
const sy_facet *sy_facet_at(uint32_t index);

#endif
