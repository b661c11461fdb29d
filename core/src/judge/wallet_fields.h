/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wallet_fields.h - the named members of one wallet. Its parts come in; amounts, flags, texts and the nodes of lists
 * go out, each absent, bad (a finding says why) or good.
 * May use: base, decimal, json, values, verifier.
 */
#ifndef SY_WALLET_FIELDS_H
#define SY_WALLET_FIELDS_H

#include "judge/find.h"

/* Reads every named member of the wallet with these parts; `of_body` is what stands around the wallets, or NULL. */
void sy_wallet_fields_read(const sy_request *asked, const sy_wallet_parts *parts, const sy_values *of_body,
                           sy_values *read, sy_findings *found);
/* The same of the members that stand around the wallets, once, before the first of them. */
void sy_wallet_fields_read_body(const sy_request *asked, const sy_wallet_parts *parts, sy_values *read,
                                sy_findings *found);

#endif
