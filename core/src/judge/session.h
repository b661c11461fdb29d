/* SPDX-License-Identifier: Apache-2.0 */
/*
 * session.h - one verification under way: what every stage may look at, the wallet being judged, and how a finding is
 * added. Nodes and judgements come in, findings go out. It refuses to judge.
 */
#ifndef SY_SESSION_H
#define SY_SESSION_H

#include "judge/locate.h"
#include "options/options.h"
#include "report/report.h"

typedef enum sy_state {
    SY_STATE_ABSENT, /* not there, or null where it may be */
    SY_STATE_BAD,    /* there, but without a usable value; a finding says so */
    SY_STATE_GOOD
} sy_state;

/* An amount of the wallet under judgement. */
typedef struct sy_amount {
    sy_decimal value;       /* in the report's unit */
    uint32_t written_scale; /* of the text, in the report's unit */
    uint32_t node;          /* SY_NODE_NONE where derived; of a sum the list */
    uint8_t state;
    uint8_t sum;      /* the field that adds it up, plus one; 0: no sum */
    bool from_option; /* asked of the options: not being there is a lack of knowledge */
    bool is_too_long; /* a sum of known elements that does not fit a decimal */
    bool in_body;     /* stands around the wallets: what is wrong with it is said once, of none of them */
} sy_amount;

typedef struct sy_text_value {
    sy_span text; /* as the provider writes it */
    sy_span word; /* as the report says it: the same but for status and kind */
    uint32_t node;
    uint8_t state;
    bool in_body;
} sy_text_value;

typedef struct sy_flag_value {
    uint32_t node;
    uint8_t state;
    bool is_true;
} sy_flag_value;

/* What is read of a wallet's members. */
typedef struct sy_values {
    sy_amount amounts[SY_AMOUNT_NAMES_MAX];
    sy_text_value texts[SY_TEXTS_MAX];
    sy_flag_value flags[SY_FLAGS_MAX];
    uint32_t field_nodes[SY_FIELDS_MAX]; /* of objects and lists; SY_NODE_NONE where there is none */
    uint8_t field_states[SY_FIELDS_MAX];
    bool is_missing[SY_FIELDS_MAX]; /* not there, or null, and not merely broken */
    bool currency_is_mapped;        /* by the options */
    bool currency_is_unmapped;      /* an id that neither options nor profile know */
} sy_values;

/*
 * Members that stand around the wallets count for each of them, but what is wrong with one is said once, for the first
 * wallet for which it is wrong; and a list that is summed is judged once for each way in which its elements can count,
 * not for each wallet.
 */
typedef struct sy_body {
    sy_values values;
    uint8_t said[SY_AMOUNT_NAMES_MAX];   /* SY_SAID_*, by amount */
    uint8_t saying[SY_AMOUNT_NAMES_MAX]; /* the same, of the wallet under judgement */
    uint64_t judged[SY_AMOUNT_NAMES_MAX]
                   [SY_MINOR_UNITS_MAX + 2]; /* by minor units plus one, bit by the digits counted */
} sy_body;

#define SY_SAID_UNIT 1u
#define SY_SAID_PRECISION 2u
#define SY_SAID_SCALE 4u
#define SY_SAID_RANGE 8u

/* Where a wallet, or a part of it, stands. */
typedef struct sy_wallet_place {
    uint32_t node;
    uint32_t wallet;
} sy_wallet_place;

/* A text that is compared over all wallets. */
typedef struct sy_compared {
    sy_span word;
    uint32_t node; /* SY_NODE_NONE where the wallet has none */
} sy_compared;

typedef struct sy_session {
    sy_arena *memory;
    const steelyard_verifier *block;
    const sy_profile *profile;
    sy_document document;
    sy_call call;
    steelyard_report *report;
    sy_finding *first_finding;
    sy_finding *last_finding;
    uint32_t finding_count;
    int32_t http_status;
    bool has_now;
    bool error_is_doubtful; /* an error member stands, but a duplicate leaves it without a meaning */
    bool top_is_wrong;      /* the body has a type that the profile's cannot have, and a finding says so */
    sy_time now;

    /* The wallet under judgement. */
    sy_wallet *wallet;
    uint32_t wallet_index;
    uint32_t part_nodes[SY_PARTS_MAX]; /* of the wallet, of the body, of lists; SY_NODE_NONE where it is not there */
    bool currency_is_good;             /* parsed, or given by the options */
    sy_values values;
    sy_body *body; /* NULL where the profile has no member that stands in the body */

    /* Of every wallet its places in document order, and the texts that uniqueness and order compare. */
    sy_wallet_place *places;
    uint32_t place_count;
    sy_compared *unique;
    sy_compared *order;
    sy_span *unexplained_codes; /* codes from the options that are in no table, said once */
    uint32_t unexplained_count;
    uint32_t unexplained_capacity;
} sy_session;

/* Where a pointer of the profile leads, from the top of the body. */
sy_place sy_session_resolve(const sy_session *session, sy_path path);
bool sy_session_place_is_null(const sy_session *session, const sy_place *place);

/* A finding without a place; NULL where memory ran out. message may be filled later. */
sy_finding *sy_find_plain(sy_session *session, sy_span code, sy_outcome outcome, sy_span message);
/* At a node's value, with its pointer, offset and wallet. */
sy_finding *sy_find_at(sy_session *session, sy_span code, sy_outcome outcome, uint32_t node, sy_span message);
/* Of a missing member: its own pointer, the offset of the object that lacks it. */
sy_finding *sy_find_missing(sy_session *session, uint32_t object, sy_span member);
/* Whether that has been said already: of an object around the wallets several members may be asked. */
bool sy_find_was_missed(sy_session *session, uint32_t object, sy_span member);
/* At a node, with a status's code and message about the member's name. */
sy_finding *sy_find_status_at(sy_session *session, steelyard_status status, sy_outcome outcome, uint32_t node);

/* A text of the profile. */
sy_span sy_session_text(const sy_session *session, sy_ref text);
/* The last token of a node's pointer: the provider's name for it; an element's list otherwise. */
sy_span sy_find_member_name(sy_session *session, uint32_t node);

#endif
