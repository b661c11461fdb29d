/* SPDX-License-Identifier: Apache-2.0 */
/*
 * limits.h - every limit of the engine, with its cause. Nothing comes in; named constants go out. Messages take their
 * numbers from here, by SY_TEXT_OF.
 * May use: nothing.
 */
#ifndef SY_LIMITS_H
#define SY_LIMITS_H

/* A limit as a text. Its constant is written in plain digits: "at most " SY_TEXT_OF(SY_TERMS_MAX) " terms". */
#define SY_TEXT_OF(constant) SY_TEXT_OF_DIGITS(constant)
#define SY_TEXT_OF_DIGITS(digits) #digits

/* A coefficient is below 10^38: the largest power of ten that fits 128 bits, and DECIMAL(38) of the SQL engines. */
#define SY_COEFFICIENT_DIGITS_MAX 38
#define SY_SCALE_DIGITS_MAX 38

/* Text of any decimal the engine prints: sign, 39 digits before a point, the point, and padding to the minor units. */
#define SY_DECIMAL_TEXT_NBYTES_MAX 96

/* Written fraction digits are counted up to here and no further; an exponent may claim billions of them. */
#define SY_WRITTEN_SCALE_MAX 1000000000

/* Nesting of the body: what real APIs send stays below 10, RFC 8259 section 9 lets a parser choose. */
#define SY_DEPTH_MAX 128

/* Default of the option maxBytes. */
#define SY_BODY_NBYTES_DEFAULT (64u * 1024u * 1024u)

/* Offsets are 32 bits wide in the engine's tables. */
#define SY_BODY_NBYTES_MAX 0x7fffffffu

/* RFC 3339 leaves fraction digits open; 30 are kept as written. */
#define SY_FRACTION_DIGITS_MAX 30
/* `YYYY-MM-DDThh:mm:ss.` + fraction + `Z` */
#define SY_TIME_TEXT_NBYTES_MAX 64

/* Minor units: ISO 4217 goes to 4, crypto assets to 18; beyond 38 no decimal can follow. */
#define SY_MINOR_UNITS_MAX 38

/* Tables of a compiled profile: real ones stay below a third of these. */
#define SY_AMOUNT_NAMES_MAX 32 /* canonical names and a profile's own */
#define SY_FLAGS_MAX 16
#define SY_TEXTS_MAX 16     /* id, currency, status, kind and a profile's own */
#define SY_FIELDS_MAX 96    /* members of one wallet that are judged */
#define SY_TERMS_MAX 32     /* of a formula, or of both sides of a comparison */
#define SY_CONDITIONS_MAX 8 /* of one rule */
#define SY_RULES_MAX 64
#define SY_LIST_MAX 32             /* of any other list in a profile */
#define SY_PATH_TOKENS_MAX 8       /* of one JSON Pointer in a profile */
#define SY_NAME_NBYTES_MAX 64      /* of a profile's name and the names it adds */
#define SY_CURRENCY_VALUES_MAX 512 /* a provider's ids or texts for currencies: ISO 4217 has 178 codes */
#define SY_LISTS_MAX 8             /* that are joined to wallets: one for each kind of balance */

/* Profiles are written by hand: the longest built-in one has 4 KiB. */
#define SY_PROFILE_KIB_MAX 256
#define SY_PROFILE_NBYTES_MAX (SY_PROFILE_KIB_MAX * 1024u)
/* Profiles of the options' own: one for each API that a client talks to. */
#define SY_PROFILES_MAX 32
/* Members of an object that is merged are looked up one by one: no object of a profile has so many. */
#define SY_MERGED_MEMBERS_MAX 1024

/* Profiles that extend one another: a base, a house's habits, one provider, one region. */
#define SY_EXTENDS_MAX 8

/* What a call that lacked memory asks for at the least: so much, and so much for each byte of input. See fault.h. */
#define SY_ARENA_FIXED_NBYTES (128u * 1024u)
#define SY_ARENA_NBYTES_PER_INPUT_BYTE 32u

/* Options are written by people and programs; offsets in the block that they become are 32 bits wide. */
#define SY_OPTIONS_NBYTES_MAX (64u * 1024u * 1024u)

/* Digits of a number in a header, leading zeros aside: servers refuse headers of a few thousand bytes. */
#define SY_HEADER_DIGITS_MAX 1000

/* Header names are compared pair by pair; servers refuse far fewer. */
#define SY_HEADERS_MAX 1000

/* Statuses of HTTP: RFC 9110 section 15 has the classes 1xx to 5xx. */
#define SY_HTTP_STATUS_MIN 100
#define SY_HTTP_STATUS_MAX 599

/* Ranks of detection are compared, never counted up; a detection without one goes last. */
#define SY_DETECTION_RANK_MAX 1000000

/* What a profile may allow a page to hold: the option maxWallets has the same default. */
#define SY_PER_PAGE_MAX 1000000

#define SY_UUID_NBYTES 36
/* ISO 4217 has three letters; crypto assets go from two to ten letters and digits. */
#define SY_CURRENCY_CODE_NBYTES_MIN 2
#define SY_CURRENCY_CODE_NBYTES_MAX 10

#endif
