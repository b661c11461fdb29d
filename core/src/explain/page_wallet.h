/* SPDX-License-Identifier: Apache-2.0 */
/*
 * page_wallet.h - the sections of a profile's page that tell of one wallet: its members and its amounts. A profile
 * that is open comes in, lines go out.
 * May use: json.
 */
#ifndef SY_PAGE_WALLET_H
#define SY_PAGE_WALLET_H

#include "explain/profile_reader.h"

void sy_page_wallet_write(const sy_profile_reader *reader);

#endif
