/* SPDX-License-Identifier: Apache-2.0 */
/*
 * agreement.h - what may become of an expected amount. Numbers come in, their names go out.
 * May use: base.
 */
#ifndef SY_AGREEMENT_H
#define SY_AGREEMENT_H

#include "base/span.h"

/* The first three are of amounts that were compared, the rest say why one was not. */
typedef enum sy_agreement {
    SY_AGREEMENT_SAME,
    SY_AGREEMENT_WITHIN, /* the tolerance that the caller stated */
    SY_AGREEMENT_DIFFERS,
    SY_AGREEMENT_ABSENT, /* the report has no such amount */
    SY_AGREEMENT_NO_WALLET,
    SY_AGREEMENT_SEVERAL_WALLETS, /* that fit, or that are expected where one fits */
    SY_AGREEMENT_UNIT_UNKNOWN,
    SY_AGREEMENT_COUNT
} sy_agreement;

sy_span sy_agreement_name(sy_agreement agreement);

#endif
