/* SPDX-License-Identifier: Apache-2.0 */
/*
 * verifier.h - what profiles and options are compiled into: one block of tables without pointers, so that it may be
 * copied and moved. References are byte offsets from the verifier's first byte. Rows go in by the compilers, and out
 * by the look-ups below.
 *
 *   steelyard_verifier | texts and tables, each aligned to 8, in the order in which the compilers wrote them
 *
 * May use: base, decimal, values.
 */
#ifndef SY_VERIFIER_H
#define SY_VERIFIER_H

#include "values/time.h"
#include "values/vocabulary.h"
#include "verifier/facet.h"
#include "verifier/ref.h"

/* Texts of a wallet that rules may compare; a profile's own follow. */
typedef enum sy_text_slot {
    SY_TEXT_ID,
    SY_TEXT_CURRENCY,
    SY_TEXT_STATUS,
    SY_TEXT_KIND,
    SY_TEXT_SLOT_COUNT
} sy_text_slot;

/* A JSON Pointer: a table of text references, one for each token. */
typedef sy_ref sy_path;

typedef enum sy_field_type {
    SY_FIELD_OBJECT, /* holds other fields */
    SY_FIELD_LIST,   /* gifts or events */
    SY_FIELD_AMOUNT,
    SY_FIELD_SUM, /* an amount that a list or the members of an object add up to */
    SY_FIELD_FLAG,
    SY_FIELD_TEXT, /* slot SY_TEXT_STATUS and SY_TEXT_KIND are mapped by values */
    SY_FIELD_UUID,
    SY_FIELD_INTEGER_ID,
    SY_FIELD_CURRENCY,
    SY_FIELD_CURRENCY_ID,
    SY_FIELD_DIGITS /* how many digits of an amount stand behind the point: a text of plain digits */
} sy_field_type;

#define SY_FIELD_NONE UINT32_MAX

/* Where a field's pointer begins. Joined wallets stand in several lists, numbered from SY_PART_LISTS. */
typedef enum sy_part {
    SY_PART_WALLET, /* the wallet; of a joined one the element in the first list that holds it */
    SY_PART_BODY,   /* the top of the body: one value for all wallets */
    SY_PART_LISTS
} sy_part;

#define SY_PARTS_MAX (SY_PART_LISTS + SY_LISTS_MAX)

/* How an amount may be carried, bit by bit. */
#define SY_CARRIER_NUMBER 1u
#define SY_CARRIER_STRING 2u

/* One member of a wallet that is judged. Parents stand before their children. */
typedef struct sy_field {
    sy_ref name;     /* the member's name in its object */
    uint32_t parent; /* the SY_FIELD_OBJECT that holds it, or SY_FIELD_NONE: the part itself */
    uint8_t type;
    uint8_t slot; /* of an amount, flag or text */
    uint8_t required;
    uint8_t carriers;
    uint8_t part;
    uint8_t is_key;        /* the name under which the wallet stands is the value */
    uint8_t is_self;       /* the part is the value */
    uint8_t sum;           /* of SY_FIELD_SUM: its row in sy_profile.sums */
    uint8_t may_be_list;   /* of SY_FIELD_OBJECT: a pointer leads through it by an index */
    uint8_t may_be_object; /* of SY_FIELD_LIST: an object stands for a list of itself alone */
} sy_field;

/* One of the values that a test allows. */
typedef struct sy_test_value {
    sy_decimal number;
    sy_ref text;
    uint32_t type; /* SY_NODE_* */
} sy_test_value;

/* Whether the member at a pointer is one of some values. */
typedef struct sy_test {
    sy_path at;
    sy_ref values; /* sy_test_value; count 0: no test */
} sy_test;

typedef struct sy_sum_row {
    sy_path of;    /* from the element to its amount */
    sy_test where; /* only elements for which it holds */
} sy_sum_row;

/* A currency code with its digits. */
typedef struct sy_currency_row {
    sy_ref code;
    int32_t minor_units;
    uint32_t reserved;
} sy_currency_row;

typedef enum sy_unit_type {
    SY_UNIT_MAJOR,
    SY_UNIT_OPTION, /* the provider does not say; the option `unit` may */
    SY_UNIT_MINOR,  /* integers of minor units: the currency's, or the provider's own of some */
    SY_UNIT_DIGITS, /* integers of 10^-digits of the major unit */
    SY_UNIT_MEMBER  /* the same, digits in the text slot */
} sy_unit_type;

typedef struct sy_unit {
    sy_ref exceptions; /* of SY_UNIT_MINOR: sy_currency_row, currencies of which the provider counts other units */
    uint8_t type;
    uint8_t digits;
    uint8_t slot;
    uint8_t is_stated; /* the slot has a field: the provider gives it */
} sy_unit;

