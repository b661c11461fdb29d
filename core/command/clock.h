/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clock.h - the one clock. Nothing comes in, the present time as RFC 3339 in UTC goes out, in milliseconds as
 * JavaScript's toISOString writes it.
 * May use: nothing.
 */
#ifndef STEELYARD_COMMAND_CLOCK_H
#define STEELYARD_COMMAND_CLOCK_H

#include <stdbool.h>

#define CLOCK_TEXT_NBYTES 32

/* `2026-01-31T23:59:59.999Z` with a NUL behind it; false where there is no clock. */
bool clock_now(char text_out[CLOCK_TEXT_NBYTES]);

#endif
