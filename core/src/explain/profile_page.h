/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_page.h - a whole profile in words, section by section. A reader that is open comes in, a page goes out.
 * May use: base, json, profile, values.
 */
#ifndef SY_PROFILE_PAGE_H
#define SY_PROFILE_PAGE_H

#include "explain/profile_reader.h"

void sy_profile_page_write(const sy_profile_reader *reader);

#endif