/* A documented value of status or kind, and the word the report has for it. */
typedef struct sy_value_name {
    sy_ref text;
    sy_ref word;
} sy_value_name;

typedef struct sy_term {
    sy_decimal constant;
    uint8_t is_constant;
    uint8_t negative;
    uint8_t slot;
} sy_term;

typedef enum sy_condition_type {
    SY_CONDITION_FLAG,
    SY_CONDITION_NOT_FLAG,
    SY_CONDITION_TEXT_IS, /* left slot, right slot or literal */
    SY_CONDITION_TEXT_IS_NOT,
    SY_CONDITION_UNIT_IS_KNOWN,
    SY_CONDITION_IS_KNOWN, /* of right_slot (sy_subject) the slot */
    SY_CONDITION_IS_NOT_KNOWN,
    SY_CONDITION_LESS, /* the difference of two sums against zero */
    SY_CONDITION_LESS_EQUAL,
    SY_CONDITION_GREATER,
    SY_CONDITION_GREATER_EQUAL,
    SY_CONDITION_EQUAL
} sy_condition_type;

/* What a name in a rule may mean. */
typedef enum sy_subject { SY_SUBJECT_AMOUNT, SY_SUBJECT_TEXT, SY_SUBJECT_FLAG } sy_subject;

typedef struct sy_condition {
    sy_ref terms;   /* left side less right side */
    sy_ref literal; /* of TEXT_IS: start 0 where right_slot is meant */
    uint8_t type;
    uint8_t slot;
    uint8_t right_slot;
} sy_condition;

typedef enum sy_rule_type {
    SY_RULE_FORMULA, /* terms recompute `slot` */
    SY_RULE_DERIVE,  /* terms give `slot` where the provider does not */
    SY_RULE_OPTION,  /* the credit limit gives `slot` */
    SY_RULE_CHECK    /* `that` must hold */
} sy_rule_type;

typedef struct sy_rule {
    sy_ref code; /* profile.name */
    sy_ref terms;
    sy_ref when; /* conditions, all must hold */
    sy_condition that;
    sy_ref message;   /* of a check: what is wrong; start 0 where none is given */
    sy_ref that_text; /* the check as written */
    sy_ref reason;    /* unverifiable with this reason where a term of `that` is not known; start 0: no finding */
    uint8_t type;
    uint8_t outcome;
    uint8_t slot;    /* the amount judged or made */
    uint8_t subject; /* of a check: what `slot` is (sy_subject) */
} sy_rule;

#define SY_SHAPE_TEXT 1u     /* a string */
#define SY_SHAPE_TEXTS 2u    /* a list of strings */
#define SY_SHAPE_FIELDS 4u   /* an object of field to list of strings */
#define SY_SHAPE_MESSAGES 8u /* a list of objects with `message` and perhaps `field`, either case of the first letter */
#define SY_SHAPE_NAMED 16u   /* an object of field to string */

typedef struct sy_message_source {
    sy_path at;
    uint32_t shapes;
    sy_ref
        messages; /* of SY_SHAPE_MESSAGES: texts, names of the member, the first that is there counts; count 0: not said */
    sy_ref field;
} sy_message_source;

/* A flag of the envelope: a boolean member, or whether a member passes a test. */
typedef struct sy_envelope_flag {
    sy_path at;
    sy_test test;
} sy_envelope_flag;

typedef struct sy_envelope {
    sy_envelope_flag success; /* both given: exactly one is true */
    sy_envelope_flag failure;
    sy_ref code;         /* of the finding where that does not hold */
    sy_path error_at;    /* present: a provider error */
    sy_ref error_unless; /* paths; not where one of these is a member */
    uint32_t error_unless_empty;
    sy_path error_code;
    uint32_t error_code_carriers;
    sy_ref error_messages; /* sy_message_source */
    sy_path warning_at;    /* not empty on success: a warning */
    sy_ref warning_code;
    sy_ref members; /* texts: the documented members at the top */
} sy_envelope;

typedef enum sy_snapshot_type { SY_SNAPSHOT_NONE, SY_SNAPSHOT_RFC3339, SY_SNAPSHOT_UNIX } sy_snapshot_type;

typedef struct sy_snapshot {
    sy_path at;
    uint8_t type;
    uint8_t required;
    uint8_t is_utc;
    uint8_t unit_digits; /* of SY_SNAPSHOT_UNIX: 0 seconds, 3 milliseconds, 6, 9 */
    uint8_t carriers;
} sy_snapshot;

