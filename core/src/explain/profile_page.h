/* SPDX-License-Identifier: Apache-2.0 */
/*
 * profile_page.h - a whole profile in words, section by section: where everything stands, then what must hold. A
 * profile that is open comes in, a page goes out. What a profile leaves out is not told of, but where silence would be
 * misread.
 * May use: json.
 */
#ifndef SY_PROFILE_PAGE_H
#define SY_PROFILE_PAGE_H

#include "explain/profile_reader.h"

void sy_profile_page_write(const sy_profile_reader *reader);

#endif
