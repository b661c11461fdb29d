/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallet_values.h - what is read of one wallet: amounts, texts, flags, and where they stand. The readers of this room
 * write it, rules add the amounts that follow from others, and whoever judges gets it const.
 * May use: base, decimal, verifier.
 */
#ifndef SY_WALLET_VALUES_H
#define SY_WALLET_VALUES_H

#include "verifier/verifier.h"

typedef enum sy_state {
    SY_STATE_ABSENT, /* not there, or null where it may be */
    SY_STATE_BAD,    /* there, but without a usable value; a finding says so */
    SY_STATE_GOOD
} sy_state;

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
    sy_span said; /* as the report says it: the same but for status, kind and mapped currencies */
    uint32_t node;
    uint8_t state;
    bool in_body;
} sy_text_value;

typedef struct sy_flag_value {
    uint32_t node;
    uint8_t state;
    bool is_true;
} sy_flag_value;

typedef struct sy_values {
    sy_amount amounts[SY_AMOUNT_NAMES_MAX];
    sy_text_value texts[SY_TEXTS_MAX];
    sy_flag_value flags[SY_FLAGS_MAX];
    uint32_t field_nodes[SY_FIELDS_MAX]; /* of objects and lists; SY_NODE_NONE where there is none */
    uint8_t field_states[SY_FIELDS_MAX];
    bool is_missing[SY_FIELDS_MAX]; /* not there, or null, and not merely broken */
    bool currency_is_good;          /* parsed, or given by the options */
    bool currency_is_mapped;        /* by the options */
    bool currency_is_unmapped;      /* an id that neither options nor profile know */
} sy_values;

/* Where a wallet stands. */
typedef struct sy_wallet_parts {
    uint32_t nodes[SY_PARTS_MAX]; /* by sy_part; SY_NODE_NONE where a part is not there */
    uint32_t index;               /* of the wallet in the report */
} sy_wallet_parts;

#endif
