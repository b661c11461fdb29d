/* SPDX-License-Identifier: Apache-2.0 */
#include "table.h"

#include <stddef.h>

const option_row option_rows[OPTION_COUNT] = {
#define OPTION_ROW(name, flag, alias, letter, sets, form) {flag, alias, letter, sets, form},
    OPTION_TABLE(OPTION_ROW)
#undef OPTION_ROW
};

const char help_text[] = HELP_TEXT;
