/* SPDX-License-Identifier: Apache-2.0 */
#include "queries/agreement.h"

sy_span sy_agreement_name(sy_agreement agreement) {
    switch (agreement) {
    case SY_AGREEMENT_SAME: return SY_SPAN("same");
    case SY_AGREEMENT_WITHIN: return SY_SPAN("within");
    case SY_AGREEMENT_DIFFERS: return SY_SPAN("differs");
    case SY_AGREEMENT_ABSENT: return SY_SPAN("absent");
    case SY_AGREEMENT_NO_WALLET: return SY_SPAN("no_wallet");
    case SY_AGREEMENT_SEVERAL_WALLETS: return SY_SPAN("several_wallets");
    case SY_AGREEMENT_UNIT_UNKNOWN:
    case SY_AGREEMENT_COUNT: break;
    }
    return SY_SPAN("unit_unknown");
}
