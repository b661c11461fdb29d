/* SPDX-License-Identifier: Apache-2.0 */
/*
 * page_body.h - the sections of a profile's page that tell of the whole body: how it is known, what stands around the
 * wallets, when it was made, where the wallets stand. A profile that is open comes in, lines go out.
 * May use: json.
 */
#ifndef SY_PAGE_BODY_H
#define SY_PAGE_BODY_H

#include "explain/profile_reader.h"

void sy_page_body_write(const sy_profile_reader *reader);

#endif
