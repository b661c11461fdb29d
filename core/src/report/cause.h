/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cause.h - what most likely went wrong where a stated amount is not what its formula gives. Numbers come in, a cause
 * and the term to blame go out.
 * May use: decimal.
 */
#ifndef SY_CAUSE_H
#define SY_CAUSE_H

#include "decimal/decimal.h"

/* In the order in which they are tried. */
#define SY_CAUSE_TABLE(X)                                                                                              \
    X(FLOAT_DRIFT, "float_drift")                                                                                      \
    X(ROUNDING, "rounding")                                                                                            \
    X(SIGN, "sign")                                                                                                    \
    X(MINOR_UNITS, "minor_units")                                                                                      \
    X(OMITTED, "omitted")                                                                                              \
    X(DOUBLE_COUNTED, "double_counted")                                                                                \
    X(FLIPPED, "flipped")                                                                                              \
    X(COUNTED_ORIGINAL, "counted_original")                                                                            \
    X(COUNTED_EXPIRED, "counted_expired")                                                                              \
    X(TRANSPOSED, "transposed")                                                                                        \
    X(UNKNOWN, "unknown")

typedef enum sy_cause {
#define SY_CAUSE_NUMBER(NAME, text) SY_CAUSE_##NAME,
    SY_CAUSE_TABLE(SY_CAUSE_NUMBER)
#undef SY_CAUSE_NUMBER
        SY_CAUSE_COUNT
} sy_cause;

sy_span sy_cause_name(sy_cause cause);

/* A term of the formula with the sign it has there. */
typedef struct sy_signed_term {
    sy_decimal value;
    uint32_t written_scale;
    uint32_t label; /* the caller's: a slot or the index of a gift */
} sy_signed_term;

typedef struct sy_failure {
    sy_decimal expected; /* E, recomputed */
    sy_decimal actual;   /* A, stated */
    sy_decimal delta;    /* A - E */
    const sy_signed_term *terms;
    uint32_t term_count;
    int32_t minor_units; /* below 0 where not known */
} sy_failure;

/* Causes 1 to 7 of the contract, the first that fits; SY_CAUSE_UNKNOWN where none does. term_out: index of the term. */
sy_cause sy_cause_by_terms(const sy_failure *failure, uint32_t *term_out);
/* SY_CAUSE_TRANSPOSED or SY_CAUSE_UNKNOWN. */
sy_cause sy_cause_by_digits(const sy_failure *failure);

#endif
