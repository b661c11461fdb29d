/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reconcile_cause.h - why a ledger and a snapshot differ. An amount and what its wallets hold come in; the first cause
 * that fits, and the amount or wallet to blame, go out. The provider's formulas are not asked: whether the snapshot
 * holds, its own report says.
 *
 * With E the expected amount, A the provider's, D = A - E, u one minor unit, t another amount of the same wallet (or the
 * same currency) and w one of the wallets that were added up:
 *
 *   float_drift     |D| < u/2, and E has digits beyond the minor units
 *   rounding        |D| < u, so that E or A has digits beyond them
 *   sign            E = -A
 *   minor_units     E = A * 10^k or A = E * 10^k, k the minor units, or 2 where unknown, k > 0
 *   other_amount    E = t: another amount was compared
 *   omitted         D = t or D = w: the ledger leaves out what the provider counts
 *   included        D = -t: the ledger counts what the provider does not
 *   double_counted  D = -w: the ledger counts one wallet twice
 *   flipped         D = 2t, D = -2t or D = 2w: what the provider adds the ledger subtracts, or the reverse
 *   transposed      two neighbouring digits changed places
 *
 * Zeros explain nothing; where the minor units are unknown there is no float_drift and no rounding.
 *
 * May use: values, report.
 */
#ifndef SY_RECONCILE_CAUSE_H
#define SY_RECONCILE_CAUSE_H

#include "queries/holding.h"

#define SY_RECONCILE_CAUSE_TABLE(X)                                                                                    \
    X(FLOAT_DRIFT, "float_drift")                                                                                      \
    X(ROUNDING, "rounding")                                                                                            \
    X(SIGN, "sign")                                                                                                    \
    X(MINOR_UNITS, "minor_units")                                                                                      \
    X(OTHER_AMOUNT, "other_amount")                                                                                    \
    X(OMITTED, "omitted")                                                                                              \
    X(INCLUDED, "included")                                                                                            \
    X(DOUBLE_COUNTED, "double_counted")                                                                                \
    X(FLIPPED, "flipped")                                                                                              \
    X(TRANSPOSED, "transposed")                                                                                        \
    X(UNKNOWN, "unknown")

typedef enum sy_reconcile_cause {
#define SY_RECONCILE_CAUSE_NUMBER(NAME, text) SY_RECONCILE_CAUSE_##NAME,
    SY_RECONCILE_CAUSE_TABLE(SY_RECONCILE_CAUSE_NUMBER)
#undef SY_RECONCILE_CAUSE_NUMBER
        SY_RECONCILE_CAUSE_COUNT /* nothing differs: there is no cause */
} sy_reconcile_cause;

/* An expected amount that is not the one stated. */
typedef struct sy_difference {
    uint32_t amount; /* sy_amount_name */
    const sy_decimal *expected;
    const sy_decimal *actual;
    const sy_decimal *delta; /* actual - expected, not zero */
} sy_difference;

typedef struct sy_blame {
    sy_reconcile_cause cause;
    uint32_t amount; /* the one to blame, or SY_AMOUNT_COUNT */
    uint32_t wallet; /* the one to blame, or SY_NO_WALLET */
} sy_blame;

/* An amount's name, or where a wallet stands: `wallets/` and the digits of its index. */
#define SY_TERM_WALLETS "wallets/"
#define SY_TERM_NBYTES_MAX (sizeof(SY_TERM_WALLETS) - 1 + SY_DECIMAL_TEXT_NBYTES_MAX)

sy_blame sy_reconcile_cause_find(const sy_holding *holding, const sy_difference *difference);
/* No cause, and nothing to blame. */
sy_blame sy_reconcile_cause_none(void);
/* The cause's name; bytes NULL where there is none. */
sy_span sy_reconcile_cause_name(sy_reconcile_cause cause);
/* `gift` or `wallets/3`, into text_out where it has to be composed; bytes NULL where nothing is to blame. */
sy_span sy_reconcile_cause_term(const sy_blame *blame, char text_out[SY_TERM_NBYTES_MAX]);

#endif