#define SY_WALLETS_OBJECT 1u
#define SY_WALLETS_LIST 2u
#define SY_WALLETS_KEYED 4u

/* A list whose elements are joined with those of others to wallets. */
typedef struct sy_list_row {
    sy_ref name;
    sy_path at;
    uint32_t required;
} sy_list_row;

/* How the provider writes currency codes. */
typedef enum sy_letter_case { SY_CASE_UPPER, SY_CASE_LOWER, SY_CASE_ANY } sy_letter_case;

typedef struct sy_detection {
    sy_ref has;     /* texts: members at the top that must be there */
    sy_ref without; /* and that must not */
    sy_ref inside;  /* has one member, an object in which this one stands; start 0: none asked */
    sy_test where;
    uint32_t rank;
    uint8_t in_first; /* the top may also be a list whose first element fits */
} sy_detection;

typedef struct sy_profile {
    sy_ref name;
    sy_ref detections;
    sy_envelope envelope;
    sy_snapshot snapshot;
    sy_path wallets_at;
    uint32_t wallets_shapes;
    sy_ref wallets_skip; /* texts: members of a keyed object that are no wallets */
    sy_ref lists;        /* sy_list_row: joined wallets */
    sy_ref fields;
    sy_ref sums;            /* sy_sum_row */
    sy_ref units;           /* sy_unit, by amount slot */
    sy_ref currency_values; /* sy_value_name: the provider's texts or ids to codes */
    sy_ref currency_digits; /* sy_currency_row: codes that the profile gives digits */
    sy_ref amount_names;    /* texts, canonical ones included, by slot */
    sy_ref amount_members;  /* texts: the provider's name of each, empty where derived */
    sy_ref flag_names;
    sy_ref text_names;
    sy_ref statuses; /* sy_value_name */
    sy_ref kinds;
    sy_ref kind_code; /* of an unknown kind */
    sy_ref rules;
    sy_ref currency_default;
    sy_ref facets[SY_FACET_COUNT]; /* sy_facet_value, by member; absent where the facet is off */
    uint8_t null_is_no_data;
    uint8_t carriers; /* of amounts that do not say otherwise */
    uint8_t currency_from_option;
    uint8_t currency_case;
    uint8_t kind_outcome;
    uint8_t join_slot; /* text slot by which lists are joined */
    uint8_t has_body_fields;
    uint8_t has_self_fields;
    uint8_t is_keyed; /* some text is the name under which a wallet stands */
} sy_profile;

typedef struct sy_text_pair {
    sy_ref name;
    sy_ref value;
} sy_text_pair;

typedef struct sy_limit_row {
    sy_ref wallet;
    sy_decimal limit;
} sy_limit_row;

struct steelyard_verifier {
    uint32_t nbytes;
    uint32_t body_nbytes_max;
    sy_ref profiles;       /* the options' own, then built-in ones: all of them for auto */
    uint32_t own_count;    /* how many of these are the options' own */
    uint32_t chosen;       /* the one to verify by, where profile_option is given */
    sy_ref profile_option; /* the option's name, start 0 for auto */
    sy_ref currency;
    sy_ref currency_map;  /* sy_text_pair, by id */
    sy_ref currency_rows; /* sy_currency_row, by code */
    sy_ref headers;       /* sy_text_pair */
    sy_ref limits;        /* sy_limit_row, by wallet */
    sy_decimal limit_for_all;
    sy_decimal age_max;
    sy_time now;
    int32_t http_status; /* -1: not given */
    uint8_t has_limit_for_all;
    uint8_t has_age_max;
    uint8_t has_now;
    uint8_t has_headers;
    uint8_t has_currency_map;
    uint8_t unit_is_major;
    uint8_t unit_is_minor;
    uint8_t explain;
};

sy_span sy_verifier_text(const steelyard_verifier *verifier, sy_ref text);
/* The rows of a table; of an absent one nothing may be read. */
static inline const void *sy_verifier_rows(const steelyard_verifier *verifier, sy_ref table) {
    return (const char *)verifier + table.start;
}
/* The row whose first member is a reference to `name`, in a table sorted by it in byte order; NULL where none is. */
const void *sy_verifier_find(const steelyard_verifier *verifier, sy_ref table, size_t row_nbytes, sy_span name);
/* What the profile says at the members of a facet; NULL where it does not have the facet. */
const sy_facet_value *sy_verifier_facet(const steelyard_verifier *verifier, const sy_profile *profile,
                                        sy_facet_index facet);
/* Row `index` of a table of texts. */
sy_span sy_verifier_text_at(const steelyard_verifier *verifier, sy_ref texts, uint32_t index);

#endif
